// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

namespace gatescope {

/// The last fifth of a table is held out.
constexpr Eigen::Index heldOutPart = 5;

/// How many rows of a table are held out. A sequence has to fit into them, so that none is longer.
constexpr Eigen::Index heldOutRows(Eigen::Index rows)
{
    return rows / heldOutPart;
}

/// How many rows a table needs at least, so that what is held out holds a sequence of this length.
constexpr Eigen::Index fewestRows(Eigen::Index length)
{
    return heldOutPart * length;
}

} // namespace gatescope
