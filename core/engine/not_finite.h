// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sentence.h"
#include "core/trace/trace.h"

#include <optional>
#include <string>

namespace gatescope {

/// Which of two passes fills arrays, and so where the first number that is not finite stands.
enum class Pass { forward, backward };

/// "Layer 1, backward, step 3 of sequence 0"
Sentence placeText(int layer, Direction direction, int step, int sequence);

/// "Layer 1, backward, step 3 of sequence 0: reset gate (r)": where a pass first wrote a number that is not finite.
/// Forwards that is in the lowest layer, there at the earliest step that was read; backwards the other way round.
std::optional<Sentence> firstNotFinite(const NetworkSpec &spec, const Batch &batch,
                                       const std::vector<LayerTrace> &layers, Pass pass);

/// "bias_ih_l0": the first tensor that holds a number which is not finite.
std::optional<std::string> firstNotFinite(const NetworkSpec &spec, const Parameters &parameters);

} // namespace gatescope
