// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

namespace gatescope {

/// Whether lines are as strong as letters there: a grid of them has to stand back behind what is drawn over it.
inline bool hasStrongLines(const Theme &theme)
{
    return theme.name == ThemeName::contrast;
}

/// Whether what is pale is hardly seen on the paper: it is then covered more strongly, or has an outline.
inline bool losesWhatIsPale(const Theme &theme)
{
    return theme.name == ThemeName::contrast;
}

} // namespace gatescope
