// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/controls/step_view.h"

#include "core/base/within_memory.h"
#include "core/trace/unit_likeness.h"
#include "ui/document/document.h"
#include "ui/drawing/timeline/timeline_layout.h"
#include "ui/explore/controls/view_settings.h"

#include <QEvent>
#include <QWheelEvent>
#include <QWidget>

#include <cmath>
#include <utility>

namespace gatescope {

namespace {

constexpr double notch = 120; ///< of a wheel, in eighths of a degree
constexpr double zoomOfANotch = 1.25;
constexpr double shareOfANotch = 0.1; ///< of what is shown, that it scrolls
constexpr double madeAtOnce = 2e6;    ///< numbers that are read within a few milliseconds
constexpr double orderedAtOnce = 4e6; ///< products that are summed up within a few

} // namespace

StepView::StepView(const Document &document, const Playhead &playhead, QWidget &canvas)
    : QObject(&canvas), m_document(document), m_playhead(playhead), m_canvas(canvas),
      m_errand([this](const Result<std::shared_ptr<const TimelineSummary>> &made) { take(made); }),
      m_ordering([this](OrderMade made) { takeOrder(std::move(made)); })
{
    canvas.installEventFilter(this);
    connect(&playhead, &Playhead::moved, this, &StepView::followPlayhead);
    connect(&document, &Document::recordChanged, this, [this] {
        if (m_document.record())
            return;
        m_view.summary.reset(); // of another network
        m_ordered = m_wanted = {};
        leaveAlone();
    });
}

std::optional<TimelineGeometry> StepView::steps() const
{
    const auto scene = currentScene(m_document, m_playhead, {});
    if (!scene)
        return std::nullopt;
    return timelineGeometry(m_canvas.size(), *scene, m_window);
}

bool StepView::isLong() const
{
    const auto scene = currentScene(m_document, m_playhead, {});
    if (!scene)
        return false;
    const TimelineGeometry alone = timelineGeometry(m_canvas.size(), *scene);
    const TimelineGeometry now = timelineGeometry(m_canvas.size(), *scene, m_window);
    return alone.shownSteps < alone.steps || now.shownSteps < now.steps;
}

void StepView::scrollBy(int by)
{
    if (const auto now = steps(); now && by != 0)
        show(scrolled(*now, by));
}

void StepView::scrollTo(int step)
{
    if (const auto now = steps())
        show({now->stepWidth, std::max(0, step - now->shownSteps / 2)});
}

void StepView::zoomBy(double factor, std::optional<double> x)
{
    const auto now = steps();
    if (!now)
        return;
    const int step = m_playhead.state().step;
    const bool isSeen = step >= now->firstStep && step < now->endStep();
    show(zoomed(*now, factor, x.value_or(isSeen ? now->left(step) + now->stepWidth / 2 : now->gutter + now->room / 2)));
}

void StepView::showAll()
{
    if (const auto now = steps())
        show(whole(*now));
}

void StepView::leaveAlone()
{
    show({});
}

bool StepView::turnWheel(const QWheelEvent &event, double x)
{
    const auto now = steps();
    const QPoint angle = event.angleDelta();
    const double turned = angle.y() != 0 ? angle.y() : angle.x();
    if (!now || turned == 0)
        return false;
    if (event.modifiers() & Qt::ControlModifier) {
        zoomBy(std::pow(zoomOfANotch, turned / notch), x);
        return true;
    }
    if (!isLong())
        return false;
    const double pixels = event.pixelDelta().isNull() ? 0
        : event.pixelDelta().y() != 0                 ? event.pixelDelta().y()
                                                      : event.pixelDelta().x();
    m_turned -= pixels != 0 ? pixels / now->stepWidth : turned / notch * std::max(1.0, shareOfANotch * now->shownSteps);
    const double even = std::trunc(m_turned / now->columnSteps()) * now->columnSteps();
    m_turned -= even;
    scrollBy(static_cast<int>(even));
    return true;
}

const TimelineView &StepView::viewOf(const Scene &scene)
{
    m_view.window = m_window;
    m_view.awaitsSummary = false;
    putInOrder(scene);
    if (!isLong())
        return m_view;
    TimelineSummary::Subject subject = summarySubject(timelineLayout(m_canvas.size(), scene, m_view), scene);
    if (m_view.summary && m_view.summary->subject == subject)
        return m_view;
    if (subject.effort() <= madeAtOnce) {
        m_view.summary = std::make_shared<const TimelineSummary>(summarised(std::move(subject)));
    } else {
        m_view.awaitsSummary = true;
        ask(std::move(subject));
    }
    return m_view;
}

/// How much is shown depends on how wide the canvas is.
bool StepView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        emit changed();
    return QObject::eventFilter(watched, event);
}

/// The width as it would be shown: a window that shows all there is, legibly, is none.
void StepView::show(const StepWindow &wanted)
{
    StepWindow window = wanted;
    if (const auto scene = currentScene(m_document, m_playhead, {}); scene && wanted.isGiven()) {
        const TimelineGeometry alone = timelineGeometry(m_canvas.size(), *scene);
        const TimelineGeometry then = timelineGeometry(m_canvas.size(), *scene, wanted);
        window = {then.stepWidth, then.firstStep};
        if (then.shownSteps == then.steps && alone.shownSteps == alone.steps)
            window = {};
    }
    if (window == m_window)
        return;
    m_window = window;
    emit changed();
}

void StepView::setOrder(const UnitOrder &order)
{
    if (order == m_order)
        return;
    m_order = order;
    emit changed();
}

/// Once for a run: all of it is asked.
void StepView::putInOrder(const Scene &scene)
{
    Moment where = scene.moment();
    where.step = 0;
    m_wanted = {scene.record.trace, where, m_order};
    if (m_wanted == m_ordered)
        return;
    const double effort = likenessEffort(scene.spec().hiddenSize, scene.trace().length(where.sequence));
    if (m_order.by == UnitOrder::By::likeness && effort > orderedAtOnce)
        return askOrder();
    m_ordered = m_wanted;
    m_view.order = unitsInOrder(m_order, scene.trace(), where);
}

void StepView::askOrder()
{
    if (m_ordering.isBusy())
        return; // when it is done somebody will ask again
    m_ordering.start([wanted = m_wanted](const std::stop_token &stop) {
        return OrderMade{wanted, withinMemory([&] { return unitsByLikeness(*wanted.trace, wanted.where, stop); })};
    });
}

/// That of a run before is better than none while a value is dragged; one that nobody wants any more is dropped. Where
/// memory does not suffice for it, the units stand as before.
void StepView::takeOrder(OrderMade made)
{
    const bool isWanted = made.of.order == m_wanted.order && made.of.where == m_wanted.where;
    if (isWanted) {
        m_ordered = std::move(made.of);
        if (made.units)
            m_view.order = std::move(made.units).value();
    }
    emit changed();
}

/// Only where it has gone to another step: who looks elsewhere meanwhile may do so.
void StepView::followPlayhead()
{
    const int step = m_playhead.state().step;
    if (step == std::exchange(m_step, step) || !m_window.isGiven())
        return;
    if (const auto now = steps())
        show(holding(*now, step));
}

void StepView::ask(TimelineSummary::Subject subject)
{
    if (m_errand.isBusy())
        return; // when it is done somebody will ask again
    m_errand.start([subject = std::move(subject)](std::stop_token) {
        return withinMemory([&]() -> Result<std::shared_ptr<const TimelineSummary>> {
            return std::make_shared<const TimelineSummary>(summarised(subject));
        });
    });
}

/// Where memory does not suffice for it, the timeline goes on being drawn without.
void StepView::take(const Result<std::shared_ptr<const TimelineSummary>> &made)
{
    if (!made)
        return;
    m_view.summary = *made;
    emit changed();
}

} // namespace gatescope
