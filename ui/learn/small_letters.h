// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// Below this many pixels letters are those of a small window, where a card and its options lie closer: it has 14 or
/// 16, and 0.94 of that.
inline constexpr double smallLetters = 14.5;

} // namespace gatescope
