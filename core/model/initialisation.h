// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"

namespace gatescope {

/// Sets the input bias of the update gate (LSTM: of the forget gate) to `bias` in every layer and direction, and its
/// recurrent bias to 0: at `bias` > 0 the network begins by keeping its state. A gate that overwrites gets −`bias`.
/// Refuses a network without such a gate, or without biases.
Result<void> setUpdateBias(const NetworkSpec &spec, Parameters &parameters, double bias);

} // namespace gatescope
