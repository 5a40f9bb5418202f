// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/finding.h"
#include "ui/document/playhead.h"

namespace gatescope {

/// Where a finding leads: its moment, at the part that makes what it is about, and its first unit.
PlayheadState placeOf(const Finding &finding, CellKind cell, const PlayheadState &now);

} // namespace gatescope
