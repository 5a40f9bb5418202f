// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/breakpoints/breakpoint.h"
#include "core/experiment/input/input.h"
#include "core/model/objective.h"
#include "core/model/parameters.h"
#include "core/model/unit_note.h"

namespace gatescope {

/// Where the person was looking when the experiment was saved.
struct ExperimentView {
    int sequence = 0;
    int step = 0;
    int part = 0; ///< index into CellDescription::stepParts
    int layer = 0;
    Direction direction = Direction::forward;
    int unit = 0;
    bool backwardPass = false;
    int level = 1; ///< how near: 0 the network, 1 a cell, 2 a unit

    bool operator==(const ExperimentView &) const = default;
};

/// Where in the lessons somebody is.
struct LessonPlace {
    std::string lesson; ///< its name
    int card = 0;       ///< from 0

    bool operator==(const LessonPlace &) const = default;
};

/// A field of a file that this program does not know.
struct UnknownField {
    std::string name;
    std::string json; ///< its value, as JSON

    bool operator==(const UnknownField &) const = default;
};

/// What the user is studying: a plain value that is edited, saved and shared.
struct Experiment {
    std::string title;
    std::string description;
    NetworkSpec spec;
    Parameters parameters;
    Input input;
    Objective objective;
    std::vector<Pin> pins; ///< what is held in the network's run
    ExperimentView view;
    std::vector<Breakpoint> breakpoints;     ///< in the order in which they were set
    std::vector<UnitNote> units;             ///< what somebody noted on units
    std::optional<LessonPlace> lesson;       ///< the lesson that was open when the experiment was saved
    std::vector<UnknownField> unknownFields; ///< top-level ones of a newer or other program, kept on saving

    bool operator==(const Experiment &) const = default;
};

/// What the network reads in the experiment's run: its input, and what is held. Refuses what toBatch refuses, and pins
/// that do not fit.
Result<Batch> batchOf(const Experiment &experiment);

/// Whether spec, parameters, input, objective, pins and notes on units fit together. Where somebody looks is not asked:
/// it follows what there is, see nearestView.
Result<void> check(const Experiment &experiment);

/// Refuses to look at what the network or the input does not have: only a damaged file does. The
/// experiment must pass its check.
Result<void> checkView(const Experiment &experiment);

/// The nearest place that this network and input have; both must pass their check.
ExperimentView nearestView(const ExperimentView &view, const NetworkSpec &spec, const Input &input);

/// Those of the pins that this network and input have, cut to the steps that there are.
std::vector<Pin> fittingPins(const std::vector<Pin> &pins, const NetworkSpec &spec, const Input &input);

/// A network of this shape with PyTorch's initialisation that reads an input which fits it:
/// what is shown after a person changed the sizes. Keeps the texts when the alphabet still fits, and the pins that do;
/// what was noted on units was about those of the network before.
Experiment experimentFor(const NetworkSpec &spec, const Experiment &previous, std::uint64_t seed);

/// The objective that fits: the next letter for characters with a head as wide as the alphabet, the next row for rows
/// of an embedding with a head as wide as it is long; otherwise the sum of the outputs.
Objective naturalObjective(const NetworkSpec &spec, const Input &input);

/// The same objective for another input where that is possible, otherwise naturalObjective.
Objective adaptedObjective(const Objective &objective, const NetworkSpec &spec, const Input &input);

} // namespace gatescope
