// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/base/time_array.h"
#include "core/model/spec.h"

#include <cstdint>
#include <vector>

namespace gatescope {

/// The share of numbers that training puts to 0, in [0, 1): of what, and for how long.
struct DropoutSettings {
    double betweenLayers = 0; ///< PyTorch's dropout: of each layer's output but the last one's, anew at every step
    double input = 0;         ///< Keras' dropout: of what each layer and direction reads, the same at all steps
    /// Keras' recurrent_dropout: of h where the rows of U read it, for each block of rows apart, the same at all
    /// steps; the old state that a gate keeps is not touched.
    double recurrent = 0;

    bool operator==(const DropoutSettings &) const = default;
};

/// What multiplies a number: 0, or 1/(1 − p) so that the mean stays. An empty list drops nothing.
struct DropoutMasks {
    std::vector<TimeArray> betweenLayers; ///< after each layer but the last, [time, batch, directions·H]
    std::vector<Matrix> input;            ///< at NetworkSpec::layerIndex, [batch, layer input]
    std::vector<Matrix> recurrent;        ///< at NetworkSpec::layerIndex, [batch, blocks·H]

    bool empty() const { return betweenLayers.empty() && input.empty() && recurrent.empty(); }
    bool operator==(const DropoutMasks &other) const;
};

/// Refuses rates outside [0, 1), which would leave nothing to learn from.
Result<void> check(const DropoutSettings &settings);

/// Whether masks have the shapes that the network and so many steps and sequences ask for; the sentence names them.
Result<void> check(const NetworkSpec &spec, const DropoutMasks &masks, int steps, int sequences);

/// Masks for one batch; the same seed draws the same. The settings must pass their check.
DropoutMasks drawMasks(const NetworkSpec &spec, const DropoutSettings &settings, int steps, int sequences,
                       std::uint64_t seed);

} // namespace gatescope
