// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/reach_plot.h"

#include "core/base/median.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/plots/cell_stroke.h"
#include "ui/plots/curve.h"
#include "ui/plots/end_places.h"
#include "ui/plots/network_name.h"

#include <QFontMetricsF>

#include <algorithm>

#include <qcustomplot.h>

namespace gatescope {

namespace {

constexpr double leaderLength = 1.7; ///< from a line's end to its name, in heights of the text
constexpr double lowest = -24;       ///< what is smaller leaves the chart

/// What is left of the gradient that arrives at the last step. That of an LSTM's cell has come through the output gate
/// before, and is shorter than the gradient of the state from the start.
void relateToTheLastStep(std::vector<double> &reach)
{
    for (std::size_t back = reach.size(); back-- > 0;)
        reach[back] -= reach.front();
}

} // namespace

ReachPlot::ReachPlot(QWidget *parent) : Plot(tr("Gradient reach"), 15, parent)
{
    canvas().axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
    useWholeNumbers(*canvas().xAxis);
    canvas().xAxis->ticker()->setTickCount(4);
    setSubtitles({tr("log₁₀ of |∂L/∂h| (LSTM: |∂L/∂c|) against the last step's · thick: after, thin: before"),
                  tr("log₁₀ |∂L/∂h| against the last step's · thick: after")});
}

void ReachPlot::show(const RacePlan &plan, const std::vector<RaceRun> &runs)
{
    m_plan = plan;
    m_runs = runs;
    for (RaceRun &run : m_runs)
        for (std::vector<double> *reach : {&run.reachBefore, &run.reachAfter})
            relateToTheLastStep(*reach);
    renew();
}

std::vector<double> ReachPlot::before(std::size_t entry) const
{
    std::vector<double> medians;
    for (std::size_t back = 0;; ++back) {
        std::vector<double> values;
        for (const RaceRun &run : m_runs)
            if (run.entry == entry && run.reachBefore.size() > back)
                values.push_back(run.reachBefore[back]);
        if (values.empty())
            return medians;
        medians.push_back(medianOf(std::move(values)));
    }
}

void ReachPlot::fitAxes()
{
    double low = -1, high = 0.5;
    std::size_t steps = 2;
    for (const RaceRun &run : m_runs) {
        for (const std::vector<double> *reach : {&run.reachBefore, &run.reachAfter}) {
            steps = std::max(steps, reach->size());
            for (const double value : *reach) {
                low = std::min(low, value);
                high = std::max(high, value + 0.3);
            }
        }
    }
    canvas().xAxis->setRange(0, double(steps - 1));
    canvas().yAxis->setRange(std::max(low - 0.5, lowest), std::min(high, 6.0));
}

void ReachPlot::fill()
{
    const bool isKnown = std::ranges::any_of(m_runs, [](const RaceRun &run) { return !run.reachBefore.empty(); });
    for (QCPAxis *axis : {canvas().xAxis, canvas().yAxis})
        axis->setVisible(isKnown);
    canvas().clearGraphs();
    const auto draw = [&](const std::vector<double> &reach, const QPen &pen) {
        QVector<double> x, y;
        for (std::size_t back = 0; back < reach.size() && reach[back] > lowest; ++back) {
            x.append(double(back));
            y.append(reach[back]);
        }
        QCPGraph *curve = canvas().addGraph();
        curve->setPen(pen);
        curve->setData(x, y, true);
    };
    for (std::size_t entry = 0; entry < m_plan.entries.size(); ++entry)
        draw(before(entry),
             paleStroke(m_plan.entries[entry].spec.cell, theme(), variantOf(m_plan, entry), penScale(pixels())));
    for (const RaceRun &run : m_runs)
        if (run.isOver)
            draw(run.reachAfter,
                 cellStroke(m_plan.entries[run.entry].spec.cell, theme(), 2, variantOf(m_plan, run.entry),
                            penScale(pixels())));
    makeRoom();
    canvas().replot(QCustomPlot::rpQueuedRefresh); // lays out the axes, by which names are placed
    placeNames();
}

/// For the names at the right; what is longer than a good part of the chart ends in "…".
void ReachPlot::makeRoom()
{
    const QFontMetricsF metrics(interfaceFont(pixels(), QFont::DemiBold));
    double widest = 0;
    for (std::size_t entry = 0; entry < m_plan.entries.size(); ++entry)
        if (!before(entry).empty()) // one that also reads backwards is not asked
            for (const QString &words : {tr("%1 before"), tr("%1 after")})
                widest
                    = std::max(widest, metrics.horizontalAdvance(words.arg(networkName(m_plan.entries[entry].name))));
    m_room = qCeil(std::min(widest, width() * 0.42) + pixels() * (leaderLength + 0.4));
    canvas().axisRect()->setMargins({0, qRound(pixels()), m_room, 0});
}

/// Each network's name where its lines end, in the order in which they reach.
void ReachPlot::placeNames()
{
    while (m_names.size() < 2 * m_plan.entries.size()) {
        auto *label = new QCPItemText(&canvas());
        label->setClipToAxisRect(false);
        label->position->setType(QCPItemPosition::ptAbsolute);
        label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        label->setPadding({});
        m_names.push_back(label);
        m_leaders.push_back(new QCPItemLine(&canvas()));
        m_leaders.back()->setClipToAxisRect(false);
        for (QCPItemPosition *end : {m_leaders.back()->start, m_leaders.back()->end})
            end->setType(QCPItemPosition::ptAbsolute);
    }
    for (QCPItemText *name : m_names)
        name->setVisible(false);
    for (QCPItemLine *leader : m_leaders)
        leader->setVisible(false);
    struct End {
        double y;
        QString text;
        CellKind cell;
        bool isAfter;
    };
    std::vector<End> ends;
    for (std::size_t entry = 0; entry < m_plan.entries.size(); ++entry) {
        const RaceEntry &which = m_plan.entries[entry];
        const QString name = networkName(which.name);
        if (const auto reach = before(entry); !reach.empty())
            ends.push_back({reach.back(), tr("%1 before").arg(name), which.spec.cell, false});
        std::vector<double> after;
        for (const RaceRun &run : m_runs)
            if (run.entry == entry && run.isOver && !run.reachAfter.empty())
                after.push_back(run.reachAfter.back());
        if (!after.empty())
            ends.push_back({medianOf(after), tr("%1 after").arg(name), which.spec.cell, true});
    }
    std::ranges::sort(ends, std::greater(), &End::y);
    const QRect inside = canvas().axisRect()->rect();
    const double height = pixels() * 1.3;
    std::vector<double> wanted;
    for (const End &end : ends)
        wanted.push_back(canvas().yAxis->coordToPixel(end.y));
    const std::vector<double> places = endPlaces(wanted, height, inside.top(), inside.bottom());
    for (std::size_t i = 0; i < ends.size(); ++i) {
        m_names[i]->setFont(interfaceFont(pixels(), ends[i].isAfter ? QFont::DemiBold : QFont::Normal));
        m_names[i]->setText(QFontMetricsF(m_names[i]->font())
                                .elidedText(ends[i].text, Qt::ElideMiddle, m_room - pixels() * leaderLength));
        m_names[i]->setColor(cellInk(ends[i].cell, theme()));
        const double left = inside.right() + pixels() * leaderLength;
        m_names[i]->position->setCoords(left, places[i]);
        m_names[i]->setVisible(true);
        m_leaders[i]->setPen(QPen(cellStroke(ends[i].cell, theme(), 1).color(), 0.8 * penScale(pixels())));
        m_leaders[i]->start->setCoords(inside.right() + 1,
                                       std::clamp(wanted[i], double(inside.top()), double(inside.bottom())));
        m_leaders[i]->end->setCoords(left - 2, places[i]);
        m_leaders[i]->setVisible(true);
    }
}

void ReachPlot::restyle()
{
    Plot::restyle();
    quietGrid(*canvas().yAxis, theme());
    canvas().xAxis->setLabel(tr("steps back"));
    canvas().xAxis->setLabelFont(interfaceFont(pixels()));
    canvas().xAxis->setLabelColor(theme().ink2);
    makeRoom();
    canvas().axisRect()->setMinimumMargins({0, qRound(pixels()), 0, 0});
}

QString ReachPlot::readOut(double x, double) const
{
    const auto back = std::size_t(std::max(0.0, std::round(x)));
    QStringList words;
    for (std::size_t entry = 0; entry < m_plan.entries.size(); ++entry)
        if (const auto reach = before(entry); back < reach.size())
            words += QStringLiteral("%1 %2").arg(networkName(m_plan.entries[entry].name), decimals(reach[back], 1));
    return words.isEmpty() ? QString()
                           : tr("%1 steps back, before: %2").arg(back).arg(words.join(QStringLiteral(", ")));
}

PlotTable ReachPlot::table() const
{
    PlotTable table{{tr("network"), tr("seed"), tr("steps back"), tr("log10 before, against the last step"),
                     tr("log10 after, against the last step")},
                    {}};
    for (const RaceRun &run : m_runs)
        for (std::size_t back = 0; back < run.reachBefore.size(); ++back)
            table.rows.append(
                {networkName(m_plan.entries[run.entry].name), QString::number(run.seed), QString::number(back),
                 QString::number(run.reachBefore[back], 'g', 8),
                 back < run.reachAfter.size() ? QString::number(run.reachAfter[back], 'g', 8) : QString()});
    return table;
}

QString ReachPlot::inWords() const
{
    QStringList words;
    for (std::size_t entry = 0; entry < m_plan.entries.size(); ++entry)
        if (const auto reach = before(entry); !reach.empty())
            words += tr("%1 before learning: ten to the power of %2 over %3 steps")
                         .arg(networkName(m_plan.entries[entry].name), decimals(reach.back(), 1))
                         .arg(reach.size() - 1);
    return words.join(QStringLiteral("; "));
}

} // namespace gatescope
