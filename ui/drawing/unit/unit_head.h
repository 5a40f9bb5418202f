// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/unit/unit_story.h"

namespace gatescope {

/// How the head makes the playhead's output from the top layer's states: y = W h + b, and what is said of it.
UnitStory headStory(const Scene &scene);

} // namespace gatescope
