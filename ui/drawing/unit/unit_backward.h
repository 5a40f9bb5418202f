// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/unit/unit_canvas.h"

namespace gatescope {

/// What arrives at the number, goes back by the slope of the curve to the sum, and from there to each weight and to
/// each number that was read. All bars are linear and on one scale: they split one gradient.
struct UnitBackward {
    const UnitStory &story;
    UnitRows rows;       ///< of the sum, or of what a blend sends
    RowLayout layout;    ///< in which order rows are revealed
    double progress = 1; ///< of the part
    double revealed = 1; ///< of the rows, 0 … 1
    double most = 0;     ///< |gradient| of the longest bar

    /// Whether a gradient is split between numbers of the step, with no weights.
    bool splits() const { return !story.sent.empty(); }
    /// Where the gradient arrives: "z"; of a part with a curve that splits, the state.
    QString arrivesAt() const { return splits() && story.curve ? QStringLiteral("h") : story.made.symbol; }
    double share(int row) const { return rowShare(layout, row, revealed) >= 1 ? 1 : 0; }
};
void drawBackwardRows(UnitCanvas &canvas, const UnitBackward &back);
void drawBackwardCurve(UnitCanvas &canvas, const UnitBackward &back);
void drawBackwardWords(UnitCanvas &canvas, const UnitBackward &back);

} // namespace gatescope
