// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_legends.h"

#include "ui/drawing/cell/cell_answer.h"
#include "ui/drawing/marks/sign_marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Where a legend's words and its ramp stand.
struct LegendPlace {
    double left, ramp, rampWidth;
};

LegendPlace legendPlace(const CellPlan &plan)
{
    const double words = std::max(plan.across(72), plan.type(13) * 3.9);
    const double ticks = plan.type(12) * 4.5; // "−1", "0" and "+1" beside each other
    // The last tick's label hangs over the end.
    const double end = plan.size.width() - plan.across(24) - 8;
    const double ramp = std::min(answerLeft(plan) + words, end - ticks);
    return {ramp - words, ramp, end - ramp};
}

QString tick(double value)
{
    const QString number = QString::number(std::abs(value));
    return value < 0 ? u"−"_qs + number : value > 0 ? u"+"_qs + number : number;
}

void drawSignedRamp(CellCanvas &canvas, const QRectF &where)
{
    constexpr int steps = 9;
    QPainter &painter = canvas.painter();
    for (int i = 0; i < steps; ++i) {
        const double value = (i - steps / 2) / double(steps / 2);
        const QRectF cell(where.left() + where.width() * i / steps, where.top(), where.width() / steps, where.height());
        painter.fillRect(cell.adjusted(0, 0, 0.5, 0),
                         valueFill(value, ValueStyle::signedValue, Role::state, 1, canvas.theme()));
        drawSignMark(painter, cell, value, {}, canvas.theme());
    }
    painter.setPen(QPen(canvas.theme().line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(where);
}

void drawTanks(CellCanvas &canvas, const QRectF &where)
{
    constexpr int tanks = 5;
    const double pitch = where.width() / tanks;
    const ColumnStyle style{.style = ValueStyle::gate, .role = Role::keeps, .digits = 0};
    for (int i = 0; i < tanks; ++i) {
        const QRectF tank(where.left() + i * pitch, where.top(), pitch - 3, where.height());
        drawValueCell(canvas.painter(), tank, i / double(tanks - 1), false, style, canvas.theme());
    }
}

} // namespace

double drawValueLegends(CellCanvas &canvas, const std::vector<ScaleInUse> &scales, bool gates)
{
    const CellPlan &plan = canvas.plan();
    const Theme &theme = canvas.theme();
    const PainterScope scope(canvas.painter());
    const LegendPlace place = legendPlace(plan);
    const double line = plan.type(12) * 1.25;
    const double bar = std::max(8.0, std::min(plan.mark(16), plan.down(16)));
    const double gap = std::max(3.0, plan.down(10));
    const double foot = plan.size.height() - std::max(6.0, plan.down(20));
    const double top = foot - (bar + double(scales.size()) * line + (gates ? gap + bar + line : 0));
    const double lowered = bar / 2 + plan.type(13) * 0.36;

    canvas.words({place.left, top + lowered}, {QCoreApplication::translate("gatescope", "signed"), u"±"_qs},
                 place.ramp - place.left, theme.ink2, Align::left, 13);
    drawSignedRamp(canvas, {place.ramp, top, place.rampWidth, bar});
    double y = top + bar + line * 0.9;
    for (const ScaleInUse &scale : scales) {
        canvas.formula({place.left, y}, {scale.symbols}, place.ramp - place.left - plan.type(12), theme.ink2,
                       Align::left, 15);
        for (const double at : {-1.0, 0.0, 1.0})
            canvas.words({place.ramp + place.rampWidth * (at + 1) / 2, y}, {tick(at * scale.scale)}, 60, theme.ink2,
                         Align::centre, 12);
        y += line;
    }

    if (!gates)
        return top;
    const double tanks = top + bar + double(scales.size()) * line + gap;
    canvas.words({place.left, tanks + lowered}, {QCoreApplication::translate("gatescope", "gate")},
                 place.ramp - place.left, theme.ink2, Align::left, 13);
    drawTanks(canvas, {place.ramp, tanks, place.rampWidth, bar});
    const double pitch = place.rampWidth / 5;
    for (const auto &[at, text] : {std::pair(0, u"0"_qs), std::pair(2, u"½"_qs), std::pair(4, u"1"_qs)})
        canvas.words({place.ramp + (at + 0.5) * pitch - 1.5, tanks + bar + line * 0.9}, {text}, 60, theme.ink2,
                     Align::centre, 12);
    return top;
}

double drawGradientLegend(CellCanvas &canvas)
{
    const CellPlan &plan = canvas.plan();
    const Theme &theme = canvas.theme();
    const PainterScope scope(canvas.painter());
    const LegendPlace place = legendPlace(plan);
    const double line = plan.type(12) * 1.3;
    const double bar = std::max(plan.mark(16), 8.0);
    const double foot = plan.size.height() - std::max(6.0, plan.down(20));
    const double top = foot - bar - 3 * line;
    const double pitch = place.rampWidth / 4;
    canvas.words({place.left, top + bar / 2 + plan.type(13) * 0.36},
                 {QCoreApplication::translate("gatescope", "width")}, place.ramp - place.left, theme.ink2, Align::left,
                 13);
    const auto power = [](int exponent) { return exponent == 0 ? u"*1*"_qs : u"*10*^{−%1}"_qs.arg(-exponent); };
    const bool endsOnly = mathWidth(power(-canvas.decades()), plan.type(13)) > pitch - 3;
    for (int i = 0; i < 4; ++i) {
        const double middle = place.ramp + (i + 0.5) * pitch;
        const int exponent = canvas.decades() / 3 * (i - 3);
        const double width = canvas.gradientWidth(std::pow(10, exponent));
        canvas.painter().fillRect(QRectF(middle - pitch * 0.38, top + bar / 2 - width / 2, pitch * 0.76, width),
                                  theme.wire(Role::gradient));
        if (!endsOnly || i == 0 || i == 3)
            canvas.formula({middle, top + bar + line * 0.9}, {power(exponent)}, 2 * pitch, theme.ink2, Align::centre,
                           13);
    }
    const double room = plan.size.width() - plan.across(24) - place.left;
    canvas.words({place.left, top + bar + line * 2},
                 {QCoreApplication::translate("gatescope", "lanes: vermilion +, grey −"),
                  QCoreApplication::translate("gatescope", "vermilion +, grey −")},
                 room, theme.ink2, Align::left, 13);
    canvas.words({place.left, top + bar + line * 3},
                 {QCoreApplication::translate("gatescope", "ribbons: a vector's length"),
                  QCoreApplication::translate("gatescope", "ribbons: length")},
                 room, theme.ink2, Align::left, 13);
    return top;
}

} // namespace gatescope
