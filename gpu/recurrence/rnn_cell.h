// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/rnn.h"
#include "gpu/recurrence/recurrence.h"

namespace gatescope::gpu {

/// An RNN, which records nothing but its state.
struct RnnCell {
    static constexpr int products = 1, phases = 1;
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
        const float hNew = place.isReal ? rnnForward(of.options, got[0] + place.bIn(of, 0) + fromState[0])
                                        : of.states[of.before(place.t) + place.at];
        of.states[of.after(place.t) + place.at] = hNew;
        of.output[place.output(of)] = place.isReal ? hNew : 0.0f;
    }

    static constexpr int readsBack = 2; ///< h', dL/dh from above
    GATESCOPE_HOST_DEVICE static const float *sourceBack(const RecurrenceBack &of, const UnitPlace &place, int i)
    {
        return i == 0 ? of.forward.states + of.forward.after(place.t) + place.at
                      : of.dOutput + place.output(of.forward);
    }

    struct Carried {
        float dh;
    };
    GATESCOPE_HOST_DEVICE static Carried begin(const RecurrenceBack &of, std::size_t at) { return {of.dh[at]}; }
    GATESCOPE_HOST_DEVICE static void end(const RecurrenceBack &of, std::size_t at, const Carried &carried, float sum)
    {
        of.dh[at] = carried.dh + sum;
    }

    template<int phase>
    GATESCOPE_HOST_DEVICE static void finishBack(const RecurrenceBack &of, const UnitPlace &place,
                                                 const float (&got)[readsBack], float sum, Carried &carried)
    {
        const float dh = carried.dh + sum;
        float da = 0;
        carried.dh = dh;
        if (place.isReal) {
            da = rnnBackward(of.forward.options, got[0], got[1] + dh);
            carried.dh = 0;
        }
        of.dFromInput[place.sum(0, products)] = da;
    }
};

} // namespace gatescope::gpu
