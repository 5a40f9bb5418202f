// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/exit_code.h"

#include <CLI/App.hpp>

#include <functional>
#include <memory>

namespace gatescope {

/// Adds `bench train`, `bench forward` and `bench step`; each sets `chosen` to what it does.
void declareEngineBenches(CLI::App &bench, const std::shared_ptr<std::function<ExitCode()>> &chosen);

} // namespace gatescope
