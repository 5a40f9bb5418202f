// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// What is below is small: drawn on a scale of 1 it would hardly be seen.
inline constexpr double smallScale = 0.1;

/// A scale for signed values: 1, 2, 3, 5, 10, 20 …, the first that is not smaller than `largest`.
double niceScale(double largest);
/// The next of 0.001, 0.002, 0.005, 0.01 … 1, then as niceScale: for what may be small.
double fineScale(double largest);
/// The scale of what has no bounds of its own: 1 or the next round number over it; a fine one where all is small.
double signedScale(double largest);

} // namespace gatescope
