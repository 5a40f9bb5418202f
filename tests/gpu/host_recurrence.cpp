// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/host_recurrence.h"

#include <functional>
#include <limits>
#include <vector>

namespace gatescope::gpu {

namespace {

/// A thread block with its threads' registers and the memory that they share.
template<ProductPrecision precision, typename Block>
class HostBlock
{
public:
    template<typename Gru>
    HostBlock(const Gru &gru, const RecurrencePlan &plan, int group, int block)
        : m_block(gru, plan, group, block), m_weights(std::size_t(plan.threads())),
          m_ahead(std::size_t(m_block.items())),
          m_partials(std::size_t(m_block.partial(Block::products, plan.rounds, 0, 0, 0)), nothing),
          m_carried(std::size_t(plan.rounds * m_block.items()), nothing)
    {
        for (int thread = 0; thread < plan.threads(); ++thread)
            for (int chunk = 0; chunk < Block::chunks; ++chunk)
                for (int product = 0; product < Block::products; ++product)
                    m_weights[std::size_t(thread)].quad[chunk][product] = m_block.weight(thread, chunk, product);
    }

    const Block &block() const { return m_block; }
    const float *partials() const { return m_partials.data(); }

    void ask(int step)
    {
        for (int item = 0; item < m_block.items(); ++item)
            m_ahead[std::size_t(item)] = m_block.read(step, 0, item);
    }

    void multiply(int step)
    {
        for (int round = 0; round < m_block.plan.rounds; ++round)
            for (int warp = 0; warp < m_block.plan.warps(); ++warp)
                multiply(step, round, warp);
    }

    template<typename Work>
    void forEachItem(const Work &work)
    {
        for (int round = 0; round < m_block.plan.rounds; ++round)
            for (int item = 0; item < m_block.items(); ++item)
                work(round, item, m_carried[std::size_t(round * m_block.items() + item)]);
    }

    typename Block::Read readOf(int step, int round, int item) const
    {
        return round == 0 ? m_ahead[std::size_t(item)] : m_block.read(step, round, item);
    }

private:
    static constexpr float nothing = std::numeric_limits<float>::quiet_NaN();
    static constexpr int lanes = RecurrencePlan::lanes, rows = RecurrencePlan::rows, units = RecurrencePlan::units;

    void multiply(int step, int round, int warp)
    {
        const RowsOfA factor = m_block.factor(step, round);
        float c[Block::products][rows][units] = {};
        for (int chunk = 0; chunk < Block::chunks; ++chunk) {
            Quad<precision> low[lanes], high[lanes];
            for (int lane = 0; lane < lanes; ++lane) {
                const int column = m_block.column(warp * lanes + lane, chunk);
                low[lane] = factor.quad<precision>(lane / 4, column);
                high[lane] = factor.quad<precision>(lane / 4 + 8, column);
            }
            for (int product = 0; product < Block::products; ++product)
                for (int row = 0; row < rows; ++row)
                    for (int unit = 0; unit < units; ++unit)
                        for (int k = 0; k < RecurrencePlan::chunk; ++k) {
                            // the k-th row of B is the k-th column of A: the same lane of four, the same of its numbers
                            const Quad<precision> &a = row < 8 ? low[row * 4 + k / 4] : high[(row - 8) * 4 + k / 4];
                            const Quad<precision> &b
                                = m_weights[std::size_t(warp * lanes + unit * 4 + k / 4)].quad[chunk][product];
                            c[product][row][unit] += numberOf<precision>(a, k % 4) * numberOf<precision>(b, k % 4);
                        }
        }
        for (int product = 0; product < Block::products; ++product)
            for (int lane = 0; lane < lanes; ++lane)
                for (int i = 0; i < 4; ++i)
                    m_partials[std::size_t(
                        m_block.partial(Block::products, round, m_block.splitOf(warp), m_block.tileOf(warp), product)
                        + placeInTile(lane, i))]
                        = c[product][lane / 4 + 8 * (i / 2)][2 * (lane % 4) + i % 2];
    }

    Block m_block;
    std::vector<typename Block::Weights> m_weights;
    std::vector<typename Block::Read> m_ahead;
    std::vector<float> m_partials, m_carried;
};

template<typename Blocks>
void inTurn(Blocks &blocks, BlockOrder order, const std::function<void(typename Blocks::value_type &)> &turn)
{
    if (order == BlockOrder::firstToLast)
        for (auto block = blocks.begin(); block != blocks.end(); ++block)
            turn(*block);
    else
        for (auto block = blocks.rbegin(); block != blocks.rend(); ++block)
            turn(*block);
}

template<ProductPrecision precision, typename Block, typename Gru>
std::vector<HostBlock<precision, Block>> blocksOf(const Gru &gru, const RecurrencePlan &plan)
{
    std::vector<HostBlock<precision, Block>> blocks;
    for (int group = 0; group < plan.groups; ++group)
        for (int block = 0; block < plan.blocks; ++block)
            blocks.emplace_back(gru, plan, group, block);
    return blocks;
}

template<ProductPrecision precision>
void forward(const GruRecurrence &gru, const RecurrencePlan &plan, BlockOrder order)
{
    auto blocks = blocksOf<precision, GruForwardBlock<precision>>(gru, plan);
    inTurn(blocks, order, [](auto &each) { each.ask(0); });
    for (int step = 0; step < gru.steps; ++step) // a meeting between two steps
        inTurn(blocks, order, [&](auto &each) {
            each.multiply(step);
            each.forEachItem([&](int round, int item, float &) {
                each.block().finish(step, round, item, each.readOf(step, round, item), each.partials());
            });
            if (step + 1 < gru.steps)
                each.ask(step + 1);
        });
}

template<ProductPrecision precision>
void backward(const GruRecurrenceBack &gru, const RecurrencePlan &plan, BlockOrder order)
{
    auto blocks = blocksOf<precision, GruBackwardBlock<precision>>(gru, plan);
    const auto finish = [&](auto &each, int step) {
        each.forEachItem([&](int round, int item, float &carried) {
            each.block().finish(step, round, item, each.readOf(step, round, item), each.partials(), carried);
        });
        if (step + 1 < gru.forward.steps)
            each.ask(step + 1);
    };
    inTurn(blocks, order, [&](auto &each) {
        each.forEachItem([&](int round, int item, float &carried) { each.block().start(round, item, carried); });
        each.ask(0);
        finish(each, 0);
    });
    for (int step = 0; step < gru.forward.steps; ++step) // a meeting before each product
        inTurn(blocks, order, [&](auto &each) {
            each.multiply(step);
            if (step + 1 < gru.forward.steps)
                finish(each, step + 1);
            else
                each.forEachItem([&](int round, int item, float &carried) {
                    each.block().end(round, item, each.partials(), carried);
                });
        });
}

} // namespace

void recurOnHost(const GruRecurrence &gru, const RecurrencePlan &plan, ProductPrecision precision, BlockOrder order)
{
    if (precision == ProductPrecision::bf16)
        forward<ProductPrecision::bf16>(gru, plan, order);
    else
        forward<ProductPrecision::tf32>(gru, plan, order);
}

void recurOnHost(const GruRecurrenceBack &gru, const RecurrencePlan &plan, ProductPrecision precision, BlockOrder order)
{
    if (precision == ProductPrecision::bf16)
        backward<ProductPrecision::bf16>(gru, plan, order);
    else
        backward<ProductPrecision::tf32>(gru, plan, order);
}

} // namespace gatescope::gpu
