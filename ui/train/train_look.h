// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

namespace gatescope {

/// How the place Train looks now: its theme, and the size of its smallest text.
struct TrainLook {
    const Theme *theme = &gatescope::theme(ThemeName::light);
    double pixels = 12;
    bool compact = false;

    /// A length of the usual size at the size of today.
    int scaled(double length) const { return qRound(length * pixels / 12); }
};

} // namespace gatescope
