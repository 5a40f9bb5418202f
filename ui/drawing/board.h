// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// The drawing board: the stage in a window of 1920 × 1080, in whose pixels the pictures' measures are given.
inline constexpr double boardWidth = 1468;
inline constexpr double boardHeight = 748;

} // namespace gatescope
