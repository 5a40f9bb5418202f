// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/network/network_canvas.h"

namespace gatescope {

/// What the head says at every step: the most probable class in a tank as full as it is probable, the probability of a
/// yes, numbers, or bars where there are many. A wrong answer wears a cross and the word; in the backward pass the
/// answers whose loss is watched are framed in the gradient's hue.
void drawHead(NetworkCanvas &canvas);

/// How much of each step the head reads, as bars under the answers.
void drawAttention(NetworkCanvas &canvas);

} // namespace gatescope
