// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/cell/cell_canvas.h"

namespace gatescope {

/// The blend as a panel of faders, one for each unit: on the left the old value, on the right the
/// candidate, between them a knob. Left keeps, right overwrites, whatever a gate near 1 means.
struct Fader {
    double left, right;              ///< of the panel
    double capOld, capNew, capWidth; ///< left edges of the caps
    Vector old, candidate;
    Vector kept;               ///< 0 … 1: how much of the old value stays
    Vector gate;               ///< what is written on the followed knob
    double scale = 1;          ///< on which old value and candidate are drawn
    double candidateShown = 1; ///< how much of the candidate is computed
    double blended = 1;        ///< how far the knobs have slid; 0: there are none
    double strength = 1;       ///< opacity of all but the panel
    bool numbers = true;
    int part = 4; ///< where a click leads

    double trackLeft() const { return capOld + capWidth + (capNew - capOld) * 0.0686; }
    double trackRight() const { return capNew - (capNew - capOld) * 0.0686; }
    double trackMiddle() const { return (trackLeft() + trackRight()) / 2; }
};

void drawFader(CellCanvas &canvas, const Fader &fader);

} // namespace gatescope
