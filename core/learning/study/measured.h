// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace gatescope {

/// A measured number in a sentence: three digits that count, all of them of
/// thousands, with a narrow gap between these, and a real minus sign: "0.0312", "12.7", "76 123", "4.1e−7", "0".
std::string measuredText(double number);

} // namespace gatescope
