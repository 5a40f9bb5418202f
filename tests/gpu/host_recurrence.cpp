// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gpu/host_recurrence.h"

#include "gpu/recurrence/cells.h"
#include "gpu/recurrence/recurrence_kernel.h"

namespace gatescope::gpu {

namespace {

template<typename Block, typename EitherWay>
void goThrough(const EitherWay &recurrence, const RecurrencePlan &plan, ThreadOrder order,
               const HostGrid::Mistake &mistake)
{
    HostGrid grid(plan.groups * plan.blocks, plan.threads(), std::size_t(SharedRoom<Block>(plan).all()), order,
                  mistake);
    grid.run([&](const HostGrid::Thread &thread) {
        RecurrenceKernel<Block, HostGrid::Thread>(thread, recurrence, plan).run();
    });
}

} // namespace

void recurOnHost(const Recurrence &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                 ThreadOrder order, const HostGrid::Mistake &mistake)
{
    withBlocks(recurrence.cell, precision, plan.chunks,
               [&]<typename Forward, typename Backward>() { goThrough<Forward>(recurrence, plan, order, mistake); });
}

void recurOnHost(const RecurrenceBack &recurrence, const RecurrencePlan &plan, ProductPrecision precision,
                 ThreadOrder order, const HostGrid::Mistake &mistake)
{
    withBlocks(recurrence.forward.cell, precision, plan.chunks,
               [&]<typename Forward, typename Backward>() { goThrough<Backward>(recurrence, plan, order, mistake); });
}

} // namespace gatescope::gpu
