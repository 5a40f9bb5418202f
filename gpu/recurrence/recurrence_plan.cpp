// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/recurrence/recurrence_plan.h"

#include "gpu/recurrence/cells.h"
#include "gpu/recurrence/thread_of_block.h"

#include <algorithm>
#include <array>

namespace gatescope::gpu {

namespace {

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
                                    SequencesRow{mostRecurrentUnits, 32, 16}};

/// What the plan of a cell depends on.
struct CellNeeds {
    int products, phases, factors, forwardFactors;
};

CellNeeds needsOf(const RecurrenceShape &shape)
{
    return withCell(shape.cell, [&]<typename Cell>(Cell) {
        CellNeeds needs{Cell::products, Cell::phases, 1, shape.isMasked ? Cell::forwards(0).count() : 1};
        needs.factors = needs.forwardFactors;
        for (int phase = 0; phase < Cell::phases; ++phase)
            needs.factors = std::max(needs.factors, Cell::back(phase).count());
        return needs;
    });
}

int sharedBytes(RecurrentCell cell, const RecurrencePlan &plan, ProductPrecision precision)
{
    const int floats = withBlocks(cell, precision, plan.chunks, [&]<typename Forward, typename Backward>() {
        return std::max(SharedRoom<Forward>(plan).all(), SharedRoom<Backward>(plan).all());
    });
    return floats * int(sizeof(float));
}

/// A plan whose warps hold so many chunks, before units and sequences are shared out.
RecurrencePlan planOf(const RecurrenceShape &shape, const CellNeeds &needs, int chunks)
{
    RecurrencePlan plan;
    plan.H = shape.H;
    plan.phases = needs.phases;
    plan.factors = needs.factors;
    plan.forwardFactors = needs.forwardFactors;
    plan.chunks = chunks;
    plan.splits = ceilDiv(plan.H, plan.columns());
    return plan;
}

/// Tiles of units that the registers of a block hold; 0 if not one whole.
int mostTiles(const RecurrencePlan &plan, int products, ProductPrecision precision)
{
    const int warps = mostWarps(weightRegisters(products, plan.chunks, precision));
    return std::min(warps / plan.splits, ceilDiv(plan.H, RecurrencePlan::units));
}

void shareOutUnits(RecurrencePlan &plan, int tiles)
{
    plan.tiles = tiles;
    plan.blocks = ceilDiv(plan.H, plan.blockUnits());
}

/// Shares out the sequences, so many at once.
void shareOutSequences(RecurrencePlan &plan, int rows, int sequences, const RecurrenceLimits &limits)
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
    const std::size_t words = messageInExchange(plan, {plan.rows, plan.H}, plan.groups * plan.rounds, 0);
    return precision == ProductPrecision::float32 ? 2 * words : words;
}

} // namespace

Result<RecurrencePlan> recurrencePlan(const RecurrenceShape &shape, ProductPrecision precision,
                                      const RecurrenceLimits &limits)
{
    if (shape.H > mostRecurrentUnits || shape.H % 4 != 0)
        return error("One kernel for all steps takes up to %1 units in multiples of 4, not %2.",
                     {std::to_string(mostRecurrentUnits), std::to_string(shape.H)});
    const CellNeeds needs = needsOf(shape);
    RecurrencePlan plan = planOf(shape, needs, 4);
    if (mostTiles(plan, needs.products, precision) == 0 && needsKernelOfEight(needs.products, precision))
        plan = planOf(shape, needs, 8);
    const int tiles = mostTiles(plan, needs.products, precision);
    if (tiles == 0)
        return error("The weights of %1 units do not fit into the registers of a block.", {std::to_string(shape.H)});
    shareOutUnits(plan, tiles);
    if (plan.blocks > limits.processors)
        return error("The %1 blocks that hold the weights of %2 units do not run on this device at once.",
                     {std::to_string(plan.blocks), std::to_string(shape.H)});
    // Eight at once have less to exchange and less to multiply in each block; sixteen where not all groups find room.
    constexpr int eight = RecurrencePlan::sequences;
    const auto fits = [&] { return sharedBytes(shape.cell, plan, precision) <= limits.sharedBytes; };
    shareOutSequences(plan, eight, shape.sequences, limits);
    if (plan.rounds > 1) {
        shareOutSequences(plan, 2 * eight, shape.sequences, limits);
        if (!fits())
            shareOutSequences(plan, eight, shape.sequences, limits);
    }
    // Processors that would be idle halve what each has to do.
    while (!plan.staysInBlock() && plan.tiles > 1 && 2 * plan.blocks * plan.groups <= limits.processors)
        shareOutUnits(plan, (plan.tiles + 1) / 2);
    const auto row
        = std::ranges::find_if(sequencesTable, [&](const SequencesRow &each) { return shape.H <= each.units; });
    const int most = precision == ProductPrecision::float32 ? row->exactSequences : row->sequences;
    if (plan.rounds * plan.rows > most)
        return error("%1 sequences of %2 units are multiplied as quickly step by step.",
                     {std::to_string(shape.sequences), std::to_string(shape.H)});
    if (!fits())
        return error("What %1 sequences need does not fit into the memory that a block shares.",
                     {std::to_string(plan.rounds * plan.rows)});
    plan.exchange = exchangeOf(plan, precision);
    return plan;
}

std::vector<RecurrencePlan> recurrencePlans(const RecurrenceShape &shape, ProductPrecision precision,
                                            const RecurrenceLimits &limits)
{
    std::vector<RecurrencePlan> plans;
    if (shape.H > mostRecurrentUnits || shape.H % 4 != 0)
        return plans;
    const CellNeeds needs = needsOf(shape);
    for (const int chunks : {4, 8}) {
        if (chunks == 8 && !needsKernelOfEight(needs.products, precision))
            break;
        RecurrencePlan plan = planOf(shape, needs, chunks);
        for (int tiles = mostTiles(plan, needs.products, precision); tiles > 0; tiles /= 2) {
            shareOutUnits(plan, tiles);
            if (plan.blocks > limits.processors)
                break;
            for (const int rows : {RecurrencePlan::sequences, 2 * RecurrencePlan::sequences}) {
                shareOutSequences(plan, rows, shape.sequences, limits);
                plan.exchange = exchangeOf(plan, precision);
                if (sharedBytes(shape.cell, plan, precision) <= limits.sharedBytes)
                    plans.push_back(plan);
            }
        }
    }
    return plans;
}

Sentence describe(const RecurrencePlan &plan)
{
    const auto number = [](auto count) { return Argument(std::to_string(count)); };
    const Sentence where = plan.staysInBlock() ? sentence("within the block") : sentence("in memory");
    return sentence("%1 × %2 blocks of %3 units, %4 × %5 sequences a step, exchanged %6",
                    {number(plan.groups), number(plan.blocks), number(plan.blockUnits()), number(plan.rounds),
                     number(plan.rows), plan.phases > 1 ? sentence("twice %1", {where}) : where});
}

} // namespace gatescope::gpu
