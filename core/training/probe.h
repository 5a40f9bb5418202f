// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluation.h"

#include <array>
#include <optional>

namespace gatescope {

/// How a gradient spreads over a network, how far its gates are open, where its values lie and how large its numbers
/// are: what the charts of a training show.
struct Probe {
    struct Layer {
        double parameterNorm = 0;         ///< √Σ g² over the layer's parameters
        std::vector<double> stepNorms;    ///< [time] √Σ (dL/dh_t)² over all sequences and units
        double weightNorm = 0;            ///< √Σ w² over the layer's parameters
        std::optional<double> changeNorm; ///< √Σ (Δw)² of the last update, where the numbers before it are known

        /// Update size over weight size, √Σ (Δw)² / √Σ w².
        std::optional<double> changeRatio() const
        {
            return changeNorm && weightNorm > 0 ? std::optional(*changeNorm / weightNorm) : std::nullopt;
        }
        bool operator==(const Layer &) const = default;
    };
    struct Gate {
        Part part;
        double nearlyClosed = 0; ///< share of its values below 0.1
        double nearlyOpen = 0;   ///< … above 0.9

        bool operator==(const Gate &) const = default;
    };
    /// How the values of a part are spread, over all units, real steps and sequences.
    struct Histogram {
        static constexpr int bins = 24;
        Part part;
        double lowest = 0, highest = 1;    ///< see binnedRange(); values outside count in the outermost bins
        std::array<double, bins> shares{}; ///< of all values, from the lowest bin to the highest; their sum is 1

        bool operator==(const Histogram &) const = default;
    };
    std::vector<Layer> layers;                      ///< at NetworkSpec::layerIndex
    std::vector<std::vector<Gate>> gates;           ///< of each layer
    std::vector<std::vector<Histogram>> histograms; ///< of each layer, a row for each recorded part

    bool operator==(const Probe &) const = default;
};

/// The range over which a part's histogram has its bins: gates 0 … 1, candidates and states −1 … 1, what has no bounds
/// −4 … 4.
std::pair<double, double> binnedRange(Part part);

/// Reads it off one run of these parameters; `before` are those before the last update, or null.
Probe probe(const Evaluation &evaluation, const Parameters &parameters, const Parameters *before = nullptr);

} // namespace gatescope
