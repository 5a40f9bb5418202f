// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/batch.h"
#include "core/model/objective.h"
#include "core/model/parameters.h"
#include "core/ops/optimizer.h"

#include <memory>

namespace gatescope {

struct TrainingSettings {
    OptimizerSettings optimizer;
    int threads = 1; ///< a backend may use fewer; for a number of threads results are the same bits every time
    /// 0 for each number that stays as it is, with the optimizer's memory of it, and 1 for each that learns: what keeps
    /// pruned weights at 0. The gradient's norm leaves out what stays. Null: all learn.
    std::shared_ptr<const Parameters> mask = nullptr;

    bool operator==(const TrainingSettings &) const = default; ///< the same mask, not an equal one
};

/// All that a run carries from one update to the next; with it a run goes on elsewhere, or another day.
struct TrainingState {
    Parameters parameters;
    Parameters m, v; ///< the optimizer's memory, as OptimizerMemory
    int updates = 0; ///< made so far

    bool operator==(const TrainingState &) const = default;
};

/// The state before the first update.
TrainingState beginning(const NetworkSpec &spec, const Parameters &parameters);

/// Whether all of it has the shapes that the spec asks for and is finite.
Result<void> check(const NetworkSpec &spec, const TrainingState &state);

/// Whether the mask, if there is one, has the network's shapes and holds nothing but 0 and 1.
Result<void> check(const NetworkSpec &spec, const TrainingSettings &settings);

/// What one update found.
struct UpdateReport {
    double loss = 0;         ///< of the batch, before the update
    double right = 0;        ///< share of the watched steps whose answer is right, see core/ops/losses.h
    double gradientNorm = 0; ///< √Σ g² over all parameters that learn, before clipping
    /// Says what was not finite: the loss, a gradient or a new weight. Nothing has changed then.
    std::optional<Error> notFinite;
};

/// Whether the network can learn from the batch: it fits, and nothing is held in its run.
Result<void> checkForTraining(const NetworkSpec &spec, const Batch &batch, const Objective &objective);

/// A network that learns, batch by batch. It has its own copy of the parameters and belongs to one thread.
class TrainingRun
{
public:
    virtual ~TrainingRun() = default;

    /// One update: forwards, the loss, backwards, the optimizer. In a network with an embedding, x is looked up
    /// anew from the batch's rows. Fails when batch or objective do not fit the network, when something is held in the
    /// batch's run, and when the backend does; nothing has changed then.
    virtual Result<UpdateReport> update(const Batch &batch, const Objective &objective) = 0;

    /// The same without changing anything; the gradient's norm is 0.
    virtual Result<UpdateReport> measure(const Batch &batch, const Objective &objective) = 0;

    /// Each layer's state after the last real step of the last batch, [batch, H]; c of an LSTM.
    struct FinalStates {
        std::vector<Matrix> h, c;
    };
    virtual FinalStates finalStates() const = 0;

    /// A copy of what has been learned so far.
    virtual Parameters parameters() const = 0;
    virtual TrainingState state() const = 0;

    /// What the backend decided and a log should tell, oldest first: which way it computes, and why not another.
    virtual std::vector<Sentence> notes() const { return {}; }
};

} // namespace gatescope
