// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_memory.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/value_cells.h"
#include "ui/drawing/timeline/timeline_layout.h"

#include <QCoreApplication>

#include <cmath>

namespace gatescope {

namespace {

QString readLabel(const Scene &scene, const Forgetting &forgetting)
{
    return QString::fromStdString(stepLabel(scene.record, forgetting.read.sequence, forgetting.read.step));
}

QString percent(double share)
{
    const auto whole = std::lround(100 * share);
    return share > 0 && whole == 0 ? QStringLiteral("< 1 %") : QStringLiteral("%1 %").arg(whole);
}

/// Whether the direction has read the step by then.
bool isRead(const Forgetting &forgetting, int step)
{
    return forgetting.read.direction == Direction::forward ? step >= forgetting.read.step
                                                           : step <= forgetting.read.step;
}

void drawGutter(QPainter &painter, const TimelineLayout &layout, const Scene &scene, const Forgetting &forgetting)
{
    const double x = layout.px(layout.compact ? 16 : 24);
    const double baseline = layout.gradientBottom - layout.px(1);
    painter.fillRect(QRectF(0, layout.gradientTop, layout.steps.gutter - layout.px(1),
                            layout.gradientBottom - layout.gradientTop + layout.px(2)),
                     scene.theme.paper);
    const QFont font = interfaceFont(layout.px(11));
    const QString letter = readLabel(scene, forgetting);
    const double room = layout.steps.gutter - x - layout.px(9);
    drawText(painter, {x, baseline - layout.px(11)}, QCoreApplication::translate("gatescope", "what is left"), font,
             scene.theme.ink);
    for (const QString &words : {QCoreApplication::translate("gatescope", "of “%1”, step %2"),
                                 QCoreApplication::translate("gatescope", "of step %2")}) {
        const QString line
            = QString(words).replace(u"%1"_qs, letter).replace(u"%2"_qs, QString::number(forgetting.read.step));
        if (textWidth(line, font) > room)
            continue;
        drawText(painter, {x, baseline}, line, font, scene.theme.ink2);
        break;
    }
}

} // namespace

void drawTimelineMemory(QPainter &painter, const QSizeF &size, const Scene &scene, const Forgetting &forgetting,
                        const TimelineView &view)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const TimelineLayout layout = timelineLayout(size, scene, view);
    const Theme &theme = scene.theme;
    drawGutter(painter, layout, scene, forgetting);
    const double top = layout.gradientTop, height = layout.gradientBottom - top;
    const double inset = layout.isNarrow() ? 0 : layout.stepWidth() >= layout.px(24) ? layout.px(1) : layout.px(0.5);
    const QFont font = numberFont(layout.px(layout.compact ? 11 : 12));
    const int end = realEnd(layout, scene);
    painter.fillRect(
        QRectF(layout.left(layout.steps.firstStep), top, layout.right() - layout.left(layout.steps.firstStep), height),
        theme.paper);
    forEachColumn(layout, end, [&](int step, int columnEnd) {
        if (!isRead(forgetting, step))
            return;
        const double share = forgetting.left.segment(step, columnEnd - step).mean();
        const QRectF cell(layout.left(step) + inset, top, layout.steps.columnWidth() - 2 * inset, height);
        const double filled = height * share;
        painter.fillRect(cell, blended(theme.of(Role::state).hue, 0.08, theme.paper));
        painter.fillRect(QRectF(cell.left(), cell.bottom() - filled, cell.width(), filled),
                         blended(theme.of(Role::state).hue, 0.55, theme.paper));
        if (textWidth(percent(1), font) + layout.px(4) <= cell.width())
            drawText(painter, {layout.middle(step), top + height / 2 + font.pixelSize() * 0.36}, percent(share), font,
                     theme.ink, Align::centre);
    });
    if (forgetting.loss && forgetting.loss->step >= layout.steps.firstStep && forgetting.loss->step < end) {
        painter.setPen(QPen(theme.ink, layout.px(2)));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(
            QRectF(layout.left(forgetting.loss->step), top, layout.stepWidth(), height).adjusted(1, 0, -1, -1));
    }
    const QRectF frame(layout.left(layout.steps.firstStep), top, layout.left(end) - layout.left(layout.steps.firstStep),
                       height);
    drawHairFrame(painter, frame.adjusted(-0.5, -0.5, 0.5, 0.5), theme.line);
}

QString memoryWords(const Scene &scene, const Forgetting &forgetting, int step)
{
    if (!isRead(forgetting, step))
        return QCoreApplication::translate("gatescope", "step %1 is read before “%2” of step %3 is")
            .arg(step)
            .arg(readLabel(scene, forgetting))
            .arg(forgetting.read.step);
    const QString words
        = QCoreApplication::translate("gatescope",
                                      "step %1: %2 is left of the difference that “%3” of step %4 made to the "
                                      "state, against what else might have been read there")
              .arg(QString::number(step), percent(forgetting.left[step]), readLabel(scene, forgetting),
                   QString::number(forgetting.read.step));
    const int before = step - (forgetting.read.direction == Direction::forward ? 1 : -1);
    const bool isMore = before >= 0 && before < forgetting.left.size() && isRead(forgetting, before)
        && forgetting.left[step] > forgetting.left[before]
        && percent(forgetting.left[step]) != percent(forgetting.left[before]);
    return isMore ? QCoreApplication::translate(
                        "gatescope", "%1; more than a step before: what is left also changes what is written")
                        .arg(words)
                  : words;
}

} // namespace gatescope
