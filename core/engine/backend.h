// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/engine/training_run.h"
#include "core/model/batch.h"
#include "core/model/parameters.h"
#include "core/trace/trace.h"

#include <memory>
#include <string_view>

namespace gatescope {

/// Runs networks forwards and propagates gradients back. Const and without hidden state: one backend
/// can serve several threads.
class Backend
{
public:
    virtual ~Backend() = default;

    virtual std::string_view name() const = 0;
    /// One line for `gatescope list backends`.
    virtual std::string_view description() const = 0;
    /// In which it computes; its traces hold such numbers.
    virtual TimeArray::Precision precision() const = 0;

    /// Runs the network over the batch. Fails with check()'s sentence when spec, parameters and batch
    /// do not fit together, and when a computed value is not finite.
    virtual Result<std::shared_ptr<const Trace>> run(const NetworkSpec &spec, const Parameters &parameters,
                                                     std::shared_ptr<const Batch> batch) const = 0;

    /// Propagates the upstream gradient back through the trace that `parameters` made.
    virtual Result<std::shared_ptr<const GradientTrace>> backpropagate(const Parameters &parameters, const Trace &trace,
                                                                       const Upstream &upstream) const = 0;

    /// Trains the network from where another run stopped, with the bits that it would have had. Fails when spec and
    /// state do not fit together, and when this backend cannot train such a network.
    virtual Result<std::unique_ptr<TrainingRun>> resumeTraining(const NetworkSpec &spec, const TrainingState &state,
                                                                const TrainingSettings &settings) const = 0;

    /// Begins to train the network from these parameters.
    Result<std::unique_ptr<TrainingRun>> startTraining(const NetworkSpec &spec, const Parameters &parameters,
                                                       const TrainingSettings &settings) const;
};

} // namespace gatescope
