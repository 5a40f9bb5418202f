// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QString>

namespace gatescope {

/// Edits are functions from an experiment to the next one; Document::edit makes them undoable. They
/// refuse what cannot be and leave the rest to check().

/// One weight or bias.
Result<Experiment> withParameter(const Experiment &experiment, const ParameterPlace &place, double value);
/// One input value of a number input.
Result<Experiment> withInputValue(const Experiment &experiment, int sequence, int step, int feature, double value);
/// One component of the initial state (or, `cellState`, of the LSTM's c0).
Result<Experiment> withInitialState(const Experiment &experiment, int layerIndex, int sequence, int unit, double value,
                                    bool cellState = false);
/// The text of one sequence; targets follow where they can.
Result<Experiment> withText(const Experiment &experiment, int sequence, const QString &text);
/// Another network. Numbers are kept when only the convention changes (converted exactly where
/// that is possible if `convert`); otherwise they are PyTorch's initialisation by `seed`.
Result<Experiment> withSpec(const Experiment &experiment, const NetworkSpec &spec, quint64 seed, bool convert = false);
/// Which loss's gradient flows back.
Result<Experiment> withWatched(const Experiment &experiment, WatchedSteps watched, int step = 0);

} // namespace gatescope
