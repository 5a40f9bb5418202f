// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/score_plot.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/plots/curve.h"

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

namespace gatescope {

ScorePlot::ScorePlot(QWidget *parent)
    : RunPlot(tr("Score"), 10, parent), m_raw(canvas().addGraph()), m_mean(canvas().addGraph()),
      m_heldOutCurve(canvas().addGraph()), m_end(makeLabel()), m_heldOutEnd(makeLabel()), m_baseline(makeThreshold()),
      m_solved(makeThreshold())
{
    canvas().yAxis->ticker()->setTickCount(3);
}

void ScorePlot::setFacts(const LearningFacts &facts)
{
    m_facts = facts;
    facts.scoreIsShare ? usePercents(*canvas().yAxis) : useNumbers(*canvas().yAxis);
    canvas().yAxis->ticker()->setTickCount(3);
    const QString name = facts.lowerScoreIsBetter ? tr("%1, lower is better").arg(facts.scoreName) : facts.scoreName;
    setSubtitles({tr("%1 · thin: each update, thick: mean of %2").arg(name).arg(smoothedOver),
                  tr("%1 · thick: mean of %2").arg(name).arg(smoothedOver), name, facts.scoreName});
    touch();
}

void ScorePlot::takeRecord(const UpdateRecord &record)
{
    m_scores.push_back({double(record.update), record.outcome.score});
    const std::size_t together = std::min<std::size_t>(m_scores.size(), smoothedOver);
    double sum = 0;
    for (std::size_t i = m_scores.size() - together; i < m_scores.size(); ++i)
        sum += m_scores[i].y;
    m_means.push_back({double(record.update), sum / double(together)});
    if (record.heldOut)
        m_heldOut.emplace_back(record.update, record.heldOut->score);
}

void ScorePlot::forget()
{
    m_scores.clear();
    m_means.clear();
    m_heldOut.clear();
}

void ScorePlot::fitAxes()
{
    RunPlot::fitAxes();
    if (m_facts.scoreIsShare)
        return canvas().yAxis->setRange(0, 1.03);
    double highest = 1;
    for (const CurvePoint &mean : m_means)
        highest = std::max(highest, mean.y);
    canvas().yAxis->setRange(0, highest * 1.05);
}

QString ScorePlot::scoreNumber(double score) const
{
    return m_facts.scoreIsShare ? tr("%1 %").arg(decimals(score * 100, 1)) : decimals(score, 3);
}

void ScorePlot::fill()
{
    RunPlot::fill();
    showCurve(*m_raw, m_scores);
    showCurve(*m_mean, m_means);
    QVector<double> x, y;
    for (const auto &[update, score] : m_heldOut) {
        x.append(update);
        y.append(score);
    }
    m_heldOutCurve->setData(x, y, true);
    QPen dashed(theme().ink2, stroke(1.5), Qt::CustomDashLine), dotted(theme().ink3, stroke(1.5), Qt::CustomDashLine);
    dashed.setDashPattern({4, 3.3});
    dotted.setDashPattern({1, 3});
    m_baseline.label->setVisible(false);
    m_solved.label->setVisible(false);
    m_baseline.line->setVisible(false);
    m_solved.line->setVisible(false);
    m_end->setVisible(false);
    m_heldOutEnd->setVisible(false);
    std::vector<CurveEnd> ends;
    if (!m_means.empty())
        ends.push_back(
            {m_end, m_means.back().y,
             (m_heldOut.empty() ? QStringLiteral("%1") : tr("training %1")).arg(scoreNumber(m_means.back().y))});
    if (!m_heldOut.empty())
        ends.push_back(
            {m_heldOutEnd, m_heldOut.back().second, tr("held out %1").arg(scoreNumber(m_heldOut.back().second))});
    const Baseline *best = m_facts.baselines.empty() ? nullptr : &m_facts.baselines.back();
    const bool isTheSame = best && m_facts.solvedScore && std::abs(*m_facts.solvedScore / best->score - 1) < 1e-3;
    std::vector<double> lines;
    if (m_facts.solvedScore)
        lines.push_back(*m_facts.solvedScore);
    if (best && !isTheSame)
        lines.push_back(best->score);
    placeEnds(std::move(ends), {}, lines);
    if (m_facts.solvedScore)
        placeThreshold(m_solved, *m_facts.solvedScore,
                       isTheSame ? (m_facts.lowerScoreIsBetter ? tr("solved below %1") : tr("solved above %1"))
                                       .arg(translated(best->name))
                                 : tr("solved"),
                       dotted, tr("solved"));
    if (best && !isTheSame)
        placeThreshold(m_baseline, best->score, translated(best->name), dashed, tr("baseline"));
}

void ScorePlot::restyle()
{
    RunPlot::restyle();
    const Theme &look = theme();
    m_raw->setPen(QPen(blended(look.ink, 0.28, look.paper), stroke(1)));
    m_mean->setPen(QPen(look.ink, stroke(2.2), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_heldOutCurve->setPen(QPen(look.ink2, stroke(1.2), Qt::DashLine));
    m_heldOutCurve->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(look.ink2, stroke(1.2)), QBrush(look.paper), stroke(5)));
    m_end->setFont(interfaceFont(pixels() * 1.05, QFont::DemiBold));
    m_end->setColor(look.ink);
    m_heldOutEnd->setFont(interfaceFont(pixels()));
    m_heldOutEnd->setColor(look.ink2);
}

QString ScorePlot::readOut(double x, double) const
{
    const auto index = indexAt(m_scores, x);
    if (!index)
        return {};
    return tr("update %1: %2, mean %3")
        .arg(int(m_scores[*index].x))
        .arg(scoreNumber(m_scores[*index].y), scoreNumber(m_means[*index].y));
}

PlotTable ScorePlot::table() const
{
    PlotTable table{{tr("update"), m_facts.scoreName, tr("mean of %1").arg(smoothedOver), tr("held out")}, {}};
    auto look = m_heldOut.begin();
    for (std::size_t i = 0; i < m_scores.size(); ++i) {
        const int update = int(m_scores[i].x);
        QStringList row{
            QString::number(update), QString::number(m_scores[i].y, 'g', 8), QString::number(m_means[i].y, 'g', 8), {}};
        if (look != m_heldOut.end() && look->first == update)
            row.back() = QString::number((look++)->second, 'g', 8);
        table.rows.append(row);
    }
    return table;
}

QString ScorePlot::inWords() const
{
    return m_means.empty()
        ? tr("No update has been made.")
        : tr("%1 after %2 updates: %3.").arg(m_facts.scoreName).arg(updates()).arg(scoreNumber(m_means.back().y));
}

} // namespace gatescope
