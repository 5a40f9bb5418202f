// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time_array.h"
#include "core/model/batch.h"
#include "core/model/parameters.h"

#include <map>
#include <memory>

namespace gatescope {

/// What one layer did in one direction: an array [time, batch, H] for each recorded part. Index t is
/// always the position in the input, also in the backward direction; past a length all is 0.
struct LayerTrace {
    std::map<Part, TimeArray> parts;

    const TimeArray &operator[](Part part) const { return parts.at(part); }
    TimeArray &operator[](Part part) { return parts[part]; }
};

/// The immutable record of one run. Its arrays are those that backpropagation reads.
struct Trace {
    NetworkSpec spec;
    std::shared_ptr<const Batch> batch;
    std::vector<LayerTrace> layers; ///< at NetworkSpec::layerIndex
    TimeArray output;               ///< [time, batch, directions·H], the top layer's states
    std::vector<Matrix> hN;         ///< each layer and direction's state after its last real step, [batch, H]
    std::vector<Matrix> cN;         ///< LSTM only
    TimeArray headOutput;           ///< [time, batch, outputs] of the linear head; empty without one
    /// [time, batch, 1]: how much of each step the head reads, a sequence's sum is 1; empty without attention.
    TimeArray attention;

    const LayerTrace &at(int layer, Direction direction) const { return layers[spec.layerIndex(layer, direction)]; }
    int length(int sequence) const { return batch->lengths[sequence]; }
};

/// The total derivative of one loss by everything in a Trace: of a gate by its activated value, of
/// the state at t by h_t with all that flows into it from later steps and from above.
struct GradientTrace {
    std::vector<LayerTrace> layers; ///< the same parts as the Trace
    TimeArray x;                    ///< [time, batch, inputSize]
    std::vector<Matrix> h0;         ///< each [batch, H]
    std::vector<Matrix> c0;         ///< LSTM only
    Parameters parameters;          ///< the embedding's part is filled in by engine/evaluation

    TimeArray output;    ///< the upstream gradient that arrived at the output, through the head too
    TimeArray attention; ///< [time, batch, 1], by the weights of the steps; empty without attention
    const LayerTrace &at(const NetworkSpec &spec, int layer, Direction direction) const
    {
        return layers[spec.layerIndex(layer, direction)];
    }
};

/// Derivatives of a loss by what a network puts out; an empty member is 0.
struct Upstream {
    TimeArray output;       ///< [time, batch, directions·H]
    std::vector<Matrix> hN; ///< as Trace::hN
    std::vector<Matrix> cN;
    TimeArray headOutput; ///< [time, batch, outputs]
};

} // namespace gatescope
