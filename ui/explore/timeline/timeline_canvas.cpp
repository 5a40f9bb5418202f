// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/timeline/timeline_canvas.h"

#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/playing/pointing.h"
#include "ui/drawing/timeline/timeline_drawing.h"
#include "ui/drawing/timeline/timeline_influence.h"
#include "ui/drawing/timeline/timeline_layout.h"
#include "ui/drawing/timeline/timeline_memory.h"
#include "ui/explore/controls/drag_follower.h"
#include "ui/explore/controls/step_view.h"
#include "ui/explore/timeline/influences.h"
#include "ui/explore/timeline/remembering.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

namespace gatescope {

TimelineCanvas::TimelineCanvas(Document &document, Playhead &playhead, Pointing &pointing, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead), m_pointing(pointing),
      m_stepView(new StepView(document, playhead, *this))
{
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Timeline"));
    connect(m_stepView, &StepView::changed, this, qOverload<>(&QWidget::update));
    connect(&pointing, &Pointing::litChanged, this, qOverload<>(&QWidget::update));
    // While a value is dragged at once: what is due is otherwise painted together with the stage's next frame.
    new DragFollower(
        document, [this, &document] { document.isDrafting() ? repaint() : update(); }, this);
    connect(&playhead, &Playhead::moved, this, [this](PlayheadState state) {
        state.progress = isDone(state); // it stands still while a part is on its way, or the camera
        state.level = m_shownState.level;
        if (state == m_shownState)
            return;
        m_shownState = state;
        update();
    });
}

void TimelineCanvas::showInfluences(const Influences &influences)
{
    m_influences = &influences;
    connect(&influences, &Influences::changed, this, qOverload<>(&QWidget::update));
}

void TimelineCanvas::showMemory(const Remembering &remembering)
{
    m_remembering = &remembering;
    connect(&remembering, &Remembering::changed, this, qOverload<>(&QWidget::update));
}

const Forgetting *TimelineCanvas::shownMemory(const Scene &scene) const
{
    return m_remembering && scene.playhead.pass == Pass::forward ? m_remembering->current() : nullptr;
}

void TimelineCanvas::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    update();
}

/// Whether the lanes show the playhead's part: a prediction is not spoilt while it is on its way.
bool TimelineCanvas::isDone(const PlayheadState &state) const
{
    return !m_settings.predicting || state.progress >= 1.0;
}

TimelineCanvas::LanesKey TimelineCanvas::keyFor(const Scene &scene, const TimelineView &view) const
{
    PlayheadState place = scene.playhead;
    if (!scene.predicting) // otherwise the lanes end at the playhead
        place.step = place.part = 0;
    place.progress = isDone(place);
    place.level = 0;
    return {scene.record.trace.get(),
            scene.record.gradients.get(),
            scene.ghost ? scene.ghost->trace.get() : nullptr,
            size(),
            devicePixelRatioF(),
            m_settings,
            place,
            timelineGeometry(size(), scene, view.window),
            view.summary.get(),
            view.order,
            scene.record.experiment->breakpoints,
            scene.record.experiment->units};
}

void TimelineCanvas::paintLanes(const Scene &scene, const TimelineView &view)
{
    m_lanes = QPixmap(size() * devicePixelRatioF());
    m_lanes.setDevicePixelRatio(devicePixelRatioF());
    m_lanes.fill(scene.theme.paper);
    QPainter painter(&m_lanes);
    painter.setRenderHint(QPainter::Antialiasing);
    drawTimelineLanes(painter, size(), scene, view);
    m_drawn = scene.record;
}

HitAreas TimelineCanvas::hitAreas()
{
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    return scene ? timelineAreas(size(), *scene, m_stepView->viewOf(*scene)) : HitAreas();
}

/// Only its column is put into words: there may be thousands.
std::optional<HitArea> TimelineCanvas::areaUnder(const QPointF &place)
{
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    if (!scene)
        return std::nullopt;
    const HitAreas areas = timelineAreas(size(), *scene, m_stepView->viewOf(*scene), place);
    const HitArea *area = areaAt(areas, place);
    return area ? std::optional(*area) : std::nullopt;
}

void TimelineCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    auto scene = currentScene(m_document, m_playhead, m_settings);
    if (!scene) {
        painter.fillRect(rect(), m_settings.theme->paper);
        return;
    }
    const TimelineView &view = m_stepView->viewOf(*scene);
    const LanesKey key = keyFor(*scene, view);
    if (!(key == m_key)) {
        paintLanes(*scene, view);
        m_key = key;
    }
    painter.drawPixmap(0, 0, m_lanes);
    painter.setRenderHint(QPainter::Antialiasing);
    if (const Forgetting *memory = shownMemory(*scene))
        drawTimelineMemory(painter, size(), *scene, *memory, view);
    scene->lit = m_pointing.lit();
    drawTimelinePlayhead(painter, size(), *scene, view);
    if (const Influence *influence = m_influences ? m_influences->current() : nullptr) {
        const OutputPlace output = outputAt(*scene);
        drawTimelineInfluence(painter, size(), *scene, *influence, outputName(*scene, output), output.step, view);
    }
}

void TimelineCanvas::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::MiddleButton)
        m_pulledFrom = event->position().x();
    if (event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_dragging = true;
    emit grabbed();
    const auto area = areaUnder(event->position());
    if (!area)
        return dragTo(event->position().x());
    PlayheadState there = m_playhead.state();
    there.step = area->leadsTo.step;
    there.unit = area->leadsTo.unit;
    if (area->term)
        there.part = area->leadsTo.part; // a lane's value is seen where it is made
    there.progress = 1.0;
    m_playhead.moveTo(there);
}

void TimelineCanvas::mouseMoveEvent(QMouseEvent *event)
{
    if (m_pulledFrom)
        return pullTo(event->position().x());
    if (m_dragging)
        dragTo(event->position().x());
    const auto area = areaUnder(event->position());
    setCursor(area ? Qt::PointingHandCursor : Qt::ArrowCursor);
    m_pointing.pointAt(area && !m_dragging ? area->term : Term{});
}

void TimelineCanvas::leaveEvent(QEvent *)
{
    m_pointing.pointAt({});
}

void TimelineCanvas::mouseReleaseEvent(QMouseEvent *)
{
    m_dragging = false;
    m_pulledFrom.reset();
}

void TimelineCanvas::wheelEvent(QWheelEvent *event)
{
    event->setAccepted(m_stepView->turnWheel(*event, event->position().x()));
}

/// What is shown goes along with the hand, by whole columns.
void TimelineCanvas::pullTo(double x)
{
    const auto steps = m_stepView->steps();
    if (!steps)
        return;
    const int columns = static_cast<int>((*m_pulledFrom - x) / steps->columnWidth());
    m_stepView->scrollBy(columns * steps->columnSteps());
    *m_pulledFrom -= columns * steps->columnWidth();
}

void TimelineCanvas::dragTo(double x)
{
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    if (!scene)
        return;
    const TimelineGeometry geometry = timelineGeometry(size(), *scene, m_stepView->window());
    const int last = scene->trace().length(scene->playhead.sequence) - 1;
    // Past an edge the nearest shown step, and one more, so that a long sequence goes on scrolling.
    const int fallback = x < geometry.gutter ? geometry.firstStep - 1 : geometry.firstStep + geometry.shownSteps;
    PlayheadState there = scene->playhead;
    there.step = std::clamp(geometry.stepAt(x).value_or(fallback), 0, last);
    there.progress = 1.0;
    m_playhead.moveTo(there);
}

QString TimelineCanvas::wordsAt(const QPoint &place)
{
    const auto area = areaUnder(place);
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    const Influence *influence = m_influences ? m_influences->current() : nullptr;
    const Forgetting *memory = scene ? shownMemory(*scene) : nullptr;
    if (area && memory && place.y() >= timelineLayout(size(), *scene).gradientTop)
        return memoryWords(*scene, *memory, area->leadsTo.step);
    if (!area || area->term || !influence || !scene || place.y() > timelineLayout(size(), *scene).inputBottom)
        return area ? area->says() : QString();
    const OutputPlace output = outputAt(*scene);
    return tr("%1; %2").arg(area->says(),
                            influenceWords(*influence, area->leadsTo.step, outputName(*scene, output), output.step));
}

bool TimelineCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        QToolTip::showText(help->globalPos(), asToolTip(wordsAt(help->pos())), this);
        return true;
    }
    return QWidget::event(event);
}

} // namespace gatescope
