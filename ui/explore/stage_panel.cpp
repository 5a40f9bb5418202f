// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/stage_panel.h"

#include "ui/document/document.h"
#include "ui/drawing/stage_levels.h"

#include <QGestureEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>

namespace gatescope {

namespace {
constexpr int restMilliseconds = 400;
constexpr int leaveMilliseconds = 200;
constexpr int wheelPerLevel = QWheelEvent::DefaultDeltasPerStep;
}

StagePanel::StagePanel(Document &document, Playhead &playhead, const Player &player, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead), m_camera(playhead, player, nearestStageLevel()),
      m_trail(document, playhead, m_camera)
{
    grabGesture(Qt::PinchGesture);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Stage"));
    m_restTimer.setSingleShot(true);
    m_restTimer.setInterval(restMilliseconds);
    m_leaveTimer.setSingleShot(true);
    m_leaveTimer.setInterval(leaveMilliseconds);
    connect(&m_restTimer, &QTimer::timeout, this, &StagePanel::showRested);
    connect(&m_leaveTimer, &QTimer::timeout, this, [] { QToolTip::hideText(); });
    const auto changed = [this] {
        sayMoment();
        update();
    };
    connect(&document, &Document::recordChanged, this, changed);
    connect(&playhead, &Playhead::moved, this, changed);
    sayMoment();
}

void StagePanel::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    update();
}

void StagePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_areas.clear();
    if (const auto scene = currentScene(m_document, m_playhead, m_settings))
        m_areas = drawStage(painter, size(), *scene, m_cache);
    else
        painter.fillRect(rect(), m_settings.theme->paper);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(m_settings.theme->of(Role::state).text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
}

void StagePanel::mousePressEvent(QMouseEvent *event)
{
    const HitArea *area = event->button() == Qt::LeftButton ? areaAt(m_areas, event->position()) : nullptr;
    if (!area)
        return QWidget::mousePressEvent(event);
    const PlayheadState there = area->leadsTo;
    m_trail.goTo(there);
}

void StagePanel::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return QWidget::mouseDoubleClickEvent(event);
    const HitArea *area = areaAt(m_areas, event->position());
    if (area && area->leadsTo.level != m_playhead.state().level)
        return; // its first click is on the way already
    goNearerTo(event->position());
}

void StagePanel::wheelEvent(QWheelEvent *event)
{
    event->accept();
    const int turned = event->angleDelta().y();
    m_turned = (m_turned < 0) == (turned < 0) ? m_turned + turned : turned; // the other way begins anew
    if (event->phase() == Qt::ScrollMomentum || std::abs(m_turned) < wheelPerLevel)
        return;
    const bool nearer = m_turned > 0;
    m_turned = 0;
    if (nearer)
        goNearerTo(event->position());
    else
        m_camera.farther();
}

bool StagePanel::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture && pinch(static_cast<const QNativeGestureEvent &>(*event)))
        return true;
    if (event->type() == QEvent::Gesture) {
        const auto &gestures = static_cast<const QGestureEvent &>(*event);
        const auto *gesture = static_cast<const QPinchGesture *>(gestures.gesture(Qt::PinchGesture));
        if (gesture && pinch(*gesture))
            return true;
    }
    return QWidget::event(event);
}

bool StagePanel::pinch(const QNativeGestureEvent &event)
{
    switch (event.gestureType()) {
    case Qt::BeginNativeGesture:
        lookAt(event.position());
        m_heldLevel = m_playhead.state().level;
        return true;
    case Qt::ZoomNativeGesture:
        m_heldLevel += event.value(); // twice as large is one level nearer
        m_camera.hold(m_heldLevel);
        return true;
    case Qt::EndNativeGesture:
        m_camera.letGo();
        return true;
    default:
        return false;
    }
}

bool StagePanel::pinch(const QPinchGesture &gesture)
{
    if (gesture.state() == Qt::GestureStarted) {
        lookAt(mapFromGlobal(gesture.hotSpot()));
        m_heldLevel = m_playhead.state().level;
    } else if (gesture.state() == Qt::GestureUpdated && gesture.totalScaleFactor() > 0) {
        m_camera.hold(m_heldLevel + std::log2(gesture.totalScaleFactor()));
    } else {
        m_camera.letGo();
    }
    return true;
}

/// Puts the playhead at what is under the pointer; false where there is nothing.
bool StagePanel::lookAt(const QPointF &at)
{
    const HitArea *area = areaAt(m_areas, at);
    if (!area || area->leadsTo.level != m_playhead.state().level)
        return false;
    const PlayheadState there = area->leadsTo;
    m_playhead.moveTo(there);
    return true;
}

void StagePanel::goNearerTo(const QPointF &at)
{
    lookAt(at);
    m_camera.nearer();
}

void StagePanel::mouseMoveEvent(QMouseEvent *event)
{
    const HitArea *area = areaAt(m_areas, event->position());
    setCursor(area && !(area->leadsTo == m_playhead.state()) ? Qt::PointingHandCursor : Qt::ArrowCursor);
    rest(event->position());
}

void StagePanel::leaveEvent(QEvent *)
{
    m_restTimer.stop();
    m_leaveTimer.start();
}

void StagePanel::rest(const QPointF &at)
{
    m_restPoint = at;
    const HitArea *area = areaAt(m_areas, at);
    if (QToolTip::isVisible() && (!area || area->says != m_said) && !m_leaveTimer.isActive())
        m_leaveTimer.start();
    m_restTimer.start();
}

void StagePanel::showRested()
{
    const HitArea *area = areaAt(m_areas, m_restPoint);
    if (!area || area->says.isEmpty())
        return;
    m_leaveTimer.stop();
    m_said = area->says;
    QToolTip::showText(mapToGlobal(m_restPoint.toPoint()), area->says, this, area->where.toAlignedRect());
}

void StagePanel::sayMoment()
{
    if (m_playhead.state().progress < 1.0 || m_camera.isMoving())
        return; // a move is running; its end will be said
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    setAccessibleDescription(scene ? momentInWords(*scene) : QString());
}

} // namespace gatescope
