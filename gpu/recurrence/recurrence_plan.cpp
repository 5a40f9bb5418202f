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

/// How many sequences a group may take in each step before the products are so large that the plain path is expected to
/// be as quick: sooner where there is no tensor core. Not measured yet.
struct SequencesRow {
    int units, sequences, exactSequences;
};
constexpr std::array sequencesTable{SequencesRow{256, 128, 64}, SequencesRow{512, 64, 32},
                                    SequencesRow{mostUnits, 32, 16}};

/// What the plan of a cell depends on.
struct CellShape {
    int products, phases, factors;
};

CellShape shapeOf(RecurrentCell cell)
{
    return withCell(cell, []<typename Cell>(Cell) {
        CellShape shape{Cell::products, Cell::phases, 1};
        for (int phase = 0; phase < Cell::phases; ++phase)
            shape.factors = std::max(shape.factors, Cell::back(phase).count());
        shape.factors = std::max(shape.factors, Cell::forwards(0).count()); // with recurrent dropout
        return shape;
    });
}

int sharedBytes(RecurrentCell cell, const RecurrencePlan &plan, ProductPrecision precision)
{
    const int floats = withCell(cell, [&]<typename Cell>(Cell) {
        return withPrecision(precision, [&](auto constant) {
            constexpr ProductPrecision known = decltype(constant)::value;
            return std::max(SharedRoom<ForwardBlock<Cell, known>>(plan).all(),
                            SharedRoom<BackwardBlock<Cell, known>>(plan).all());
        });
    });
    return floats * int(sizeof(float));
}

/// Shares out the sequences in tiles of so many rows.
void shareOut(RecurrencePlan &plan, int rows, int sequences, const RecurrenceLimits &limits)
{
    const int rowTiles = ceilDiv(sequences, rows);
    plan.rows = rows;
    plan.groups = std::min(rowTiles, std::max(1, limits.processors / plan.blocks));
    plan.rounds = ceilDiv(rowTiles, plan.groups);
}

std::size_t exchangeOf(const RecurrencePlan &plan, ProductPrecision precision)
{
    if (plan.staysInBlock())
        return 0;
    const std::size_t words = factorInExchange(plan, {plan.rows, plan.H}, plan.groups * plan.rounds, 0, 0);
    return precision == ProductPrecision::float32 ? 2 * words : words;
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
    plan.H = H;
    plan.phases = shape.phases;
    plan.factors = shape.factors;
    plan.splits = ceilDiv(H, RecurrencePlan::columns);
    plan.tiles = std::clamp(mostWarps(shape.products, precision) / plan.splits, 1, ceilDiv(H, RecurrencePlan::units));
    plan.blocks = ceilDiv(H, plan.blockUnits());
    if (plan.blocks > limits.processors)
        return error("The %1 blocks that hold the weights of %2 units do not run on this device at once.",
                     {std::to_string(plan.blocks), std::to_string(H)});
    // Half the rows, and so less to exchange for each block, where all groups find room at once.
    shareOut(plan, RecurrencePlan::mostRows / 2, sequences, limits);
    const auto fits = [&] { return sharedBytes(cell, plan, precision) <= limits.sharedBytes; };
    if (plan.rounds > 1) {
        shareOut(plan, RecurrencePlan::mostRows, sequences, limits);
        if (!fits())
            shareOut(plan, RecurrencePlan::mostRows / 2, sequences, limits);
    }
    const auto row = std::ranges::find_if(sequencesTable, [H](const SequencesRow &each) { return H <= each.units; });
    const int most = precision == ProductPrecision::float32 ? row->exactSequences : row->sequences;
    if (plan.rounds * plan.rows > most)
        return error("%1 sequences of %2 units are multiplied as quickly step by step.",
                     {std::to_string(sequences), std::to_string(H)});
    if (!fits())
        return error("What %1 sequences need does not fit into the memory that a block shares.",
                     {std::to_string(plan.rounds * plan.rows)});
    plan.exchange = exchangeOf(plan, precision);
    return plan;
}

std::string describe(const RecurrencePlan &plan)
{
    const std::string often = plan.phases > 1 ? "twice " : "";
    return std::to_string(plan.groups) + " × " + std::to_string(plan.blocks) + " blocks of "
        + std::to_string(plan.blockUnits()) + " units, " + std::to_string(plan.rounds) + " × "
        + std::to_string(plan.rows) + " sequences a step, exchanged " + often
        + (plan.staysInBlock() ? "within the block" : "in memory");
}

} // namespace gatescope::gpu
