// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"
#include "core/model/objective.h"

namespace gatescope {

/// One run with its loss and all gradients of that loss. In a network with a decoder `trace` is what the encoder did,
/// gradients->parameters are those of the whole network, and loss, steps and answers are the decoder's.
struct Evaluation {
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const GradientTrace> gradients;
    double loss = 0;
    TimeArray stepLoss;                   ///< [time, batch, 1]: what each watched step adds to the loss; 0 elsewhere
    double right = 0;                     ///< share of the watched steps whose answer is right, see core/ops/losses.h
    std::shared_ptr<const Trace> decoder; ///< null without a decoder
    std::shared_ptr<const GradientTrace> decoderGradients;
};

/// The loss of a run, and its derivative by what the network puts out.
struct Loss {
    double value = 0;
    TimeArray steps; ///< as Evaluation::stepLoss
    double right = 0;
    Upstream upstream;
};

/// Takes the loss; the objective must fit the trace's network and batch.
Loss takeLoss(const Trace &trace, const Objective &objective);

/// One run with its loss, and nothing propagated back.
struct Measurement {
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const Trace> decoder; ///< as in Evaluation
    Loss loss;
};

/// Runs and takes the loss; a decoder is taught the objective's classes.
Result<Measurement> measure(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                            std::shared_ptr<const Batch> batch, const Objective &objective);

/// Runs, takes the loss and propagates it back.
Result<Evaluation> evaluate(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                            std::shared_ptr<const Batch> batch, const Objective &objective);

} // namespace gatescope
