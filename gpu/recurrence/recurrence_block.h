// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/exchange.h"
#include "gpu/recurrence/quad.h"
#include "gpu/recurrence/recurrence.h"

namespace gatescope::gpu {

/// What one thread block has of a recurrence: which units and which sequences.
struct RecurrenceBlock {
    RecurrencePlan plan;
    int group, block;
    int H, sequences;

    /// The sequences that the group takes in a round.
    GATESCOPE_HOST_DEVICE int rowTile(int round) const { return group + plan.groups * round; }
    GATESCOPE_HOST_DEVICE int firstRow(int round) const { return rowTile(round) * plan.rows; }
    GATESCOPE_HOST_DEVICE int firstUnit() const { return block * plan.blockUnits(); }
    /// Units and sequences of a round: sixteen units by sixteen, in each of them sequence by sequence.
    GATESCOPE_HOST_DEVICE int items() const { return plan.rows * plan.blockUnits(); }
    /// Where a warp's partial sums stand, of one of the `sums` that it leaves, of eight sequences.
    GATESCOPE_HOST_DEVICE int partial(int sums, int split, int tile, int sum, int eight) const
    {
        return (((split * plan.tiles + tile) * sums + sum) * (plan.rows / RecurrencePlan::sequences) + eight)
            * RecurrencePlan::tile;
    }
    GATESCOPE_HOST_DEVICE FactorLayout layout() const { return {plan.rows, H}; }
};

/// The place of one item, and whether there is such a unit and sequence.
struct RecurrenceItem {
    int tile, unit, row; ///< of the block's units, in the tile, and of the round's sequences
    int n, j;
    bool isThere;

    /// Neighbouring sequences are four apart: there the warps' sums lie in other banks of memory.
    GATESCOPE_HOST_DEVICE RecurrenceItem(const RecurrenceBlock &block, int round, int item)
        : tile(block.plan.rows == 8 ? item / (8 * RecurrencePlan::units) : item / (16 * RecurrencePlan::units)),
          unit(item % RecurrencePlan::units), row(apart(item / RecurrencePlan::units & (block.plan.rows - 1))),
          n(block.firstRow(round) + row), j(block.firstUnit() + tile * RecurrencePlan::units + unit),
          isThere(item < block.items() && n < block.sequences && j < block.H)
    {
    }
    /// In [sequences, H].
    GATESCOPE_HOST_DEVICE std::size_t at(int H) const { return std::size_t(n) * std::size_t(H) + std::size_t(j); }

private:
    GATESCOPE_HOST_DEVICE static int apart(int place) { return (place & 8) + (place & 1) * 4 + (place & 7) / 2; }
};

/// Adds up what the warps of all splits left of some sums, always in the same order.
template<int first, int end, int count>
GATESCOPE_HOST_DEVICE void addUp(const RecurrenceBlock &block, const float *partials, int sums,
                                 const RecurrenceItem &item, float (&whole)[count])
{
    const int eight = item.row / RecurrencePlan::sequences;
    const float *at = partials + block.partial(sums, 0, item.tile, first, eight)
        + item.row % RecurrencePlan::sequences * RecurrencePlan::rowOfTile + item.unit;
    const int toNext
        = block.partial(sums, 0, item.tile, first + 1, eight) - block.partial(sums, 0, item.tile, first, eight);
    const int toSplit = block.partial(sums, 1, 0, 0, 0);
    GATESCOPE_PARTLY_UNROLLED
    for (int split = 0; split < block.plan.splits; ++split, at += toSplit)
        for (int sum = first; sum < end; ++sum)
            whole[sum] += at[(sum - first) * toNext];
}

/// A lane's share of U: four columns of each chunk for each product, of two units.
template<int products, int ofChunks, ProductPrecision precision>
struct LaneWeights {
    static constexpr int chunks = ofChunks;
    Quad<precision> quad[chunks][products][2];
};

// Either way of a recurrence is a block with the same functions, which recurrence_kernel.h puts together:
//
//   Kept, reads             what is kept of an item from step to step, and how many numbers it reads ahead
//   sums, addsUp            what a warp leaves of a phase: a sum for each product, or one of all products
//   factors(phase)          how many factors the products of a phase read: one for all, or one each
//   tellsAllFactors         one each, in every recurrence
//   weight()                four columns of U for a unit
//   biases, bias()          how many numbers of a unit are the same in every step, and one of them
//   begin()                 tells the first message: of an item what the products of the first step read
//   stepAfter()             the step of which an item reads numbers after a phase, or the number of steps
//   needs()                 whether it reads a number then
//   ready()                 all that an item knows before there are sums
//   after<phase>()          what it makes of that and of the sums of that phase; it tells the next message

/// Forwards: the products of a block's units over h, and then the step's arithmetic.
template<typename OneCell, ProductPrecision ofFactors, int ofChunks>
struct ForwardBlock : RecurrenceBlock {
    using Cell = OneCell;
    using Weights = LaneWeights<Cell::products, ofChunks, ofFactors>;
    using Kept = typename Cell::Kept;
    static constexpr ProductPrecision precision = ofFactors;
    static constexpr int chunks = ofChunks;
    static constexpr int registersOfWeights = weightRegisters(OneCell::products, ofChunks, ofFactors);
    static constexpr int mostWarpsOfBlock = mostWarps(registersOfWeights);
    static constexpr int phases = Cell::phases, reads = Cell::reads;
    static constexpr int sums = Cell::products;
    static constexpr int biases = reads + Cell::products;
    static constexpr bool addsUp = false, tellsAllFactors = false;
    GATESCOPE_HOST_DEVICE static constexpr Products productsOf(int phase) { return Cell::forwards(phase); }

    Recurrence of;

    GATESCOPE_HOST_DEVICE ForwardBlock(const Recurrence &recurrence, const RecurrencePlan &planned, int groupOf,
                                       int blockOf)
        : RecurrenceBlock{planned, groupOf, blockOf, recurrence.H, recurrence.sequences}, of(recurrence)
    {
    }

    GATESCOPE_HOST_DEVICE const Recurrence &recurrence() const { return of; }
    /// Recurrent dropout makes h another factor for each product.
    GATESCOPE_HOST_DEVICE int factors(int phase) const { return phase == 0 && of.mask ? productsOf(phase).count() : 1; }

    GATESCOPE_HOST_DEVICE Quad<precision> weight(int product, int j, int k) const
    {
        float v[4] = {0, 0, 0, 0};
        if (j < H && k < H)
            for (int i = 0; i < 4; ++i)
                v[i] = of.U[(std::size_t(product) * std::size_t(H) + std::size_t(j)) * std::size_t(H)
                            + std::size_t(k + i)];
        return quadOf<precision>(v);
    }

    GATESCOPE_HOST_DEVICE UnitPlace place(int step, const RecurrenceItem &item) const
    {
        return {of, of.time(step), item.n, item.j};
    }
    GATESCOPE_HOST_DEVICE const float *source(const UnitPlace &place, int i) const
    {
        return Cell::source(of, place, i);
    }
    GATESCOPE_HOST_DEVICE static constexpr bool needs(int phase, int i)
    {
        if constexpr (phases == 1)
            return true;
        else
            return Cell::needs(phase, i);
    }
    GATESCOPE_HOST_DEVICE int stepAfter(int, int step) const { return step; }

    template<typename Tell>
    GATESCOPE_HOST_DEVICE void begin(const RecurrenceItem &item, Kept &kept, const Tell &tell) const
    {
        kept = Cell::begin(of, of.before(of.time(0)) + item.at(H));
        tellState(item, kept.h, tell);
    }
    /// b_in, and then b_rec, of a unit.
    GATESCOPE_HOST_DEVICE float bias(int i, int j) const
    {
        const float *all = i < reads ? of.bIn : of.bRec;
        return all && j < H ? all[(i < reads ? i : i - reads) * H + j] : 0.0f;
    }
    struct Ready {
        UnitPlace place;
        float got[reads] = {}; ///< W x + b_in
        float bRec[Cell::products] = {};
    };
    /// `ahead(i)` are the numbers that were read ahead, `bias(i)` what bias() is of the item's unit.
    template<int phase, typename Ahead, typename Bias>
    GATESCOPE_HOST_DEVICE Ready ready(int step, const RecurrenceItem &item, const Ahead &ahead, const Bias &bias) const
    {
        Ready ready{place(step, item)};
        for (int i = 0; i < reads; ++i)
            if (needs(phase, i))
                ready.got[i] = ahead(i) + bias(i);
        for (int product = productsOf(phase).first; product < productsOf(phase).end; ++product)
            ready.bRec[product] = bias(reads + product);
        return ready;
    }
    template<int phase, typename Tell>
    GATESCOPE_HOST_DEVICE void after(const Ready &ready, const RecurrenceItem &item, const float *partials, Kept &kept,
                                     const Tell &tell) const
    {
        constexpr Products products = productsOf(phase);
        float fromState[Cell::products] = {};
        for (int product = products.first; product < products.end; ++product)
            fromState[product] = ready.bRec[product];
        addUp<products.first, products.end>(*this, partials, sums, item, fromState);
        Cell::template finish<phase>(of, ready.place, ready.got, fromState, kept, [&](float made) {
            if constexpr (phase + 1 == phases)
                tellState(item, made, tell);
            else
                tell(0, made);
        });
    }
    /// A product's sum as the cell wants it.
    template<int phase>
    GATESCOPE_HOST_DEVICE float scaled(int, int, int, int, float sum) const
    {
        return sum;
    }

private:
    template<typename Tell>
    GATESCOPE_HOST_DEVICE void tellState(const RecurrenceItem &item, float h, const Tell &tell) const
    {
        if (!of.mask)
            return tell(0, h);
        GATESCOPE_NOT_UNROLLED
        for (int product = 0; product < productsOf(0).count(); ++product)
            tell(product, of.maskOf(item.n, item.j, product, Cell::products) * h);
    }
};

/// Backwards: first the step's arithmetic, then dh of a block's units is the products over all of dL/d(U h).
template<typename OneCell, ProductPrecision ofFactors, int ofChunks>
struct BackwardBlock : RecurrenceBlock {
    using Cell = OneCell;
    using Weights = LaneWeights<Cell::products, ofChunks, ofFactors>;
    using Kept = typename Cell::Carried;
    static constexpr ProductPrecision precision = ofFactors;
    static constexpr int chunks = ofChunks;
    static constexpr int registersOfWeights = weightRegisters(OneCell::products, ofChunks, ofFactors);
    static constexpr int mostWarpsOfBlock = mostWarps(registersOfWeights);
    static constexpr int phases = Cell::phases, reads = Cell::readsBack;
    static constexpr int sums = 1;
    static constexpr int biases = 0;
    static constexpr bool addsUp = true, tellsAllFactors = true;
    GATESCOPE_HOST_DEVICE static constexpr Products productsOf(int phase) { return Cell::back(phase); }

    RecurrenceBack of;

    GATESCOPE_HOST_DEVICE BackwardBlock(const RecurrenceBack &recurrence, const RecurrencePlan &planned, int groupOf,
                                        int blockOf)
        : RecurrenceBlock{planned, groupOf, blockOf, recurrence.forward.H, recurrence.forward.sequences}, of(recurrence)
    {
    }

    GATESCOPE_HOST_DEVICE const Recurrence &recurrence() const { return of.forward; }
    GATESCOPE_HOST_DEVICE int factors(int phase) const { return productsOf(phase).count(); }

    /// Steps are counted from the last one that was read.
    GATESCOPE_HOST_DEVICE int time(int step) const { return of.forward.time(of.forward.steps - 1 - step); }

    GATESCOPE_HOST_DEVICE Quad<precision> weight(int product, int j, int k) const
    {
        float v[4] = {0, 0, 0, 0};
        if (j < H && k < H)
            for (int i = 0; i < 4; ++i)
                v[i] = of.forward.U[(std::size_t(product) * std::size_t(H) + std::size_t(k + i)) * std::size_t(H)
                                    + std::size_t(j)];
        return quadOf<precision>(v);
    }

    /// A product's sum as dh has it: times the factor of recurrent dropout by which the product read h. The product of
    /// an earlier phase read something else.
    template<int phase>
    GATESCOPE_HOST_DEVICE float scaled(int round, int product, int row, int j, float sum) const
    {
        const int n = firstRow(round) + row;
        if (phase + 1 < phases || !of.forward.mask || n >= sequences || j >= H)
            return sum;
        return sum * of.forward.maskOf(n, j, product, Cell::products);
    }

    GATESCOPE_HOST_DEVICE UnitPlace place(int step, const RecurrenceItem &item) const
    {
        return {of.forward, time(step), item.n, item.j};
    }
    GATESCOPE_HOST_DEVICE const float *source(const UnitPlace &place, int i) const
    {
        return Cell::sourceBack(of, place, i);
    }
    GATESCOPE_HOST_DEVICE static constexpr bool needs(int phase, int i)
    {
        if constexpr (phases == 1)
            return true;
        else
            return Cell::needsBack((phase + 1) % phases, i);
    }
    GATESCOPE_HOST_DEVICE int stepAfter(int phase, int step) const { return phase + 1 < phases ? step : step + 1; }

    template<typename Tell>
    GATESCOPE_HOST_DEVICE void begin(const RecurrenceItem &item, Kept &kept, const Tell &tell) const
    {
        kept = Cell::beginBack(of, item.at(H));
        const UnitPlace first = place(0, item);
        float got[reads];
        for (int i = 0; i < reads; ++i)
            got[i] = *source(first, i);
        Cell::template finishBack<0>(of, first, got, 0.0f, kept, tell); // nothing has been multiplied yet
    }
    struct Ready {
        UnitPlace place;
        float got[reads] = {};
        bool isPastAll = false; ///< no step follows
    };
    template<int phase, typename Ahead, typename Bias>
    GATESCOPE_HOST_DEVICE Ready ready(int step, const RecurrenceItem &item, const Ahead &ahead, const Bias &) const
    {
        const bool isPastAll = step == of.forward.steps;
        Ready ready{place(isPastAll ? step - 1 : step, item)};
        ready.isPastAll = isPastAll;
        for (int i = 0; i < reads && !isPastAll; ++i)
            if (needs(phase, i))
                ready.got[i] = ahead(i);
        return ready;
    }
    template<int phase, typename Tell>
    GATESCOPE_HOST_DEVICE void after(const Ready &ready, const RecurrenceItem &item, const float *partials, Kept &kept,
                                     const Tell &tell) const
    {
        constexpr int next = (phase + 1) % phases;
        float sum[1] = {};
        addUp<0, 1>(*this, partials, sums, item, sum);
        if (ready.isPastAll)
            Cell::endBack(of, item.at(H), kept, sum[0]);
        else
            Cell::template finishBack<next>(of, ready.place, ready.got, sum[0], kept, tell);
    }
};

} // namespace gatescope::gpu
