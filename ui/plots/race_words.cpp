// SPDX-License-Identifier: GPL-3.0-or-later
// What the chart of a race says in words and numbers.
#include "ui/plots/curve.h"
#include "ui/plots/network_name.h"
#include "ui/plots/race_plot.h"

namespace gatescope {

QString RacePlot::readOut(double x, double) const
{
    QStringList words;
    for (std::size_t entry = 0; entry < m_plan.entries.size(); ++entry)
        for (const Point &point : medianOf(m_runs, entry))
            if (point.update >= x) {
                words += QStringLiteral("%1 %2").arg(networkName(m_plan.entries[entry].name), lossNumber(point.loss));
                break;
            }
    return words.isEmpty() ? QString()
                           : tr("update %1, median: %2").arg(qRound(x)).arg(words.join(QStringLiteral(", ")));
}

PlotTable RacePlot::table() const
{
    PlotTable table{{tr("network"), tr("seed"), tr("update"), tr("loss"), tr("score")}, {}};
    for (const RaceRun &run : m_runs)
        for (const RaceRun::Point &point : run.points)
            table.rows.append({networkName(m_plan.entries[run.entry].name), QString::number(run.seed),
                               QString::number(point.update), QString::number(point.outcome.loss, 'g', 8),
                               QString::number(point.outcome.score, 'g', 8)});
    return table;
}

QString RacePlot::inWords() const
{
    QStringList words;
    for (std::size_t entry = 0; entry < m_plan.entries.size(); ++entry)
        if (const auto median = medianOf(m_runs, entry); !median.empty())
            words += tr("%1: median loss %2 at update %3")
                         .arg(networkName(m_plan.entries[entry].name), lossNumber(median.back().loss))
                         .arg(median.back().update);
    return words.isEmpty() ? tr("No race has been run.") : words.join(QStringLiteral("; ")) + u'.';
}

} // namespace gatescope
