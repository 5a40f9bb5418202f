// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/forecast_drawing.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/plots/curve.h"
#include "ui/train/answer_range.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

using Values = std::vector<double>;

/// Values of so many steps as a line over the height of an area.
QPolygonF lineOf(const Values &values, const AnswerRange &range, const QRectF &area)
{
    QPolygonF line;
    for (std::size_t t = 0; t < values.size(); ++t)
        line << QPointF(area.left() + area.width() * (double(t) + 0.5) / double(values.size()),
                        area.bottom() - area.height() * range.share(values[t]));
    return line;
}

} // namespace

QString ownNumber(double value, double size)
{
    if (std::abs(value) >= 1e5 && size > 0)
        return tickNumber(value, size / 10); // both ends of a range do not read the same
    const double digits = size > 0 ? 1 - std::floor(std::log10(size)) : 2;
    return decimals(value, int(std::clamp(digits, 0.0, 6.0)));
}

Scale ForecastDrawing::inputScale(int input) const
{
    return std::size_t(input) < m_words.inputScales.size() ? m_words.inputScales[std::size_t(input)] : Scale();
}

void ForecastDrawing::drawInputs(QPainter &painter, const QRectF &area) const
{
    const int inputs = m_sample.shown->batch.x.units(), lanes = std::min(inputs, mostLanes);
    const double gap = 3, height = (area.height() - gap * (lanes - 1)) / lanes;
    for (int lane = 0; lane < lanes; ++lane)
        drawLane(painter, QRectF(area.left(), area.top() + lane * (height + gap), area.width(), height),
                 inputs - lanes + lane);
}

void ForecastDrawing::drawLane(QPainter &painter, const QRectF &lane, int input) const
{
    const Theme &theme = *m_look.theme;
    const Scale scale = inputScale(input);
    Values values;
    for (int t = 0; t < steps(); ++t)
        values.push_back(scale.whole(m_sample.shown->batch.x(t, 0, input)));
    const auto [low, high] = std::ranges::minmax(values);
    const QFont font = interfaceFont(m_look.pixels * 0.92);
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(lane.bottomLeft(), lane.bottomRight());
    painter.setPen(QPen(theme.wire(Role::input), 1.6 * penScale(m_look.pixels)));
    painter.drawPolyline(lineOf(values, {low, high, low, high}, lane.adjusted(0, m_look.pixels * 1.1, 0, -2)));
    const QString name = m_words.inputs.value(input, Words::tr("input %1").arg(input));
    drawText(painter, {lane.left(), lane.top() + m_look.pixels * 0.85},
             Words::tr("%1  %2 … %3").arg(name, ownNumber(low, high - low), ownNumber(high, high - low)), font,
             theme.of(Role::input).text);
}

void ForecastDrawing::drawForecast(QPainter &painter, const QRectF &area) const
{
    const Theme &theme = *m_look.theme;
    const auto [truth, forecast, persistence] = forecastCurves(m_sample, m_words);
    AnswerRange range = answerRange(m_sample, m_words);
    if (m_beside)
        range = range.united(answerRange(*m_beside, m_words));
    const double low = range.low, high = range.high;
    const QFont small = interfaceFont(m_look.pixels), bold = interfaceFont(m_look.pixels, QFont::DemiBold);
    const QRectF plot = area.adjusted(0, m_look.pixels * 1.6, 0, -m_look.pixels * 1.7);
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(plot.topLeft(), plot.topRight());
    painter.setPen(theme.ink3);
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());

    const double scale = penScale(m_look.pixels);
    QPen dashed(theme.ink, 1.5 * scale, Qt::CustomDashLine), dotted(theme.ink2, 1.4 * scale, Qt::CustomDashLine);
    dashed.setDashPattern({4, 3.3});
    dotted.setDashPattern({1, 2.5});
    painter.setPen(dotted);
    painter.drawPolyline(lineOf(persistence, range, plot));
    painter.setPen(dashed);
    painter.drawPolyline(lineOf(truth, range, plot));
    painter.setPen(QPen(theme.wire(Role::gradient), 2.2 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(lineOf(forecast, range, plot));

    // One line of names, each with its stroke: three curves that nearly meet have no room for names of their own.
    struct Name {
        QString text;
        QPen pen;
        QColor colour;
    };
    const Name names[]{
        {Words::tr("truth"), dashed, theme.ink},
        {Words::tr("forecast"), QPen(theme.wire(Role::gradient), 2.2 * scale), theme.of(Role::gradient).text},
        {Words::tr("persistence"), dotted, theme.ink2}};
    const double pixels = m_look.pixels, line = area.top() + pixels * 0.9;
    double room = plot.width() - pixels * 3.8; // for the strokes
    for (const Name &each : names)
        room -= textWidth(each.text, bold);
    const double stroke = std::clamp(room / 3, pixels * 0.8, pixels * 2);
    double left = plot.left();
    for (const Name &each : names) {
        painter.setPen(each.pen);
        painter.drawLine(QPointF(left, line - pixels * 0.35), QPointF(left + stroke, line - pixels * 0.35));
        left += stroke + pixels * 0.4;
        left += drawText(painter, {left, line}, each.text, bold, each.colour) + pixels * 1.2;
    }
    drawText(painter, {plot.left() - 4, plot.top() + m_look.pixels * 0.4}, ownNumber(high, high - low), small,
             theme.ink2, Align::right);
    drawText(painter, {plot.left() - 4, plot.bottom()}, ownNumber(low, high - low), small, theme.ink2, Align::right);
    drawText(painter, {area.left(), area.bottom() - 3}, Words::tr("step 0"), small, theme.ink2);
    drawText(painter, {area.center().x(), area.bottom() - 3},
             m_words.outputs.isEmpty() ? Words::tr("next value")
                                       : Words::tr("%1, next value").arg(m_words.outputs.constFirst()),
             small, theme.ink2, Align::centre);
    drawText(painter, {area.right(), area.bottom() - 3}, Words::tr("step %1").arg(steps() - 1), small, theme.ink2,
             Align::right);
}

} // namespace gatescope
