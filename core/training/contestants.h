// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/race.h"

namespace gatescope {

/// A network that is offered for a race.
struct Contestant {
    const char *key;  ///< on the command line: "lstm-open"
    const char *name; ///< in the race's table
    CellKind cell;
    std::optional<double> keepsAtFirst = {};
    int layers = 1;
    ResetPlacement reset = ResetPlacement::after;
    bool takesPart = false; ///< unless somebody chooses otherwise
};

/// Every one of them. The first is the measure of units and parameters.
const std::vector<Contestant> &contestants();

RaceEntry entryOf(const Contestant &contestant, int units);

/// How a task is raced unless somebody chooses otherwise.
struct UsualRace {
    const char *task;
    int length, units, updates;
    double learningRate;
};

/// A row of the table, or the one for all other tasks with the task's usual length.
UsualRace usualRace(const TaskDescription &task);

} // namespace gatescope
