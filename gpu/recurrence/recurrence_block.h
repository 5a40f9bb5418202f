// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/quad.h"
#include "gpu/recurrence/recurrence.h"

namespace gatescope::gpu {

/// What one thread block has of a recurrence: which units, which sequences, and the room in which its warps meet.
struct RecurrenceBlock {
    RecurrencePlan plan;
    int group, block;
    int H, sequences;

    GATESCOPE_HOST_DEVICE int firstRow(int round) const { return (group + plan.groups * round) * RecurrencePlan::rows; }
    GATESCOPE_HOST_DEVICE int tileOf(int warp) const { return warp % plan.tiles; }
    GATESCOPE_HOST_DEVICE int splitOf(int warp) const { return warp / plan.tiles; }
    /// The unit whose weights a lane holds, which may be beyond the last one.
    GATESCOPE_HOST_DEVICE int unitOf(int thread) const
    {
        const int warp = thread / RecurrencePlan::lanes, lane = thread % RecurrencePlan::lanes;
        return block * plan.blockUnits() + tileOf(warp) * RecurrencePlan::units + lane / 4;
    }
    /// The first column of a factor that a warp multiplies, and the first of four that a lane holds weights for.
    GATESCOPE_HOST_DEVICE int firstColumn(int warp) const { return splitOf(warp) * RecurrencePlan::columns; }
    GATESCOPE_HOST_DEVICE int column(int thread, int chunk) const
    {
        const int warp = thread / RecurrencePlan::lanes, lane = thread % RecurrencePlan::lanes;
        return firstColumn(warp) + chunk * RecurrencePlan::chunk + 4 * (lane % 4);
    }
    /// Units and sequences of a round, one after the other.
    GATESCOPE_HOST_DEVICE int items() const { return RecurrencePlan::rows * plan.blockUnits(); }
    /// Where a warp's partial sums of a round stand, of one of the `sums` that it leaves.
    GATESCOPE_HOST_DEVICE int partial(int sums, int round, int split, int tile, int sum) const
    {
        return (((round * plan.splits + split) * plan.tiles + tile) * sums + sum) * RecurrencePlan::tile;
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
};

/// Σ over the splits, always in the same order.
GATESCOPE_HOST_DEVICE inline float wholeSum(const RecurrenceBlock &block, const float *partials, int sums, int round,
                                            const RecurrenceItem &item, int sum)
{
    const int place = item.row * RecurrencePlan::units + item.unit % RecurrencePlan::units;
    float whole = 0;
    for (int split = 0; split < block.plan.splits; ++split)
        whole += partials[block.partial(sums, round, split, item.unit / RecurrencePlan::units, sum) + place];
    return whole;
}

/// A lane's share of U: four columns of each chunk for each product.
template<int products, ProductPrecision precision>
struct LaneWeights {
    Quad<precision> quad[RecurrencePlan::chunks][products];
};

/// Forwards: the products of a block's units over h, and then the step's arithmetic.
template<typename OneCell, ProductPrecision ofFactors>
struct ForwardBlock : RecurrenceBlock {
    using Cell = OneCell;
    using Weights = LaneWeights<Cell::products, ofFactors>;
    static constexpr ProductPrecision precision = ofFactors;
    static constexpr int phases = Cell::phases, reads = Cell::reads;
    static constexpr int sums = Cell::products; ///< what a warp leaves
    static constexpr bool addsUp = false;       ///< each product is a sum of its own
    GATESCOPE_HOST_DEVICE static constexpr Products productsOf(int phase) { return Cell::forwards(phase); }
    /// Whether recurrent dropout makes the factor another one for each product; otherwise they share it.
    GATESCOPE_HOST_DEVICE static constexpr bool masksFactor(int phase) { return phase == 0; }
    static GATESCOPE_HOST_DEVICE SharedRoom roomOf(const RecurrencePlan &plan)
    {
        return sharedRoom(plan, sums, 0, reads, precision);
    }

    Recurrence of;

    GATESCOPE_HOST_DEVICE ForwardBlock(const Recurrence &recurrence, const RecurrencePlan &planned, int groupOf,
                                       int blockOf)
        : RecurrenceBlock{planned, groupOf, blockOf, recurrence.H, recurrence.sequences}, of(recurrence)
    {
    }

    GATESCOPE_HOST_DEVICE Quad<precision> weight(int thread, int chunk, int product) const
    {
        const int j = unitOf(thread), k = column(thread, chunk);
        float v[4] = {0, 0, 0, 0};
        if (j < H && k < H)
            for (int i = 0; i < 4; ++i)
                v[i] = of.U[(std::size_t(product) * std::size_t(H) + std::size_t(j)) * std::size_t(H)
                            + std::size_t(k + i)];
        return quadOf<precision>(v);
    }

    template<int phase, bool masked>
    GATESCOPE_HOST_DEVICE RowsOfA factor(int step, int round, int product) const
    {
        const int t = of.time(step);
        const float *matrix = phase == 0 ? of.states + of.before(t) : of.rh + std::size_t(t) * of.slab();
        return {matrix, H, sequences, H, firstRow(round), masked ? of.mask + product * H : nullptr, Cell::products * H};
    }
    GATESCOPE_HOST_DEVICE bool isMasked() const { return of.mask != nullptr; }

    GATESCOPE_HOST_DEVICE UnitPlace place(int step, const RecurrenceItem &item) const
    {
        return {of, of.time(step), item.n, item.j};
    }
    GATESCOPE_HOST_DEVICE const float *source(const UnitPlace &place, int i) const
    {
        return Cell::source(of, place, i);
    }

    template<int phase>
    GATESCOPE_HOST_DEVICE void finish(int step, int round, const RecurrenceItem &item, const float (&got)[reads],
                                      const float *partials) const
    {
        constexpr Products products = productsOf(phase);
        float fromState[Cell::products] = {};
        for (int product = products.first; product < products.end; ++product)
            fromState[product] = wholeSum(*this, partials, sums, round, item, product)
                + (of.bRec ? of.bRec[product * H + item.j] : 0.0f);
        Cell::template finish<phase>(of, place(step, item), got, fromState);
    }
};

/// Backwards: first the step's arithmetic, then dh of a block's units is the products over all of dL/d(U h).
template<typename OneCell, ProductPrecision ofFactors>
struct BackwardBlock : RecurrenceBlock {
    using Cell = OneCell;
    using Weights = LaneWeights<Cell::products, ofFactors>;
    using Carried = typename Cell::Carried;
    static constexpr ProductPrecision precision = ofFactors;
    static constexpr int phases = Cell::phases, reads = Cell::readsBack;
    static constexpr int sums = 1;
    static constexpr bool addsUp = true; ///< the products of a phase are one sum
    GATESCOPE_HOST_DEVICE static constexpr Products productsOf(int phase) { return Cell::back(phase); }
    GATESCOPE_HOST_DEVICE static constexpr bool masksFactor(int) { return false; }
    static GATESCOPE_HOST_DEVICE SharedRoom roomOf(const RecurrencePlan &plan)
    {
        return sharedRoom(plan, sums, int(sizeof(Carried) / sizeof(float)), reads, precision);
    }

    RecurrenceBack of;

    GATESCOPE_HOST_DEVICE BackwardBlock(const RecurrenceBack &recurrence, const RecurrencePlan &planned, int groupOf,
                                        int blockOf)
        : RecurrenceBlock{planned, groupOf, blockOf, recurrence.forward.H, recurrence.forward.sequences}, of(recurrence)
    {
    }

    /// Steps are counted from the last one that was read.
    GATESCOPE_HOST_DEVICE int time(int step) const { return of.forward.time(of.forward.steps - 1 - step); }

    GATESCOPE_HOST_DEVICE Quad<precision> weight(int thread, int chunk, int product) const
    {
        const int j = unitOf(thread), k = column(thread, chunk);
        float v[4] = {0, 0, 0, 0};
        if (j < H && k < H)
            for (int i = 0; i < 4; ++i)
                v[i] = of.forward.U[(std::size_t(product) * std::size_t(H) + std::size_t(k + i)) * std::size_t(H)
                                    + std::size_t(j)];
        return quadOf<precision>(v);
    }

    template<int phase, bool masked>
    GATESCOPE_HOST_DEVICE RowsOfA factor(int step, int round, int product) const
    {
        const int row = Cell::products * H;
        const std::size_t slab = std::size_t(sequences) * std::size_t(row);
        return {of.dFromState + std::size_t(time(step)) * slab + product * H,
                row,
                sequences,
                H,
                firstRow(round),
                nullptr,
                0};
    }
    GATESCOPE_HOST_DEVICE bool isMasked() const { return of.forward.mask != nullptr; }

    /// A product's sum as dh has it: times the factor of recurrent dropout by which the product read h. The product of
    /// an earlier phase read something else.
    template<int phase>
    GATESCOPE_HOST_DEVICE float scaled(int round, int product, int row, int j, float sum) const
    {
        const int n = firstRow(round) + row;
        if (phase + 1 < phases || !isMasked() || n >= sequences || j >= H)
            return sum;
        return sum
            * of.forward.mask[(std::size_t(n) * std::size_t(Cell::products) + std::size_t(product)) * std::size_t(H)
                              + std::size_t(j)];
    }

    GATESCOPE_HOST_DEVICE UnitPlace place(int step, const RecurrenceItem &item) const
    {
        return {of.forward, time(step), item.n, item.j};
    }
    GATESCOPE_HOST_DEVICE const float *source(const UnitPlace &place, int i) const
    {
        return Cell::sourceBack(of, place, i);
    }

    template<int phase>
    GATESCOPE_HOST_DEVICE void finish(int step, int round, const RecurrenceItem &item, const float (&got)[reads],
                                      const float *partials, Carried &carried) const
    {
        const bool isFirst = step == 0 && phase == 0; // nothing has been multiplied yet
        const float sum = isFirst ? 0.0f : wholeSum(*this, partials, sums, round, item, 0);
        Cell::template finishBack<phase>(of, place(step, item), got, sum, carried);
    }

    GATESCOPE_HOST_DEVICE void start(const RecurrenceItem &item, Carried &carried) const
    {
        carried = Cell::begin(of, std::size_t(item.n) * std::size_t(H) + std::size_t(item.j));
    }
    GATESCOPE_HOST_DEVICE void end(int round, const RecurrenceItem &item, const float *partials,
                                   const Carried &carried) const
    {
        Cell::end(of, std::size_t(item.n) * std::size_t(H) + std::size_t(item.j), carried,
                  wholeSum(*this, partials, sums, round, item, 0));
    }
};

} // namespace gatescope::gpu
