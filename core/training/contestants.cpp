// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/contestants.h"

#include "core/base/marked.h"

#include <algorithm>

namespace gatescope {

const std::vector<Contestant> &contestants()
{
    static const std::vector<Contestant> table{
        {.key = "gru", .name = "GRU", .cell = CellKind::gru, .takesPart = true},
        {.key = "lstm", .name = "LSTM", .cell = CellKind::lstm, .takesPart = true},
        {.key = "rnn", .name = "RNN", .cell = CellKind::rnn, .takesPart = true},
        {.key = "gru-open",
         .name = marked("GRU z-bias +2"),
         .cell = CellKind::gru,
         .keepsAtFirst = 2,
         .takesPart = true},
        {.key = "lstm-open",
         .name = marked("LSTM f-bias +2"),
         .cell = CellKind::lstm,
         .keepsAtFirst = 2,
         .takesPart = true},
        {.key = "gru-before",
         .name = marked("GRU reset before"),
         .cell = CellKind::gru,
         .reset = ResetPlacement::before},
        {.key = "gru-2", .name = marked("GRU of 2 layers"), .cell = CellKind::gru, .layers = 2},
        {.key = "lstm-2", .name = marked("LSTM of 2 layers"), .cell = CellKind::lstm, .layers = 2},
    };
    return table;
}

RaceEntry entryOf(const Contestant &contestant, int units)
{
    RaceEntry entry;
    entry.name = contestant.name;
    entry.spec.cell = contestant.cell;
    entry.spec.hiddenSize = units;
    entry.spec.layers = contestant.layers;
    entry.spec.reset = contestant.reset;
    entry.keepsAtFirst = contestant.keepsAtFirst;
    return entry;
}

UsualRace usualRace(const TaskDescription &task)
{
    static const std::vector<UsualRace> table{
        {"temporal-order", 50, 16, 2000, 0.01},
        {"adding", 30, 24, 2500, 0.005},
        {"parity", 16, 8, 2000, 0.01},
        {"delayed-recall", 20, 16, 2000, 0.005},
    };
    const auto row = std::ranges::find_if(table, [&](const UsualRace &each) { return task.name == each.task; });
    return row != table.end() ? *row : UsualRace{"", task.usualLength, 16, 1000, 0.005};
}

} // namespace gatescope
