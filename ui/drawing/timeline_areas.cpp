// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/numbers.h"
#include "ui/drawing/cell_terms.h"
#include "ui/drawing/known.h"
#include "ui/drawing/timeline_gradient.h"
#include "ui/drawing/timeline_input.h"
#include "ui/drawing/timeline_lanes.h"
#include "ui/drawing/timeline_stops.h"

#include <QCoreApplication>

namespace gatescope {

namespace {

constexpr double smallestRow = 3; ///< thinner rows cannot be pointed at

/// Builds the areas of one timeline from the whole columns down to single units.
class AreaCollector
{
public:
    AreaCollector(const TimelineLayout &layout, const Scene &scene) : m_layout(layout), m_scene(scene) {}

    HitAreas collect()
    {
        addTurns();
        for (int step = m_layout.steps.firstStep; step < realEnd(m_layout, m_scene); ++step) {
            add(column(step, 0, m_layout.footBaseline), at(step), inputWords(m_scene, step));
            for (const TimelineLane &lane : m_layout.lanes)
                addLane(lane, step);
            add(column(step, m_layout.gradientTop, m_layout.gradientBottom), at(step), gradientWords(step));
        }
        addStops();
        return std::move(m_areas);
    }

private:
    QRectF column(int step, double top, double bottom) const
    {
        return {m_layout.left(step), top, m_layout.stepWidth(), bottom - top};
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

    void addLane(const TimelineLane &lane, int step)
    {
        if (lane.pitch() < smallestRow) {
            const int unit = m_scene.playhead.unit;
            add(column(step, lane.top, lane.bottom()), at(step, lane.part, unit), valueWords(lane, step, unit),
                {symbolOfPart(lane.part), unit});
            return;
        }
        for (int unit = 0; unit < lane.units; ++unit)
            add(column(step, lane.unitTop(unit), lane.unitTop(unit + 1)), at(step, lane.part, unit), valueWords(lane, step, unit),
                {symbolOfPart(lane.part), unit});
    }

    QString valueWords(const TimelineLane &lane, int step, int unit) const
    {
        const Part part = lane.part;
        const double value = laneValue(lane, m_scene, step, unit);
        const std::string_view label = describe(part).label;
        if (lane.isDifference)
            return QCoreApplication::translate("gatescope", "step %1, the change of %2 of unit %3 against the run before: %4")
                .arg(step)
                .arg(partSymbol(part, m_scene))
                .arg(unit)
                .arg(isKnown(m_scene, step, part) ? inInspector(value)
                                                  : QCoreApplication::translate("gatescope", "not computed yet"));
        return QCoreApplication::translate("gatescope", "step %1, %2 %3, unit %4: %5")
            .arg(step)
            .arg(QCoreApplication::translate("gatescope", std::string(label).c_str()), partSymbol(part, m_scene))
            .arg(unit)
            .arg(isKnown(m_scene, step, part) ? inInspector(value)
                                              : QCoreApplication::translate("gatescope", "not computed yet"));
    }

    QString gradientWords(int step) const
    {
        const QString length = QCoreApplication::translate("gatescope", "step %1, length of ∂L/∂h over all units: %2, %3")
                                   .arg(step)
                                   .arg(isGradientKnown(m_scene, step)
                                            ? gradientNumber(stateGradientLength(m_scene, step), 3)
                                            : QCoreApplication::translate("gatescope", "not computed yet"),
                                        watchedLossWords(m_scene.record.experiment->objective));
        const Objective &objective = m_scene.record.experiment->objective;
        if (!isWatched(objective, *m_scene.trace().batch, m_scene.playhead.sequence, step))
            return length;
        return QCoreApplication::translate("gatescope", "%1; the loss of this step is watched").arg(length);
    }

    /// What stops a walk there.
    void addStops()
    {
        if (m_scene.predicting)
            return;
        for (const BreakpointHit &hit : stopsOf(m_scene)) {
            if (hit.step < m_layout.steps.firstStep || hit.step >= realEnd(m_layout, m_scene))
                continue;
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
    HitAreas m_areas;
};

} // namespace

HitAreas timelineAreas(const QSizeF &size, const Scene &scene)
{
    const TimelineLayout layout = timelineLayout(size, scene);
    return AreaCollector(layout, scene).collect();
}

} // namespace gatescope
