// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell_kinds/cell_drawing.h"

#include "ui/drawing/cell/cell_frame.h"
#include "ui/drawing/cell_kinds/cell_pictures.h"
#include "ui/drawing/cell_kinds/gru_drawing.h"
#include "ui/drawing/cell_kinds/lstm_drawing.h"
#include "ui/drawing/cell_kinds/rnn_drawing.h"
#include "ui/drawing/marks/marks.h"

#include <algorithm>

namespace gatescope {

const std::vector<CellPictures> &cellPictures()
{
    static const std::vector<CellPictures> table{
        {CellKind::gru, drawGruForward, drawGruBackward},
        {CellKind::lstm, drawLstmForward, drawLstmBackward},
        {CellKind::rnn, drawRnnForward, drawRnnBackward},
    };
    return table;
}

namespace {

/// What this picture's columns hold when it is drawn of another run.
CellCanvas::NamedColumns columnsOf(const QSizeF &size, const Scene &scene, const Record &other)
{
    QImage nothing(1, 1, QImage::Format_RGB32);
    QPainter painter(&nothing);
    Scene there{other, scene.playhead, scene.theme, scene.classroom, scene.candidateLetter};
    there.predicting = scene.predicting;
    CellCanvas canvas(painter, size, there);
    drawCell(canvas);
    return canvas.drawnColumns();
}

} // namespace

void drawCell(CellCanvas &canvas)
{
    const auto found = std::ranges::find(cellPictures(), canvas.scene().spec().cell, &CellPictures::kind);
    if (found == cellPictures().end()) {
        drawCellHeader(canvas);
        return;
    }
    const bool forward = canvas.scene().playhead.pass == Pass::forward || !canvas.scene().record.gradients;
    (forward ? found->forward : found->backward)(canvas);
}

HitAreas drawCell(QPainter &painter, const QSizeF &size, const Scene &scene)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    fillGround(painter, QRectF(QPointF(), size), scene.theme.paper);
    CellCanvas canvas(painter, size, scene);
    if (scene.ghost)
        canvas.setGhost(columnsOf(size, scene, *scene.ghost));
    drawCell(canvas);
    canvas.dimTheRest();
    return canvas.takeAreas();
}

} // namespace gatescope
