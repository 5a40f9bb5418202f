// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit/unit_backward.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

void drawUnitBackward(UnitCanvas &canvas, const UnitForward &forward)
{
    const PainterScope scope(canvas.painter());
    UnitBackward back{forward.story, forward.rows, {}, canvas.scene().playhead.progress, 1, 0};
    if (back.splits()) {
        if (!back.story.curve)
            canvas.setPlan(withoutCurve(canvas.at()));
        back.rows = unitRows(canvas.at(), {.inner = {}, .terms = back.story.sent}, back.story.curve.has_value(), -1,
                             Pass::backward);
        back.rows.scale = forward.rows.scale;
        canvas.setPlan(enlarged(canvas.at(), back.rows)); // to be read from the last row
    }
    UnitPlan plan = lowered(canvas.at(), back.rows);
    if (back.splits() && !back.story.curve)
        plan.wordsTop = std::max(plan.wordsTop, plan.rowsTop - plan.down(24)); // beside the rows
    canvas.setPlan(plan);
    canvas.setPhases({1, 1, 1, 1});
    back.layout.count = static_cast<int>(back.rows.terms.size());
    back.revealed = std::clamp((back.progress - 0.5) / 0.5, 0.0, 1.0);
    for (int row = 0; row < back.layout.count; ++row) {
        const UnitTerm &term = back.rows.terms[row];
        if (term.kind == UnitTerm::Kind::more)
            continue; // a length of many: beside it each of them would be a tick
        if (!canvas.scene().predicting || back.share(row) >= 1) // a scale would tell of what is to come
            back.most = std::max({back.most, std::abs(term.weightGradient), std::abs(term.valueGradient)});
    }
    if (back.story.curve)
        drawBackwardCurve(canvas, back);
    drawBackwardRows(canvas, back);
    drawBackwardWords(canvas, back);
}

} // namespace gatescope
