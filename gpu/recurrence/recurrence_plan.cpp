// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/recurrence/recurrence_plan.h"

#include "gpu/recurrence/cells.h"
#include "gpu/recurrence/recurrence_block.h"

#include <algorithm>
#include <array>

namespace gatescope::gpu {

namespace {

constexpr int mostUnits = 1024;

constexpr int ceilDiv(int a, int b)
{
    return (a + b - 1) / b;
}

/// How many tiles of sequences a group may take in each step before the products are so large that the plain path is
/// expected to be as quick: sooner where there is no tensor core. Not measured yet.
struct RoundsRow {
    int units, rounds, exactRounds;
};
constexpr std::array roundsTable{RoundsRow{256, 8, 4}, RoundsRow{512, 4, 2}, RoundsRow{mostUnits, 1, 1}};

/// What the plan of a cell depends on.
struct CellShape {
    int products, phases;
};

CellShape shapeOf(RecurrentCell cell)
{
    return withCell(cell, []<typename Cell>(Cell) { return CellShape{Cell::products, Cell::phases}; });
}

int sharedBytes(RecurrentCell cell, const RecurrencePlan &plan, ProductPrecision precision)
{
    const int floats = withCell(cell, [&]<typename Cell>(Cell) {
        return withPrecision(precision, [&](auto constant) {
            constexpr ProductPrecision known = decltype(constant)::value;
            return std::max(ForwardBlock<Cell, known>::roomOf(plan).all(),
                            BackwardBlock<Cell, known>::roomOf(plan).all());
        });
    });
    return floats * int(sizeof(float));
}

} // namespace

Result<RecurrencePlan> recurrencePlan(RecurrentCell cell, int H, int sequences, ProductPrecision precision,
                                      const RecurrenceLimits &limits)
{
    if (H > mostUnits || H % 4 != 0)
        return error("One kernel for all steps takes up to %1 units in multiples of 4, not %2.",
                     {std::to_string(mostUnits), std::to_string(H)});
    const CellShape shape = shapeOf(cell);
    RecurrencePlan plan;
    plan.meetings = shape.phases;
    plan.splits = ceilDiv(H, RecurrencePlan::columns);
    plan.tiles = std::clamp(mostWarps(shape.products, precision) / plan.splits, 1, ceilDiv(H, RecurrencePlan::units));
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
    if (plan.rounds > (precision == ProductPrecision::float32 ? row->exactRounds : row->rounds))
        return error("%1 sequences of %2 units are multiplied as quickly step by step.",
                     {std::to_string(sequences), std::to_string(H)});
    if (sharedBytes(cell, plan, precision) > limits.sharedBytes)
        return error("The sums of %1 sequences do not fit into the memory that a block shares.",
                     {std::to_string(plan.rounds * RecurrencePlan::rows)});
    return plan;
}

std::string describe(const RecurrencePlan &plan)
{
    const char *where = plan.meeting == RecurrencePlan::Meeting::block ? "in a block"
        : plan.meeting == RecurrencePlan::Meeting::cluster             ? "in a cluster"
                                                                       : "in the grid";
    return std::to_string(plan.groups) + " × " + std::to_string(plan.blocks) + " blocks of "
        + std::to_string(plan.blockUnits()) + " units, " + std::to_string(plan.rounds) + " × "
        + std::to_string(RecurrencePlan::rows) + " sequences a step, meeting " + (plan.meetings > 1 ? "twice " : "")
        + where;
}

} // namespace gatescope::gpu
