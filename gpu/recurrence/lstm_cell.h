// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/lstm.h"
#include "gpu/recurrence/recurrence.h"

namespace gatescope::gpu {

/// An LSTM, whose recorded parts and sums are i, f, g and o. Its c never leaves the unit.
struct LstmCell {
    static constexpr int products = 4, phases = 1;
    GATESCOPE_HOST_DEVICE static constexpr Products forwards(int) { return {0, products}; }
    GATESCOPE_HOST_DEVICE static constexpr Products back(int) { return {0, products}; }

    static constexpr int reads = products; ///< W x
    GATESCOPE_HOST_DEVICE static const float *source(const Recurrence &of, const UnitPlace &place, int i)
    {
        return of.fromInput + place.sum(i, products);
    }

    template<int phase>
    GATESCOPE_HOST_DEVICE static void finish(const Recurrence &of, const UnitPlace &place, const float (&got)[reads],
                                             const float (&fromState)[products])
    {
        const std::size_t before = of.before(place.t) + place.at, after = of.after(place.t) + place.at;
        const float c = of.cells[before]; // this thread's own, of the step before, and so is h
        LstmUnit<float> made{0, 0, 0, 0, c, 0};
        if (place.isReal)
            made = lstmForward(of.options, got[0] + place.bIn(of, 0) + fromState[0],
                               got[1] + place.bIn(of, 1) + fromState[1], got[2] + place.bIn(of, 2) + fromState[2],
                               got[3] + place.bIn(of, 3) + fromState[3], c);
        else
            made.hNew = of.states[before];
        of.parts[0][place.atStep] = made.i;
        of.parts[1][place.atStep] = made.f;
        of.parts[2][place.atStep] = made.g;
        of.parts[3][place.atStep] = made.o;
        of.cells[after] = made.cNew;
        of.states[after] = made.hNew;
        of.output[place.output(of)] = place.isReal ? made.hNew : 0.0f;
    }

    static constexpr int readsBack = 7; ///< i, f, g, o, c, c', dL/dh from above
    GATESCOPE_HOST_DEVICE static const float *sourceBack(const RecurrenceBack &of, const UnitPlace &place, int i)
    {
        const Recurrence &forward = of.forward;
        if (i < 4)
            return forward.parts[i] + place.atStep;
        if (i < 6)
            return forward.cells + (i == 4 ? forward.before(place.t) : forward.after(place.t)) + place.at;
        return of.dOutput + place.output(forward);
    }

    struct Carried {
        float dh, dc;
    };
    GATESCOPE_HOST_DEVICE static Carried begin(const RecurrenceBack &of, std::size_t at)
    {
        return {of.dh[at], of.dc[at]};
    }
    GATESCOPE_HOST_DEVICE static void end(const RecurrenceBack &of, std::size_t at, const Carried &carried, float sum)
    {
        of.dh[at] = carried.dh + sum;
        of.dc[at] = carried.dc;
    }

    template<int phase>
    GATESCOPE_HOST_DEVICE static void finishBack(const RecurrenceBack &of, const UnitPlace &place,
                                                 const float (&got)[readsBack], float sum, Carried &carried)
    {
        const float dh = carried.dh + sum;
        LstmUnitGradient<float> d{};
        carried.dh = dh;
        if (place.isReal) {
            const LstmUnit<float> made{got[0], got[1], got[2], got[3], got[5], 0};
            d = lstmBackward(of.forward.options, made, got[4], got[6] + dh, carried.dc);
            carried = {0, d.dc};
        }
        of.dFromInput[place.sum(0, products)] = d.dai;
        of.dFromInput[place.sum(1, products)] = d.daf;
        of.dFromInput[place.sum(2, products)] = d.dag;
        of.dFromInput[place.sum(3, products)] = d.dao;
    }
};

} // namespace gatescope::gpu
