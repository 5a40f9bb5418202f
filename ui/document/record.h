// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluation.h"
#include "core/experiment/experiment.h"

#include <memory>

namespace gatescope {

/// What views draw: an experiment together with what it computed, so that a picture never mixes two
/// ages. Cheap to copy.
struct Record {
    std::shared_ptr<const Experiment> experiment;
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const GradientTrace> gradients;
    double loss = 0;
    TimeArray stepLoss;

    const NetworkSpec &spec() const { return trace->spec; }
    explicit operator bool() const { return trace != nullptr; }
};

/// stepLabel of the input, read off the batch: a text would be walked from its start for every step.
std::string stepLabel(const Record &record, int sequence, int step);

/// Computes the record of an experiment, here and now.
Result<Record> computeRecord(const Backend &backend, std::shared_ptr<const Experiment> experiment);

} // namespace gatescope
