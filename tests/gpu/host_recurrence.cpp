// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/host_recurrence.h"

#include "gpu/recurrence/cells.h"
#include "gpu/recurrence/recurrence_kernel.h"

namespace gatescope::gpu {

namespace {

template<typename Block, typename EitherWay>
bool goThrough(const EitherWay &recurrence, RecurrencePlan plan, ThreadOrder order, const HostGrid::Mistake &mistake)
{
    if (mistake.hasOneSlot)
        plan.slotCount = 1;
    HostGrid grid(plan.groups * plan.blocks, plan.threads(), std::size_t(SharedRoom<Block>(plan).all()), order,
                  mistake);
    return grid.run([&](const HostGrid::Thread &thread) {
        RecurrenceKernel<Block, HostGrid::Thread>(thread, recurrence, plan).run();
    });
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
