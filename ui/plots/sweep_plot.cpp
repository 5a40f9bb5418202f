// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/sweep_plot.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/plots/curve.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

namespace gatescope {

SweepPlot::SweepPlot(QWidget *parent)
    : Plot(tr("Under- and overfitting"), 10, parent), m_trainingRuns(canvas().addGraph()),
      m_heldOutRuns(canvas().addGraph()), m_training(canvas().addGraph()), m_heldOut(canvas().addGraph()),
      m_best(new QCPItemStraightLine(&canvas())), m_trainingName(makeLabel()), m_heldOutName(makeLabel()),
      m_bestName(makeLabel())
{
    useLogarithms(*canvas().yAxis);
    canvas().axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
    for (QCPGraph *runs : {m_trainingRuns, m_heldOutRuns})
        runs->setLineStyle(QCPGraph::lsNone);
    m_best->setLayer(QStringLiteral("axes"));
    m_best->setVisible(false);
    setSubtitles({tr("loss after the last update, by size: dots are runs, lines their medians"),
                  tr("dots: runs, lines: their medians")});
}

QCPItemText *SweepPlot::makeLabel()
{
    auto *label = new QCPItemText(&canvas());
    label->setClipToAxisRect(false);
    label->position->setType(QCPItemPosition::ptAbsolute);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->setPadding({});
    label->setVisible(false);
    return label;
}

void SweepPlot::show(const std::vector<SweepPoint> &points, SweepOver over, bool isOver)
{
    m_points = points;
    m_isOver = isOver;
    m_over = over;
    renew();
}

const SweepPoint &SweepPlot::best() const
{
    return *std::ranges::min_element(m_points, {}, &SweepPoint::heldOutMedian);
}

void SweepPlot::fitAxes()
{
    double low = 1e300, high = 0;
    for (const SweepPoint &point : m_points) {
        for (const std::vector<double> *losses : {&point.training, &point.heldOut}) {
            low = std::min(low, std::ranges::min(*losses));
            high = std::max(high, std::ranges::max(*losses));
        }
    }
    if (high <= 0)
        low = 1e-3, high = 1;
    canvas().xAxis->setRange(-0.4, std::max(1.0, double(m_points.size())) - 0.6);
    canvas().yAxis->setRange(std::max(low, smallestShown) / 1.2, high * 1.35);
}

void SweepPlot::fill()
{
    for (QCPAxis *axis : {canvas().xAxis, canvas().yAxis})
        axis->setVisible(!m_points.empty());
    auto sizes = QSharedPointer<QCPAxisTickerText>::create();
    QVector<double> x, training, heldOut, runX, trainingRuns, heldOutRuns;
    for (std::size_t i = 0; i < m_points.size(); ++i) {
        const SweepPoint &point = m_points[i];
        sizes->addTick(double(i), QString::number(point.size));
        x.append(double(i));
        training.append(std::max(point.trainingMedian, smallestShown));
        heldOut.append(std::max(point.heldOutMedian, smallestShown));
        for (std::size_t run = 0; run < point.training.size(); ++run) {
            runX.append(double(i));
            trainingRuns.append(std::max(point.training[run], smallestShown));
            heldOutRuns.append(std::max(point.heldOut[run], smallestShown));
        }
    }
    canvas().xAxis->setTicker(sizes);
    canvas().xAxis->setLabel(m_over == SweepOver::units ? tr("units") : tr("layers"));
    m_training->setData(x, training, true);
    m_heldOut->setData(x, heldOut, true);
    m_trainingRuns->setData(runX, trainingRuns, true);
    m_heldOutRuns->setData(runX, heldOutRuns, true);
    canvas().replot(QCustomPlot::rpQueuedRefresh); // lays out the axes, by which names are placed
    placeLabels();
}

/// Names stand at the right end of their curves, apart from each other.
void SweepPlot::placeLabels()
{
    const bool isThere = !m_points.empty();
    for (QCPItemText *label : {m_trainingName, m_heldOutName, m_bestName})
        label->setVisible(isThere);
    m_best->setVisible(isThere && m_isOver); // a size that is still learning may be better
    m_bestName->setVisible(isThere && m_isOver);
    if (!isThere)
        return;
    const SweepPoint &last = m_points.back();
    const double right = canvas().xAxis->coordToPixel(double(m_points.size()) - 1) + pixels() * 0.9;
    double training = canvas().yAxis->coordToPixel(std::max(last.trainingMedian, smallestShown));
    double heldOut = canvas().yAxis->coordToPixel(std::max(last.heldOutMedian, smallestShown));
    if (std::abs(training - heldOut) < pixels() * 1.4)
        (training > heldOut ? training : heldOut) = std::min(training, heldOut) + pixels() * 1.4;
    m_trainingName->setText(tr("training"));
    m_trainingName->position->setCoords(right, training);
    m_heldOutName->setText(tr("held out"));
    m_heldOutName->position->setCoords(right, heldOut);
    const double at = double(&best() - m_points.data());
    m_best->point1->setCoords(at, 1);
    m_best->point2->setCoords(at, 2);
    m_bestName->setText(tr("best: %1").arg(best().size));
    m_bestName->position->setCoords(canvas().xAxis->coordToPixel(at) + pixels() * 0.4,
                                    canvas().axisRect()->top() + pixels() * 0.7);
}

void SweepPlot::restyle()
{
    Plot::restyle();
    const Theme &look = theme();
    const QColor wire = look.wire(Role::gradient);
    const double scale = penScale(pixels());
    quietGrid(*canvas().yAxis, look);
    const auto dots = [&](const QColor &colour) {
        const QColor pale = blended(colour, 0.45, look.paper);
        return QCPScatterStyle(QCPScatterStyle::ssDisc, pale, pale, pixels() * 0.45);
    };
    m_trainingRuns->setScatterStyle(dots(wire));
    m_heldOutRuns->setScatterStyle(dots(look.ink));
    m_training->setPen(QPen(wire, 2.5 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_heldOut->setPen(QPen(look.ink, 2 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_heldOut->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(look.ink, 1.5 * scale), QBrush(look.paper), pixels() * 0.6));
    QPen dotted(look.ink3, 1.5 * scale, Qt::CustomDashLine);
    dotted.setDashPattern({1, 3});
    m_best->setPen(dotted);
    for (QCPItemText *name : {m_trainingName, m_heldOutName})
        name->setFont(interfaceFont(pixels() * 1.1, QFont::DemiBold));
    m_trainingName->setColor(look.of(Role::gradient).text);
    m_heldOutName->setColor(look.ink);
    m_bestName->setFont(interfaceFont(pixels()));
    m_bestName->setColor(look.ink2);
    for (QCPItemText *name : {m_trainingName, m_heldOutName, m_bestName})
        name->setBrush(look.paper); // not struck through by a line of the grid
    canvas().xAxis->setLabelFont(interfaceFont(pixels()));
    canvas().xAxis->setLabelColor(look.ink2);
    const QFontMetricsF metrics(m_heldOutName->font());
    const double widest
        = std::max({metrics.horizontalAdvance(tr("training")), metrics.horizontalAdvance(tr("held out")),
                    QFontMetricsF(m_bestName->font()).horizontalAdvance(tr("best: %1").arg(1024))});
    canvas().axisRect()->setMargins({0, qRound(pixels()), qCeil(widest + pixels() * 1.2), 0});
    canvas().axisRect()->setMinimumMargins({0, qRound(pixels()), 0, 0});
}

QString SweepPlot::readOut(double x, double) const
{
    const auto index = std::ptrdiff_t(std::lround(x));
    if (index < 0 || index >= std::ssize(m_points))
        return {};
    const SweepPoint &point = m_points[std::size_t(index)];
    return tr("%1: training %2, held out %3")
        .arg(point.size)
        .arg(lossNumber(point.trainingMedian), lossNumber(point.heldOutMedian));
}

PlotTable SweepPlot::table() const
{
    PlotTable table{{m_over == SweepOver::units ? tr("units") : tr("layers"), tr("weights"), tr("run"),
                     tr("training loss"), tr("held-out loss")},
                    {}};
    for (const SweepPoint &point : m_points)
        for (std::size_t run = 0; run < point.training.size(); ++run)
            table.rows.append({QString::number(point.size), QString::number(point.parameters), QString::number(run),
                               QString::number(point.training[run], 'g', 8),
                               QString::number(point.heldOut[run], 'g', 8)});
    return table;
}

QString SweepPlot::inWords() const
{
    return m_points.empty() ? tr("No size has been learned to its end yet.")
                            : tr("Held-out data are learned best at size %1, with a loss of %2.")
                                  .arg(best().size)
                                  .arg(lossNumber(best().heldOutMedian));
}

} // namespace gatescope
