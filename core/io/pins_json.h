// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/json_fwd.h"
#include "core/model/pin.h"

namespace gatescope {

// The "pins" of experiments and of the input of `gatescope trace`: a list of
// {"layer"?, "direction"?, "part", "unit", "from"?, "to"?, "sequence"?, "value"}. Left out, the layer is 0, the
// direction "forward", "from" 0, "to" the last step, and "sequence" all of them.

Json pinsToJson(const std::vector<Pin> &pins);

/// Of a network that reads sequences of these lengths. The sentence names the place: "pins[2].part is …".
Result<std::vector<Pin>> pinsFromJson(const Json &json, const std::vector<int> &lengths);

} // namespace gatescope
