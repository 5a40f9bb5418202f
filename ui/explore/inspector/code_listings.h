// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/inspector/followed_unit.h"

namespace gatescope {

/// One step in PyTorch, in Keras and in equations, with the line of the current part marked.
QList<CodeListing> gruCode(const FollowedUnit &unit);
QList<CodeListing> lstmCode(const FollowedUnit &unit);
QList<CodeListing> rnnCode(const FollowedUnit &unit);

} // namespace gatescope
