// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/chart_drawing.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/plots/curve.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <utility>

namespace gatescope {

namespace {

/// Where numbers and steps lie in the chart's plot.
struct Axes {
    QRectF plot;
    double low = 0, high = 1;
    bool isLog = false;
    int steps = 1;                  ///< the last step
    double by = 0.5;                ///< from tick to tick, where it is not by powers of ten
    std::vector<double> along = {}; ///< where each step lies, from 0 to 1; empty: equally far apart

    double x(int step) const
    {
        const double share = step < std::ssize(along) ? along[std::size_t(step)] : double(step) / std::max(steps, 1);
        return plot.left() + plot.width() * share;
    }
    double y(double value) const
    {
        const double at = isLog ? std::log10(std::max(value, 1e-300)) : value;
        return plot.bottom() - plot.height() * (std::clamp(at, low, high) - low) / (high - low);
    }
    bool shows(double value) const { return std::isfinite(value) && (!isLog || value > 0); }
};

/// From tick to tick, 1, 2 or 5 times a power of ten, so that there are some five of them.
double roundStep(double reach)
{
    const double power = std::pow(10, std::floor(std::log10(reach / 5)));
    const double by = reach / 5 / power;
    return power * (by <= 1 ? 1 : by <= 2 ? 2 : by <= 5 ? 5 : 10);
}

QString placeOf(const Chart &chart, int step)
{
    return step < chart.places.size() ? chart.places[step] : QString::number(step);
}

QString alongOf(const Chart &chart)
{
    return chart.along.isEmpty() ? QCoreApplication::translate("gatescope", "step") : chart.along;
}

/// Where places that are numbers lie between the first and the last. Empty where they are no numbers in their order, or
/// multiples of each other (1, 2, 4, 8), which stand equally far apart.
std::vector<double> placesByValue(const QStringList &places)
{
    std::vector<double> values;
    for (const QString &place : places) {
        bool isNumber = false;
        values.push_back(place.toDouble(&isNumber));
        if (!isNumber || (values.size() > 1 && values.back() <= values[values.size() - 2]))
            return {};
    }
    const auto isMuchMore = [](double one, double next) { return one > 0 && next > 1.4 * one; };
    if (values.size() < 3 || std::ranges::adjacent_find(values, std::not_fn(isMuchMore)) == values.end())
        return {};
    const double first = values.front(), reach = values.back() - first;
    for (double &each : values)
        each = (each - first) / reach;
    return values;
}

/// What the places are stands before the first of them, or, where it is long, behind the last.
bool standsBehind(const Chart &chart, double pixels)
{
    return textWidth(alongOf(chart), interfaceFont(0.92 * pixels)) > 2.9 * pixels;
}

Axes axesOf(const Chart &chart, const QRectF &plot)
{
    Axes axes{.plot = plot, .isLog = chart.isLog};
    double low = 1e300, high = -1e300;
    std::size_t longest = 2;
    for (const ChartLine &line : chart.lines) {
        longest = std::max(longest, line.values.size());
        for (const double value : line.values) {
            if (!axes.shows(value))
                continue;
            const double at = chart.isLog ? std::log10(value) : value;
            low = std::min(low, at);
            high = std::max(high, at);
        }
    }
    if (low > high)
        low = 0, high = 1;
    axes.steps = int(longest) - 1;
    if (auto along = placesByValue(chart.places); std::ssize(along) == axes.steps + 1)
        axes.along = std::move(along);
    if (chart.isLog) {
        axes.low = std::floor(low);
        axes.high = std::max(std::ceil(high), axes.low + 1);
    } else {
        const double reach = std::max(high, 0.0) - std::min(low, 0.0);
        const bool isUsual = reach <= 5.5 && (reach >= 0.15 || reach <= 0);
        axes.by = !isUsual ? roundStep(reach) : reach > 2.2 ? 1 : reach > 0.9 ? 0.5 : reach > 0.4 ? 0.25 : 0.1;
        axes.low = std::min(0.0, std::floor(low / axes.by) * axes.by);
        axes.high = std::max(axes.low + axes.by,
                             std::ceil(high / axes.by - 1e-9) * axes.by); // a sum of shares may lie a bit above 1
    }
    return axes;
}

QList<double> ticksOf(const Axes &axes)
{
    QList<double> ticks;
    if (axes.isLog) {
        const int by = std::max(1, int(std::ceil((axes.high - axes.low) / 4)));
        for (int power = int(axes.high); power >= int(axes.low); power -= by)
            ticks.append(power);
        return ticks;
    }
    for (double at = axes.low; at <= axes.high + 1e-9; at += axes.by)
        ticks.append(std::abs(at) < 1e-9 ? 0 : at);
    return ticks;
}

/// Each `by` steps a tick. Where the places have names, the last has one too, if need be instead of the one before.
std::vector<int> ticksAlong(int steps, int by, bool isLastNamed)
{
    std::vector<int> ticks;
    for (int step = 0; step <= steps; step += by)
        ticks.push_back(step);
    if (isLastNamed && ticks.back() != steps) {
        if (steps - ticks.back() < 0.7 * by)
            ticks.pop_back();
        ticks.push_back(steps);
    }
    return ticks;
}

void drawGround(QPainter &painter, const Chart &chart, const Axes &axes, const Theme &theme, double pixels)
{
    const QRectF &plot = axes.plot;
    if (chart.lostFrom >= 0 && chart.lostFrom <= axes.steps)
        painter.fillRect(QRectF(QPointF(axes.x(chart.lostFrom), plot.top()), plot.bottomRight()), theme.wash);
    for (const double tick : ticksOf(axes)) {
        const double y = plot.bottom() - plot.height() * (tick - axes.low) / (axes.high - axes.low);
        painter.setPen(QPen(!axes.isLog && tick == 0 ? theme.ink3 : theme.line, 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        if (axes.isLog)
            drawMath(painter, {plot.left() - 8, y + 0.35 * pixels},
                     tick == 0
                         ? QStringLiteral("*1*")
                         : QStringLiteral("*10*^{*%1%2*}").arg(tick < 0 ? u"−"_qs : QString()).arg(std::abs(tick)),
                     1.05 * pixels, theme.ink2, theme, Align::right);
        else
            drawText(painter, {plot.left() - 8, y + 0.35 * pixels}, tickNumber(tick, axes.by),
                     numberFont(0.92 * pixels), theme.ink2, Align::right);
    }
    const bool isNamed = !chart.places.isEmpty() && axes.steps <= 11;
    const int by = isNamed ? 1 : axes.steps > 25 ? 10 : axes.steps > 11 ? 5 : axes.steps > 5 ? 2 : 1;
    const QFont tickFont = numberFont(0.92 * pixels);
    double lastEnds = plot.right();
    for (const int step : ticksAlong(axes.steps, by, !chart.places.isEmpty())) {
        drawText(painter, {axes.x(step), plot.bottom() + 1.5 * pixels}, placeOf(chart, step), tickFont, theme.ink2,
                 Align::centre);
        lastEnds = std::max(lastEnds, axes.x(step) + textWidth(placeOf(chart, step), tickFont) / 2);
    }
    const bool isBehind = standsBehind(chart, pixels);
    const double alongX = isBehind ? std::max(plot.right() + 12, lastEnds + 0.6 * pixels) : plot.left() - 0.7 * pixels;
    drawText(painter, {alongX, plot.bottom() + 1.5 * pixels}, alongOf(chart), interfaceFont(0.92 * pixels), theme.ink2,
             isBehind ? Align::left : Align::right);
}

void drawLine(QPainter &painter, const ChartLine &line, const Axes &axes, const Chart &chart, const Theme &theme)
{
    const PainterScope scope(painter);
    painter.setOpacity(line.opacity);
    QPainterPath path;
    bool isBegun = false;
    for (std::size_t t = 0; t < line.values.size(); ++t) {
        if (!axes.shows(line.values[t])) {
            isBegun = false;
            continue;
        }
        const QPointF at(axes.x(int(t)), axes.y(line.values[t]));
        isBegun ? path.lineTo(at) : path.moveTo(at);
        isBegun = true;
    }
    QPen pen(line.colour, line.width, line.style, Qt::RoundCap, Qt::RoundJoin);
    if (line.style == Qt::DotLine)
        pen.setDashPattern({0.1, 2}); // times the width, and the round ends
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(path);
    if (!line.hasDots)
        return;
    painter.setPen(QPen(line.colour, 2));
    for (std::size_t t = 0; t < line.values.size(); ++t) {
        const bool isLost = chart.lostFrom >= 0 && int(t) >= chart.lostFrom;
        painter.setBrush(isLost ? theme.paper : line.colour);
        const double radius = int(t) == chart.markedStep ? 7 : 3.5;
        if (axes.shows(line.values[t]))
            painter.drawEllipse(QPointF(axes.x(int(t)), axes.y(line.values[t])), radius, radius);
    }
}

/// What is written at the right end of a line.
struct EndName {
    QString words;
    double y;
    QColor colour;
};

/// The lines' names at their ends, and what the level is.
std::vector<EndName> endNames(const Chart &chart, const Axes &axes, const Theme &theme)
{
    std::vector<EndName> names;
    for (const ChartLine &line : chart.lines)
        if (!line.name.isEmpty() && !line.values.empty())
            names.push_back({line.name, axes.y(line.values.back()), line.colour});
    if (chart.level)
        names.push_back({chart.levelSays, axes.y(*chart.level), theme.ink});
    std::ranges::sort(names, {}, &EndName::y);
    return names;
}

/// Kept from lying on each other.
void drawNames(QPainter &painter, std::vector<EndName> names, const Axes &axes, double pixels)
{
    const double apart = 1.25 * pixels;
    for (std::size_t i = 1; i < names.size(); ++i)
        names[i].y = std::max(names[i].y, names[i - 1].y + apart);
    const double over = names.empty() ? 0 : std::max(0.0, names.back().y - axes.plot.bottom());
    for (const EndName &name : names)
        drawText(painter, {axes.plot.right() + 12, name.y - over + 0.35 * pixels}, name.words,
                 interfaceFont(pixels, QFont::DemiBold), name.colour);
}

/// Where lines run together for the rest of their way, names at their ends say nothing.
struct Parting {
    int step = 0;  ///< where they lie farthest apart
    int joins = 0; ///< from here on they are one
};

/// None where there are few lines, or where they end apart.
std::optional<Parting> whereTheyDiffer(const Chart &chart, const Axes &axes, double pixels)
{
    const bool areAllWhole = std::ranges::all_of(chart.lines, [&](const ChartLine &line) {
        return !line.name.isEmpty() && std::ssize(line.values) == axes.steps + 1;
    });
    if (chart.lines.size() < 3 || !areAllWhole || chart.level)
        return std::nullopt;
    const auto spread = [&](int step) {
        double top = 1e300, bottom = -1e300;
        for (const ChartLine &line : chart.lines) {
            top = std::min(top, axes.y(line.values[std::size_t(step)]));
            bottom = std::max(bottom, axes.y(line.values[std::size_t(step)]));
        }
        return bottom - top;
    };
    Parting parting{.step = 0, .joins = axes.steps};
    while (parting.joins >= 0 && spread(parting.joins) < 0.5 * pixels)
        --parting.joins;
    ++parting.joins;
    for (int step = 1; step <= axes.steps; ++step)
        if (spread(step) > spread(parting.step))
            parting.step = step;
    return parting.joins < axes.steps / 2 ? std::optional(parting) : std::nullopt;
}

/// The names stand in the plot, over what the lines have become, each with a thin line from where its own is apart.
void drawNamesWithin(QPainter &painter, const Chart &chart, const Axes &axes, const Parting &parting, double pixels)
{
    struct Named {
        const ChartLine *line;
        double y;
    };
    std::vector<Named> all;
    for (const ChartLine &line : chart.lines)
        all.push_back({&line, axes.y(line.values[std::size_t(parting.step)])});
    std::ranges::stable_sort(all, {}, &Named::y);
    const double apart = std::min(1.25 * pixels, (axes.plot.height() - 0.4 * pixels) / double(all.size()));
    const double left = axes.x(parting.joins) + pixels;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double y = axes.plot.top() + (double(i) + 0.5) * apart;
        QColor thin = all[i].line->colour;
        thin.setAlphaF(0.5F);
        painter.setPen(QPen(thin, 1));
        painter.drawLine(QPointF(axes.x(parting.step), all[i].y), QPointF(left - 4, y));
        drawText(painter, {left, y + 0.35 * pixels}, all[i].line->name, interfaceFont(pixels, QFont::DemiBold),
                 all[i].line->colour);
    }
}

/// The chart's plot within its place: beside it room for numbers and names.
QRectF plotIn(const QRectF &where, const Chart &chart, double pixels)
{
    double names = 0;
    for (const EndName &name : endNames(chart, {}, theme(ThemeName::light)))
        names = std::max(names, textWidth(name.words, interfaceFont(pixels, QFont::DemiBold)) + 16);
    if (standsBehind(chart, pixels))
        names = std::max(names,
                         textWidth(alongOf(chart), interfaceFont(0.92 * pixels)) + 16
                             + textWidth(chart.places.value(chart.places.size() - 1), numberFont(0.92 * pixels)) / 2);
    return where.adjusted(3.6 * pixels, chart.title.isEmpty() ? 0.5 * pixels : 2.2 * pixels, -names - 8, -2.1 * pixels);
}

} // namespace

QString inWords(const Chart &chart)
{
    QStringList words{chart.title + '.'};
    for (const ChartLine &line : chart.lines)
        if (!line.name.isEmpty() && !line.values.empty())
            words += QCoreApplication::translate("gatescope", "%1: from %2 at %5 %6 to %3 at %5 %4.")
                         .arg(line.name, gradientNumber(line.values.front(), 2), gradientNumber(line.values.back(), 2),
                              placeOf(chart, int(line.values.size()) - 1), alongOf(chart), placeOf(chart, 0));
    return words.join(' ');
}

std::optional<int> stepAt(const QPointF &at, const QRectF &where, const Chart &chart, double pixels)
{
    const QRectF plot = plotIn(where, chart, pixels);
    if (chart.lines.empty() || plot.width() <= 0 || !plot.adjusted(-pixels, 0, pixels, 0).contains(at))
        return std::nullopt;
    const Axes axes = axesOf(chart, plot);
    int nearest = 0;
    for (int step = 1; step <= axes.steps; ++step)
        if (std::abs(axes.x(step) - at.x()) < std::abs(axes.x(nearest) - at.x()))
            nearest = step;
    return nearest;
}

void drawChart(QPainter &painter, const QRectF &where, const Chart &chart, const Theme &theme, double pixels)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF plot = plotIn(where, chart, pixels);
    if (plot.width() < 40 || plot.height() < 24)
        return;
    const Axes axes = axesOf(chart, plot);
    if (!chart.title.isEmpty())
        drawText(painter, {plot.left(), where.top() + pixels}, chart.title, interfaceFont(pixels), theme.ink2);
    drawGround(painter, chart, axes, theme, pixels);
    for (auto line = chart.lines.rbegin(); line != chart.lines.rend(); ++line)
        drawLine(painter, *line, axes, chart, theme);
    if (chart.level) {
        const double y = axes.y(*chart.level);
        painter.setPen(QPen(theme.ink, 1.5, Qt::DashLine));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
    }
    if (const auto apart = whereTheyDiffer(chart, axes, pixels))
        drawNamesWithin(painter, chart, axes, *apart, pixels);
    else
        drawNames(painter, endNames(chart, axes, theme), axes, pixels);
}

} // namespace gatescope
