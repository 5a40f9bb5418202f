// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene.h"

namespace gatescope {

inline PlayheadState at(int step, Pass pass = Pass::forward)
{
    PlayheadState state;
    state.step = step;
    state.pass = pass;
    return state;
}

inline Scene sceneOf(const Record &record, const PlayheadState &playhead)
{
    return Scene{record, playhead, theme(ThemeName::light)};
}

} // namespace gatescope
