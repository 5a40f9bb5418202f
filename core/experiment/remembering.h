// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/forgetting.h"
#include "core/experiment/experiment.h"
#include "core/trace/finding.h"

namespace gatescope {

// How long an experiment's network remembers what it read: the question to the engine, and the answer as a finding.

/// What else might stand at a step [alternative, inputSize]: the other letters, the other rows of the embedding, or, of
/// numbers, what is read elsewhere and zeros; an even sample of many. Marks beside numbers, features that are 0 or 1
/// everywhere, stay as they are: another value is meant, not another role. Empty where there is nothing else.
Matrix alternativesAt(const Experiment &experiment, const Batch &batch, int sequence, int step);

/// Follows what was read at this step, in this layer and direction, to its end. The trace must be the experiment's and
/// the backend's own.
Result<Forgetting> forgettingOf(const Backend &backend, const Experiment &experiment, const Trace &trace,
                                const Moment &read, const std::stop_token &stop = {});

/// The answer in words, which leads to where most is lost: a problem where all that is asked of the network is asked
/// when it is gone.
Finding findingOf(const Experiment &experiment, const Trace &trace, const Forgetting &forgetting);

/// What becomes of what the first sequence begins with, in the layer that holds it longest; none where there is nothing
/// to follow, and once it is asked to stop.
std::optional<Finding> firstOneRemembered(const Backend &backend, const Experiment &experiment, const Trace &trace,
                                          const std::stop_token &stop = {});

} // namespace gatescope
