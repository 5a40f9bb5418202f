// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"

#include <cstdint>
#include <vector>

namespace gatescope {

/// How far a gradient reaches back in a network that reads forwards: log10 |dL/dh_t| of the top layer, where L = v ·
/// h_T and v has length 1 and a random direction. Place k of the result is k steps before the last real one, the mean
/// over the sequences that have such a step; the last place of a sequence of T steps is T, its initial state. Of a cell
/// with a second state it is |dL/dc_t|. What is less than 10⁻³⁰⁰ counts as that,
/// what is more than 10³⁰⁰ as that: all places are finite. Refuses a gradient that is no number.
Result<std::vector<double>> gradientReach(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                                          std::shared_ptr<const Batch> batch, std::uint64_t seed);

} // namespace gatescope
