// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// The drawing board: the stage in a window of 1920 × 1080, in whose pixels the pictures' measures are given.
inline constexpr double boardWidth = 1468;
inline constexpr double boardHeight = 748;

/// Type on the board as a class sees it: captions are read from the last row, which is a sixth of a desk's picture;
/// what one looks up (scales, step numbers) is smaller.
constexpr double classroomType(double pixels)
{
    constexpr double captions = 27, lookedUp = 18, largestLookedUp = 15;
    const double least = pixels <= largestLookedUp ? lookedUp : captions;
    return pixels < least ? least : pixels;
}

} // namespace gatescope
