// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objective.h"
#include "core/model/parameters.h"

#include <memory>

namespace gatescope {

/// The shape of a network and of what it reads, before the numbers.
struct Shape {
    NetworkSpec spec;
    int steps = 1;
    std::vector<int> lengths; ///< one per sequence
    LossKind loss = LossKind::outputSum;
    WatchedSteps watched = WatchedSteps::every;
    int step = 0; ///< for WatchedSteps::one
    bool initialStates = false;
    DropoutSettings dropout = {};
    std::vector<Pin> pins = {};
};

/// A network with random numbers in that shape, and its loss.
struct RandomNetwork {
    NetworkSpec spec;
    Parameters parameters;
    std::shared_ptr<const Batch> batch;
    Objective objective;
};

RandomNetwork randomNetwork(const Shape &shape, std::uint64_t seed);
/// With PyTorch's initialisation, by which single precision is judged; the random numbers are larger.
RandomNetwork initialNetwork(const Shape &shape, std::uint64_t seed);

/// Pins of all that can be held, so many of each part, at random places and values, no two of one value.
std::vector<Pin> randomPins(const NetworkSpec &spec, const std::vector<int> &lengths, int ofEachPart,
                            std::uint64_t seed);

TimeArray randomArray(int steps, int sequences, int units, Random &random);

/// One sequence of a batch by itself: its real steps and its initial states.
Batch sequenceAlone(const Batch &batch, int sequence);

} // namespace gatescope
