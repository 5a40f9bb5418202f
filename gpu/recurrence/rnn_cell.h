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

    struct Kept {
        float h;
    };
    GATESCOPE_HOST_DEVICE static Kept begin(const Recurrence &of, std::size_t first) { return {of.states[first]}; }

    static constexpr int reads = products; ///< W x, to which b_in is added
    GATESCOPE_HOST_DEVICE static const float *source(const Recurrence &of, const UnitPlace &place, int i)
    {
        return of.fromInput + place.sum(i, products);
    }

    template<int phase, typename Tell>
    GATESCOPE_HOST_DEVICE static void finish(const Recurrence &of, const UnitPlace &place, const float (&got)[reads],
                                             const float (&fromState)[products], Kept &kept, const Tell &tell)
    {
        if (place.isReal)
            kept.h = rnnForward(of.options, got[0] + fromState[0]);
        tell(kept.h);
        of.states[of.after(place.t) + place.at] = kept.h;
        of.output[place.output(of)] = place.isReal ? kept.h : 0.0f;
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
    GATESCOPE_HOST_DEVICE static Carried beginBack(const RecurrenceBack &of, std::size_t at) { return {of.dh[at]}; }
    GATESCOPE_HOST_DEVICE static void endBack(const RecurrenceBack &of, std::size_t at, const Carried &carried,
                                              float sum)
    {
        of.dh[at] = carried.dh + sum;
    }

    template<int phase, typename Tell>
    GATESCOPE_HOST_DEVICE static void finishBack(const RecurrenceBack &of, const UnitPlace &place,
                                                 const float (&got)[readsBack], float sum, Carried &carried,
                                                 const Tell &tell)
    {
        const float dh = carried.dh + sum;
        float da = 0;
        carried.dh = dh;
        if (place.isReal) {
            da = rnnBackward(of.forward.options, got[0], got[1] + dh);
            carried.dh = 0;
        }
        tell({da});
        of.dFromInput[place.sum(0, products)] = da;
    }
};

} // namespace gatescope::gpu
