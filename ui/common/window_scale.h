// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>

#include <algorithm>
#include <cmath>

namespace gatescope {

/// How much larger the frame of a window is than at 1920 × 1080: it grows by quarters, and never shrinks.
inline double windowScale(const QSize &window)
{
    const double larger = std::min(window.width() / 1920.0, window.height() / 1080.0);
    return std::max(1.0, std::floor(larger * 4) / 4);
}

} // namespace gatescope
