// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/recurrence/cells.h"
#include "gpu/recurrence/exact_rows.h"
#include "gpu/recurrence/recurrence_block.h"

#include <limits>
#include <vector>

namespace gatescope::gpu {

/// A thread block with its threads' registers and the memory that they share.
template<typename Block>
class HostBlock
{
public:
    template<typename EitherWay>
    HostBlock(const EitherWay &recurrence, const RecurrencePlan &plan, int group, int block)
        : m_block(recurrence, plan, group, block), m_weights(std::size_t(plan.threads())),
          m_partials(std::size_t(Block::roomOf(plan).partials), nothing),
          m_ahead(std::size_t(Block::roomOf(plan).ahead), nothing),
          m_staged(std::size_t(Block::roomOf(plan).staged), nothing)
    {
        for (int thread = 0; thread < plan.threads(); ++thread)
            for (int chunk = 0; chunk < RecurrencePlan::chunks; ++chunk)
                for (int product = 0; product < Block::Cell::products; ++product)
                    m_weights[std::size_t(thread)].quad[chunk][product] = m_block.weight(thread, chunk, product);
    }

    const Block &block() const { return m_block; }
    const float *partials() const { return m_partials.data(); }

    void copyAhead(int step)
    {
        forEachItem(1, [&](int, int number, const RecurrenceItem &item) {
            for (int i = 0; i < Block::reads; ++i)
                m_ahead.at(aheadOf(number, i)) = *m_block.source(m_block.place(step, item), i);
        });
    }
    using Got = float[Block::reads];
    void read(int step, int round, int number, const RecurrenceItem &item, Got &got) const
    {
        for (int i = 0; i < Block::reads; ++i)
            got[i] = round == 0 ? m_ahead.at(aheadOf(number, i)) : *m_block.source(m_block.place(step, item), i);
    }

    template<int phase>
    void multiply(int step)
    {
        for (int round = 0; round < m_block.plan.rounds; ++round)
            for (int warp = 0; warp < m_block.plan.warps(); ++warp) {
                if (Block::masksFactor(phase) && m_block.isMasked())
                    multiply<phase, true>(step, round, warp);
                else
                    multiply<phase, false>(step, round, warp);
            }
    }

    template<typename Work>
    void forEachItem(int rounds, const Work &work) const
    {
        for (int round = 0; round < rounds; ++round)
            for (int number = 0; number < m_block.items(); ++number)
                if (const RecurrenceItem item(m_block, round, number); item.isThere)
                    work(round, number, item);
    }

private:
    static constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
    static constexpr int lanes = RecurrencePlan::lanes, rows = RecurrencePlan::rows, units = RecurrencePlan::units;
    using TileSums = float[rows][units];

    std::size_t aheadOf(int number, int i) const { return std::size_t(i * m_block.items() + number); }

    template<int phase, bool masked>
    void multiply(int step, int round, int warp)
    {
        constexpr Products of = Block::productsOf(phase);
        TileSums c[of.count()] = {};
        for (int product = of.first; product < of.end; ++product) {
            const RowsOfA factor = m_block.template factor<phase, masked>(step, round, product);
            if constexpr (Block::precision == ProductPrecision::float32)
                multiplyExactly(factor, warp, product, c[product - of.first]);
            else
                multiplyOnTensorCore(factor, warp, product, c[product - of.first]);
        }
        for (int row = 0; row < rows; ++row)
            for (int unit = 0; unit < units; ++unit)
                leave<phase>(round, warp, row, unit, c);
    }

    template<int phase, int count>
    void leave(int round, int warp, int row, int unit, const TileSums (&c)[count])
    {
        constexpr Products of = Block::productsOf(phase);
        const auto at = [&](int sum) -> float & {
            const int tile = m_block.partial(Block::sums, round, m_block.splitOf(warp), m_block.tileOf(warp), sum);
            return m_partials.at(std::size_t(tile + row * units + unit));
        };
        if constexpr (Block::addsUp) {
            const int j = m_block.unitOf(warp * lanes) + unit;
            float sum = 0;
            for (int product = of.first; product < of.end; ++product)
                sum += m_block.template scaled<phase>(round, product, row, j, c[product - of.first][row][unit]);
            at(0) = sum;
        } else {
            for (int product = of.first; product < of.end; ++product)
                at(product) = c[product - of.first][row][unit];
        }
    }

    void multiplyOnTensorCore(const RowsOfA &factor, int warp, int product, TileSums &c) const
    {
        constexpr ProductPrecision precision = Block::precision;
        for (int chunk = 0; chunk < RecurrencePlan::chunks; ++chunk) {
            Quad<precision> low[lanes], high[lanes];
            for (int lane = 0; lane < lanes; ++lane) {
                const int column = m_block.column(warp * lanes + lane, chunk);
                low[lane] = factor.quad<precision>(lane / 4, column);
                high[lane] = factor.quad<precision>(lane / 4 + 8, column);
            }
            for (int row = 0; row < rows; ++row)
                for (int unit = 0; unit < units; ++unit)
                    for (int k = 0; k < RecurrencePlan::chunk; ++k) {
                        // the k-th row of B is the k-th column of A: the same lane of four, the same of its numbers
                        const Quad<precision> &a = row < 8 ? low[row * 4 + k / 4] : high[(row - 8) * 4 + k / 4];
                        const Quad<precision> &b
                            = m_weights[std::size_t(warp * lanes + unit * 4 + k / 4)].quad[chunk][product];
                        c[row][unit] += numberOf<precision>(a, k % 4) * numberOf<precision>(b, k % 4);
                    }
        }
    }

    void multiplyExactly(const RowsOfA &factor, int warp, int product, TileSums &c)
    {
        constexpr int together = ExactRows::together;
        const ExactRows room{m_staged.data() + warp * rows * RecurrencePlan::columns};
        for (int lane = 0; lane < lanes; ++lane)
            room.stage(lane, factor, m_block.firstColumn(warp));
        for (int first = 0; first < rows; first += together) {
            float sums[lanes][together][1] = {};
            for (int lane = 0; lane < lanes; ++lane)
                room.multiply<1>(lane, first, m_weights[std::size_t(warp * lanes + lane)], product, sums[lane]);
            for (int row = 0; row < together; ++row)
                for (int unit = 0; unit < units; ++unit) { // the four lanes of a unit
                    const auto sum = [&](int lane) { return sums[4 * unit + lane][row][0]; };
                    c[first + row][unit] = (sum(0) + sum(1)) + (sum(2) + sum(3));
                }
        }
    }

    Block m_block;
    std::vector<typename Block::Weights> m_weights;
    std::vector<float> m_partials, m_ahead, m_staged;
};

} // namespace gatescope::gpu
