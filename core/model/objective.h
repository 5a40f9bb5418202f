// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time_array.h"
#include "core/model/batch.h"

#include <vector>

namespace gatescope {

enum class LossKind {
    outputSum,    ///< the sum of the network's outputs: no head and no target needed
    crossEntropy, ///< −log softmax(head)[class]
    squaredError, ///< mean over the head's outputs of (head − value)²
    binaryCrossEntropy ///< mean over the head's outputs of −v log σ(head) − (1 − v) log(1 − σ(head)), values v of 0 … 1
};

/// Which steps' losses are watched.
enum class WatchedSteps {
    every,
    last, ///< each sequence's last real step
    one   ///< Objective::step; sequences that are shorter have no loss there
};

/// The loss whose gradient flows back.
/// It is the mean over the watched real steps of all sequences, as PyTorch's reduction='mean' gives
/// it; for outputSum it is the sum. Where no step is watched, it is 0 and so is every gradient.
struct Objective {
    LossKind kind = LossKind::outputSum;
    WatchedSteps watched = WatchedSteps::last;
    int step = 0; ///< used by WatchedSteps::one
    /// crossEntropy: [sequence][step]; −1 has no loss. In a network with a decoder the sequence to be written, which
    /// has its own steps and its own length.
    std::vector<std::vector<int>> classes;
    TimeArray values;       ///< squaredError, binaryCrossEntropy: [time, batch, outputs]
    double tolerance = 0.1; ///< squaredError: an answer is right when each output is this near to its value

    bool operator==(const Objective &) const = default;
};

/// Whether the targets fit the head and the batch.
Result<void> check(const NetworkSpec &spec, const Batch &batch, const Objective &objective);

/// Whether the loss of this step of this sequence is watched: it is real, chosen, and has a target. For a decoder the
/// batch is the one that the decoder reads.
bool isWatched(const Objective &objective, const Batch &batch, int sequence, int step);

/// How many steps are watched: what the loss is the mean of.
int countWatched(const Objective &objective, const Batch &batch);

/// What a network learns from at one update.
struct TrainingBatch {
    Batch batch;
    Objective objective;
    bool continues = false; ///< each sequence goes on where that of the batch before ended
};

} // namespace gatescope
