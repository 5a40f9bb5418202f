// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_influence.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/timeline/timeline_layout.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// In place of the words for the input: whose bars they are, and which way is which.
void drawLegend(QPainter &painter, const TimelineLayout &layout, const Scene &scene, const QString &output, int step)
{
    const double x = layout.px(layout.compact ? 16 : 24);
    const double right = layout.steps.gutter - layout.px(9);
    const bool hasName = scene.spec().layers > 1 || scene.spec().bidirectional; // of the layer
    // Where both do not fit, the layer is told by its chooser.
    const double top = layout.px(hasName && !layout.compact ? 15 : 0);
    painter.fillRect(QRectF(0, top, right, layout.inputBottom + layout.px(1) - top), scene.theme.paper);
    const QFont font = interfaceFont(layout.px(11));
    const double baseline = layout.inputBottom - layout.px(3);
    // The output is a letter of the data, in their face: an l is no I.
    const QFont data = numberFont(layout.px(11));
    const QString place = QStringLiteral("%1");
    const double y = baseline - layout.px(11);
    const bool hasThree = y - layout.px(20) >= top; // lines
    if (hasThree)
        drawText(painter, {x, y - layout.px(11)}, QCoreApplication::translate("gatescope", "what moves"), font,
                 scene.theme.ink);
    const QString number = QString::number(step);
    const QStringList choices = hasThree
        ? QStringList{QCoreApplication::translate("gatescope", "the answer %1, step %2").arg(place, number),
                      QCoreApplication::translate("gatescope", "answer %1, step %2").arg(place, number)}
        : QStringList{QCoreApplication::translate("gatescope", "moves answer %1, step %2").arg(place, number),
                      QCoreApplication::translate("gatescope", "moves answer %1").arg(place)};
    for (const QString &words : choices) {
        const QString before = words.section(place, 0, 0), behind = words.section(place, 1);
        if (x + textWidth(before, font) + textWidth(output, data) + textWidth(behind, font) > right)
            continue;
        double at = x;
        at += drawText(painter, {at, y}, before, font, scene.theme.ink);
        at += drawText(painter, {at, y}, output, data, scene.theme.ink);
        drawText(painter, {at, y}, behind, font, scene.theme.ink);
        break;
    }
    double at = x;
    at += drawText(painter, {at, baseline}, QCoreApplication::translate("gatescope", "lowers"), font, scene.theme.ink2)
        + layout.px(10);
    drawArrowhead(painter, {at - layout.px(6), baseline - layout.px(4)}, 180, scene.theme.negative, layout.px(6));
    drawArrowhead(painter, {at + layout.px(8), baseline - layout.px(4)}, 0, scene.theme.of(Role::gradient).hue,
                  layout.px(6));
    drawText(painter, {at + layout.px(12), baseline}, QCoreApplication::translate("gatescope", "raises"), font,
             scene.theme.ink2);
}

/// The contribution of the largest magnitude.
double mostMoving(const Vector &contributions, int first, int end)
{
    Eigen::Index largest = 0;
    contributions.segment(first, end - first).cwiseAbs().maxCoeff(&largest);
    return contributions[first + largest];
}

} // namespace

void drawTimelineInfluence(QPainter &painter, const QSizeF &size, const Scene &scene, const Influence &influence,
                           const QString &output, int step, const TimelineView &view)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const TimelineLayout layout = timelineLayout(size, scene, view);
    drawLegend(painter, layout, scene, output, step);
    const double largest = influence.contributions.cwiseAbs().maxCoeff();
    if (largest == 0)
        return;
    const double thick = layout.px(4), top = layout.inputBottom - layout.px(3);
    forEachColumn(layout, realEnd(layout, scene), [&](int at, int end) {
        const double share = mostMoving(influence.contributions, at, end) / largest;
        if (layout.isNarrow()) { // no room to go right or left: the hue says the way, and its strength the length
            const QColor hue = share < 0 ? scene.theme.negative : scene.theme.of(Role::gradient).hue;
            painter.fillRect(QRectF(layout.left(at), top, layout.steps.columnWidth(), thick),
                             blended(hue, std::abs(share), scene.theme.paper));
            return;
        }
        const double length = share * (layout.stepWidth() / 2 - 1);
        painter.fillRect(QRectF(layout.middle(at), top, length, thick).normalized(),
                         share < 0 ? scene.theme.negative : scene.theme.of(Role::gradient).hue);
        painter.fillRect(QRectF(layout.middle(at) - 0.5, top, 1, thick), scene.theme.ink3);
    });
}

QString influenceWords(const Influence &influence, int inputStep, const QString &output, int step)
{
    return QCoreApplication::translate("gatescope", "moves the answer %1 at step %2 by %3")
        .arg(output)
        .arg(step)
        .arg(inInspector(influence.contributions[inputStep]));
}

} // namespace gatescope
