// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/quad.h"
#include "gpu/work/gru_work.h"

namespace gatescope::gpu {

/// All steps of one layer of a GRU in one direction, reset after the product. Arrays are those of the plain path.
struct GruRecurrence {
    CellOptions options;
    int steps, sequences, H;
    bool backwards;          ///< reads from the last step to the first
    const int *lengths;      ///< [sequences]
    const float *U;          ///< [3H, H]
    const float *bIn, *bRec; ///< [3H] or null
    const float *fromInput;  ///< W x [steps, sequences, 3H]
    float *states;           ///< [steps + 1, sequences, H]: the first one is there
    GruParts<float> parts;   ///< [steps, sequences, H]
    float *output;           ///< of step 0 and this direction, in rows of outputRow
    int outputRow;

    GATESCOPE_HOST_DEVICE int time(int step) const { return backwards ? steps - 1 - step : step; }
    GATESCOPE_HOST_DEVICE std::size_t slab() const { return std::size_t(sequences) * std::size_t(H); }
    GATESCOPE_HOST_DEVICE float *stateBefore(int t) const
    {
        return states + std::size_t(backwards ? t + 1 : t) * slab();
    }
    GATESCOPE_HOST_DEVICE float *stateAfter(int t) const
    {
        return states + std::size_t(backwards ? t : t + 1) * slab();
    }
};

/// The way back through them.
struct GruRecurrenceBack {
    GruRecurrence forward;
    const float *dOutput; ///< of step 0 and this direction, in rows of outputRow
    float *dh;            ///< [sequences, H]: dL/dh after the last step; then before the first
    float *dFromInput;    ///< [steps, sequences, 3H]
    float *dFromState;    ///< the same
};

/// What one thread block has of a recurrence: which units, which sequences, and the room in which its warps meet.
struct RecurrenceBlock {
    RecurrencePlan plan;
    int group, block;
    int H, sequences;

    GATESCOPE_HOST_DEVICE int firstRow(int round) const { return (group + plan.groups * round) * RecurrencePlan::rows; }
    GATESCOPE_HOST_DEVICE int tileOf(int warp) const { return warp % plan.tiles; }
    GATESCOPE_HOST_DEVICE int splitOf(int warp) const { return warp / plan.tiles; }
    /// Units and sequences of a round, one after the other.
    GATESCOPE_HOST_DEVICE int items() const { return RecurrencePlan::rows * plan.blockUnits(); }
    /// The partial sums of a tile: of a round, a split, a tile of units and one of `products` products.
    GATESCOPE_HOST_DEVICE int partial(int products, int round, int split, int tile, int product) const
    {
        return (((round * plan.splits + split) * plan.tiles + tile) * products + product) * RecurrencePlan::rows
            * RecurrencePlan::units;
    }
};

/// The place of one item, and whether there is such a unit and sequence.
struct RecurrenceItem {
    int row, unit; ///< in the block's tile of sequences, and of its units
    int n, j;
    bool isThere;

    GATESCOPE_HOST_DEVICE RecurrenceItem(const RecurrenceBlock &block, int round, int item)
        : row(item / block.plan.blockUnits()), unit(item % block.plan.blockUnits()), n(block.firstRow(round) + row),
          j(block.block * block.plan.blockUnits() + unit),
          isThere(item < block.items() && n < block.sequences && j < block.H)
    {
    }
    GATESCOPE_HOST_DEVICE std::size_t at(int H) const { return std::size_t(n) * std::size_t(H) + std::size_t(j); }
};

/// Σ over the splits, always in the same order.
GATESCOPE_HOST_DEVICE inline float wholeSum(const RecurrenceBlock &block, const float *partials, int products,
                                            int round, const RecurrenceItem &item, int product)
{
    const int place = item.row * RecurrencePlan::units + item.unit % RecurrencePlan::units;
    float sum = 0;
    for (int split = 0; split < block.plan.splits; ++split)
        sum += partials[block.partial(products, round, split, item.unit / RecurrencePlan::units, product) + place];
    return sum;
}

/// Forwards: r, z and n of a block's units are three products over h, and then the step's arithmetic.
template<ProductPrecision precision>
struct GruForwardBlock : RecurrenceBlock {
    static constexpr int products = 3, chunks = RecurrencePlan::forwardChunks;
    struct Weights {
        Quad<precision> quad[chunks][products];
    };

    GruRecurrence gru;

    GATESCOPE_HOST_DEVICE GruForwardBlock(const GruRecurrence &recurrence, const RecurrencePlan &planned, int groupOf,
                                          int blockOf)
        : RecurrenceBlock{planned, groupOf, blockOf, recurrence.H, recurrence.sequences}, gru(recurrence)
    {
    }

    /// A column of h that a lane reads: the first of four.
    GATESCOPE_HOST_DEVICE int column(int thread, int chunk) const
    {
        const int warp = thread / RecurrencePlan::lanes, lane = thread % RecurrencePlan::lanes;
        return (splitOf(warp) * chunks + chunk) * RecurrencePlan::chunk + 4 * (lane % 4);
    }

    GATESCOPE_HOST_DEVICE Quad<precision> weight(int thread, int chunk, int product) const
    {
        const int warp = thread / RecurrencePlan::lanes, lane = thread % RecurrencePlan::lanes;
        const int j = block * plan.blockUnits() + tileOf(warp) * RecurrencePlan::units + lane / 4;
        const int k = column(thread, chunk);
        float v[4] = {0, 0, 0, 0};
        if (j < H && k < H)
            for (int i = 0; i < 4; ++i)
                v[i] = gru.U[(std::size_t(product) * std::size_t(H) + std::size_t(j)) * std::size_t(H)
                             + std::size_t(k + i)];
        return quadOf<precision>(v);
    }

    GATESCOPE_HOST_DEVICE RowsOfA factor(int step, int round) const
    {
        return {gru.stateBefore(gru.time(step)), sequences, H, firstRow(round)};
    }

    /// What an item reads that no other block writes.
    struct Read {
        float r, z, n, h; ///< W x + b_in, and the state before
        bool isReal;
    };
    GATESCOPE_HOST_DEVICE Read read(int step, int round, int number) const
    {
        Read got{0, 0, 0, 0, false};
        const RecurrenceItem item(*this, round, number);
        if (!item.isThere)
            return got;
        const int t = gru.time(step), row = 3 * H;
        const StepSums fromInput{gru.fromInput + std::size_t(t) * std::size_t(sequences) * std::size_t(row), gru.bIn,
                                 row};
        got.isReal = t < gru.lengths[item.n];
        got.r = fromInput.at(item.n, item.j);
        got.z = fromInput.at(item.n, H + item.j);
        got.n = fromInput.at(item.n, 2 * H + item.j);
        return got;
    }

    GATESCOPE_HOST_DEVICE void finish(int step, int round, int number, const Read &got, const float *partials) const
    {
        const RecurrenceItem item(*this, round, number);
        if (!item.isThere)
            return;
        const int t = gru.time(step);
        const std::size_t at = item.at(H), atStep = std::size_t(t) * gru.slab() + at;
        const float h = gru.stateBefore(t)[at]; // this thread's own, of the step before
        const auto fromState = [&](int gate) {
            return wholeSum(*this, partials, products, round, item, gate)
                + (gru.bRec ? gru.bRec[gate * H + item.j] : 0.0f);
        };
        GruUnit<float> made{0, 0, 0, 0, h};
        if (got.isReal)
            made = gruForward(gru.options, got.r + fromState(0), got.z + fromState(1), got.n, fromState(2), h);
        gru.parts.r[atStep] = made.r;
        gru.parts.z[atStep] = made.z;
        gru.parts.u[atStep] = made.u;
        gru.parts.n[atStep] = made.n;
        gru.stateAfter(t)[at] = made.hNew;
        gru.output[(std::size_t(t) * std::size_t(sequences) + std::size_t(item.n)) * std::size_t(gru.outputRow)
                   + std::size_t(item.j)]
            = got.isReal ? made.hNew : 0.0f;
    }
};

/// Backwards: first the step's arithmetic, then dh of a block's units is one product over all of dL/d(U h).
template<ProductPrecision precision>
struct GruBackwardBlock : RecurrenceBlock {
    static constexpr int products = 1, chunks = RecurrencePlan::backwardChunks;
    struct Weights {
        Quad<precision> quad[chunks][products];
    };

    GruRecurrenceBack gru;

    GATESCOPE_HOST_DEVICE GruBackwardBlock(const GruRecurrenceBack &recurrence, const RecurrencePlan &planned,
                                           int groupOf, int blockOf)
        : RecurrenceBlock{planned, groupOf, blockOf, recurrence.forward.H, recurrence.forward.sequences},
          gru(recurrence)
    {
    }

    /// Steps are counted from the last one that was read.
    GATESCOPE_HOST_DEVICE int time(int step) const { return gru.forward.time(gru.forward.steps - 1 - step); }

    GATESCOPE_HOST_DEVICE int column(int thread, int chunk) const
    {
        const int warp = thread / RecurrencePlan::lanes, lane = thread % RecurrencePlan::lanes;
        return (splitOf(warp) * chunks + chunk) * RecurrencePlan::chunk + 4 * (lane % 4);
    }

    GATESCOPE_HOST_DEVICE Quad<precision> weight(int thread, int chunk, int) const
    {
        const int warp = thread / RecurrencePlan::lanes, lane = thread % RecurrencePlan::lanes;
        const int j = block * plan.blockUnits() + tileOf(warp) * RecurrencePlan::units + lane / 4;
        const int k = column(thread, chunk);
        float v[4] = {0, 0, 0, 0};
        if (j < H && k < 3 * H)
            for (int i = 0; i < 4; ++i)
                v[i] = gru.forward.U[std::size_t(k + i) * std::size_t(H) + std::size_t(j)];
        return quadOf<precision>(v);
    }

    GATESCOPE_HOST_DEVICE RowsOfA factor(int step, int round) const
    {
        const std::size_t row = std::size_t(time(step)) * std::size_t(sequences) * 3 * std::size_t(H);
        return {gru.dFromState + row, sequences, 3 * H, firstRow(round)};
    }

    struct Read {
        float dOutput, h;
        GruUnit<float> made;
        bool isReal;
    };
    GATESCOPE_HOST_DEVICE Read read(int step, int round, int number) const
    {
        Read got{0, 0, {0, 0, 0, 0, 0}, false};
        const RecurrenceItem item(*this, round, number);
        if (!item.isThere)
            return got;
        const GruRecurrence &forward = gru.forward;
        const int t = time(step);
        const std::size_t at = item.at(H), atStep = std::size_t(t) * forward.slab() + at;
        got.isReal = t < forward.lengths[item.n];
        got.dOutput = gru.dOutput[(std::size_t(t) * std::size_t(sequences) + std::size_t(item.n))
                                      * std::size_t(forward.outputRow)
                                  + std::size_t(item.j)];
        got.h = forward.stateBefore(t)[at];
        got.made
            = {forward.parts.r[atStep], forward.parts.z[atStep], forward.parts.u[atStep], forward.parts.n[atStep], 0};
        return got;
    }

    /// `carried` is what flows past the products from step to step, one number for each item: at first dh.
    GATESCOPE_HOST_DEVICE void finish(int step, int round, int number, const Read &got, const float *partials,
                                      float &carried) const
    {
        const RecurrenceItem item(*this, round, number);
        if (!item.isThere)
            return;
        const float dh = arriving(step, round, item, partials, carried);
        GruUnitGradient<float> d{};
        carried = dh;
        if (got.isReal) {
            d = gruBackward(gru.forward.options, got.made, got.h, got.dOutput + dh);
            carried = d.dh;
        }
        const std::size_t row
            = (std::size_t(time(step)) * std::size_t(sequences) + std::size_t(item.n)) * 3 * std::size_t(H)
            + std::size_t(item.j);
        float *sums = gru.dFromInput + row, *fromState = gru.dFromState + row;
        sums[0] = fromState[0] = d.dar;
        sums[H] = fromState[H] = d.daz;
        sums[2 * H] = d.dan;
        fromState[2 * H] = d.du;
    }

    GATESCOPE_HOST_DEVICE void start(int round, int number, float &carried) const
    {
        const RecurrenceItem item(*this, round, number);
        carried = item.isThere ? gru.dh[item.at(H)] : 0.0f;
    }
    GATESCOPE_HOST_DEVICE void end(int round, int number, const float *partials, const float &carried) const
    {
        const RecurrenceItem item(*this, round, number);
        if (item.isThere)
            gru.dh[item.at(H)] = arriving(gru.forward.steps, round, item, partials, carried);
    }

private:
    /// dh as it comes to a step: past the products, and through U of the later step.
    GATESCOPE_HOST_DEVICE float arriving(int step, int round, const RecurrenceItem &item, const float *partials,
                                         float carried) const
    {
        return step == 0 ? carried : carried + wholeSum(*this, partials, products, round, item, 0);
    }
};

} // namespace gatescope::gpu
