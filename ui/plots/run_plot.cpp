// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/run_plot.h"

#include "ui/common/fonts.h"
#include "ui/plots/curve.h"
#include "ui/plots/end_places.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <utility>

#include <qcustomplot.h>

namespace gatescope {

namespace {

/// So many updates are shown while a run has hardly begun, where it is to make more.
constexpr int fewestShown = 10;
/// From this height, in sizes of a letter, an axis has room for what it counts.
constexpr double highInLetters = 20;

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
    label->setLayer(QStringLiteral("axes")); // over the line of now
    return label;
}

void RunPlot::placeEnds(std::vector<CurveEnd> ends, std::optional<double> top, const std::vector<double> &besides)
{
    double widest = 0;
    for (const CurveEnd &end : ends)
        widest = std::max(widest, QFontMetricsF(end.label->font()).horizontalAdvance(end.text));
    makeRoom(widest);
    m_places.takeCurves(canvas());
    const double height = pixels() * 1.45;
    const QRect inside = canvas().axisRect()->rect();
    std::ranges::sort(ends, [](const CurveEnd &a, const CurveEnd &b) { return a.y > b.y; });
    const auto besideLines = [&](double at, double apart) {
        for (const double line : besides)
            if (const double y = canvas().yAxis->coordToPixel(line); std::abs(at - y) < apart)
                return at < y ? y - apart : y + apart;
        return at;
    };
    const double lowest = inside.bottom() - 4, highest = std::min(top.value_or(inside.top()), lowest);
    std::vector<double> wanted;
    for (const CurveEnd &end : ends)
        wanted.push_back(besideLines(canvas().yAxis->coordToPixel(end.y), height * 0.6));
    std::ranges::sort(wanted); // neighbours may have gone to two sides of a line
    const std::vector<double> places = endPlaces(wanted, height, highest, lowest);
    const double now = std::min(canvas().xAxis->coordToPixel(m_updates), double(inside.right()));
    const int gap = qRound(pixels() * 0.6);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const double width = QFontMetricsF(ends[i].label->font()).horizontalAdvance(ends[i].text);
        ends[i].label->setVisible(m_updates > 0);
        ends[i].label->setText(ends[i].text);
        ends[i].label->setBrush(cover());
        ends[i].label->setPadding({gap, 0, 2, 0}); // no stub of a line stands before the words, like a sign of theirs
        ends[i].label->position->setCoords(now + 1, places[i]);
        m_places.take(QRectF(now + 1, places[i] - height / 2, gap + width + 2, height));
    }
}

void RunPlot::makeRoom(double width)
{
    m_widest = std::max(m_widest, width);
    layOut();
}

/// Words beside the line of now stand over the updates that are still to come: at the right the chart leaves them only
/// as much room as they need beyond these.
void RunPlot::layOut()
{
    QCPAxisRect &axes = *canvas().axisRect();
    const auto lay = [this] {
        for (const auto phase :
             {QCPLayoutElement::upPreparation, QCPLayoutElement::upMargins, QCPLayoutElement::upLayout})
            canvas().plotLayout()->update(phase);
    };
    lay(); // how wide the numbers at the left are
    const QCPRange shown = canvas().xAxis->range();
    const double whole = canvas().width() - axes.left(), needed = m_widest + 1.3 * pixels() + 3;
    const double passed = std::clamp((m_updates - shown.lower) / shown.size(), 0.0, 1.0);
    // The axis ends `room` before the edge, so the line of now stands (whole − room) · passed from its beginning.
    const double room = m_updates > 0 && passed > 0 ? (needed - whole * (1 - passed)) / passed : 0;
    const double least = pixels() * 1.6; // for half of the last number under the axis
    const int above = qRound(pixels() * 0.8);
    const int right = qCeil(std::clamp(room, least, std::max(least, needed)));
    axes.setMargins({axes.margins().left(), above, right, axes.margins().bottom()});
    axes.setMinimumMargins({0, above, 0, 0});
    // As many numbers as stand apart from each other.
    canvas().xAxis->ticker()->setTickCount(std::clamp(int((whole - right) / (4.5 * pixels())), 1, 5));
    lay();
}

double RunPlot::stroke(double width) const
{
    return width * penScale(pixels());
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

/// Where words of this width may stand on the line at this height, the best first.
std::vector<QRectF> RunPlot::placesAlong(double at, double width) const
{
    const double height = pixels() * 1.3;
    const QRect inside = canvas().axisRect()->rect();
    const double first = inside.left() + pixels() * 0.5, last = std::max(first, inside.right() - width);
    const double now = canvas().xAxis->coordToPixel(m_updates);
    std::vector<double> lefts{last, first};
    for (const double share : {0.75, 0.5, 0.25})
        lefts.push_back(first + share * (last - first));
    for (const double left : {now - width - 4, now + 4})
        lefts.push_back(std::clamp(left, first, last));
    std::vector<QRectF> places;
    for (const double left : lefts)
        for (const double top : {at - 3 - height, at + 3})
            if (top >= inside.top() - height && top + height <= inside.bottom() + 3)
                places.push_back({left, top, width, height});
    return places;
}

void RunPlot::placeThreshold(const Threshold &threshold, double y, const QString &text, const QPen &pen,
                             const QString &shorter)
{
    const bool isSeen = canvas().yAxis->range().contains(y);
    threshold.line->setVisible(isSeen);
    threshold.label->setVisible(false);
    threshold.line->point1->setCoords(0, y);
    threshold.line->point2->setCoords(1, y);
    threshold.line->setPen(pen);
    threshold.label->setFont(interfaceFont(pixels()));
    threshold.label->setColor(theme().ink2);
    threshold.label->setBrush(cover());
    threshold.label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    if (!isSeen)
        return;
    const double at = canvas().yAxis->coordToPixel(y);
    const QFontMetricsF metrics(threshold.label->font());
    const double now = canvas().xAxis->coordToPixel(m_updates);
    const auto isOverNow = [now](const QRectF &place) { return place.left() < now && place.right() > now; };
    // Over the line of now only where there is no other room, and then with few words.
    for (const auto &[words, mayBeOverNow] :
         {std::pair(text, false), {shorter, false}, {shorter, true}, {text, true}}) {
        const double width = metrics.horizontalAdvance(words) + 4; // a little paper at both ends
        if (words.isEmpty() || width > canvas().axisRect()->width())
            continue;
        std::vector<QRectF> wanted = placesAlong(at, width);
        if (!mayBeOverNow && m_updates > 0)
            std::erase_if(wanted, isOverNow);
        if (const auto place = m_places.place(wanted)) {
            threshold.label->setText(words);
            threshold.label->position->setCoords(place->left() + 2, place->center().y());
            threshold.label->setVisible(true);
            break;
        }
    }
    const QRect inside = canvas().axisRect()->rect();
    m_places.take(QPolygonF{{double(inside.left()), at}, {double(inside.right()), at}});
}

void RunPlot::fitAxes()
{
    // Charts that stand under a high one count what it counts.
    canvas().xAxis->setLabel(canvas().height() >= highInLetters * pixels() ? tr("updates") : QString());
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
    layOut();
}

void RunPlot::restyle()
{
    Plot::restyle();
    m_ahead->setBrush(blended(theme().wash, 0.8, theme().paper));
    m_now->setPen(QPen(theme().ink, stroke(1)));
    m_look->setPen(QPen(theme().of(Role::state).text, stroke(2)));
    m_pointer->setPen(QPen(theme().ink3, stroke(1)));
    m_widest = 0;
    canvas().xAxis->setLabelFont(interfaceFont(pixels()));
    canvas().xAxis->setLabelColor(theme().ink2);
    canvas().xAxis->setLabelPadding(2);
    quietGrid(*canvas().yAxis, theme());
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
