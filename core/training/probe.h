// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/evaluation.h"

namespace gatescope {

/// How a gradient spreads over a network, and how far its gates are open: what the charts of a training show.
struct Probe {
    struct Layer {
        double parameterNorm = 0;      ///< √Σ g² over the layer's parameters
        std::vector<double> stepNorms; ///< [time] √Σ (dL/dh_t)² over all sequences and units
    };
    struct Gate {
        Part part;
        double nearlyClosed = 0; ///< share of its values below 0.1
        double nearlyOpen = 0;   ///< … above 0.9
    };
    std::vector<Layer> layers;            ///< at NetworkSpec::layerIndex
    std::vector<std::vector<Gate>> gates; ///< of each layer
};

/// Reads it off one run.
Probe probe(const Evaluation &evaluation);

} // namespace gatescope
