// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

namespace gatescope {

/// How the place Quiz looks now: its theme, and how large everything is; 1 in a window of 1920 × 1080.
struct QuizLook {
    const Theme *theme = &gatescope::theme(ThemeName::light);
    double scale = 1;
    bool classroom = false; ///< readable from the last row

    int scaled(double length) const { return qRound(length * scale); }
    /// A text's height in pixels; nothing is smaller than 12.
    double text(double pixels) const { return qMax(12.0, pixels * scale); }
};

} // namespace gatescope
