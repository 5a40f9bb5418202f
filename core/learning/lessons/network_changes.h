// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/files/json_reader.h"

namespace gatescope {

/// Changes a network as the fields of a lesson's "experiment" ask for, see lesson_network.h: "weights",
/// "recurrent_scale", "recurrent_dropout", "pruned", "quantised" and "pins", in this order. Refuses what the network
/// does not have; the sentence begins with the field.
Result<void> changeNetwork(const JsonReader &json, Experiment &experiment);

} // namespace gatescope
