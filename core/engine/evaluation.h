// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"
#include "core/model/objective.h"

namespace gatescope {

/// One run with its loss and all gradients of that loss.
struct Evaluation {
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const GradientTrace> gradients;
    double loss = 0;
    TimeArray stepLoss; ///< [time, batch, 1]: what each watched step adds to the loss; 0 elsewhere
};

/// Runs, takes the loss and propagates it back.
Result<Evaluation> evaluate(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                            std::shared_ptr<const Batch> batch, const Objective &objective);

} // namespace gatescope
