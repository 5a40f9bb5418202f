// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QString>

namespace gatescope {

/// Edits are functions from an experiment to the next one; Document::edit makes them undoable. They
/// refuse places that do not exist and numbers that are not finite, and leave the rest to check().

/// One weight or bias.
Result<Experiment> withParameter(const Experiment &experiment, const ParameterPlace &place, double value);
/// All numbers of the network, in the shapes that it has: what training learned.
Result<Experiment> withParameters(const Experiment &experiment, Parameters parameters);
/// PyTorch's initialisation by another seed; what was noted on units was about the numbers before.
Experiment withFreshParameters(const Experiment &experiment, quint64 seed);

/// Another network. Numbers are kept when only the convention changes (converted exactly where
/// that is possible if `convert`; an update gate held at z is then held at 1−z); otherwise they are PyTorch's
/// initialisation by `seed`. Pins that do not fit are dropped.
Result<Experiment> withSpec(const Experiment &experiment, const NetworkSpec &spec, quint64 seed, bool convert = false);
/// A linear head with so many outputs, 0 for none, PyTorch's initialisation by `seed`; all other
/// numbers are kept and the objective adapts.
Result<Experiment> withHead(const Experiment &experiment, int outputs, quint64 seed);

/// Another input; the objective follows where it can, and a given initial state is kept while the
/// number of sequences is the same. With every other input pins are cut to the steps that there are.
Result<Experiment> withInput(const Experiment &experiment, Input input);
/// The text of one sequence; targets follow where they can.
Result<Experiment> withText(const Experiment &experiment, int sequence, const QString &text);
/// The row numbers of one sequence of a token input.
Result<Experiment> withTokens(const Experiment &experiment, int sequence, std::vector<int> tokens);
/// One input value of a number input.
Result<Experiment> withInputValue(const Experiment &experiment, int sequence, int step, int feature, double value);
/// A sequence of a number input cut short or prolonged by zeros.
Result<Experiment> withLength(const Experiment &experiment, int sequence, int length);
/// One component of the initial state (or, `cellState`, of the LSTM's c0).
Result<Experiment> withInitialState(const Experiment &experiment, int layerIndex, int sequence, int unit, double value,
                                    bool cellState = false);
/// All zeros, as when none is given.
Experiment withoutInitialState(const Experiment &experiment);

/// What if: a value that is held in the run. Pins that held the same value before give way.
Result<Experiment> withPin(const Experiment &experiment, const Pin &pin);
/// The network makes again what `place` holds, a pin whose value is not asked; other steps and sequences stay held.
Experiment withoutPin(const Experiment &experiment, const Pin &place);
/// Nothing is held.
Experiment withoutPins(const Experiment &experiment);

/// Another loss, or the same with other targets.
Result<Experiment> withObjective(const Experiment &experiment, Objective objective);
/// Which loss's gradient flows back.
Result<Experiment> withWatched(const Experiment &experiment, WatchedSteps watched, int step = 0);
/// The class that a step is to name; −1: its loss does not count.
Result<Experiment> withTargetClass(const Experiment &experiment, int sequence, int step, int targetClass);
/// One value that the head is to put out at a step.
Result<Experiment> withTargetValue(const Experiment &experiment, int sequence, int step, int output, double value);

/// A breakpoint as a person types it, behind those there are; one that is there already is not set twice.
Result<Experiment> withBreakpoint(const Experiment &experiment, const QString &text);
Result<Experiment> withoutBreakpoint(const Experiment &experiment, int index);

/// What a unit is called; blanks at the ends do not count, and without a letter it has no name.
Result<Experiment> withUnitName(const Experiment &experiment, int layer, Direction direction, int unit,
                                const QString &name);
/// Whether a unit stands at the top of the timeline's lanes, whatever the order.
Result<Experiment> withUnitKept(const Experiment &experiment, int layer, Direction direction, int unit, bool kept);

} // namespace gatescope
