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

    struct Kept {
        float h, c;
    };
    GATESCOPE_HOST_DEVICE static Kept begin(const Recurrence &of, std::size_t first)
    {
        return {of.states[first], of.cells[first]};
    }

    static constexpr int reads = products; ///< W x, to which b_in is added
    GATESCOPE_HOST_DEVICE static const float *source(const Recurrence &of, const UnitPlace &place, int i)
    {
        return of.fromInput + place.sum(i, products);
    }

    template<int phase, typename Tell>
    GATESCOPE_HOST_DEVICE static void finish(const Recurrence &of, const UnitPlace &place, const float (&got)[reads],
                                             const float (&fromState)[products], Kept &kept, const Tell &tell)
    {
        LstmUnit<float> made{0, 0, 0, 0, kept.c, kept.h};
        if (place.isReal)
            made = lstmForward(of.options, got[0] + fromState[0], got[1] + fromState[1], got[2] + fromState[2],
                               got[3] + fromState[3], kept.c);
        kept = {made.hNew, made.cNew};
        tell(made.hNew);
        const std::size_t after = of.after(place.t) + place.at;
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
    GATESCOPE_HOST_DEVICE static Carried beginBack(const RecurrenceBack &of, std::size_t at)
    {
        return {of.dh[at], of.dc[at]};
    }
    GATESCOPE_HOST_DEVICE static void endBack(const RecurrenceBack &of, std::size_t at, const Carried &carried,
                                              float sum)
    {
        of.dh[at] = carried.dh + sum;
        of.dc[at] = carried.dc;
    }

    template<int phase, typename Tell>
    GATESCOPE_HOST_DEVICE static void finishBack(const RecurrenceBack &of, const UnitPlace &place,
                                                 const float (&got)[readsBack], float sum, Carried &carried,
                                                 const Tell &tell)
    {
        const float dh = carried.dh + sum;
        LstmUnitGradient<float> d{};
        carried.dh = dh;
        if (place.isReal) {
            const LstmUnit<float> made{got[0], got[1], got[2], got[3], got[5], 0};
            d = lstmBackward(of.forward.options, made, got[4], got[6] + dh, carried.dc);
            carried = {0, d.dc};
        }
        const float da[products] = {d.dai, d.daf, d.dag, d.dao};
        tell(da);
        for (int product = 0; product < products; ++product)
            of.dFromInput[place.sum(product, products)] = da[product];
    }
};

} // namespace gatescope::gpu
