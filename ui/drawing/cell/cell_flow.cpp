// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_flow.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/cell/cell_signs.h"

#include <QCoreApplication>
#include <QLineF>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// The share of a tap before the bend where the others part from it.
double trunkShare(const Tap &tap, double reach)
{
    double length = 0;
    for (qsizetype i = 1; i < tap.corners.size(); ++i)
        length += QLineF(tap.corners[i - 1], tap.corners[i]).length();
    const double first = QLineF(tap.corners[0], tap.corners[1]).length();
    const double trunk = first > 2 * reach ? first - reach - 2 : first / 2;
    return std::min(0.9, trunk / std::max(1.0, length));
}

bool isCircle(const QString &sign)
{
    return sign == u"σ"_qs || sign == u"σ′"_qs;
}

/// Half the width of a squashing function's circle or pill.
double squashHalf(const CellPlan &plan, const QString &sign)
{
    return isCircle(sign) ? plan.squashRadius : std::max(plan.squashRadius * 1.5, plan.type(14) * 1.25);
}

} // namespace

double stretch(double progress, double begin, double end)
{
    return std::clamp((progress - begin) / (end - begin), 0.0, 1.0);
}

double wiresOf(const CellCanvas &canvas, int part)
{
    return stretch(canvas.computed(part), 0, 0.4);
}

double unitsOf(const CellCanvas &canvas, int part)
{
    return stretch(canvas.computed(part), 0.4, 1);
}

void drawTaps(CellCanvas &canvas, const std::vector<Tap> &taps, Role role)
{
    const CellPlan &plan = canvas.plan();
    const QColor colour = canvas.theme().wire(role);
    const double width = std::max(1.2, plan.mark(2));
    const double reach = plan.mark(26);
    const auto way = [&](const Tap &tap) {
        return CellCanvas::Way{tap.corners, reach, std::max(6.0, plan.mark(9)), tap.from, tap.to};
    };
    for (const Tap &tap : taps) {
        if (wiresOf(canvas, tap.part) < 1)
            canvas.ghostWire(way(tap), colour, width);
    }
    for (const Tap &tap : taps) {
        const double trunk = trunkShare(tap, reach);
        canvas.walkedWire(way(tap), colour, width,
                          trunk * canvas.computed(0) + (1 - trunk) * wiresOf(canvas, tap.part));
    }
}

double tapSide(const CellPlan &plan)
{
    return std::max(5.0, plan.mark(11));
}

double tapTop(const CellPlan &plan)
{
    return plan.squash + plan.squashRadius * 0.9;
}

Tap stateTap(const CellPlan &plan, const QPointF &from, double to, bool squashed, int part, const QString &feeds)
{
    const double x = squashed ? to - tapSide(plan) : to;
    const double top = squashed ? tapTop(plan) : plan.lowerBottom + 4;
    return {
        {{from.x(), from.y() + 2}, {from.x(), plan.stateRail}, {x, plan.stateRail}, {x, top}}, part, u"h"_qs, feeds};
}

Tap inputTap(CellCanvas &canvas, const QPointF &from, double to, bool squashed, int part, const QString &feeds)
{
    const CellPlan &plan = canvas.plan();
    const double x = squashed ? to + tapSide(plan) : to;
    const double top = squashed ? tapTop(plan) : plan.lowerBottom + 4;
    canvas.painter().fillRect(QRectF(x - plan.mark(4), plan.stateRail - plan.mark(5), plan.mark(8), plan.mark(10)),
                              canvas.theme().paper);
    return {{from, {from.x(), plan.inputRail}, {x, plan.inputRail}, {x, top}}, part, u"x"_qs, feeds};
}

QString gateSign(const NetworkSpec &spec)
{
    return spec.gateActivation == GateActivation::sigmoid ? u"σ"_qs : u"*hσ*"_qs;
}

QString stateSign(const NetworkSpec &spec)
{
    return spec.stateActivation == StateActivation::tanh ? u"*tanh*"_qs : u"*relu*"_qs;
}

QString gateSlopeSign(const NetworkSpec &spec)
{
    return spec.gateActivation == GateActivation::sigmoid ? u"σ′"_qs : u"*hσ′*"_qs;
}

QString gateSquashes(const NetworkSpec &spec, const QString &letter)
{
    const bool isHard = spec.gateActivation != GateActivation::sigmoid;
    return (isHard
                ? QCoreApplication::translate("gatescope", "A hard sigmoid squashes W%1 x + U%1 h + b between 0 and 1")
                : QCoreApplication::translate("gatescope", "σ squashes W%1 x + U%1 h + b between 0 and 1"))
        .arg(letter);
}

void drawSquashMark(CellCanvas &canvas, const SquashMark &mark)
{
    const CellPlan &plan = canvas.plan();
    const Theme &theme = canvas.theme();
    QPainter &painter = canvas.painter();
    const double radius = plan.squashRadius;
    const bool wide = !isCircle(mark.sign);
    const double half = squashHalf(plan, mark.sign);
    const PainterScope scope(painter);
    const QColor outline = canvas.faded(theme.of(mark.role).text, mark.part);
    if (wide)
        drawPill(painter, {mark.middle, plan.squash}, {2 * half, 2 * radius * 0.92}, mark.sign, outline, theme);
    else
        drawOperator(painter, {mark.middle, plan.squash}, radius, mark.sign, outline, theme);
    if (!mark.letter.isEmpty()) {
        const Opacity opacity(painter, canvas.opacityOf(mark.part));
        const double beside = std::max(tapSide(plan) + plan.mark(11), wide ? half * 0.75 : 0.0);
        canvas.matrixName({mark.middle - beside, plan.matrixNames}, u"U_{%1}"_qs.arg(mark.letter), Role::state,
                          u"U_"_qs + mark.letter, mark.part, Align::right);
        canvas.matrixName({mark.middle + beside, plan.matrixNames}, u"W_{%1}"_qs.arg(mark.letter), Role::input,
                          u"W_"_qs + mark.letter, mark.part, Align::left);
    }
    canvas.operation({mark.middle - half, plan.squash - radius, 2 * half, 2 * radius}, mark.part, mark.says,
                     Term{mark.symbol});
}

namespace {

/// A pill in a vertical wire, where the gap between the bands is high enough for its letters.
QRectF wirePill(const CellPlan &plan, double x, const QString &word)
{
    const double gap = plan.lowerSymbols - plan.type(24) * 0.75 - plan.upperBottom;
    const double height = std::clamp(gap * 0.62, 15.0, std::max(15.0, plan.mark(28)));
    const double width = std::max(plan.mark(58), mathWidth(word, height * 0.58) + height * 0.7);
    return {x - width / 2, plan.upperBottom + std::max(5.0, (gap - height) * 0.55), width, height};
}

void drawWirePill(CellCanvas &canvas, const BandWire &wire, Role role)
{
    if (wire.word.isEmpty())
        return;
    const PainterScope scope(canvas.painter());
    const QRectF pill = wirePill(canvas.plan(), wire.x, wire.word);
    drawPill(canvas.painter(), pill.center(), pill.size(), wire.word,
             canvas.faded(canvas.theme().of(role).text, wire.part), canvas.theme());
    canvas.operation(pill, wire.part, wire.says, Term{wire.to});
}

QList<QPointF> bandWay(const CellPlan &plan, const BandWire &wire, bool upwards)
{
    const QPointF upper(wire.x, wire.word.isEmpty() ? meetingBottom(plan) + 1 : plan.upperBottom + 4);
    const QPointF lower(wire.x, plan.lowerTop - 4);
    return upwards ? QList<QPointF>{lower, upper} : QList<QPointF>{upper, lower};
}

} // namespace

void drawBandWire(CellCanvas &canvas, const BandWire &wire, double share)
{
    const CellPlan &plan = canvas.plan();
    canvas.wire({bandWay(plan, wire, wire.upwards), 0, std::max(7.0, plan.mark(11)), wire.from, wire.to},
                canvas.theme().wire(wire.role), std::max(1.5, plan.mark(3)), share);
    drawWirePill(canvas, wire, wire.role);
}

void drawBandRibbon(CellCanvas &canvas, const BandWire &wire, const Vector &gradient, double share)
{
    canvas.ribbon({bandWay(canvas.plan(), wire, !wire.upwards), 0, 0, wire.from, wire.to}, gradient.norm(), share);
    drawWirePill(canvas, wire, Role::gradient);
}

double meetingLeft(const CellPlan &plan, double middle)
{
    return middle - plan.across(48);
}

double meetingRight(const CellPlan &plan, double middle)
{
    return middle + plan.across(48);
}

double meetingBottom(const CellPlan &plan)
{
    return plan.upperBottom + plan.mark(8);
}

void drawMeeting(CellCanvas &canvas, const Meeting &meeting, const Vector &values)
{
    const CellPlan &plan = canvas.plan();
    const Theme &theme = canvas.theme();
    QPainter &painter = canvas.painter();
    const double left = meetingLeft(plan, meeting.middle);
    const double width = meetingRight(plan, meeting.middle) - left;
    const double margin = plan.mark(8);
    const QRectF panel(left, plan.upperTop - margin, width, plan.rows.total() + 2 * margin);
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(theme.panel);
    painter.drawRoundedRect(panel, plan.mark(10), plan.mark(10));
    painter.fillRect(
        QRectF(panel.left() + 1, plan.upperTop + plan.rows.top(canvas.followed()) - 2, width - 2, plan.rows.focus + 4),
        theme.wash);
    drawRowSign(canvas, {Band::upper, left + width * 0.17, meeting.sign, false, meeting.part, {}, meeting.makes});
    ColumnStyle style = meeting.style;
    style.digits = 0;
    style.revealed = meeting.revealed;
    canvas.column({left + width * 0.32, plan.upperTop, width * 0.6, meeting.part, meeting.name, meeting.symbol}, values,
                  style);
}

void drawGradientColumn(CellCanvas &canvas, const GradientColumn &where, const Vector &values,
                        const ColumnStyle &valueStyle, const Vector &gradients, double revealed)
{
    const CellPlan &plan = canvas.plan();
    const double edge = std::max(4.0, plan.mark(9));
    const double gap = std::max(2.0, plan.mark(3));
    {
        const Opacity opacity(canvas.painter(), 0.35);
        drawColours(canvas.painter(), where.left, where.top, edge, values, plan.rows, valueStyle, canvas.theme());
    }
    ColumnStyle style = canvas.columnStyle(ValueStyle::gradient, Role::gradient);
    style.revealed = revealed;
    // "−2.4e−2", or in a narrow column "−2e−2".
    if (where.width - edge - gap < 7 * 0.6 * style.focusDigits + 2)
        style.gradientDigits = 0;
    canvas.column({where.left + edge + gap, where.top, where.width - edge - gap, where.part, where.name, where.symbol,
                   plan.across(14)},
                  gradients, style);
}

void drawWayHome(CellCanvas &canvas, const WayHome &way, const Vector &gradient, double share)
{
    const CellPlan &plan = canvas.plan();
    const double depth = plan.stripTop - plan.lowerBottom;
    const double y = plan.lowerBottom + depth * (0.9 - std::min(0.17, 0.64 / way.places) * way.place);
    const double x = way.stateLeft + way.stateWidth * (0.2 + 0.6 * way.place / std::max(1, way.places - 1));
    canvas.ribbon({{{way.from, plan.lowerBottom + 2}, {way.from, y}, {x, y}, {x, way.stateBottom + 4}},
                   plan.mark(20),
                   0,
                   u"h"_qs,
                   way.symbol},
                  gradient.norm(), share);
    if (!way.sign.isEmpty())
        drawSquashMark(canvas,
                       {way.from,
                        way.sign,
                        {},
                        Role::gradient,
                        way.part,
                        QCoreApplication::translate("gatescope", "back through the squashing: times its slope"),
                        way.symbol});
    const Opacity opacity(canvas.painter(), share > 0 ? 1 : dimmed);
    const double beside = way.from + (way.sign.isEmpty() ? plan.mark(14) : squashHalf(plan, way.sign) + plan.mark(8));
    const double baseline = plan.squash + plan.type(17) * 0.4;
    const double width = canvas.formula({beside, baseline}, {u"[g]%1^{*T*}[/]"_qs.arg(way.matrix)}, plan.across(90),
                                        canvas.theme().ink, Align::left, 17);
    if (share < 1)
        return;
    const QString number = gradientNumber(gradient.norm());
    const double digits = double(number.size()) * plan.type(14) * 0.6;
    if (beside + width + 6 + digits <= way.from + way.room)
        canvas.number({beside + width + 6, baseline}, number, 14, canvas.theme().ink);
    canvas.area({beside, plan.squash - plan.type(17), plan.across(90), plan.type(17) * 1.6}, way.part,
                QCoreApplication::translate("gatescope", "length of what goes back this way: %1")
                    .arg(gradientNumber(gradient.norm(), 3)));
}

} // namespace gatescope
