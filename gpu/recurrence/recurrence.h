// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/squash.h"
#include "gpu/recurrence/recurrence_plan.h"

#include <cstddef>

namespace gatescope::gpu {

/// All steps of one layer in one direction. Arrays are those of the plain path; a cell with k products with U for each
/// unit (3 of a GRU, 4 of an LSTM, 1 of an RNN) has kH rows of W and U.
struct Recurrence {
    RecurrentCell cell = RecurrentCell::gru;
    CellOptions options;
    int steps = 0; ///< one at least
    int sequences = 0, H = 0;
    bool backwards = false;                      ///< reads from the last step to the first
    const int *lengths = nullptr;                ///< [sequences]
    const float *U = nullptr;                    ///< [kH, H]
    const float *bIn = nullptr, *bRec = nullptr; ///< [kH] or null
    const float *mask = nullptr;                 ///< of recurrent dropout [sequences, kH] or null
    const float *fromInput = nullptr;            ///< W x [steps, sequences, kH]
    float *states = nullptr, *cells = nullptr;   ///< [steps + 1, sequences, H]: the first ones are there
    float *parts[4] = {};                        ///< what else the cell records [steps, sequences, H]
    float *rh = nullptr;                         ///< r∘h, where that is what U_n multiplies [steps, sequences, H]
    float *output = nullptr;                     ///< of step 0 and this direction, in rows of outputRow
    int outputRow = 0;
    float *exchange = nullptr; ///< memory of the plan's size, all 0, in which blocks exchange numbers

    GATESCOPE_HOST_DEVICE int time(int step) const { return backwards ? steps - 1 - step : step; }
    /// The factor of recurrent dropout by which one of a cell's products reads h.
    GATESCOPE_HOST_DEVICE float maskOf(int n, int j, int product, int products) const
    {
        return mask
            ? mask[(std::size_t(n) * std::size_t(products) + std::size_t(product)) * std::size_t(H) + std::size_t(j)]
            : 1.0f;
    }
    GATESCOPE_HOST_DEVICE std::size_t slab() const { return std::size_t(sequences) * std::size_t(H); }
    GATESCOPE_HOST_DEVICE std::size_t before(int t) const { return std::size_t(backwards ? t + 1 : t) * slab(); }
    GATESCOPE_HOST_DEVICE std::size_t after(int t) const { return std::size_t(backwards ? t : t + 1) * slab(); }
};

/// The way back through them.
struct RecurrenceBack {
    Recurrence forward;
    const float *dOutput = nullptr; ///< of step 0 and this direction, in rows of outputRow
    float *dh = nullptr;            ///< [sequences, H]: dL/dh after the last step; then before the first
    float *dc = nullptr;            ///< the same of c
    float *dFromInput = nullptr;    ///< by W x [steps, sequences, kH]
    float *dFromState = nullptr;    ///< by U h; the same array where it is the same
};

/// A unit of a sequence at a step.
struct UnitPlace {
    int t, n, j, H;
    std::size_t at, atStep; ///< in [sequences, H], and in [steps, sequences, H]
    std::size_t token;      ///< t·sequences + n
    bool isReal;            ///< t is within the sequence's length; past it the state is kept and no gradient flows

    GATESCOPE_HOST_DEVICE UnitPlace(const Recurrence &of, int time, int sequence, int unit)
        : t(time), n(sequence), j(unit), H(of.H), at(std::size_t(sequence) * std::size_t(H) + std::size_t(unit)),
          atStep(std::size_t(time) * of.slab() + at),
          token(std::size_t(time) * std::size_t(of.sequences) + std::size_t(sequence)),
          isReal(time < of.lengths[sequence])
    {
    }

    /// Where the number of one of a cell's products stands, in [steps, sequences, kH].
    GATESCOPE_HOST_DEVICE std::size_t sum(int product, int products) const
    {
        return (token * std::size_t(products) + std::size_t(product)) * std::size_t(H) + std::size_t(j);
    }
    /// Where the output stands, and its gradient.
    GATESCOPE_HOST_DEVICE std::size_t output(const Recurrence &of) const
    {
        return token * std::size_t(of.outputRow) + std::size_t(j);
    }
};

/// Some of a cell's products, which follow one another.
struct Products {
    int first, end;

    GATESCOPE_HOST_DEVICE constexpr int count() const { return end - first; }
};

// A cell of a recurrence is a struct of constants and functions, in one file each:
//
//   products             the products with U for each unit
//   phases               how often units exchange numbers in a step: once, or twice where a product reads what another
//                        made
//   forwards(), back()   the products of a phase, on either way
//   Kept                 what a unit keeps from step to step; begin() reads it
//   reads, source()      numbers that a unit reads forwards and no other block writes: copied ahead
//   finish<phase>()      what a unit's thread makes of them and of the sums of the phase's products, U h + b_rec. What
//                        the next products read it tells before it records the rest: tell(number)
//   Carried              what flows from step to step past the products; beginBack() and endBack() read and leave it
//   readsBack, sourceBack()   as reads and source(), on the way back
//   needs(), needsBack()   of a cell of two phases: which of these numbers it reads in which
//   finishBack<phase>()  makes what the phase's products read, from the sum of the products of the phase before:
//                        tell({a number of each factor})

} // namespace gatescope::gpu
