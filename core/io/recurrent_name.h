// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <optional>
#include <string>
#include <string_view>

namespace gatescope {

/// "encoder.gru.weight_ih_l0_reverse" taken apart.
struct RecurrentName {
    std::string prefix; ///< "encoder.gru."
    std::string kind;   ///< "weight_ih"; "weight_hr" too, the projection that some LSTMs have
    int layer = 0;
    Direction direction = Direction::forward;
};

/// Nothing for a name that PyTorch's recurrent modules do not give.
std::optional<RecurrentName> recurrentNameOf(std::string_view tensor);

} // namespace gatescope
