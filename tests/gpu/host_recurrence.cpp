// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/host_recurrence.h"

#include "tests/gpu/host_block.h"

#include <cstring>
#include <functional>

namespace gatescope::gpu {

namespace {

/// A block on the way back, with what it carries from step to step.
template<typename Block>
struct HostBackBlock : HostBlock<Block> {
    HostBackBlock(const RecurrenceBack &recurrence, const RecurrencePlan &plan, int group, int block)
        : HostBlock<Block>(recurrence, plan, group, block),
          carried(std::size_t(Block::roomOf(plan).carried) * sizeof(float) / sizeof(typename Block::Carried))
    {
        std::memset(carried.data(), 255, carried.size() * sizeof(typename Block::Carried)); // NaN
    }
    typename Block::Carried &own(int round, int number)
    {
        return carried.at(std::size_t(round * this->block().items() + number));
    }

    std::vector<typename Block::Carried> carried;
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

template<typename Each, typename EitherWay>
std::vector<Each> blocksOf(const EitherWay &recurrence, const RecurrencePlan &plan)
{
    std::vector<Each> blocks;
    for (int group = 0; group < plan.groups; ++group)
        for (int block = 0; block < plan.blocks; ++block)
            blocks.emplace_back(recurrence, plan, group, block);
    return blocks;
}

template<typename Block, typename Work>
void forEachPhase(const Work &work)
{
    work(std::integral_constant<int, 0>());
    if constexpr (Block::phases > 1)
        work(std::integral_constant<int, 1>());
}

template<typename Block>
void forward(const Recurrence &recurrence, const RecurrencePlan &plan, BlockOrder order)
{
    auto blocks = blocksOf<HostBlock<Block>>(recurrence, plan);
    inTurn(blocks, order, [](auto &each) { each.copyAhead(0); });
    for (int step = 0; step < recurrence.steps; ++step)
        forEachPhase<Block>([&](auto constant) { // a meeting between two phases
            constexpr int phase = decltype(constant)::value;
            inTurn(blocks, order, [&](auto &each) {
                each.template multiply<phase>(step);
                each.forEachItem(plan.rounds, [&](int round, int number, const RecurrenceItem &item) {
                    float got[Block::reads];
                    each.read(step, round, number, item, got);
                    each.block().template finish<phase>(step, round, item, got, each.partials());
                });
                if (phase + 1 == Block::phases && step + 1 < recurrence.steps)
                    each.copyAhead(step + 1);
            });
        });
}

template<typename Block>
void backward(const RecurrenceBack &recurrence, const RecurrencePlan &plan, BlockOrder order)
{
    auto blocks = blocksOf<HostBackBlock<Block>>(recurrence, plan);
    const auto finish = [&](auto &each, int step, auto constant) {
        constexpr int phase = decltype(constant)::value;
        each.forEachItem(plan.rounds, [&](int round, int number, const RecurrenceItem &item) {
            float got[Block::reads];
            each.read(step, round, number, item, got);
            each.block().template finish<phase>(step, round, item, got, each.partials(), each.own(round, number));
        });
    };
    constexpr std::integral_constant<int, 0> first;
    inTurn(blocks, order, [&](auto &each) {
        each.forEachItem(plan.rounds, [&](int round, int number, const RecurrenceItem &item) {
            each.block().start(item, each.own(round, number));
        });
        each.copyAhead(0);
        finish(each, 0, first);
    });
    for (int step = 0; step < recurrence.forward.steps; ++step)
        forEachPhase<Block>([&](auto constant) { // a meeting before each product
            constexpr int phase = decltype(constant)::value;
            inTurn(blocks, order, [&](auto &each) {
                each.template multiply<phase>(step);
                if constexpr (phase + 1 < Block::phases) {
                    finish(each, step, std::integral_constant<int, phase + 1>());
                } else if (step + 1 < recurrence.forward.steps) {
                    each.copyAhead(step + 1);
                    finish(each, step + 1, first);
                } else {
                    each.forEachItem(plan.rounds, [&](int round, int number, const RecurrenceItem &item) {
                        each.block().end(round, item, each.partials(), each.own(round, number));
                    });
                }
            });
        });
}

} // namespace

void recurOnHost(const Recurrence &recurrence, const RecurrencePlan &plan, ProductPrecision precision, BlockOrder order)
{
    withCell(recurrence.cell, [&]<typename Cell>(Cell) {
        withPrecision(precision, [&](auto constant) {
            forward<ForwardBlock<Cell, decltype(constant)::value>>(recurrence, plan, order);
        });
    });
}

void recurOnHost(const RecurrenceBack &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                 BlockOrder order)
{
    withCell(recurrence.forward.cell, [&]<typename Cell>(Cell) {
        withPrecision(precision, [&](auto constant) {
            backward<BackwardBlock<Cell, decltype(constant)::value>>(recurrence, plan, order);
        });
    });
}

} // namespace gatescope::gpu
