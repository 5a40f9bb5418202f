// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/gradients/gradients_drawing.h"

#include "ui/common/fonts.h"
#include "ui/drawing/gradients/gradient_chart.h"
#include "ui/drawing/gradients/gradient_split.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/words/watched_loss.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

/// Which loss, and what the chart shows on which scale.
void drawTitle(QPainter &painter, const QSizeF &size, const Scene &scene, int decadesPerLine, double type)
{
    const Theme &theme = scene.theme;
    const double left = 24 * type;
    const QFont words = interfaceFont(13 * type);
    const QString title
        = QCoreApplication::translate("gatescope", "The gradient %1").arg(watchedLossWords(scene.record));
    drawText(painter, {left, 34 * type}, title, interfaceFont(18 * type, QFont::DemiBold), theme.ink);

    double x = left;
    const double y = 59 * type;
    x += drawMath(painter, {x, y + type}, QStringLiteral("|∂L/∂h_{t}|"), 18 * type, theme.of(Role::gradient).text,
                  theme)
        + 10 * type;
    x += drawText(painter, {x, y},
                  QCoreApplication::translate("gatescope", "length over the units of each step's state"), words,
                  theme.ink2);
    drawArrowhead(painter, {x + 25 * type, y}, 90, theme.of(Role::gradient).hue, 9 * type);
    drawText(painter, {x + 36 * type, y}, QCoreApplication::translate("gatescope", "here the loss is watched"), words,
             theme.ink2);

    const QString scale = decadesPerLine == 2
        ? QCoreApplication::translate("gatescope", "logarithmic: from line to line 100 times")
        : QCoreApplication::translate("gatescope", "logarithmic: from line to line 10,000 times");
    drawText(painter, {size.width() - left, y}, scale, words, theme.ink2, Align::right);
}

} // namespace

HitAreas drawGradients(QPainter &painter, const QSizeF &size, const Scene &scene)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    fillGround(painter, QRectF({0, 0}, size), scene.theme.paper);
    if (!scene.record.gradients)
        return {};
    const double type = std::max(0.85, std::min(size.width() / 1468, size.height() / 748));
    HitAreas areas;
    const double top = 76 * type;
    const double split = std::round(top + (size.height() - top) * 0.56);
    const double margin = 24 * type;
    const GradientChart chart({margin, top, size.width() - 2 * margin, split - top}, scene, type);
    drawTitle(painter, size, scene, chart.decadesPerLine(), type);
    chart.draw(painter, areas);
    painter.setPen(QPen(scene.theme.line, 1));
    painter.drawLine(QPointF(margin, split + 0.5), QPointF(size.width() - margin, split + 0.5));
    drawGradientSplit(painter,
                      {margin, split + 16 * type, size.width() - 2 * margin, size.height() - split - 36 * type}, scene,
                      type, areas);
    return areas;
}

} // namespace gatescope
