// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_held.h"

#include "core/trace/moment.h"
#include "ui/drawing/marks/marks.h"

namespace gatescope {

namespace {

constexpr double thinnest = 6; ///< rows under this height carry no mark but the followed one's

}

void drawHeldMarks(CellCanvas &canvas, const std::vector<HeldColumn> &columns)
{
    const Scene &scene = canvas.scene();
    if (scene.trace().batch->pins.empty())
        return;
    const RowLayout &rows = canvas.plan().rows;
    for (const HeldColumn &column : columns) {
        Moment moment = scene.moment();
        if (column.before) {
            const auto step = previousStep(scene.trace(), moment);
            if (!step)
                continue;
            moment.step = *step;
        }
        for (int row = 0; row < rows.count; ++row) {
            const bool room = row == rows.followed || rows.pitch >= thinnest;
            if (room && rowShare(rows, row, column.revealed) >= 1 && heldAt(scene.trace(), moment, column.part, row))
                drawHeldMark(canvas.painter(),
                             {column.left, column.top + rows.top(row), column.width, rows.height(row)},
                             canvas.plan().mark(1), canvas.theme());
        }
    }
}

} // namespace gatescope
