// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/host_recurrence.h"

#include "gpu/recurrence/cells.h"
#include "gpu/recurrence/recurrence_kernel.h"

namespace gatescope::gpu {

namespace {

int productsOf(RecurrentCell cell)
{
    return withCell(cell, []<typename Cell>(Cell) { return Cell::products; });
}

/// What a pass writes, but for the words in which blocks exchange numbers.
std::vector<std::span<float>> writtenBy(const Recurrence &of)
{
    const std::size_t slab = of.slab(), all = std::size_t(of.steps) * slab,
                      rows = std::size_t(of.steps) * std::size_t(of.sequences);
    std::vector<std::span<float>> written{{of.states, all + slab},
                                          {of.output, (rows - 1) * std::size_t(of.outputRow) + std::size_t(of.H)}};
    if (of.cells)
        written.emplace_back(of.cells, all + slab);
    for (float *part : {of.parts[0], of.parts[1], of.parts[2], of.parts[3], of.rh})
        if (part)
            written.emplace_back(part, all);
    return written;
}
std::vector<std::span<float>> writtenBy(const RecurrenceBack &of)
{
    const std::size_t slab = of.forward.slab(),
                      sums = std::size_t(of.forward.steps) * slab * std::size_t(productsOf(of.forward.cell));
    std::vector<std::span<float>> written{{of.dh, slab}, {of.dFromInput, sums}};
    if (of.dc)
        written.emplace_back(of.dc, slab);
    if (of.dFromState != of.dFromInput)
        written.emplace_back(of.dFromState, sums);
    return written;
}

template<typename Block, typename EitherWay>
bool goThrough(const EitherWay &recurrence, RecurrencePlan plan, ThreadOrder order, const HostGrid::Mistake &mistake)
{
    if (mistake.hasOneSlot)
        plan.slotCount = 1;
    HostGrid grid(plan.groups * plan.blocks, plan.threads(), std::size_t(SharedRoom<Block>(plan).all()), order,
                  mistake);
    return grid.run(
        [&](const HostGrid::Thread &thread) {
            RecurrenceKernel<Block, HostGrid::Thread>(thread, recurrence, plan).run();
        },
        writtenBy(recurrence));
}

} // namespace

bool recurOnHost(const Recurrence &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                 ThreadOrder order, const HostGrid::Mistake &mistake)
{
    return withBlocks(recurrence.cell, precision, plan.chunks, [&]<typename Forward, typename Backward>() {
        return goThrough<Forward>(recurrence, plan, order, mistake);
    });
}

bool recurOnHost(const RecurrenceBack &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                 ThreadOrder order, const HostGrid::Mistake &mistake)
{
    return withBlocks(recurrence.forward.cell, precision, plan.chunks, [&]<typename Forward, typename Backward>() {
        return goThrough<Backward>(recurrence, plan, order, mistake);
    });
}

} // namespace gatescope::gpu
