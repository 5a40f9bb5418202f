// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace gatescope {

/// The name of a network of a race in the language of the window; one that somebody gave stays what it is.
QString networkName(std::string_view name);

} // namespace gatescope
