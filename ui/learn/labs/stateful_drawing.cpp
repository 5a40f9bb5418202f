// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/stateful_drawing.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/labs/step_cells.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr double highestBar = 3, wireWidth = 5; ///< of a gradient, times the text's pixels; of a state's wire, pixels

/// Where the two batches stand.
struct StatefulLayout {
    double left, wide, gap, top, pitch, cell, pixels;
    int steps;

    QRectF box(int batch, int row, int t) const
    {
        return {left + batch * (steps * wide + gap) + t * wide, top + row * pitch, wide - 1, cell};
    }
    /// Where a state leaves a row of the first batch, and where it comes to one of the second.
    QPointF from(int row) const { return {left + steps * wide, top + row * pitch + cell / 2}; }
    QPointF to(int row) const { return {left + steps * wide + gap - 2.4 * pixels, top + row * pitch + cell / 2}; }
    double end() const { return left + 2 * steps * wide + gap; }
};

StatefulLayout layoutIn(const QRectF &where, const StatefulReading &reading, double pixels)
{
    const double name = 1.8 * pixels, gap = std::min(13 * pixels, 0.2 * where.width());
    const double states = 3.0 * double(reading.meant.cols()) * pixels, share = 5 * pixels;
    const double room = where.width() - name - gap - states - share - 2 * pixels;
    const double pitch = std::min(12 * pixels, (where.height() - 14 * pixels) / reading.sequences());
    return {where.left() + name,
            std::min(5 * pixels, room / (2 * reading.steps())),
            gap,
            where.top() + 2.2 * pixels,
            pitch,
            std::min(5.2 * pixels, pitch - highestBar * pixels - 6),
            pixels,
            reading.steps()};
}

void drawBatch(QPainter &painter, const StatefulLayout &layout, const StatefulPicture &picture, int batch,
               const Theme &theme, double pixels)
{
    const StatefulReading &reading = picture.reading;
    const TimeArray &states = batch == 0 ? reading.first->output : reading.second->output;
    const double most = std::max(reading.gradient.maxCoeff(), 1e-300);
    for (int row = 0; row < reading.sequences(); ++row) {
        const QRectF first = layout.box(batch, row, 0);
        const int sequence = batch == 0 ? row : reading.order[std::size_t(row)];
        drawText(painter, {first.left() - 0.5 * pixels, first.center().y() + 0.4 * pixels}, sequenceName(sequence),
                 interfaceFont(1.15 * pixels, QFont::DemiBold), theme.ink, Align::right);
        const int before = batch == 1 && sequence < reading.sequences() ? reading.steps() : 0;
        for (int t = 0; t < reading.steps(); ++t) {
            const QRectF box = layout.box(batch, row, t);
            drawStepCell(painter, box, {StepKind::read, QString::number(before + t), states.at(t, row)}, theme, pixels);
            if (!picture.tellsGradients)
                continue;
            const double length = reading.gradient(row, batch * reading.steps() + t) / most * highestBar * pixels;
            painter.fillRect(QRectF(box.left() + 0.3 * box.width(), box.bottom() + 3, 0.4 * box.width(), length),
                             theme.wire(Role::gradient));
        }
    }
}

/// The way that a sequence's own state would take, where it took another.
void drawMissing(QPainter &painter, const StatefulLayout &layout, const StatefulReading &reading, const Theme &theme)
{
    painter.setPen(QPen(theme.ink2, 1.5, Qt::DashLine));
    for (int row = 0; row < reading.sequences(); ++row) {
        const int sequence = reading.order[std::size_t(row)];
        if (sequence < reading.sequences() && (sequence != row || !reading.hasState))
            painter.drawLine(layout.from(sequence) + QPointF(4, 0),
                             layout.to(row) - QPointF(reading.hasState ? 0 : 1.2 * layout.pixels, 0));
    }
}

void drawStateWires(QPainter &painter, const StatefulLayout &layout, const StatefulPicture &picture, const Theme &theme)
{
    const StatefulReading &reading = picture.reading;
    const double pixels = layout.pixels;
    drawMissing(painter, layout, reading, theme);
    for (int row = 0; row < reading.sequences(); ++row) {
        const QPointF from = layout.from(row), to = layout.to(row);
        if (!reading.hasState) {
            drawText(painter, to + QPointF(-0.2 * pixels, 0.4 * pixels), QStringLiteral("0"),
                     numberFont(1.1 * pixels, QFont::DemiBold), theme.ink, Align::right);
            continue;
        }
        QPainterPath path(from);
        path.lineTo(to);
        drawWire(painter, path, theme.wire(Role::state), wireWidth);
        drawArrowhead(painter, to + QPointF(7, 0), 0, theme.wire(Role::state), 14);
        if (!picture.isDetached || !picture.tellsGradients)
            continue;
        painter.setPen(QPen(theme.ink, 2)); // cut for what flows back
        for (const double x : {-3.0, 3.0})
            painter.drawLine((from + to) / 2 + QPointF(x - 3, 8), (from + to) / 2 + QPointF(x + 3, -8));
    }
}

void drawOutcome(QPainter &painter, const StatefulLayout &layout, const StatefulReading &reading, const Theme &theme,
                 double pixels)
{
    const double left = layout.end() + pixels, wide = 3.0 * double(reading.meant.cols()) * pixels;
    const QFont quiet = interfaceFont(0.85 * pixels);
    drawText(painter, {left, layout.top - 1.2 * pixels}, Words::tr("h_n, and below as it should be"), quiet,
             theme.ink2);
    for (int row = 0; row < reading.sequences(); ++row) {
        const double top = layout.top + row * layout.pitch, high = std::min(1.7 * pixels, layout.cell / 2);
        drawStateRow(painter, QRectF(left, top, wide, high), reading.second->hN.front().row(row).transpose(), theme,
                     pixels);
        drawStateRow(painter, QRectF(left, top + high, wide, high), reading.meant.row(row).transpose(), theme, pixels);
        const double off = reading.wrong[std::size_t(row)];
        drawText(painter, {left + wide + 4.6 * pixels, top + high + 0.35 * pixels}, asShare(off),
                 numberFont(pixels, QFont::DemiBold), theme.ink, Align::right);
    }
}

} // namespace

void drawStateful(QPainter &painter, const QRectF &where, const StatefulPicture &picture, const Theme &theme,
                  double pixels)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const StatefulLayout layout = layoutIn(where, picture.reading, pixels);
    const QFont heading = interfaceFont(pixels, QFont::DemiBold);
    drawText(painter, {layout.box(0, 0, 0).left(), where.top() + pixels}, Words::tr("First batch"), heading, theme.ink);
    drawText(painter, {layout.box(1, 0, 0).left(), where.top() + pixels}, Words::tr("Second batch"), heading,
             theme.ink);
    for (const int batch : {0, 1})
        drawBatch(painter, layout, picture, batch, theme, pixels);
    drawStateWires(painter, layout, picture, theme);
    drawOutcome(painter, layout, picture.reading, theme, pixels);
    double y = layout.top + picture.reading.sequences() * layout.pitch + 0.6 * pixels;
    if (picture.tellsGradients)
        drawText(painter, {layout.left, y},
                 Words::tr("bars below: how strongly ½|h_n|² of the second batch pulls at each x"),
                 interfaceFont(0.9 * pixels), theme.ink2);
    y += pixels;
    y += drawParagraph(painter, {where.left(), y}, findingOf(picture), interfaceFont(1.1 * pixels, QFont::DemiBold),
                       theme.ink, where.width());
    if (picture.tellsGradients)
        drawParagraph(painter, {where.left(), y + 0.6 * pixels}, advice(picture), interfaceFont(pixels), theme.ink,
                      where.width());
}

} // namespace gatescope
