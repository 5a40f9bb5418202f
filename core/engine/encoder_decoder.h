// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"

namespace gatescope {

// Networks with a decoder (NetworkSpec::decoder), by any backend that runs the two halves. evaluate() and measure()
// come here by themselves; masks of dropout act on the encoder alone.

using Symbols = std::vector<std::vector<int>>; ///< [sequence][step], each 0 … headOutputs−1

/// What both halves did.
struct EncoderDecoderRun {
    std::shared_ptr<const Trace> encoder; ///< its spec is encoderOf(spec)
    std::shared_ptr<const Trace> decoder; ///< its spec is decoderOf(spec); steps count in the sequence that is written
};

/// Runs the encoder over the batch and then the decoder under teacher forcing: it reads the right symbols, shifted by
/// one. Spec, parameters and batch must have passed their checks; each sequence has at least one symbol.
Result<EncoderDecoderRun> runTaught(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                                    std::shared_ptr<const Batch> batch, const Symbols &symbols);

struct EncoderDecoderGradients {
    std::shared_ptr<const GradientTrace> encoder; ///< its parameters are those of the whole network
    std::shared_ptr<const GradientTrace> decoder;
};

/// Back through the decoder, and by the states that it began with through the encoder. `upstream` is dL/d of what the
/// decoder puts out.
Result<EncoderDecoderGradients> backpropagateTaught(const Backend &backend, const Parameters &parameters,
                                                    const EncoderDecoderRun &run, const Upstream &upstream);

/// Writes so many symbols for each sequence: at each step the one that the head says loudest, which the decoder reads
/// at the next. Fails with check()'s sentence when the parts do not fit together, and when the backend does.
Result<Symbols> decode(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                       std::shared_ptr<const Batch> batch, const std::vector<int> &lengths);

} // namespace gatescope
