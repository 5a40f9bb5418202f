// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/path_plot.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/plots/curve.h"

#include <algorithm>
#include <cmath>

#include <QFontMetricsF>

#include <qcustomplot.h>

namespace gatescope {

namespace {

QCPGraph *dots(QCustomPlot &canvas)
{
    QCPGraph *graph = canvas.addGraph();
    graph->setLineStyle(QCPGraph::lsNone);
    return graph;
}

void setPath(QCPCurve &curve, const Matrix &path)
{
    QVector<QCPCurveData> points;
    for (Eigen::Index t = 0; t < path.rows(); ++t)
        points.append({double(t), path(t, 0), path(t, 1)});
    curve.data()->set(points, true);
}

/// Broken where it is too wide.
QString inLines(const QString &text, const QFontMetrics &metrics, int width)
{
    QStringList lines;
    for (const QString &word : text.split(u' '))
        if (!lines.isEmpty() && metrics.horizontalAdvance(lines.last() + u' ' + word) <= width)
            lines.last() += u' ' + word;
        else
            lines += word;
    return lines.join(u'\n');
}

} // namespace

PathPlot::PathPlot(QWidget *parent) : Plot(tr("State"), 8, parent), m_followed(nullptr)
{
    QCustomPlot &plot = canvas();
    for (int i = 0; i < thinPaths; ++i)
        m_thin.push_back(new QCPCurve(plot.xAxis, plot.yAxis));
    for (int i = 0; i < tints; ++i)
        m_ends.push_back(dots(plot));
    m_followed = new QCPCurve(plot.xAxis, plot.yAxis);
    m_marks = dots(plot);
    m_start = dots(plot);
    m_end = dots(plot);
    m_startLabel = new QCPItemText(&plot);
    m_startLabel->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_startLabel->setText(tr("start"));
    m_startLabel->setLayer(QStringLiteral("axes")); // over the paths, under its own dot
    m_start->setLayer(QStringLiteral("legend"));
    m_startLabel->setPadding({8, 0, 0, 0});
    m_endsLabel = new QCPItemText(&plot);
    m_endsLabel->setClipToAxisRect(false);
    m_endsLabel->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    m_endsLabel->position->setType(QCPItemPosition::ptViewportRatio); // under the axes, not over dots
    m_endsLabel->position->setCoords(1, 1);
    for (QCPItemText *label : {m_startLabel, m_endsLabel})
        label->setVisible(false); // nothing to name yet
    plot.xAxis->setVisible(false);
    plot.yAxis->setVisible(false);
    plot.axisRect()->setAutoMargins(QCP::msNone);
    plot.axisRect()->setRangeDrag(Qt::Horizontal | Qt::Vertical);
    plot.axisRect()->setRangeZoom(Qt::Horizontal | Qt::Vertical);
    setSubtitles({tr("path of h along its two main directions"), tr("path of h")});
}

void PathPlot::setPaths(Paths paths, const QString &endsMean)
{
    m_paths = std::move(paths);
    m_endsMean = endsMean;
    const int share = qRound(m_paths.share * 100);
    setSubtitles({tr("path of h, %1 % of its spread").arg(share), tr("h, %1 % of its spread").arg(share)});
    touch();
}

void PathPlot::fitAxes()
{
    if (m_paths.followed.rows() == 0)
        return;
    QCPRange x(m_paths.followed(0, 0), m_paths.followed(0, 0)), y(m_paths.followed(0, 1), m_paths.followed(0, 1));
    const auto take = [&](const Matrix &path) {
        for (Eigen::Index t = 0; t < path.rows(); ++t) {
            x.expand(path(t, 0));
            y.expand(path(t, 1));
        }
    };
    take(m_paths.followed);
    std::ranges::for_each(m_paths.all, take);
    const double dx = std::max(x.size(), 1e-6) * 0.06, dy = std::max(y.size(), 1e-6) * 0.06;
    canvas().xAxis->setRange(x.lower - dx, x.upper + dx);
    canvas().yAxis->setRange(y.lower - dy, y.upper + dy);
}

void PathPlot::fill()
{
    const bool isEmpty = m_paths.followed.rows() == 0;
    m_startLabel->setVisible(!isEmpty);
    m_endsLabel->setVisible(!isEmpty);
    if (isEmpty)
        return;
    for (std::size_t i = 0; i < m_thin.size(); ++i) {
        m_thin[i]->setVisible(i < m_paths.all.size());
        if (i < m_paths.all.size())
            setPath(*m_thin[i], m_paths.all[i]);
    }
    std::vector<QVector<double>> x(tints), y(tints);
    for (std::size_t n = 0; n < m_paths.all.size(); ++n) {
        const Matrix &path = m_paths.all[n];
        const double tint = m_paths.ends.empty() ? 0.5 : m_paths.ends[n];
        const auto group = std::size_t(std::clamp(int(tint * tints), 0, tints - 1));
        x[group].append(path(path.rows() - 1, 0));
        y[group].append(path(path.rows() - 1, 1));
    }
    for (std::size_t group = 0; group < m_ends.size(); ++group)
        m_ends[group]->setData(x[group], y[group]);
    setPath(*m_followed, m_paths.followed);
    QVector<double> markX, markY;
    for (const int step : m_paths.marks) {
        markX.append(m_paths.followed(step, 0));
        markY.append(m_paths.followed(step, 1));
    }
    m_marks->setData(markX, markY);
    const Eigen::Index last = m_paths.followed.rows() - 1;
    m_start->setData({m_paths.followed(0, 0)}, {m_paths.followed(0, 1)});
    m_end->setData({m_paths.followed(last, 0)}, {m_paths.followed(last, 1)});
    m_startLabel->position->setCoords(m_paths.followed(0, 0), m_paths.followed(0, 1));
    const QCPRange across = canvas().xAxis->range();
    const bool isFarRight
        = m_paths.followed(0, 0) > across.lower + 0.7 * across.size(); // there it stands before its mark
    m_startLabel->setPositionAlignment((isFarRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    const int beside = qRound(pixels() * 0.7); // the mark
    m_startLabel->setPadding(isFarRight ? QMargins(0, 0, beside, 0) : QMargins(beside, 0, 0, 0));
    const QFontMetrics metrics(m_endsLabel->font());
    m_endsLabel->setText(inLines(m_endsMean, metrics, canvas().width() - 8));
    const auto lines = int(m_endsLabel->text().count(QLatin1Char('\n'))) + 1;
    m_endsLabel->setPadding({0, 0, 1, metrics.descent()}); // what hangs down is not cut
    canvas().axisRect()->setMargins({0, 0, 0, lines * metrics.lineSpacing() + 2 * metrics.descent()});
}

void PathPlot::restyle()
{
    Plot::restyle();
    const Theme &look = theme();
    const QColor wire = look.wire(Role::state);
    const double scale = penScale(pixels());
    for (QCPCurve *thin : m_thin)
        thin->setPen(QPen(blended(wire, 0.28, look.paper), scale));
    m_followed->setPen(QPen(wire, 2 * scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    for (std::size_t group = 0; group < m_ends.size(); ++group) {
        const QColor tint = blended(wire, 0.25 + 0.75 * double(group) / (tints - 1), look.paper);
        m_ends[group]->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDisc, tint, tint, pixels() * 0.55));
    }
    const QColor input = look.of(Role::input).hue;
    m_marks->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(look.paper, 1), QBrush(input), pixels() * 0.75));
    m_start->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(wire, 1.5 * scale), QBrush(look.paper), pixels() * 0.65));
    m_end->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(look.paper, 1), QBrush(wire), pixels() * 0.8));
    m_startLabel->setFont(interfaceFont(pixels()));
    m_startLabel->setColor(look.of(Role::state).text);
    QColor veil = look.paper;
    veil.setAlphaF(0.85f);
    m_startLabel->setBrush(veil); // a path that leaves the start does not strike its word out
    m_endsLabel->setFont(interfaceFont(pixels()));
    m_endsLabel->setColor(look.ink2);
}

QString PathPlot::readOut(double x, double y) const
{
    if (m_paths.followed.rows() == 0)
        return {};
    const Eigen::RowVector2d at(x, y);
    Eigen::Index step = 0;
    (m_paths.followed.rowwise() - at).rowwise().squaredNorm().minCoeff(&step);
    return tr("step %1: (%2, %3)")
        .arg(step)
        .arg(decimals(m_paths.followed(step, 0), 2), decimals(m_paths.followed(step, 1), 2));
}

PlotTable PathPlot::table() const
{
    PlotTable table{{tr("sequence"), tr("step"), tr("component 1"), tr("component 2")}, {}};
    const auto add = [&](const QString &name, const Matrix &path) {
        for (Eigen::Index t = 0; t < path.rows(); ++t)
            table.rows.append(
                {name, QString::number(t), QString::number(path(t, 0), 'g', 6), QString::number(path(t, 1), 'g', 6)});
    };
    add(tr("shown"), m_paths.followed);
    for (std::size_t n = 0; n < m_paths.all.size(); ++n)
        add(QString::number(n), m_paths.all[n]);
    return table;
}

QString PathPlot::inWords() const
{
    return tr("The state's path along two directions that show %1 % of its spread.").arg(qRound(m_paths.share * 100));
}

} // namespace gatescope
