// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/recurrence/recurrence_plan.h"

#include <algorithm>
#include <array>

namespace gatescope::gpu {

namespace {

constexpr int mostUnits = 1024;

constexpr int ceilDiv(int a, int b)
{
    return (a + b - 1) / b;
}

/// Warps of a block, so that each has room for its weights in registers: 96 a lane in TF32, 48 in bf16.
constexpr int mostWarps(ProductPrecision precision)
{
    return precision == ProductPrecision::bf16 ? 16 : 8;
}

/// How many tiles of sequences a group may take in each step before the products are so large that the plain path is
/// expected to be as quick. Not measured yet.
struct RoundsRow {
    int units, rounds;
};
constexpr std::array roundsTable{RoundsRow{256, 8}, RoundsRow{512, 4}, RoundsRow{mostUnits, 1}};

} // namespace

Result<RecurrencePlan> recurrencePlan(int H, int sequences, ProductPrecision precision, const RecurrenceLimits &limits)
{
    if (precision == ProductPrecision::float32)
        return error("In float32 every step is a product and a work of its own.");
    if (H > mostUnits || H % 4 != 0)
        return error("One kernel for all steps takes up to %1 units in multiples of 4, not %2.",
                     {std::to_string(mostUnits), std::to_string(H)});
    constexpr int length = RecurrencePlan::chunk * RecurrencePlan::forwardChunks;
    RecurrencePlan plan;
    plan.splits = ceilDiv(H, length);
    plan.tiles = std::clamp(mostWarps(precision) / plan.splits, 1, ceilDiv(H, RecurrencePlan::units));
    plan.blocks = ceilDiv(H, plan.blockUnits());
    const int rowTiles = ceilDiv(sequences, RecurrencePlan::rows);
    if (plan.blocks == 1 || plan.blocks <= limits.clusterBlocks) {
        plan.meeting = plan.blocks == 1 ? RecurrencePlan::Meeting::block : RecurrencePlan::Meeting::cluster;
        // More groups than fit at once would wait for one another, and load their weights late.
        plan.groups = std::clamp(limits.processors / plan.blocks, 1, rowTiles);
    } else {
        plan.meeting = RecurrencePlan::Meeting::grid;
        plan.groups = std::min(rowTiles, limits.processors / plan.blocks);
        if (plan.groups == 0)
            return error("The %1 blocks that hold the weights of %2 units do not run on this device at once.",
                         {std::to_string(plan.blocks), std::to_string(H)});
    }
    plan.rounds = ceilDiv(rowTiles, plan.groups);
    const auto row = std::ranges::find_if(roundsTable, [H](const RoundsRow &each) { return H <= each.units; });
    if (plan.rounds > row->rounds)
        return error("%1 sequences of %2 units are multiplied as quickly step by step.",
                     {std::to_string(sequences), std::to_string(H)});
    return plan;
}

std::string describe(const RecurrencePlan &plan)
{
    const char *where = plan.meeting == RecurrencePlan::Meeting::block ? "in a block"
        : plan.meeting == RecurrencePlan::Meeting::cluster             ? "in a cluster"
                                                                       : "in the grid";
    return std::to_string(plan.groups) + " × " + std::to_string(plan.blocks) + " blocks of "
        + std::to_string(plan.blockUnits()) + " units, " + std::to_string(plan.rounds) + " × "
        + std::to_string(RecurrencePlan::rows) + " sequences a step, meeting " + where;
}

} // namespace gatescope::gpu
