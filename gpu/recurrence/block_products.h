// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/exact_rows.h"
#include "gpu/recurrence/thread_of_block.h"

namespace gatescope::gpu {

/// What a thread, as a lane of its warp, has of the products of its block: the weights of a tile of units and of a part
/// of the products' length.
template<typename Base>
class BlockProducts : public Base
{
public:
    using Block = typename Base::Block;
    using Weights = typename Block::Weights;

    template<typename Thread, typename EitherWay>
    GATESCOPE_HOST_DEVICE BlockProducts(const Thread &thread, const EitherWay &recurrence, const RecurrencePlan &plan)
        : Base(thread, recurrence, plan), m_tile(thread.number() / RecurrencePlan::lanes % plan.tiles),
          m_split(thread.number() / RecurrencePlan::lanes / plan.tiles)
    {
    }

    /// A block's weights, into the registers of its threads.
    GATESCOPE_HOST_DEVICE void load(Weights &weights) const
    {
        const int lane = m_thread.number() % RecurrencePlan::lanes;
        const int j = m_block.firstUnit() + m_tile * RecurrencePlan::units + lane / 4;
        const int k = m_split * Block::chunks * RecurrencePlan::chunk + 4 * (lane % 4);
        GATESCOPE_UNROLLED
        for (int chunk = 0; chunk < Block::chunks; ++chunk) {
            GATESCOPE_UNROLLED
            for (int product = 0; product < Block::Cell::products; ++product)
                for (int half = 0; half < 2; ++half)
                    weights.quad[chunk][product][half]
                        = m_block.weight(product, j + 8 * half, k + chunk * RecurrencePlan::chunk);
        }
    }

    /// The products of a phase, into the room where the block adds them up.
    template<int phase>
    GATESCOPE_HOST_DEVICE void multiply(const Weights &weights, int round) const
    {
        if (!Block::addsUp && m_block.factors(phase) == 1)
            multiplyEights<phase, true>(weights, round);
        else
            multiplyEights<phase, false>(weights, round);
    }

protected:
    using Base::m_block;
    using Base::m_thread;

private:
    static constexpr ProductPrecision precision = Block::precision;

    /// Eight sequences at a time.
    template<int phase, bool sharesFactor>
    GATESCOPE_HOST_DEVICE void multiplyEights(const Weights &weights, int round) const
    {
        const int eights = m_block.plan.rows / RecurrencePlan::sequences;
        GATESCOPE_NOT_UNROLLED
        for (int eight = 0; eight < eights; ++eight) {
            if constexpr (precision == ProductPrecision::float32)
                multiplyExactly<phase, sharesFactor>(weights, round, eight);
            else
                multiplyOnTensorCore<phase, sharesFactor>(weights, round, eight);
        }
    }

    /// The first quad that a lane multiplies of a factor, of a sequence of the round; the next chunk's is
    /// quadsOfChunk() further, and there are ownChunks() of them.
    GATESCOPE_HOST_DEVICE const Quad<precision> *firstQuad(int round, int factor, int row, int lane) const
    {
        const FactorLayout layout = m_block.layout();
        return this->staged(round) + factor * layout.quads() + m_split * Block::chunks * layout.quadsOfChunk()
            + row * FactorLayout::quadsOfRow + lane % 4;
    }
    GATESCOPE_HOST_DEVICE int ownChunks() const { return m_block.layout().chunks() - m_split * Block::chunks; }

    template<int phase, bool sharesFactor>
    GATESCOPE_HOST_DEVICE void multiplyOnTensorCore(const Weights &weights, int round, int eight) const
    {
        constexpr Products of = Block::productsOf(phase);
        const int lane = m_thread.number() % RecurrencePlan::lanes;
        const int quadsOfChunk = m_block.layout().quadsOfChunk(), quadsOfFactor = m_block.layout().quads();
        const int chunks = ownChunks();
        const Quad<precision> *first = firstQuad(round, 0, eight * RecurrencePlan::sequences + lane / 4, lane);
        float c[of.end - of.first][4] = {};
        GATESCOPE_UNROLLED
        for (int chunk = 0; chunk < Block::chunks; ++chunk) {
            const int at = chunk < chunks ? chunk * quadsOfChunk : 0; // weights beyond the last column are 0
            Quad<precision> four{};
            GATESCOPE_UNROLLED
            for (int product = of.first; product < of.end; ++product) {
                if (product == of.first || !sharesFactor)
                    four = first[at + (product - of.first) * quadsOfFactor];
                const auto &weight = weights.quad[chunk][product];
                multiplyAdd(m_thread, c[product - of.first], weight[0], weight[1], four);
            }
        }
        m_thread.finishProducts();
        for (int i = 0; i < 4; ++i) {
            const int unit = unitOfSum(lane, i), sequence = sequenceOfSum(lane, i);
            float sum = 0;
            for (int product = of.first; product < of.end; ++product) {
                const float one = scaled<phase>(round, eight, product, sequence, unit, c[product - of.first][i]);
                if constexpr (Block::addsUp)
                    sum += one;
                else
                    partial(product, eight, sequence, unit) = one;
            }
            if constexpr (Block::addsUp)
                partial(0, eight, sequence, unit) = sum;
        }
    }

    template<int phase, bool sharesFactor>
    GATESCOPE_HOST_DEVICE void multiplyExactly(const Weights &weights, int round, int eight) const
    {
        constexpr Products of = Block::productsOf(phase);
        constexpr int atOnce = sharesFactor ? of.end - of.first : 1; // products that share a factor
        constexpr int together = ExactRows::together;
        const int lane = m_thread.number() % RecurrencePlan::lanes;
        // The lane that keeps a sum is the same for each product, and so may add to what it has left.
        const auto leave = [&](int product, int sequence, int unit, float sum) {
            sum = scaled<phase>(round, eight, product, sequence, unit, sum);
            float &place = partial(Block::addsUp ? 0 : product, eight, sequence, unit);
            place = !Block::addsUp || product == of.first ? sum : place + sum;
        };
        GATESCOPE_UNROLLED
        for (int product = of.first; product < of.end; product += atOnce) {
            GATESCOPE_NOT_UNROLLED
            for (int sequence = 0; sequence < RecurrencePlan::sequences; sequence += together) {
                const ExactRows rows{
                    firstQuad(round, product - of.first, eight * RecurrencePlan::sequences + sequence, lane),
                    m_block.layout().quadsOfChunk(), ownChunks()};
                float sums[together * atOnce * 2] = {};
                rows.multiply<atOnce>(weights, product, sums);
                m_thread.sumOfFour(sums);
                GATESCOPE_UNROLLED
                for (int i = 0; i < together * atOnce * 2; ++i) {
                    const int row = i / 2 / atOnce;
                    if (lane % 4 == row)
                        leave(product + i / 2 % atOnce, sequence + row, lane / 4 + 8 * (i % 2), sums[i]);
                }
            }
        }
    }

    /// A product's sum as the block wants it.
    template<int phase>
    GATESCOPE_HOST_DEVICE float scaled(int round, int eight, int product, int sequence, int unit, float sum) const
    {
        return m_block.template scaled<phase>(round, product, eight * RecurrencePlan::sequences + sequence,
                                              m_block.firstUnit() + m_tile * RecurrencePlan::units + unit, sum);
    }

    /// A sum of this warp.
    GATESCOPE_HOST_DEVICE float &partial(int sum, int eight, int sequence, int unit) const
    {
        return this->partials()[m_block.partial(Block::sums, m_split, m_tile, sum, eight)
                                + sequence * RecurrencePlan::rowOfTile + unit];
    }

    int m_tile, m_split; ///< of the warp
};

} // namespace gatescope::gpu
