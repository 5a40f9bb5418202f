// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/input/input.h"

namespace gatescope {

/// What each number that the network reads stands for: letters, or the columns' names; empty where nothing tells.
std::vector<std::string> inputNames(const Input &input);

} // namespace gatescope
