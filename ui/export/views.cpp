// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/views.h"

#include "ui/drawing/cell_drawing.h"
#include "ui/drawing/gradients_drawing.h"
#include "ui/drawing/network_drawing.h"
#include "ui/drawing/stage_drawing.h"
#include "ui/drawing/timeline_drawing.h"
#include "ui/drawing/unit_drawing.h"

namespace gatescope {

const std::vector<ExportedView> &exportedViews()
{
    static const std::vector<ExportedView> table{
        {"stage", QT_TRANSLATE_NOOP("gatescope", "Stage"), drawStage},
        {"network", QT_TRANSLATE_NOOP("gatescope", "Network"), drawNetwork},
        {"cell", QT_TRANSLATE_NOOP("gatescope", "Cell"), drawCell},
        {"unit", QT_TRANSLATE_NOOP("gatescope", "One unit"), drawUnit},
        {"timeline", QT_TRANSLATE_NOOP("gatescope", "Timeline"), drawTimeline},
        {"gradients", QT_TRANSLATE_NOOP("gatescope", "Gradients along time"), drawGradients},
    };
    return table;
}

const ExportedView *exportedViewNamed(std::string_view name)
{
    for (const ExportedView &view : exportedViews()) {
        if (name == view.name)
            return &view;
    }
    return nullptr;
}

Picture pictureOf(const ExportedView &view, const Scene &scene, const QSize &size, double scale)
{
    // The scene refers to somebody's record; the picture keeps its own, which shares the arrays.
    const auto draw
        = [view, record = scene.record, playhead = scene.playhead, &theme = scene.theme, classroom = scene.classroom,
           letter = scene.candidateLetter, lit = scene.lit](QPainter &painter, const QSizeF &area) {
              Scene copied{record, playhead, theme, classroom, letter};
              copied.lit = lit;
              view.draw(painter, area, copied);
          };
    return {.size = size,
            .scale = scale,
            .paper = scene.theme.paper,
            .title = QString::fromStdString(scene.record.experiment->title),
            .draw = draw};
}

} // namespace gatescope
