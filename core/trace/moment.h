// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <optional>
#include <string_view>

namespace gatescope {

/// One cell at work: a layer and direction reading one step of one sequence.
struct Moment {
    int layer = 0;
    Direction direction = Direction::forward;
    int step = 0;
    int sequence = 0;

    bool operator==(const Moment &) const = default;
};

/// The step whose state this moment starts from: step−1 forwards, step+1 backwards; none at the
/// first step that the direction reads, where h0 stands.
std::optional<int> previousStep(const Trace &trace, const Moment &moment);
/// The step that reads this moment's state next; none at the last one.
std::optional<int> nextStep(const Trace &trace, const Moment &moment);

/// What the layer reads at this step, as far as dropout leaves it: x for layer 0, otherwise the layer below, both
/// directions [units].
Vector layerInput(const Trace &trace, const Moment &moment);
/// h (or, for Part::cell, c) before this step [H].
Vector stateBefore(const Trace &trace, const Moment &moment, Part part = Part::state);

/// The two sums that meet before a block's squashing function, [H] each, and what they are made of.
struct BlockSums {
    Vector Wx;  ///< W x, without bias; with layer normalisation what the gains made of it
    Vector Uh;  ///< U h (candidate with reset before: U (r∘h)), without bias; with layer normalisation as Wx
    Vector bIn; ///< 0 in a network without biases
    Vector bRec;
};
BlockSums blockSums(const Trace &trace, const Parameters &parameters, const Moment &moment, int block);

/// The number at which a part of one unit is held at this moment; none where the network makes it itself.
std::optional<double> heldAt(const Trace &trace, const Moment &moment, Part part, int unit);

/// dL/da of a block [H], where a is what its squashing function reads; 0 in the units whose part is held.
Vector preactivationGradient(const Trace &trace, const GradientTrace &gradients, const Moment &moment, int block);

/// One of the ways by which a state's gradient goes back one step.
struct GradientPath {
    std::string_view name;       ///< "conveyor", otherwise the label of the part: "candidate", "update gate"
    std::optional<Part> through; ///< none for the conveyor, which only multiplies by a gate's value
    Vector gradient;             ///< its part of dL/dh (Part::cell: dL/dc) before this step, [H]
};

/// All ways back from this moment to the state before it, the conveyor first. Their sum is what the
/// recurrence contributes to dL/dh before this step; what comes from above at that step is not in it.
/// Nothing goes back through what is held.
/// A GRU has the conveyor and one way through each U; an LSTM's and an RNN's h has only the ways
/// through U. Part::cell asks for an LSTM's c, which has one way, the conveyor f∘dL/dc; what reaches
/// c before this step through h before this step is not in it.
std::vector<GradientPath> waysBack(const Trace &trace, const GradientTrace &gradients, const Parameters &parameters,
                                   const Moment &moment, Part part = Part::state);

/// dL/dh (Part::cell: dL/dc) before this step, everything included: the gradient of the previous
/// step's state, or of h0.
Vector stateGradientBefore(const Trace &trace, const GradientTrace &gradients, const Moment &moment,
                           Part part = Part::state);

/// softmax of the head's output at a step [outputs]; the trace must have a head.
Vector headProbabilities(const Trace &trace, int step, int sequence);

} // namespace gatescope
