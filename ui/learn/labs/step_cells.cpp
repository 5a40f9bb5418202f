// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/step_cells.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/sign_marks.h"
#include "ui/drawing/marks/value_cells.h"

#include <cmath>

namespace gatescope {

namespace {

constexpr double stateShare = 0.36; ///< of a cell's height
constexpr double roundOff = 1e-12;  ///< of a share: what is this near differs in the order of its sums alone

void drawHatched(QPainter &painter, const QRectF &box, const Theme &theme)
{
    const PainterScope scope(painter);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.panel);
    painter.drawRect(box);
    painter.setClipRect(box, Qt::IntersectClip);
    painter.setPen(QPen(theme.ink3, 1));
    for (double x = box.left() - box.height(); x < box.right(); x += 6)
        painter.drawLine(QPointF(x, box.bottom()), QPointF(x + box.height(), box.top()));
}

void drawRead(QPainter &painter, const QRectF &box, const StepCell &cell, const Theme &theme, double pixels)
{
    QColor ink = theme.ink;
    painter.setPen(Qt::NoPen);
    if (cell.kind == StepKind::read) {
        const QColor hue = theme.of(Role::input).hue;
        painter.setBrush(hue);
        painter.drawRect(box);
        ink = theme.inkOn(hue, 1);
    } else if (cell.kind == StepKind::zero) {
        painter.setBrush(theme.wash);
        painter.drawRect(box);
    } else {
        drawHatched(painter, box, theme);
    }
    const QFont font = numberFont(0.85 * pixels, cell.kind == StepKind::read ? QFont::DemiBold : QFont::Normal);
    if (!cell.says.isEmpty() && textWidth(cell.says, font) + 2 < box.width())
        drawText(painter, {box.center().x(), box.center().y() + 0.3 * pixels}, cell.says, font, ink, Align::centre);
}

} // namespace

void drawStepCell(QPainter &painter, const QRectF &where, const StepCell &cell, const Theme &theme, double pixels)
{
    const PainterScope scope(painter);
    const double split = cell.state ? where.height() * (1 - stateShare) : where.height();
    drawRead(painter, QRectF(where.left(), where.top(), where.width(), split), cell, theme, pixels);
    if (cell.state) {
        const double each = where.width() / double(cell.state->size());
        painter.setPen(Qt::NoPen);
        for (Eigen::Index i = 0; i < cell.state->size(); ++i) {
            const QRectF box(where.left() + double(i) * each, where.top() + split, each, where.height() - split);
            painter.setBrush(valueFill((*cell.state)[i], ValueStyle::signedValue, Role::state, 1, theme));
            painter.drawRect(box);
            drawSignMark(painter, box, (*cell.state)[i], {}, theme);
        }
    }
    drawHairFrame(painter, where, theme.ink3);
}

void drawStateRow(QPainter &painter, const QRectF &where, const Vector &state, const Theme &theme, double pixels)
{
    const double each = where.width() / double(state.size());
    const ColumnStyle style{.role = Role::state, .digits = 0.78 * pixels};
    for (Eigen::Index i = 0; i < state.size(); ++i)
        drawValueCell(painter, QRectF(where.left() + double(i) * each + 1, where.top(), each - 2, where.height()),
                      state[i], false, style, theme);
}

void drawTick(QPainter &painter, const QPointF &centre, bool isTaken, const Theme &theme, double pixels)
{
    const PainterScope scope(painter);
    const double r = 0.42 * pixels;
    painter.setPen(QPen(theme.ink, std::max(2.0, 0.17 * pixels), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    if (isTaken) {
        painter.drawPolyline(
            QPolygonF{centre + QPointF(-r, 0), centre + QPointF(-0.2 * r, 0.8 * r), centre + QPointF(r, -0.8 * r)});
        return;
    }
    painter.drawLine(centre + QPointF(-0.8 * r, -0.8 * r), centre + QPointF(0.8 * r, 0.8 * r));
    painter.drawLine(centre + QPointF(-0.8 * r, 0.8 * r), centre + QPointF(0.8 * r, -0.8 * r));
}

QString sequenceName(int sequence)
{
    return QString(QChar(u'A' + sequence));
}

QString asShare(double share)
{
    if (!std::isfinite(share))
        return Words::tr("not 0");
    if (share < roundOff)
        return QStringLiteral("0");
    if (share < 0.0005)
        return QStringLiteral("%1 %").arg(gradientNumber(100 * share));
    return QStringLiteral("%1 %").arg(decimals(100 * share, share < 0.0995 ? 1 : 0));
}

} // namespace gatescope
