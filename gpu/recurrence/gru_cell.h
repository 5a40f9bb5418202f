// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/gru.h"
#include "gpu/recurrence/recurrence.h"

namespace gatescope::gpu {

/// A GRU whose recorded parts are r, z, u and n; its sums are those of r, z and n.
struct RecordedGru {
    static constexpr int products = 3;

    static constexpr int reads = products; ///< W x, to which b_in is added
    GATESCOPE_HOST_DEVICE static const float *source(const Recurrence &of, const UnitPlace &place, int i)
    {
        return of.fromInput + place.sum(i, products);
    }

    static constexpr int readsBack = 6; ///< r, z, u, n, h, dL/dh from above
    GATESCOPE_HOST_DEVICE static const float *sourceBack(const RecurrenceBack &of, const UnitPlace &place, int i)
    {
        if (i < 4)
            return of.forward.parts[i] + place.atStep;
        return i == 4 ? of.forward.states + of.forward.before(place.t) + place.at
                      : of.dOutput + place.output(of.forward);
    }
    static constexpr int hBack = 4, dOutputBack = 5;
};

/// A GRU that resets after the product.
struct GruCell : RecordedGru {
    static constexpr int phases = 1;
    GATESCOPE_HOST_DEVICE static constexpr Products forwards(int) { return {0, products}; }
    GATESCOPE_HOST_DEVICE static constexpr Products back(int) { return {0, products}; }

    struct Kept {
        float h;
    };
    GATESCOPE_HOST_DEVICE static Kept begin(const Recurrence &of, std::size_t first) { return {of.states[first]}; }
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
    GATESCOPE_HOST_DEVICE static void finish(const Recurrence &of, const UnitPlace &place, const float (&got)[reads],
                                             const float (&fromState)[products], Kept &kept, const Tell &tell)
    {
        GruUnit<float> made{0, 0, 0, 0, kept.h};
        if (place.isReal)
            made = gruForward(of.options, got[0] + fromState[0], got[1] + fromState[1], got[2], fromState[2], kept.h);
        kept.h = made.hNew;
        tell(made.hNew);
        of.parts[0][place.atStep] = made.r;
        of.parts[1][place.atStep] = made.z;
        of.parts[2][place.atStep] = made.u;
        of.parts[3][place.atStep] = made.n;
        of.states[of.after(place.t) + place.at] = made.hNew;
        of.output[place.output(of)] = place.isReal ? made.hNew : 0.0f;
    }

    template<int phase, typename Tell>
    GATESCOPE_HOST_DEVICE static void finishBack(const RecurrenceBack &of, const UnitPlace &place,
                                                 const float (&got)[readsBack], float sum, Carried &carried,
                                                 const Tell &tell)
    {
        const float dh = carried.dh + sum;
        GruUnitGradient<float> d{};
        carried.dh = dh;
        if (place.isReal) {
            const GruUnit<float> made{got[0], got[1], got[2], got[3], 0};
            d = gruBackward(of.forward.options, made, got[hBack], got[dOutputBack] + dh);
            carried.dh = d.dh;
        }
        tell({d.dar, d.daz, d.du});
        of.dFromInput[place.sum(0, products)] = of.dFromState[place.sum(0, products)] = d.dar;
        of.dFromInput[place.sum(1, products)] = of.dFromState[place.sum(1, products)] = d.daz;
        of.dFromInput[place.sum(2, products)] = d.dan;
        of.dFromState[place.sum(2, products)] = d.du;
    }
};

/// A GRU that resets before the product: U_n multiplies r∘h, of which every unit needs all. So a step sends two
/// messages.
struct ResetBeforeCell : RecordedGru {
    static constexpr int phases = 2;
    GATESCOPE_HOST_DEVICE static constexpr bool needs(int phase, int i) { return phase == 0 ? i < 2 : i == 2; }
    GATESCOPE_HOST_DEVICE static constexpr bool needsBack(int phase, int i)
    {
        return phase == 0 ? i != 0 && i != 2 : i == 0 || i == hBack; // all but r and u; r and h
    }
    GATESCOPE_HOST_DEVICE static constexpr Products forwards(int phase)
    {
        return phase == 0 ? Products{0, 2} : Products{2, 3};
    }
    GATESCOPE_HOST_DEVICE static constexpr Products back(int phase)
    {
        return phase == 0 ? Products{2, 3} : Products{0, 2};
    }

    struct Kept {
        float h, z; ///< z of this step
    };
    GATESCOPE_HOST_DEVICE static Kept begin(const Recurrence &of, std::size_t first) { return {of.states[first], 0}; }
    struct Carried {
        float dh, daz; ///< da_z of this step
    };
    GATESCOPE_HOST_DEVICE static Carried beginBack(const RecurrenceBack &of, std::size_t at) { return {of.dh[at], 0}; }
    GATESCOPE_HOST_DEVICE static void endBack(const RecurrenceBack &of, std::size_t at, const Carried &carried,
                                              float sum)
    {
        of.dh[at] = carried.dh + sum;
    }

    template<int phase, typename Tell>
    GATESCOPE_HOST_DEVICE static void finish(const Recurrence &of, const UnitPlace &place, const float (&got)[reads],
                                             const float (&fromState)[products], Kept &kept, const Tell &tell)
    {
        if constexpr (phase == 0) {
            float r = 0;
            kept.z = 0;
            if (place.isReal) {
                r = squashed(of.options.gate, got[0] + fromState[0]);      // r = σ(a_r)
                kept.z = squashed(of.options.gate, got[1] + fromState[1]); // z = σ(a_z)
            }
            const float rh = r * (of.maskOf(place.n, place.j, 2, products) * kept.h);
            tell(rh);
            of.parts[0][place.atStep] = r;
            of.parts[1][place.atStep] = kept.z;
            of.rh[place.atStep] = rh;
        } else {
            float u = 0, n = 0;
            if (place.isReal) {
                u = fromState[2];
                n = squashed(of.options.state, got[2] + u); // n = tanh(a_n + u)
                kept.h = gruBlend(of.options, kept.z, n, kept.h);
            }
            tell(kept.h);
            of.parts[2][place.atStep] = u;
            of.parts[3][place.atStep] = n;
            of.states[of.after(place.t) + place.at] = kept.h;
            of.output[place.output(of)] = place.isReal ? kept.h : 0.0f;
        }
    }

    template<int phase, typename Tell>
    GATESCOPE_HOST_DEVICE static void finishBack(const RecurrenceBack &of, const UnitPlace &place,
                                                 const float (&got)[readsBack], float sum, Carried &carried,
                                                 const Tell &tell)
    {
        GruUnitGradient<float> d{};
        if constexpr (phase == 0) { // everything but what needs d(r∘h)
            const float dh = carried.dh + sum;
            carried.dh = dh;
            if (place.isReal) {
                gruBlendBackward(of.forward.options, got[1], got[3], got[hBack], got[dOutputBack] + dh, d);
                carried.dh = d.dh;
            }
            tell({d.dan}); // n = tanh(a_n + u): du is the same
            of.dFromInput[place.sum(1, products)] = carried.daz = d.daz;
            of.dFromInput[place.sum(2, products)] = d.dan;
        } else {
            if (place.isReal) {
                const float mask = of.forward.maskOf(place.n, place.j, 2, products);
                gruResetBackward(of.forward.options, got[0], mask * got[hBack], sum, d);
                carried.dh += mask * d.dh;
            }
            tell({d.dar, carried.daz});
            of.dFromInput[place.sum(0, products)] = d.dar;
        }
    }
};

} // namespace gatescope::gpu
