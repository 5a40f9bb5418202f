// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <string_view>
#include <vector>

namespace gatescope {

/// What a network may have beside torch.nn's recurrent layers, an embedding and a linear head. Not every backend
/// and no file format has all of it.
enum class NetworkOption { paddingRow, hardSigmoid, relu, layerNorm, attention, decoder };

struct OptionDescription {
    NetworkOption option;
    std::string_view name; ///< in a sentence after "no": "layer normalisation"
    bool (*isUsed)(const NetworkSpec &spec);
};

/// The table of options, and one row of it.
const std::vector<OptionDescription> &networkOptions();
const OptionDescription &describe(NetworkOption option);

/// The first option that the network uses and that is not among the known ones.
std::optional<NetworkOption> optionBeyond(const NetworkSpec &spec, const std::vector<NetworkOption> &known);

} // namespace gatescope
