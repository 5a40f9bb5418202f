// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/network/network_drawing.h"

#include "ui/drawing/marks/marks.h"
#include "ui/drawing/network/network_glyphs.h"
#include "ui/drawing/network/network_head.h"
#include "ui/drawing/network/network_input.h"
#include "ui/drawing/network/network_labels.h"
#include "ui/drawing/network/network_wires.h"

#include <algorithm>

namespace gatescope {

namespace {

/// A wash behind everything of the playhead's step.
void drawCurrentStep(const NetworkCanvas &canvas)
{
    const NetworkLayout &layout = canvas.layout;
    const double top = std::min(layout.headTop, layout.rows.back().top) - layout.mark(14);
    const QRectF column(layout.steps.left(canvas.scene.playhead.step), top, layout.steps.stepWidth,
                        layout.numbers + layout.mark(7) - top);
    canvas.painter.setPen(Qt::NoPen);
    canvas.painter.setBrush(canvas.theme().wash);
    canvas.painter.drawRoundedRect(column, layout.roomy ? 6 : 2, layout.roomy ? 6 : 2);
}

} // namespace

HitAreas drawNetwork(QPainter &painter, const QSizeF &size, const Scene &scene)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    fillGround(painter, QRectF(QPointF(), size), scene.theme.paper);
    NetworkCanvas canvas(painter, size, scene);
    drawCurrentStep(canvas);
    drawNetworkHeader(canvas);
    drawLayerLabels(canvas);
    drawVerticals(canvas);
    for (const NetworkRow &row : canvas.layout.rows)
        drawChains(canvas, row);
    for (const NetworkRow &row : canvas.layout.rows)
        drawGlyphs(canvas, row);
    drawCurrentFrame(canvas);
    drawHead(canvas);
    drawAttention(canvas);
    drawInput(canvas);
    drawStepNumbers(canvas);
    drawNetworkLegend(canvas);
    return std::move(canvas.areas);
}

} // namespace gatescope
