// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/views.h"

#include "core/engine/reference_backend.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/itemising.h"
#include "ui/drawing/cell_kinds/cell_drawing.h"
#include "ui/drawing/gradients/gradients_drawing.h"
#include "ui/drawing/gradients/itemised_drawing.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/network/network_drawing.h"
#include "ui/drawing/stage/stage_drawing.h"
#include "ui/drawing/timeline/timeline_drawing.h"
#include "ui/drawing/unit/unit_drawing.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

/// Itemised here and now; while predicting, what is to come stays hidden.
HitAreas drawItemisedHere(QPainter &painter, const QSizeF &size, const Scene &scene)
{
    const auto words = [&](const QString &text) {
        painter.fillRect(QRectF(QPointF(), size), scene.theme.paper);
        drawParagraph(painter, {24, 24}, text, interfaceFont(14), scene.theme.ink2, size.width() - 48);
        return HitAreas();
    };
    if (scene.predicting)
        return words(QCoreApplication::translate("gatescope", "While predicting, what is to come stays hidden."));
    const Result<ItemisedGradient> items = itemised(ReferenceBackend(), scene.record, scene.moment());
    if (!items)
        return words(said(items.error().sentence));
    // It is drawn for a window of this size; in a larger picture all of it is larger.
    const double larger = std::max(1.0, std::min(size.width() / 860, size.height() / 600));
    const PainterScope scope(painter);
    painter.scale(larger, larger);
    HitAreas areas = drawItemised(painter, size / larger, scene, *items);
    for (HitArea &area : areas)
        area.where = QRectF(area.where.topLeft() * larger, area.where.size() * larger);
    return areas;
}

} // namespace

const std::vector<ExportedView> &exportedViews()
{
    static const std::vector<ExportedView> table{
        {"stage", QT_TRANSLATE_NOOP("gatescope", "Stage"), drawStage},
        {"network", QT_TRANSLATE_NOOP("gatescope", "Network"), drawNetwork},
        {"cell", QT_TRANSLATE_NOOP("gatescope", "Cell"), drawCell},
        {"unit", QT_TRANSLATE_NOOP("gatescope", "One unit"), drawUnit},
        {"timeline", QT_TRANSLATE_NOOP("gatescope", "Timeline"), drawTimeline},
        {"gradients", QT_TRANSLATE_NOOP("gatescope", "Gradients along time"), drawGradients},
        {"itemised", QT_TRANSLATE_NOOP("gatescope", "The gradient by its source"), drawItemisedHere},
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
           letter = scene.candidateLetter, ghost = scene.ghost ? *scene.ghost : Record(), predicting = scene.predicting,
           guess = scene.guess, lit = scene.lit, printed = scene.printed](QPainter &painter, const QSizeF &area) {
              view.draw(painter, area,
                        {record, playhead, theme, classroom, letter, ghost ? &ghost : nullptr, predicting, guess, lit,
                         printed});
          };
    return {.size = size,
            .scale = scale,
            .paper = scene.theme.paper,
            .title = QString::fromStdString(scene.record.experiment->title),
            .draw = draw};
}

} // namespace gatescope
