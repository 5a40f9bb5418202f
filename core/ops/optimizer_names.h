// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ops/optimizer.h"

#include <array>
#include <utility>

namespace gatescope {

// What optimizers and schedules are called in files and on the command line.

inline constexpr std::array optimizerNames{
    std::pair("sgd", OptimizerKind::sgd), std::pair("rmsprop", OptimizerKind::rmsprop),
    std::pair("adam", OptimizerKind::adam), std::pair("adamw", OptimizerKind::adamw)};
inline constexpr std::array scheduleNames{std::pair("constant", ScheduleKind::constant),
                                          std::pair("step", ScheduleKind::step),
                                          std::pair("cosine", ScheduleKind::cosine)};

} // namespace gatescope
