// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <string_view>

namespace gatescope {

/// The backend of that name, and behind it those that take over when it fails. "auto": the fastest that can train such
/// a network with such settings. Fails when there is none of that name, and when it cannot.
Result<Trainer::Backends> trainingBackends(std::string_view name, const NetworkSpec &spec,
                                           const TrainerSettings &settings);

} // namespace gatescope
