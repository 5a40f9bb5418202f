// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/run_plot.h"

#include "ui/common/fonts.h"
#include "ui/plots/curve.h"
#include "ui/plots/end_places.h"

#include <QFontMetricsF>

#include <algorithm>

#include <qcustomplot.h>

namespace gatescope {

namespace {

/// So many updates are shown while a run has hardly begun, where it is to make more.
constexpr int fewestShown = 10;

QCPItemStraightLine *uprightLine(QCustomPlot &canvas)
{
    auto *line = new QCPItemStraightLine(&canvas);
    line->setVisible(false);
    line->setLayer(QStringLiteral("axes"));
    return line;
}

void standAt(QCPItemStraightLine &line, std::optional<double> x)
{
    line.setVisible(x.has_value());
    if (!x)
        return;
    line.point1->setTypeX(QCPItemPosition::ptPlotCoords);
    line.point1->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line.point2->setTypeX(QCPItemPosition::ptPlotCoords);
    line.point2->setTypeY(QCPItemPosition::ptAxisRectRatio);
    line.point1->setCoords(*x, 0);
    line.point2->setCoords(*x, 1);
}

} // namespace

RunPlot::RunPlot(const QString &title, int framesPerSecond, QWidget *parent)
    : Plot(title, framesPerSecond, parent), m_ahead(new QCPItemRect(&canvas())), m_now(uprightLine(canvas())),
      m_look(uprightLine(canvas())), m_pointer(uprightLine(canvas()))
{
    m_ahead->setLayer(QStringLiteral("background"));
    m_ahead->setPen(Qt::NoPen);
    for (QCPItemPosition *corner : {m_ahead->topLeft, m_ahead->bottomRight}) {
        corner->setTypeX(QCPItemPosition::ptPlotCoords);
        corner->setTypeY(QCPItemPosition::ptAxisRectRatio);
    }
    canvas().axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom | QCP::msTop);
    useNumbers(*canvas().xAxis);
    connect(&canvas(), &QCustomPlot::afterLayout, this, [this] { // as many numbers as stand apart from each other
        const int count = std::clamp(int(canvas().axisRect()->width() / (4.5 * pixels())), 1, 5);
        if (count == canvas().xAxis->ticker()->tickCount())
            return;
        canvas().xAxis->ticker()->setTickCount(count);
        canvas().replot(QCustomPlot::rpQueuedReplot);
    });
}

void RunPlot::follow(const RunHistory &history, int updatesToMake)
{
    const std::vector<UpdateRecord> &records = history.records();
    const bool isAnother = records.size() < m_taken || (m_taken > 0 && records.front().update != m_first);
    if (isAnother)
        m_lookedAt.reset();
    if (isAnother || history.thinnings() != m_thinnings) {
        m_taken = 0;
        forget();
    }
    m_thinnings = history.thinnings();
    m_lookSpacing = history.probeSpacing();
    if (m_taken == 0 && !records.empty())
        m_first = records.front().update;
    for (; m_taken < history.settled(); ++m_taken)
        takeRecord(records[m_taken]);
    m_updates = records.empty() ? 0 : records.back().update;
    m_toMake = updatesToMake;
    touch();
}

void RunPlot::lookAt(std::optional<int> update)
{
    if (m_lookedAt == update)
        return;
    m_lookedAt = update;
    touch();
}

QCPItemText *RunPlot::makeLabel()
{
    auto *label = new QCPItemText(&canvas());
    label->setClipToAxisRect(false);
    label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    label->position->setType(QCPItemPosition::ptAbsolute);
    label->setPadding({});
    label->setVisible(false);
    return label;
}

void RunPlot::placeEnds(std::vector<CurveEnd> ends, std::optional<double> top)
{
    m_places.takeCurves(canvas());
    const double height = pixels() * 1.45;
    const QRect inside = canvas().axisRect()->rect();
    std::ranges::sort(ends, [](const CurveEnd &a, const CurveEnd &b) { return a.y > b.y; });
    const double lowest = inside.bottom() - 4, highest = std::min(top.value_or(inside.top()), lowest);
    std::vector<double> wanted;
    for (const CurveEnd &end : ends)
        wanted.push_back(canvas().yAxis->coordToPixel(end.y));
    const std::vector<double> places = endPlaces(wanted, height, highest, lowest);
    const double x = std::min(canvas().xAxis->coordToPixel(m_updates), double(inside.right())) + pixels() * 0.7;
    double widest = 0;
    for (std::size_t i = 0; i < ends.size(); ++i) {
        ends[i].label->setVisible(m_updates > 0);
        ends[i].label->setText(ends[i].text);
        ends[i].label->setBrush(cover());
        ends[i].label->position->setCoords(x, places[i]);
        const double width = QFontMetricsF(ends[i].label->font()).horizontalAdvance(ends[i].text);
        m_places.take(QRectF(x, places[i] - height / 2, width, height));
        widest = std::max(widest, width);
    }
    makeRoom(widest);
}

/// Words at the right must not be cut; what has been wide once may be it again.
void RunPlot::makeRoom(double width)
{
    if (width <= m_widest)
        return;
    m_widest = width;
    restyle();
    touch();
}

QBrush RunPlot::cover() const
{
    QColor cover = theme().paper;
    cover.setAlphaF(0.92f);
    return cover;
}

RunPlot::Threshold RunPlot::makeThreshold()
{
    auto *line = new QCPItemStraightLine(&canvas());
    line->setLayer(QStringLiteral("grid")); // under all words
    line->setVisible(false);
    QCPItemText *label = makeLabel();
    label->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    return {line, label};
}

void RunPlot::placeThreshold(const Threshold &threshold, double y, const QString &text, const QPen &pen)
{
    const bool isSeen = canvas().yAxis->range().contains(y);
    threshold.line->setVisible(isSeen);
    threshold.label->setVisible(isSeen);
    threshold.line->point1->setCoords(0, y);
    threshold.line->point2->setCoords(1, y);
    threshold.line->setPen(pen);
    threshold.label->setText(text);
    threshold.label->setFont(interfaceFont(pixels()));
    threshold.label->setColor(theme().ink2);
    threshold.label->setBrush(cover());
    if (!isSeen)
        return;
    const double at = canvas().yAxis->coordToPixel(y), height = pixels() * 1.3;
    const double width = QFontMetricsF(threshold.label->font()).horizontalAdvance(text);
    const QRect inside = canvas().axisRect()->rect();
    const double first = inside.left() + pixels() * 0.5, way = std::max(0.0, inside.right() - width - first);
    std::vector<QRectF> wanted;
    for (const double share : {1.0, 0.0, 0.75, 0.5, 0.25})
        for (const double top : {at - 3 - height, at + 3})
            if (top >= inside.top() - height && top + height <= inside.bottom() + 3)
                wanted.push_back({first + share * way, top, width, height});
    const auto place = m_places.place(wanted);
    m_places.take(QPolygonF{{double(inside.left()), at}, {double(inside.right()), at}});
    if (!place)
        return threshold.label->setVisible(false);
    threshold.label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    threshold.label->position->setCoords(place->left(), place->center().y());
}

void RunPlot::setLabelRoom(double digits)
{
    m_labelRoom = digits;
}

void RunPlot::fitAxes()
{
    canvas().xAxis->ticker()->setTickCount(canvas().axisRect()->width() < 24 * pixels() ? 2 : 5);
    canvas().xAxis->setRange(0, std::max({fewestShown, updatesToMake()}));
}

void RunPlot::fill()
{
    m_places = {};
    const double end = std::max(canvas().xAxis->range().upper, double(updatesToMake()));
    m_ahead->topLeft->setCoords(m_updates, 0);
    m_ahead->bottomRight->setCoords(end, 1);
    m_ahead->setVisible(m_updates < updatesToMake());
    standAt(*m_now, m_updates > 0 ? std::optional<double>(m_updates) : std::nullopt);
    standAt(*m_look, m_lookedAt ? std::optional<double>(*m_lookedAt) : std::nullopt);
    standAt(*m_pointer, m_pointed);
}

void RunPlot::restyle()
{
    Plot::restyle();
    m_ahead->setBrush(blended(theme().wash, 0.8, theme().paper));
    m_now->setPen(QPen(theme().ink, 1));
    m_look->setPen(QPen(theme().of(Role::state).text, 2));
    m_pointer->setPen(QPen(theme().ink3, 1));
    const int room = qRound(QFontMetricsF(interfaceFont(pixels(), QFont::DemiBold)).averageCharWidth() * m_labelRoom);
    const int needed = qCeil(m_widest + pixels());
    canvas().axisRect()->setMargins({0, qRound(pixels() * 0.8), std::max(room, needed), 0});
    canvas().axisRect()->setMinimumMargins({0, qRound(pixels() * 0.8), 0, 0});
}

void RunPlot::pointAt(std::optional<double> x)
{
    if (x == m_pointed)
        return;
    m_pointed = x;
    emit updatePointedAt(x ? std::optional(qRound(*x)) : std::nullopt);
    touch();
}

} // namespace gatescope
