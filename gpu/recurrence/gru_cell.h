// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/gru.h"
#include "gpu/recurrence/recurrence.h"

namespace gatescope::gpu {

/// A GRU whose recorded parts are r, z, u and n; its sums are those of r, z and n.
struct RecordedGru {
    static constexpr int products = 3;

    static constexpr int reads = products; ///< W x
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

    struct Carried {
        float dh;
    };
    GATESCOPE_HOST_DEVICE static Carried begin(const RecurrenceBack &of, std::size_t at) { return {of.dh[at]}; }
    GATESCOPE_HOST_DEVICE static void end(const RecurrenceBack &of, std::size_t at, const Carried &carried, float sum)
    {
        of.dh[at] = carried.dh + sum;
    }
};

/// A GRU that resets after the product.
struct GruCell : RecordedGru {
    static constexpr int phases = 1;
    GATESCOPE_HOST_DEVICE static constexpr Products forwards(int) { return {0, products}; }
    GATESCOPE_HOST_DEVICE static constexpr Products back(int) { return {0, products}; }

    template<int phase>
    GATESCOPE_HOST_DEVICE static void finish(const Recurrence &of, const UnitPlace &place, const float (&got)[reads],
                                             const float (&fromState)[products])
    {
        const float h = of.states[of.before(place.t) + place.at]; // this thread's own, of the step before
        GruUnit<float> made{0, 0, 0, 0, h};
        if (place.isReal)
            made = gruForward(of.options, got[0] + place.bIn(of, 0) + fromState[0],
                              got[1] + place.bIn(of, 1) + fromState[1], got[2] + place.bIn(of, 2), fromState[2], h);
        of.parts[0][place.atStep] = made.r;
        of.parts[1][place.atStep] = made.z;
        of.parts[2][place.atStep] = made.u;
        of.parts[3][place.atStep] = made.n;
        of.states[of.after(place.t) + place.at] = made.hNew;
        of.output[place.output(of)] = place.isReal ? made.hNew : 0.0f;
    }

    template<int phase>
    GATESCOPE_HOST_DEVICE static void finishBack(const RecurrenceBack &of, const UnitPlace &place,
                                                 const float (&got)[readsBack], float sum, Carried &carried)
    {
        const float dh = carried.dh + sum;
        GruUnitGradient<float> d{};
        carried.dh = dh;
        if (place.isReal) {
            const GruUnit<float> made{got[0], got[1], got[2], got[3], 0};
            d = gruBackward(of.forward.options, made, got[hBack], got[dOutputBack] + dh);
            carried.dh = d.dh;
        }
        of.dFromInput[place.sum(0, products)] = of.dFromState[place.sum(0, products)] = d.dar;
        of.dFromInput[place.sum(1, products)] = of.dFromState[place.sum(1, products)] = d.daz;
        of.dFromInput[place.sum(2, products)] = d.dan;
        of.dFromState[place.sum(2, products)] = d.du;
    }
};

/// A GRU that resets before the product: U_n multiplies r∘h, of which every unit needs all. So blocks meet twice.
struct ResetBeforeCell : RecordedGru {
    static constexpr int phases = 2;
    GATESCOPE_HOST_DEVICE static constexpr Products forwards(int phase)
    {
        return phase == 0 ? Products{0, 2} : Products{2, 3};
    }
    GATESCOPE_HOST_DEVICE static constexpr Products back(int phase)
    {
        return phase == 0 ? Products{2, 3} : Products{0, 2};
    }

    template<int phase>
    GATESCOPE_HOST_DEVICE static void finish(const Recurrence &of, const UnitPlace &place, const float (&got)[reads],
                                             const float (&fromState)[products])
    {
        const float h = of.states[of.before(place.t) + place.at];
        float &r = of.parts[0][place.atStep], &z = of.parts[1][place.atStep];
        if constexpr (phase == 0) {
            r = place.isReal ? squashed(of.options.gate, got[0] + place.bIn(of, 0) + fromState[0]) : 0.0f; // r = σ(a_r)
            z = place.isReal ? squashed(of.options.gate, got[1] + place.bIn(of, 1) + fromState[1]) : 0.0f; // z = σ(a_z)
            of.rh[place.atStep] = r * (place.mask(of, 2, products) * h);
        } else {
            const float u = place.isReal ? fromState[2] : 0.0f;
            const float n
                = place.isReal ? squashed(of.options.state, got[2] + place.bIn(of, 2) + u) : 0.0f; // n = tanh(a_n + u)
            const float hNew = place.isReal ? gruBlend(of.options, z, n, h) : h;
            of.parts[2][place.atStep] = u;
            of.parts[3][place.atStep] = n;
            of.states[of.after(place.t) + place.at] = hNew;
            of.output[place.output(of)] = place.isReal ? hNew : 0.0f;
        }
    }

    template<int phase>
    GATESCOPE_HOST_DEVICE static void finishBack(const RecurrenceBack &of, const UnitPlace &place,
                                                 const float (&got)[readsBack], float sum, Carried &carried)
    {
        GruUnitGradient<float> d{};
        if constexpr (phase == 0) { // everything but what needs d(r∘h)
            const float dh = carried.dh + sum;
            carried.dh = dh;
            if (place.isReal) {
                gruBlendBackward(of.forward.options, got[1], got[3], got[hBack], got[dOutputBack] + dh, d);
                carried.dh = d.dh;
            }
            of.dFromInput[place.sum(1, products)] = d.daz;
            of.dFromInput[place.sum(2, products)] = d.dan; // n = tanh(a_n + u): du is the same
        } else {
            if (place.isReal) {
                const float mask = place.mask(of.forward, 2, products);
                gruResetBackward(of.forward.options, got[0], mask * got[hBack], sum, d);
                carried.dh += mask * d.dh;
            }
            of.dFromInput[place.sum(0, products)] = d.dar;
        }
    }
};

} // namespace gatescope::gpu
