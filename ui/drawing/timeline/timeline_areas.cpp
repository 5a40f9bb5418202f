// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbers.h"
#include "ui/drawing/cell/cell_terms.h"
#include "ui/drawing/scene/known.h"
#include "ui/drawing/timeline/timeline_gradient.h"
#include "ui/drawing/timeline/timeline_input.h"
#include "ui/drawing/timeline/timeline_lanes.h"
#include "ui/drawing/timeline/timeline_names.h"
#include "ui/drawing/timeline/timeline_stops.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace gatescope {

namespace {

constexpr double smallestRow = 3; ///< thinner rows cannot be pointed at

/// Builds the areas of one timeline from the whole columns down to single units.
class AreaCollector
{
public:
    AreaCollector(const TimelineLayout &layout, const Scene &scene, std::optional<QPointF> point)
        : m_layout(layout), m_scene(scene), m_point(point)
    {
    }

    HitAreas collect()
    {
        addTurns();
        addName();
        const int end = realEnd(m_layout, m_scene);
        if (m_point) {
            const auto pointed = m_layout.steps.stepAt(m_point->x());
            const int shared = m_layout.steps.columnSteps(), from = m_layout.steps.firstStep;
            const int first = pointed ? from + (*pointed - from) / shared * shared : end;
            if (first < end)
                addColumn(first, std::min(first + shared, end));
        } else {
            forEachColumn(m_layout, end, [this](int first, int last) { addColumn(first, last); });
        }
        addStops();
        return std::move(m_areas);
    }

private:
    /// What stands at the steps first … end − 1, which share a column.
    void addColumn(int step, int end)
    {
        const bool isOne = end - step == 1;
        add(column(step, 0, m_layout.footBaseline), at(step),
            isOne ? inputWords(m_scene, step)
                  : QCoreApplication::translate("gatescope", "steps %1–%2 share a column").arg(step).arg(end - 1));
        for (const TimelineLane &lane : m_layout.lanes)
            addLane(lane, step, end);
        add(column(step, m_layout.gradientTop, m_layout.gradientBottom), at(step), gradientWords(step));
    }

    QRectF column(int step, double top, double bottom) const
    {
        return {m_layout.left(step), top, m_layout.steps.columnWidth(), bottom - top};
    }

    PlayheadState at(int step) const
    {
        PlayheadState state = m_scene.playhead;
        state.step = step;
        state.progress = 1;
        return state;
    }

    /// The playhead at the part of the step that this lane shows.
    PlayheadState at(int step, Part part, int unit) const
    {
        PlayheadState state = at(step);
        state.unit = unit;
        const auto &stepParts = describe(m_scene.spec().cell).stepParts;
        for (std::size_t i = 0; i < stepParts.size(); ++i) {
            if (stepParts[i].completes == part)
                state.part = static_cast<int>(i);
        }
        return state;
    }

    void add(const QRectF &where, const PlayheadState &leadsTo, const QString &says, const Term &term = {})
    {
        m_areas.push_back({where, leadsTo, says, term});
    }

    void addLane(const TimelineLane &lane, int step, int end)
    {
        if (lane.pitch() < smallestRow) {
            const int unit = m_scene.playhead.unit;
            QString words = valueWords(lane, step, unit);
            if (m_point && m_layout.sumsUp() && m_point->y() >= lane.top && m_point->y() < lane.bottom())
                words += bandWords(lane, step, end);
            add(column(step, lane.top, lane.bottom()), at(step, lane.part, unit), words,
                {symbolOfPart(lane.part), unit});
            if (lane.kept > 0 && lane.keptPitch >= smallestRow)
                addRows(lane, step, lane.kept);
            return;
        }
        addRows(lane, step, lane.units);
    }

    /// The first rows of a lane, each of them one unit.
    void addRows(const TimelineLane &lane, int step, int rows)
    {
        for (int place = 0; place < rows; ++place) {
            const int unit = m_layout.bands.order[static_cast<std::size_t>(place)];
            const double top = lane.unitTop(place);
            add(column(step, top, top + lane.unitHeight(place)), at(step, lane.part, unit),
                valueWords(lane, step, unit), {symbolOfPart(lane.part), unit});
        }
    }

    /// The whole name of the followed unit.
    void addName()
    {
        const int unit = m_scene.playhead.unit;
        if (!unitName(m_scene, unit).isEmpty())
            add(followedNameRoom(m_layout), at(m_scene.playhead.step),
                QCoreApplication::translate("gatescope", "Unit %1.").arg(unitLabel(m_scene, unit)));
    }

    /// What the colour under the point stands for.
    QString bandWords(const TimelineLane &lane, int step, int end) const
    {
        if (m_layout.leavesOut || !isKnown(m_scene, step, lane.part) || !isKnown(m_scene, end - 1, lane.part))
            return {};
        const int band = m_layout.bandAt(lane, m_point->y());
        const Summary all = laneSummary(lane, m_layout, m_scene, band, step, end);
        const QString who = bandUnits(m_layout.bands.of(band));
        const QString when = end - step == 1
            ? QCoreApplication::translate("gatescope", "step %1").arg(step)
            : QCoreApplication::translate("gatescope", "steps %1–%2").arg(step).arg(end - 1);
        return QCoreApplication::translate("gatescope", "; under the pointer %1, %2: mean %3, from %4 to %5")
            .arg(who, when, inInspector(all.mean), inInspector(all.min), inInspector(all.max));
    }

    /// "unit 7", "26 units from 0 to 25", or in another order "26 units: 17, 803, 4, 96, …".
    QString bandUnits(std::span<const int> units) const
    {
        constexpr std::size_t told = 4;
        if (units.size() == 1)
            return QCoreApplication::translate("gatescope", "unit %1").arg(unitLabel(m_scene, units.front()));
        const int count = static_cast<int>(units.size());
        const bool isRange = std::ranges::is_sorted(units) && units.back() - units.front() == count - 1;
        if (isRange)
            return QCoreApplication::translate("gatescope", "%1 units from %2 to %3")
                .arg(count)
                .arg(units.front())
                .arg(units.back());
        QStringList numbers;
        for (const int unit : units.first(std::min(units.size(), told)))
            numbers += QString::number(unit);
        if (units.size() > told)
            numbers += QStringLiteral("…");
        return QCoreApplication::translate("gatescope", "%1 units: %2")
            .arg(QString::number(count), numbers.join(QStringLiteral(", ")));
    }

    QString valueWords(const TimelineLane &lane, int step, int unit) const
    {
        const QString words = valueOfUnit(lane, step, unit);
        return isKept(m_scene, unit) ? QCoreApplication::translate("gatescope", "%1; kept at the top").arg(words)
                                     : words;
    }

    QString valueOfUnit(const TimelineLane &lane, int step, int unit) const
    {
        const Part part = lane.part;
        const double value = laneValue(lane, m_scene, step, unit);
        const std::string_view label = describe(part).label;
        const QString number = isKnown(m_scene, step, part)
            ? inInspector(value)
            : QCoreApplication::translate("gatescope", "not computed yet");
        if (lane.isDifference)
            return QCoreApplication::translate("gatescope",
                                               "step %1, the change of %2 of unit %3 against the run before: %4")
                .arg(QString::number(step), partSymbol(part, m_scene), unitLabel(m_scene, unit), number);
        return QCoreApplication::translate("gatescope", "step %1, %2 %3, unit %4: %5")
            .arg(QString::number(step), QCoreApplication::translate("gatescope", std::string(label).c_str()),
                 partSymbol(part, m_scene), unitLabel(m_scene, unit), number);
    }

    QString gradientWords(int step) const
    {
        const QString length
            = QCoreApplication::translate("gatescope", "step %1, length of ∂L/∂h over all units: %2, %3")
                  .arg(step)
                  .arg(isGradientKnown(m_scene, step) ? gradientNumber(stateGradientLength(m_scene, step), 3)
                                                      : QCoreApplication::translate("gatescope", "not computed yet"),
                       watchedLossWords(m_scene.record));
        const Objective &objective = m_scene.record.experiment->objective;
        if (!isWatched(objective, *m_scene.trace().batch, m_scene.playhead.sequence, step))
            return length;
        return QCoreApplication::translate("gatescope", "%1; the loss of this step is watched").arg(length);
    }

    /// What stops a walk there.
    void addStops()
    {
        const bool isPointed = !m_point || m_point->y() <= m_layout.inputTop + m_layout.px(2);
        if (m_scene.predicting || !isPointed)
            return;
        for (const BreakpointHit &hit : stopsOf(m_scene, m_layout.steps.firstStep, realEnd(m_layout, m_scene))) {
            const std::string text = breakpointText(m_scene.record.experiment->breakpoints[hit.breakpoint]);
            add(stopMark(m_layout, hit.step).adjusted(-2, -1, 2, 2), at(hit.step),
                QCoreApplication::translate("gatescope", "step %1: the breakpoint “%2” becomes true")
                    .arg(QString::number(hit.step), QString::fromStdString(text)));
        }
    }

    /// The arrows at the ends that lead to what is not shown.
    void addTurns()
    {
        const TimelineGeometry &steps = m_layout.steps;
        const double top = m_layout.footBaseline - m_layout.px(12);
        const QSizeF size(m_layout.px(20), m_layout.px(18));
        const int past = m_scene.trace().length(m_scene.playhead.sequence) - m_layout.endStep();
        if (steps.firstStep > 0)
            add({{steps.gutter - size.width(), top}, size}, at(steps.firstStep - 1),
                QCoreApplication::translate("gatescope", "%1 more steps before").arg(steps.firstStep));
        if (past > 0)
            add({{m_layout.right(), top}, size}, at(m_layout.endStep()),
                QCoreApplication::translate("gatescope", "%1 more steps after").arg(past));
    }

    const TimelineLayout &m_layout;
    const Scene &m_scene;
    const std::optional<QPointF> m_point; ///< only its column is told
    HitAreas m_areas;
};

} // namespace

HitAreas timelineAreas(const QSizeF &size, const Scene &scene, const TimelineView &view, std::optional<QPointF> at)
{
    const TimelineLayout layout = timelineLayout(size, scene, view);
    return AreaCollector(layout, scene, at).collect();
}

} // namespace gatescope
