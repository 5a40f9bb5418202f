// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/race_plot.h"

#include "core/base/median.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/plots/cell_stroke.h"
#include "ui/plots/curve.h"
#include "ui/plots/end_places.h"
#include "ui/plots/network_name.h"

#include <algorithm>
#include <cmath>

#include <qcustomplot.h>

namespace gatescope {

namespace {

QCPItemStraightLine *lineAcross(QCustomPlot &canvas)
{
    auto *line = new QCPItemStraightLine(&canvas);
    line->setLayer(QStringLiteral("grid")); // under all words
    line->setVisible(false);
    return line;
}

/// The runs with the losses of held-out data in place of those of training, where these were measured. Races of old
/// files repeat a look until the next one.
std::vector<RaceRun> heldOutOf(std::vector<RaceRun> runs)
{
    for (RaceRun &run : runs) {
        std::erase_if(run.points, [](const RaceRun::Point &point) { return !point.heldOut; });
        const auto repeated = std::ranges::unique(run.points, {}, &RaceRun::Point::heldOut);
        run.points.erase(repeated.begin(), repeated.end());
        for (RaceRun::Point &point : run.points)
            point.outcome = *point.heldOut;
        run.solvedAt.reset(); // it goes on
    }
    return runs;
}

QString ofARace(const QString &solvedMeans)
{
    return solvedMeans.isEmpty()
        ? RacePlot::tr("loss over updates: every seed thin, the median thick; a dot where a run has solved the task")
        : RacePlot::tr("loss over updates · thin: each seed, thick: the median, dot: solved, %1").arg(solvedMeans);
}

QString ofARaceInShort(const QString &solvedMeans)
{
    return solvedMeans.isEmpty() ? RacePlot::tr("loss · thin: each seed, thick: the median, dot: solved")
                                 : RacePlot::tr("loss · thick: median, dot: solved, %1").arg(solvedMeans);
}

} // namespace

RacePlot::RacePlot(QWidget *parent)
    : Plot(tr("Race"), 15, parent), m_baseline(lineAcross(canvas())), m_solved(lineAcross(canvas())),
      m_baselineLabel(makeLabel()), m_solvedLabel(makeLabel())
{
    useLogarithms(*canvas().yAxis);
    canvas().axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
    canvas().xAxis->ticker()->setTickCount(5);
    setSubtitles({ofARace({}), ofARaceInShort({})});
}

QCPItemText *RacePlot::makeLabel()
{
    auto *label = new QCPItemText(&canvas());
    label->setClipToAxisRect(false);
    label->position->setType(QCPItemPosition::ptAbsolute);
    label->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
    label->setPadding({2, 0, 2, 0});
    label->setVisible(false);
    return label;
}

void RacePlot::show(const RacePlan &plan, const std::vector<RaceRun> &runs, const LearningFacts &facts)
{
    m_plan = plan;
    m_runs = plan.toTheEnd ? heldOutOf(runs) : runs;
    m_facts = facts;
    setTitle(plan.toTheEnd ? tr("Held-out data") : tr("Race"));
    if (plan.toTheEnd)
        setSubtitles({tr("loss of held-out data over updates: where a curve turns up, the network learns by heart"),
                      tr("loss of held-out data over updates")});
    else
        setSubtitles({ofARace(facts.solvedMeans), ofARaceInShort(facts.solvedMeans)});
    renew();
}

std::vector<RacePlot::Point> RacePlot::medianOf(const std::vector<RaceRun> &runs, std::size_t entry)
{
    std::vector<const RaceRun *> own;
    std::size_t longest = 0;
    for (const RaceRun &run : runs) {
        if (run.entry != entry)
            continue;
        own.push_back(&run);
        longest = std::max(longest, run.points.size());
    }
    std::vector<Point> median;
    for (std::size_t i = 0; i < longest; ++i) {
        std::vector<double> losses;
        int update = 0;
        std::size_t goOn = 0;
        for (const RaceRun *run : own) {
            if (run->points.size() <= i) {
                if (run->solvedAt && !run->points.empty()) // it stays where it solved the task
                    losses.push_back(std::max(run->points.back().outcome.loss, smallestShown));
                continue;
            }
            ++goOn;
            losses.push_back(std::max(run->points[i].outcome.loss, smallestShown));
            update = std::max(update, run->points[i].update);
        }
        if (2 * goOn <= own.size())
            break;
        median.push_back({double(update), gatescope::medianOf(std::move(losses))});
    }
    return median;
}

void RacePlot::fitAxes()
{
    double low = 1e300, high = 0;
    for (const RaceRun &run : m_runs) {
        for (const RaceRun::Point &point : run.points) {
            low = std::min(low, std::max(point.outcome.loss, smallestShown));
            high = std::max(high, point.outcome.loss);
        }
    }
    if (m_facts.solvedLoss)
        low = std::min(low, *m_facts.solvedLoss / 2);
    for (const Baseline &baseline : m_facts.baselines)
        high = std::max(high, baseline.loss * 2);
    if (high <= 0)
        low = 1e-3, high = 1;
    if (low > high) // before a race only what it is judged by is known
        low = high / 100;
    int updates = m_plan.updates;
    if (!m_plan.toTheEnd && !m_runs.empty() && std::ranges::all_of(m_runs, &RaceRun::isOver))
        updates = qCeil(1.05 * std::ranges::max(m_runs, {}, &RaceRun::updates).updates); // nothing is left to come
    canvas().xAxis->setRange(0, std::clamp(updates, 1, std::max(1, m_plan.updates)));
    canvas().yAxis->setRange(std::max({low, high * 1e-7, smallestShown}) / 1.3, high * 1.3);
}

void RacePlot::fill()
{
    const bool hasBegun = std::ranges::any_of(m_runs, [](const RaceRun &run) { return !run.points.empty(); });
    const bool isJudged = m_facts.solvedLoss || !m_facts.baselines.empty();
    for (QCPAxis *axis : {canvas().xAxis, canvas().yAxis})
        axis->setVisible(hasBegun || isJudged); // of what is not known yet an axis would say something untrue
    canvas().clearGraphs();
    drawRuns();
    drawMedians();
    makeRoom();
    canvas().replot(QCustomPlot::rpQueuedRefresh); // lays out the axes, by which names are placed
    LabelPlaces places;
    places.takeCurves(canvas());
    keepDotsFree(places);
    makeNames();
    m_plan.toTheEnd ? nameEnds(places) : placeNames(places);
    placeLines(places);
}

void RacePlot::drawRuns()
{
    for (const RaceRun &run : m_runs) {
        const CellKind cell = m_plan.entries[run.entry].spec.cell;
        QVector<double> x, y;
        for (const RaceRun::Point &point : run.points) {
            x.append(point.update);
            y.append(std::max(point.outcome.loss, smallestShown));
        }
        QCPGraph *curve = canvas().addGraph();
        curve->setPen(
            paleStroke(cell, theme(), m_plan.toTheEnd ? 0 : variantOf(m_plan, run.entry), penScale(pixels())));
        curve->setData(x, y, true);
        if (!run.solvedAt || y.isEmpty())
            continue;
        QCPGraph *end = canvas().addGraph();
        const QColor ink = cellStroke(cell, theme(), 1).color();
        end->setLineStyle(QCPGraph::lsNone);
        // QCustomPlot's rule: of a custom shape the size is that of six of its units.
        constexpr double units = 6;
        const QPainterPath shape = cellDot(cell, m_plan.toTheEnd ? 0 : variantOf(m_plan, run.entry), units / 2);
        end->setScatterStyle(QCPScatterStyle(shape, QPen(ink, 0), ink, pixels() * 0.66));
        end->setData({double(*run.solvedAt)}, {y.last()});
    }
}

/// No words hide where a run has solved the task.
void RacePlot::keepDotsFree(LabelPlaces &places) const
{
    const double radius = pixels() * 0.5; // the tips of a triangle are that far out
    for (const RaceRun &run : m_runs)
        if (run.solvedAt && !run.points.empty()) {
            const double loss = std::max(run.points.back().outcome.loss, smallestShown);
            const QPointF dot(canvas().xAxis->coordToPixel(*run.solvedAt), canvas().yAxis->coordToPixel(loss));
            places.take(QRectF(dot - QPointF(radius, radius), QSizeF(2 * radius, 2 * radius)));
        }
}

QPen RacePlot::medianStroke(std::size_t entry) const
{
    const CellKind cell = m_plan.entries[entry].spec.cell;
    const double scale = penScale(pixels());
    return m_plan.toTheEnd ? sweepStroke(cell, theme(), entry, m_plan.entries.size(), scale)
                           : cellStroke(cell, theme(), 3, variantOf(m_plan, entry), scale);
}

void RacePlot::drawMedians()
{
    m_medians.clear();
    for (std::size_t entry = 0; entry < m_plan.entries.size(); ++entry) {
        m_medians.push_back(medianOf(m_runs, entry));
        QVector<double> x, y;
        for (const Point &point : m_medians.back()) {
            x.append(point.update);
            y.append(point.loss);
        }
        QCPGraph *curve = canvas().addGraph();
        curve->setPen(medianStroke(entry));
        curve->setData(x, y, true);
    }
}

/// A sweep's names stand at the right of the chart.
void RacePlot::makeRoom()
{
    const QFontMetricsF metrics(nameFont());
    double widest = 0;
    for (const RaceEntry &entry : m_plan.entries)
        widest = std::max(widest, metrics.horizontalAdvance(networkName(entry.name)));
    m_room = m_plan.toTheEnd ? std::min(widest, width() * 0.4) : 0;
    canvas().axisRect()->setMargins({0, qRound(pixels()), qCeil(pixels() * 2 + m_room), 0});
}

QFont RacePlot::nameFont() const
{
    return interfaceFont(pixels() * (m_plan.toTheEnd ? 1.0 : 1.15), QFont::DemiBold);
}

void RacePlot::makeNames()
{
    while (m_names.size() < m_plan.entries.size()) {
        m_names.push_back(makeLabel());
        m_names.back()->setLayer(QStringLiteral("overlay")); // graphs are made anew and would be over it
        m_leaders.push_back(new QCPItemLine(&canvas()));
        m_leaders.back()->setClipToAxisRect(false);
        for (QCPItemPosition *end : {m_leaders.back()->start, m_leaders.back()->end})
            end->setType(QCPItemPosition::ptAbsolute);
    }
    for (std::size_t i = 0; i < m_names.size(); ++i) {
        m_names[i]->setVisible(false);
        m_leaders[i]->setVisible(false);
    }
}

/// Looks as its network does, but for where it stands.
QCPItemText *RacePlot::dressedName(std::size_t entry, double room)
{
    QCPItemText *name = m_names[entry];
    name->setFont(nameFont());
    const QString whole = networkName(m_plan.entries[entry].name);
    name->setText(QFontMetricsF(name->font()).elidedText(whole, Qt::ElideRight, room));
    name->setColor(cellInk(m_plan.entries[entry].spec.cell, theme()));
    QColor cover = theme().paper;
    cover.setAlphaF(0.92f);
    name->setBrush(cover);
    return name;
}

/// From where a curve ends to its name.
void RacePlot::lead(std::size_t entry, const QPointF &from, const QPointF &to)
{
    QCPItemLine *leader = m_leaders[entry];
    leader->setPen(QPen(medianStroke(entry).color(), 1.2 * penScale(pixels())));
    leader->start->setCoords(from);
    leader->end->setCoords(to);
    leader->setVisible(true);
}

/// The names of a sweep stand beside the ends of their curves, in the order in which these end.
void RacePlot::nameEnds(LabelPlaces &places)
{
    struct End {
        std::size_t entry;
        QPointF at;
    };
    std::vector<End> ends;
    double last = 0;
    for (std::size_t entry = 0; entry < m_medians.size(); ++entry) {
        if (m_medians[entry].empty())
            continue;
        const Point &end = m_medians[entry].back();
        ends.push_back({entry, {canvas().xAxis->coordToPixel(end.update), canvas().yAxis->coordToPixel(end.loss)}});
        last = std::max(last, ends.back().at.x());
    }
    std::ranges::stable_sort(ends, {}, [](const End &end) { return end.at.y(); });
    std::vector<double> wanted;
    for (const End &end : ends)
        wanted.push_back(end.at.y());
    const double height = QFontMetricsF(nameFont()).height(), left = last + pixels() * 1.6;
    const std::vector<double> lines = endPlaces(wanted, height, height / 2, canvas().height() - height / 2 - 1);
    for (std::size_t i = 0; i < ends.size(); ++i) {
        QCPItemText *name = dressedName(ends[i].entry, m_room);
        name->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
        name->position->setCoords(left, lines[i]);
        name->setVisible(true);
        lead(ends[i].entry, ends[i].at, {left - 1, lines[i]});
        places.take(QRectF(left, lines[i] - height / 2, m_room + 4, height));
    }
}

/// Where a name would best stand: at the middle of its way down, or at the end of a curve that goes nowhere.
RacePlot::Point RacePlot::namedAt(const std::vector<Point> &median) const
{
    if (median.back().loss >= 0.6 * median.front().loss)
        return median.back();
    const double half = std::sqrt(median.front().loss * median.back().loss); // of a logarithmic scale
    const auto middle = std::ranges::find_if(median, [half](const Point &p) { return p.loss < half; });
    return middle == median.end() ? median.back() : *middle;
}

/// Names stand beside their medians, never over another name, and where the fewest curves are.
void RacePlot::placeNames(LabelPlaces &places)
{
    const QRectF inside = canvas().axisRect()->rect();
    for (std::size_t entry = 0; entry < m_plan.entries.size(); ++entry) {
        if (m_medians[entry].empty())
            continue;
        const Point at = namedAt(m_medians[entry]);
        QCPItemText *name = dressedName(entry, inside.width() * 0.5);
        const QFontMetricsF metrics(name->font());
        const QSizeF size(metrics.horizontalAdvance(name->text()) + 4, metrics.height());
        const QPointF point(canvas().xAxis->coordToPixel(at.update), canvas().yAxis->coordToPixel(at.loss));
        const double gap = pixels() * 0.6;
        std::vector<QRectF> wanted;
        for (int lines = 0; lines < 8; ++lines) // each time one line farther off
            for (const double top :
                 {point.y() - size.height() * (lines + 1) - 2, point.y() + size.height() * lines + 2}) {
                if (top < inside.top() || top + size.height() > inside.bottom())
                    continue;
                for (const double left : {point.x() + gap, point.x() - gap - size.width()})
                    wanted.push_back(
                        QRectF(QPointF(std::clamp(left, inside.left() + 2,
                                                  std::max(inside.left() + 2, inside.right() - size.width())),
                                       top),
                               size));
            }
        const auto place = places.place(wanted);
        name->setVisible(place.has_value());
        if (!place)
            continue;
        name->setPositionAlignment(Qt::AlignRight | Qt::AlignBottom);
        name->position->setCoords(place->bottomRight());
        const QPointF nearest(std::clamp(point.x(), place->left(), place->right()),
                              std::clamp(point.y(), place->top(), place->bottom()));
        if (QLineF(point, nearest).length() > gap)
            lead(entry, point, nearest);
    }
}

void RacePlot::placeLines(LabelPlaces &places)
{
    const auto place = [&](QCPItemStraightLine *line, QCPItemText *label, std::optional<double> y, const QString &text,
                           const QPen &pen) {
        const bool isSeen = y && canvas().yAxis->visible() && canvas().yAxis->range().contains(*y);
        line->setVisible(isSeen);
        label->setVisible(isSeen);
        if (!isSeen)
            return;
        line->point1->setCoords(0, *y);
        line->point2->setCoords(1, *y);
        line->setPen(pen);
        label->setFont(interfaceFont(pixels()));
        const QFontMetricsF metrics(label->font());
        const QRectF inside = canvas().axisRect()->rect();
        label->setText(metrics.elidedText(text, Qt::ElideRight, inside.width() - 8));
        label->setColor(theme().ink2);
        QColor cover = theme().paper;
        cover.setAlphaF(0.92f);
        label->setBrush(cover);
        const QSizeF size(metrics.horizontalAdvance(label->text()) + 4, metrics.height());
        const double at = canvas().yAxis->coordToPixel(*y), way = inside.width() - size.width();
        std::vector<QRectF> wanted;
        for (const double share : {0.6, 1.0, 0.8, 0.4, 0.2, 0.0})
            for (const double top : {at - size.height() - 2, at + 2})
                if (top >= inside.top() && top + size.height() <= inside.bottom())
                    wanted.push_back(QRectF(QPointF(inside.left() + share * way, top), size));
        const auto found = places.place(wanted);
        label->setVisible(found.has_value());
        if (found)
            label->position->setCoords(found->bottomRight());
    };
    const double across = 1.5 * penScale(pixels());
    QPen dashed(theme().ink2, across), dotted(theme().ink3, across);
    dashed.setDashPattern({6 / 1.5, 5 / 1.5});
    dotted.setDashPattern({1, 3});
    const bool hasBaseline = !m_facts.baselines.empty();
    place(m_baseline, m_baselineLabel, hasBaseline ? std::optional(m_facts.baselines.front().loss) : std::nullopt,
          hasBaseline
              ? tr("%1: %2").arg(translated(m_facts.baselines.front().name), lossNumber(m_facts.baselines.front().loss))
              : QString(),
          dashed);
    place(m_solved, m_solvedLabel, m_facts.solvedLoss,
          tr("counts as solved below %1").arg(chartNumber(m_facts.solvedLoss.value_or(0))), dotted);
}

void RacePlot::restyle()
{
    Plot::restyle();
    quietGrid(*canvas().yAxis, theme());
    canvas().xAxis->setLabel(tr("updates"));
    canvas().xAxis->setLabelFont(interfaceFont(pixels()));
    canvas().xAxis->setLabelColor(theme().ink2);
    makeRoom();
    canvas().axisRect()->setMinimumMargins({0, qRound(pixels()), 0, 0});
}

} // namespace gatescope
