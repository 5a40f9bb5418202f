// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/files/json_reader.h"
#include "core/training/history.h"
#include "core/training/kept_networks.h"

namespace gatescope {

// What a stopped training's file says about its past.

/// The records by columns, each a tensor with a number for each record; what few records have stands in tables of its
/// own, by update: {"update", "loss", "score", "grad_norm", "lr", "tokens", "held_out": {"update", "loss", "score"},
/// "probes": [{"update", "layers"}]}. The history must not be empty.
Json historyToJson(const RunHistory &history);
/// Refuses columns of different lengths and updates that do not rise.
RunHistory readHistory(const JsonReader &json);

/// [{"update", "parameters"}]; fewer than there are where all would take more than 64 MB.
Json keptToJson(const NetworkSpec &spec, const KeptNetworks &kept);
KeptNetworks readKept(const JsonReader &json, const NetworkSpec &spec);

} // namespace gatescope
