// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

/// "step 2 of 0–10"; where a sequence has one step alone: "step 0, the only one".
QString stepWords(int step, int last);
/// Of the playhead's step and sequence.
QString stepWords(const Scene &scene);

} // namespace gatescope
