// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"

namespace gatescope {

inline PlayheadState at(int step, Pass pass = Pass::forward)
{
    PlayheadState state;
    state.step = step;
    state.pass = pass;
    return state;
}

} // namespace gatescope
