// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

namespace gatescope {

/// How many rows of a table are held out: its last fifth. A sequence has to fit into them, so that none is longer.
constexpr Eigen::Index heldOutRows(Eigen::Index rows)
{
    return rows / 5;
}

/// How many rows a table needs at least, so that its last fifth holds a sequence of this length.
constexpr Eigen::Index fewestRows(Eigen::Index length)
{
    return 5 * length;
}

} // namespace gatescope
