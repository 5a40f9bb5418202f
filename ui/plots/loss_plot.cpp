// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/loss_plot.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/plots/curve.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

namespace gatescope {

namespace {

void addLoss(const UpdateRecord &record, std::vector<CurvePoint> &losses, std::vector<CurvePoint> &means)
{
    losses.push_back({double(record.update), std::max(record.outcome.loss, smallestShown)});
    const std::size_t together = std::min<std::size_t>(losses.size(), LossPlot::smoothedOver);
    double logarithms = 0;
    for (std::size_t i = losses.size() - together; i < losses.size(); ++i)
        logarithms += std::log(losses[i].y);
    means.push_back({double(record.update), std::exp(logarithms / double(together))});
}

} // namespace

LossPlot::LossPlot(QWidget *parent)
    : RunPlot(tr("Loss"), 30, parent), m_raw(canvas().addGraph()), m_mean(canvas().addGraph()),
      m_heldOutCurve(canvas().addGraph()), m_beside(canvas().addGraph()), m_trainingEnd(makeLabel()),
      m_heldOutEnd(makeLabel()), m_besideEnd(makeLabel()), m_nowLabel(makeLabel()), m_solvedLabel(makeLabel()),
      m_solvedMark(new QCPItemLine(&canvas())), m_solved(makeThreshold())
{
    useLogarithms(*canvas().yAxis);
    m_raw->setAdaptiveSampling(false);
    m_nowLabel->setPositionAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_solvedMark->setVisible(false);
    setSubtitles({tr("log scale · thin: each update, thick: the geometric mean of %1").arg(smoothedOver)});
}

void LossPlot::setFacts(const LearningFacts &facts)
{
    m_facts = facts;
    const QString &name = facts.lossName;
    setSubtitles({tr("%1, log scale · thin: each update, thick: the geometric mean of %2").arg(name).arg(smoothedOver),
                  tr("%1, log scale · thick: mean of %2").arg(name).arg(smoothedOver), tr("%1 · thick: mean").arg(name),
                  name});
    while (m_baselines.size() < facts.baselines.size())
        m_baselines.push_back(makeThreshold());
    for (const Threshold &baseline : m_baselines) {
        baseline.line->setVisible(false);
        baseline.label->setVisible(false);
    }
    touch();
}

void LossPlot::setSolvedAt(std::optional<int> update)
{
    m_solvedAt = update;
    touch();
}

void LossPlot::takeRecord(const UpdateRecord &record)
{
    addLoss(record, m_losses, m_means);
    const double loss = m_losses.back().y;
    if (record.heldOut)
        m_heldOut.emplace_back(record.update, std::max(record.heldOut->loss, smallestShown));
    m_lowest = std::min(m_lowest, loss);
    m_highest = std::max(m_highest, loss);
}

void LossPlot::followBeside(const RunHistory *history, const QString &backend, const QString &name,
                            const QString &ownName)
{
    const std::size_t there = history ? history->settled() : 0;
    if (there < m_besideLosses.size() || (history && history->thinnings() != m_besideThinnings)) {
        m_besideLosses.clear();
        m_besideMeans.clear();
    }
    m_besideThinnings = history ? history->thinnings() : 0;
    while (m_besideLosses.size() < there)
        addLoss(history->records()[m_besideLosses.size()], m_besideLosses, m_besideMeans);
    m_besideUpdates = there > 0 ? history->records().back().update : 0;
    m_besideBackend = history ? backend : QString();
    m_besideName = history ? name : QString();
    m_ownName = history ? ownName : QString();
    touch();
}

void LossPlot::forget()
{
    m_losses.clear();
    m_means.clear();
    m_heldOut.clear();
    m_solvedAt.reset();
    m_lowest = 1e300;
    m_highest = 0;
}

void LossPlot::fitAxes()
{
    RunPlot::fitAxes();
    double low = m_lowest, high = m_highest;
    for (const Baseline &baseline : m_facts.baselines) {
        low = std::min(low, baseline.loss / 3);
        high = std::max(high, baseline.loss * 3);
    }
    if (m_facts.solvedLoss)
        low = std::min(low, *m_facts.solvedLoss / 3);
    for (const auto &[update, loss] : m_heldOut) {
        low = std::min(low, loss);
        high = std::max(high, loss);
    }
    for (const CurvePoint &mean : m_besideMeans) {
        low = std::min(low, mean.y);
        high = std::max(high, mean.y);
    }
    if (high <= 0)
        low = 1e-3, high = 1;
    canvas().yAxis->setRange(std::max(low, smallestShown) / 1.5, high * 1.5);
}

void LossPlot::fill()
{
    RunPlot::fill();
    showCurve(*m_raw, m_losses);
    showCurve(*m_mean, m_means);
    QVector<double> x, y;
    for (const auto &[update, loss] : m_heldOut) {
        x.append(update);
        y.append(loss);
    }
    m_heldOutCurve->setData(x, y, true);
    showCurve(*m_beside, m_besideMeans);
    for (QCPItemText *label : {m_trainingEnd, m_heldOutEnd, m_besideEnd})
        label->setVisible(false);
    const double nowHeight = pixels() * 1.45, top = canvas().axisRect()->top();
    m_nowLabel->setVisible(updates() > 0);
    m_nowLabel->setText(tr("update %1").arg(updates()));
    makeRoom(QFontMetricsF(m_nowLabel->font()).horizontalAdvance(m_nowLabel->text()));
    std::vector<double> lines;
    if (m_facts.solvedLoss)
        lines.push_back(*m_facts.solvedLoss);
    for (const Baseline &baseline : m_facts.baselines)
        lines.push_back(baseline.loss);
    placeEnds(ends(), top + 1.5 * nowHeight, lines);
    const QPointF now(
        std::min(canvas().xAxis->coordToPixel(updates()), double(canvas().axisRect()->right())) + pixels() * 0.7, top);
    m_nowLabel->position->setCoords(now);
    if (updates() > 0)
        places().take(
            QRectF(now, QSizeF(QFontMetricsF(m_nowLabel->font()).horizontalAdvance(m_nowLabel->text()), nowHeight)));
    placeSolved();
    placeBaselines();
}

std::vector<RunPlot::CurveEnd> LossPlot::ends() const
{
    std::vector<CurveEnd> ends;
    const auto named = [](const QString &name, double loss) { return tr("%1: %2").arg(name, lossNumber(loss)); };
    if (!m_means.empty()) {
        const double loss = m_means.back().y;
        ends.push_back({m_trainingEnd, loss,
                        m_ownName.isEmpty() ? tr("training %1").arg(lossNumber(loss)) : named(m_ownName, loss)});
    }
    if (!m_besideMeans.empty())
        ends.push_back({m_besideEnd, m_besideMeans.back().y, named(m_besideName, m_besideMeans.back().y)});
    if (!m_heldOut.empty())
        ends.push_back(
            {m_heldOutEnd, m_heldOut.back().second, tr("held out %1").arg(lossNumber(m_heldOut.back().second))});
    return ends;
}

void LossPlot::placeBaselines()
{
    QPen pen(theme().ink2, stroke(1.5), Qt::CustomDashLine);
    pen.setDashPattern({6 / 1.5, 5 / 1.5});
    for (std::size_t i = 0; i < m_facts.baselines.size(); ++i) {
        const Baseline &baseline = m_facts.baselines[i];
        placeThreshold(m_baselines[i], baseline.loss,
                       tr("%1: %2").arg(translated(baseline.name), lossNumber(baseline.loss)), pen,
                       translated(baseline.name));
    }
}

void LossPlot::placeSolved()
{
    QPen dotted(theme().ink3, stroke(1.5), Qt::CustomDashLine);
    dotted.setDashPattern({1, 3});
    if (m_facts.solvedLoss)
        placeThreshold(m_solved, *m_facts.solvedLoss,
                       tr("counts as solved below %1").arg(chartNumber(*m_facts.solvedLoss)), dotted,
                       tr("solved: %1").arg(chartNumber(*m_facts.solvedLoss)));
    else {
        m_solved.line->setVisible(false);
        m_solved.label->setVisible(false);
    }
    const auto index = m_solvedAt ? indexAt(m_means, *m_solvedAt) : std::nullopt;
    const bool isThere = index.has_value();
    m_solvedMark->setVisible(isThere);
    m_solvedLabel->setVisible(isThere);
    if (!isThere)
        return;
    const double x = canvas().xAxis->coordToPixel(*m_solvedAt), y = canvas().yAxis->coordToPixel(m_means[*index].y);
    const QRect inside = canvas().axisRect()->rect();
    m_solvedLabel->setText(tr("solved at %1").arg(*m_solvedAt));
    m_solvedLabel->setBrush(cover());
    const double height = pixels() * 1.3;
    const double width = QFontMetricsF(m_solvedLabel->font()).horizontalAdvance(m_solvedLabel->text());
    // Under the curve, at the left of the mark, where nothing is as a rule; else on another side of it, or farther off.
    std::vector<QRectF> wanted;
    for (const double lines : {3.0, 2.0, 4.5, -3.0, -4.5, 1.2})
        for (const double left : {x - 5 - width, x + 5}) {
            const QRectF box(left, y + lines * pixels() - (lines > 0 ? height : 0), width, height);
            if (QRectF(inside).contains(box))
                wanted.push_back(box);
        }
    const auto place = places().place(wanted);
    m_solvedMark->setVisible(place.has_value());
    m_solvedLabel->setVisible(place.has_value());
    if (!place)
        return;
    m_solvedMark->start->setType(QCPItemPosition::ptAbsolute);
    m_solvedMark->end->setType(QCPItemPosition::ptAbsolute);
    m_solvedMark->start->setCoords(x, y);
    m_solvedMark->end->setCoords(x, place->center().y() > y ? place->bottom() : place->top());
    m_solvedLabel->position->setCoords(place->left(), place->center().y());
}

void LossPlot::restyle()
{
    RunPlot::restyle();
    const Theme &look = theme();
    const QColor wire = look.wire(Role::gradient);
    m_raw->setPen(QPen(blended(wire, 0.38, look.paper), stroke(1)));
    m_mean->setPen(QPen(wire, stroke(2.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_heldOutCurve->setPen(QPen(look.ink, stroke(1.5)));
    m_heldOutCurve->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(look.ink, stroke(1.5)), QBrush(look.paper), stroke(6)));
    m_solvedMark->setPen(QPen(look.ink, stroke(1)));
    m_beside->setPen(QPen(look.ink2, stroke(2), Qt::DashLine));
    m_besideEnd->setColor(look.ink2);
    for (QCPItemText *label : {m_trainingEnd, m_heldOutEnd, m_besideEnd})
        label->setFont(interfaceFont(pixels() * 1.05, QFont::DemiBold));
    m_trainingEnd->setColor(look.of(Role::gradient).text);
    m_heldOutEnd->setColor(look.ink);
    m_nowLabel->setFont(interfaceFont(pixels(), QFont::DemiBold));
    m_nowLabel->setColor(look.ink);
    m_solvedLabel->setFont(interfaceFont(pixels()));
    m_solvedLabel->setColor(look.ink);
}

QString LossPlot::readOut(double x, double) const
{
    const auto index = indexAt(m_losses, x);
    if (!index)
        return {};
    const int update = int(m_losses[*index].x);
    QString words = tr("update %1: training %2, mean %3")
                        .arg(update)
                        .arg(lossNumber(m_losses[*index].y), lossNumber(m_means[*index].y));
    if (const auto beside = indexAt(m_besideMeans, x))
        words += QStringLiteral(", ") + m_besideBackend + u' ' + lossNumber(m_besideMeans[*beside].y);
    for (auto look = m_heldOut.rbegin(); look != m_heldOut.rend(); ++look)
        if (look->first <= update)
            return words + tr(", held out %1").arg(lossNumber(look->second));
    return words;
}

PlotTable LossPlot::table() const
{
    PlotTable table{{tr("update"), tr("training loss"), tr("mean of %1").arg(smoothedOver), tr("held-out loss")}, {}};
    if (!m_besideName.isEmpty())
        table.headings.append(tr("mean of %1 on %2").arg(smoothedOver).arg(m_besideBackend));
    const auto beside = [this](int update) {
        const auto index = indexAt(m_besideMeans, update);
        return index && m_besideMeans[*index].x == update ? QString::number(m_besideMeans[*index].y, 'g', 8)
                                                          : QString();
    };
    auto look = m_heldOut.begin();
    for (std::size_t i = 0; i < m_losses.size(); ++i) {
        const int update = int(m_losses[i].x);
        QStringList row{
            QString::number(update), QString::number(m_losses[i].y, 'g', 8), QString::number(m_means[i].y, 'g', 8), {}};
        if (look != m_heldOut.end() && look->first == update)
            row.back() = QString::number((look++)->second, 'g', 8);
        if (!m_besideName.isEmpty())
            row.append(beside(update));
        table.rows.append(row);
    }
    // The faster one may be farther on.
    const double last = m_losses.empty() ? 0 : m_losses.back().x;
    for (const CurvePoint &mean : m_besideMeans)
        if (mean.x > last)
            table.rows.append({QString::number(int(mean.x)), {}, {}, {}, QString::number(mean.y, 'g', 8)});
    return table;
}

QString LossPlot::inWords() const
{
    if (m_means.empty())
        return tr("No update has been made.");
    QString words = tr("After %1 updates the training loss is %2; it began at %3.")
                        .arg(updates())
                        .arg(lossNumber(m_means.back().y), lossNumber(m_losses.front().y));
    if (m_solvedAt)
        words += u' ' + tr("Solved at update %1.").arg(*m_solvedAt);
    if (!m_besideMeans.empty())
        words += u' '
            + tr("Side by side: %1; and %2, which is at update %3.").arg(m_ownName, m_besideName).arg(m_besideUpdates);
    return words;
}

} // namespace gatescope
