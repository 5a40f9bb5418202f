// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/network/network_canvas.h"

namespace gatescope {

/// What the network reads at every step: a letter, a row number, a number or two, or a strip of many; over a token the
/// row of the embedding that stands for it. Below it the step numbers, and arrows where there are more steps than
/// shown.
void drawInput(NetworkCanvas &canvas);
void drawStepNumbers(NetworkCanvas &canvas);

} // namespace gatescope
