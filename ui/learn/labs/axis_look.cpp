// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/axis_look.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Of one of the three blocks.
Role blockRole(const MovingAxis &axis, int block)
{
    if (block == 2)
        return Role::candidate;
    return (block == 0) == axis.updateFirst ? Role::keeps : Role::letsBy;
}

QColor axisHue(Axis axis, const Theme &theme)
{
    switch (axis) {
    case Axis::time:
        return theme.ink;
    case Axis::feature:
        return theme.wire(Role::input);
    case Axis::unit:
        return theme.wire(Role::state);
    case Axis::batch:
    case Axis::state:
    case Axis::bias:
    case Axis::gate:
        break;
    }
    return theme.ink2;
}

/// The batch is an outline, time is ink, the numbers at a step wear their own hue.
void fillTile(QPainter &painter, const QRectF &box, const MovingAxis &moving, const Theme &theme)
{
    const Axis axis = moving.axis;
    const double round = 5;
    if (axis == Axis::gate) {
        painter.setPen(Qt::NoPen);
        for (int block = 0; block < 3; ++block) {
            painter.setBrush(blended(theme.of(blockRole(moving, block)).hue, 0.4, theme.paper));
            painter.drawRect(QRectF(box.left() + block * box.width() / 3, box.top(), box.width() / 3, box.height()));
        }
        return;
    }
    const bool isOutline = axis == Axis::batch;
    const bool isQuiet = axis == Axis::state || axis == Axis::bias;
    painter.setPen(isOutline ? QPen(theme.ink, 2, Qt::DashLine) : QPen(Qt::NoPen));
    painter.setBrush(isOutline ? theme.paper : isQuiet ? theme.line : axisHue(axis, theme));
    painter.drawRoundedRect(box, round, round);
}

QColor tileInk(Axis axis, const Theme &theme)
{
    if (axis == Axis::time)
        return theme.paper;
    if (axis == Axis::feature || axis == Axis::unit)
        return theme.inkOn(axisHue(axis, theme), 1);
    return theme.ink;
}

} // namespace

QString axisName(Axis axis)
{
    const char *names[]{QT_TRANSLATE_NOOP("gatescope", "time"),     QT_TRANSLATE_NOOP("gatescope", "batch"),
                        QT_TRANSLATE_NOOP("gatescope", "features"), QT_TRANSLATE_NOOP("gatescope", "units"),
                        QT_TRANSLATE_NOOP("gatescope", "states"),   QT_TRANSLATE_NOOP("gatescope", "3 blocks"),
                        QT_TRANSLATE_NOOP("gatescope", "biases")};
    return QCoreApplication::translate("gatescope", names[int(axis)]);
}

double axisTileWidth(const QString &size, const QString &name, double pixels)
{
    return std::max(textWidth(size, numberFont(1.5 * pixels, QFont::DemiBold)) + 0.9 * pixels,
                    textWidth(name, interfaceFont(0.85 * pixels)) + 0.3 * pixels);
}

void drawAxisTile(QPainter &painter, const QRectF &where, const MovingAxis &axis, const Theme &theme, double pixels)
{
    const PainterScope scope(painter);
    painter.setOpacity(painter.opacity() * axis.opacity);
    fillTile(painter, where, axis, theme);
    drawText(painter, {where.center().x(), where.center().y() + 0.54 * pixels}, axis.size,
             numberFont(1.5 * pixels, QFont::DemiBold), tileInk(axis.axis, theme), Align::centre);
    drawText(painter, {where.center().x(), where.bottom() + 1.05 * pixels}, axisName(axis.axis),
             interfaceFont(0.85 * pixels), theme.ink, Align::centre);
}

void drawAxisEdge(QPainter &painter, const QLineF &edge, const MovingAxis &axis, const Theme &theme, double pixels)
{
    const PainterScope scope(painter);
    painter.setOpacity(painter.opacity() * axis.opacity);
    const double width = std::max(3.0, 0.26 * pixels);
    if (axis.axis == Axis::gate) {
        for (int block = 0; block < 3; ++block) {
            painter.setPen(QPen(theme.wire(blockRole(axis, block)), width, Qt::SolidLine, Qt::FlatCap));
            painter.drawLine(edge.pointAt(block / 3.0), edge.pointAt((block + 1) / 3.0));
        }
        return;
    }
    painter.setPen(
        QPen(axisHue(axis.axis, theme), width, axis.axis == Axis::batch ? Qt::DashLine : Qt::SolidLine, Qt::FlatCap));
    painter.drawLine(edge);
    if (axis.axis == Axis::time) // time has a direction
        drawArrowhead(painter, edge.p2(), std::atan2(edge.dy(), edge.dx()) * 180 / M_PI, theme.ink, 3 * width);
}

} // namespace gatescope
