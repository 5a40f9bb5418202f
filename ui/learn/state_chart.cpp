// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/state_chart.h"

#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace gatescope {

namespace {
constexpr int mostUnits = 8; ///< more than these would hide each other
}

std::vector<double> statesOf(const Trace &trace, int unit)
{
    std::vector<double> states;
    const TimeArray &h = trace.at(0, Direction::forward)[Part::state];
    for (int t = 0; t < trace.length(0); ++t)
        states.push_back(h(t, 0, unit));
    return states;
}

Chart stateChart(const Trace &trace, int unit, const Theme &theme)
{
    const QColor hue = theme.wire(Role::state);
    Chart chart{.title = QCoreApplication::translate("gatescope", "State of unit %1 at every step").arg(unit)};
    chart.lines.push_back(
        {QCoreApplication::translate("gatescope", "unit %1").arg(unit), statesOf(trace, unit), hue, 4, 1, true});
    for (int j = 0; j < std::min(trace.spec.hiddenSize, mostUnits); ++j)
        if (j != unit)
            chart.lines.push_back({{}, statesOf(trace, j), hue, 1.5, 0.3});
    return chart;
}

std::vector<double> gradientsLeft(const Trace &trace, const GradientTrace &gradients)
{
    std::vector<double> left = gradientsBack(trace, gradients);
    const double arrives = left.front();
    for (double &each : left)
        each = arrives > 0 ? each / arrives : 0;
    return left;
}

Chart gradientChart(const Trace &trace, const GradientTrace &gradients, const Theme &theme)
{
    Chart chart{.title = QCoreApplication::translate("gatescope", "Share of the gradient that is left, by steps back"),
                .isLog = true};
    chart.lines.push_back({QCoreApplication::translate("gatescope", "now"), gradientsLeft(trace, gradients),
                           theme.wire(Role::gradient), 4, 1, true});
    return chart;
}

Chart evidenceChart(const Evidence &evidence, const Theme &theme)
{
    Chart chart;
    chart.title = said(evidence.axis);
    chart.isLog = evidence.isLog;
    chart.along = said(evidence.along);
    for (const std::string &place : evidence.places)
        chart.places += QString::fromStdString(place);
    for (const EvidenceCurve &curve : evidence.curves) {
        const auto role = roleOfLetter(QString::fromStdString(curve.symbol));
        const bool isFirst = chart.lines.empty();
        // Each broken line is broken in its own way, so that it is told from the others without its hue.
        constexpr std::array broken{Qt::DashLine, Qt::DotLine, Qt::DashDotLine, Qt::DashDotDotLine};
        const bool isBroken = curve.isDashed || (!role && !isFirst);
        const auto before
            = std::ranges::count_if(chart.lines, [](const ChartLine &line) { return line.style != Qt::SolidLine; });
        const Qt::PenStyle style = isBroken ? broken[std::size_t(before) % broken.size()] : Qt::SolidLine;
        chart.lines.push_back({said(curve.name), curve.values, role ? theme.of(*role).text : theme.ink2,
                               isFirst ? 3.5 : 2.5, 1, false, style});
    }
    return chart;
}

} // namespace gatescope
