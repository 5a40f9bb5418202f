// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/parameters.h"

#include <cstdint>
#include <string>
#include <vector>

namespace gatescope {

struct GenerationSettings {
    int length = 200;       ///< letters that are written behind the prompt
    double temperature = 1; ///< p ∝ e^(y / temperature); 0: always the likeliest letter
    std::uint64_t seed = 0;
};

/// Letters that a network writes: each is drawn from its prediction and read as the next input. The network reads and
/// says letters of the alphabet, one-hot or by an embedding. Refuses a network that reads backwards or has other sizes,
/// an empty prompt, and letters that are not in the alphabet. In single precision, where
/// the cpu backend has what the network needs.
Result<std::string> generateText(const NetworkSpec &spec, const Parameters &parameters,
                                 const std::vector<std::string> &alphabet, const std::vector<int> &prompt,
                                 const GenerationSettings &settings);

/// The place in `y` that is drawn with probability ∝ e^(y / temperature), where `u` is uniform in [0, 1).
int drawn(const std::vector<double> &y, double temperature, double u);

} // namespace gatescope
