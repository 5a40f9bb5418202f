// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/stage/stage_panel.h"

#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/drawing/cell/cell_terms.h"
#include "ui/drawing/stage/moment_words.h"
#include "ui/drawing/stage/stage_levels.h"
#include "ui/explore/stage/stage_accessible.h"
#include "ui/explore/stage/stage_values.h"

#include <QAccessible>
#include <QGestureEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <QWheelEvent>

#include <cmath>
#include <utility>

namespace gatescope {

namespace {
constexpr int wheelPerLevel = QWheelEvent::DefaultDeltasPerStep;

QString named(const Term &term)
{
    return term.unit < 0 ? term.symbol : u"%1[%2]"_qs.arg(term.symbol).arg(term.unit);
}

QString named(const std::vector<Term> &terms)
{
    QStringList names;
    for (const Term &term : terms)
        names += named(term);
    return names.join(u", ");
}

/// " Lit: z[2]; made of x, W_z[2], h, U_z[2], b_z[2]; goes into h_new[2].", for those who do not see it.
QString litInWords(const Scene &scene)
{
    const Flows &flows = flowsOf(scene.spec());
    const std::vector<Term> inputs = inputsOf(scene.lit, flows), consumers = consumersOf(scene.lit, flows);
    QString words = ' ' + StagePanel::tr("Lit: %1").arg(named(scene.lit));
    if (!inputs.empty())
        words += StagePanel::tr("; made of %1").arg(named(inputs));
    if (!consumers.empty())
        words += StagePanel::tr("; goes into %1").arg(named(consumers));
    return words + '.';
}
}

StagePanel::StagePanel(Document &document, Playhead &playhead, const Player &player, Pointing &pointing,
                       QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead), m_pointing(pointing),
      m_camera(playhead, player, nearestStageLevel()), m_trail(document, playhead, m_camera)
{
    offerStageToReaders(); // before anything asks for this widget
    grabGesture(Qt::PinchGesture);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Stage"));
    m_restTimer.setSingleShot(true);
    m_restTimer.setInterval(Pointing::restMilliseconds);
    m_leaveTimer.setSingleShot(true);
    m_leaveTimer.setInterval(Pointing::leaveMilliseconds);
    connect(&m_restTimer, &QTimer::timeout, this, &StagePanel::showRested);
    connect(&m_leaveTimer, &QTimer::timeout, this, [] { QToolTip::hideText(); });
    const auto changed = [this] {
        sayMoment();
        update();
    };
    connect(&document, &Document::recordChanged, this, changed);
    connect(&playhead, &Playhead::moved, this, changed);
    connect(&playhead, &Playhead::moved, this, [this] {
        if (underMouse() && QToolTip::isVisible())
            QToolTip::hideText(); // it spoke of where the playhead was
    });
    connect(&pointing, &Pointing::litChanged, this, changed);
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
    ++m_paintings;
    if (auto scene = currentScene(m_document, m_playhead, m_settings)) {
        scene->lit = m_pointing.lit();
        m_areas = drawStage(painter, size(), *scene, m_cache);
    } else {
        painter.fillRect(rect(), m_settings.theme->paper);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setPen(QPen(m_settings.theme->of(Role::state).text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    if (QAccessible::isActive() && m_toldFocus != m_playhead.state() && !m_areas.empty()) {
        m_toldFocus = m_playhead.state();
        QMetaObject::invokeMethod(
            this, [this] { tellReadersOfFocus(*this); }, Qt::QueuedConnection);
    }
}

int StagePanel::currentAmong(const std::vector<StageValue> &values) const
{
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    return scene ? valueAt(values, *scene) : -1;
}

std::vector<StageValue> StagePanel::values() const
{
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    return scene ? stageValues(m_areas, *scene) : std::vector<StageValue>();
}

void StagePanel::mousePressEvent(QMouseEvent *event)
{
    const HitArea *area = event->button() == Qt::LeftButton ? areaAt(m_areas, event->position()) : nullptr;
    if (!area)
        return QWidget::mousePressEvent(event);
    const PlayheadState there = area->leadsTo;
    m_pressedNumber = area->parameter;
    m_pressedGiven = givenUnder(*area);
    m_pressed = isMadeHere(*area) ? std::optional(there) : std::nullopt;
    m_pressPoint = event->position();
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
    if (std::exchange(m_turned, 0) > 0)
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
    m_playhead.moveTo(PlayheadState(area->leadsTo));
    return true;
}

void StagePanel::goNearerTo(const QPointF &at)
{
    lookAt(at);
    m_camera.nearer();
}

void StagePanel::mouseMoveEvent(QMouseEvent *event)
{
    if ((m_pressedNumber || m_pressedGiven || m_pressed) && event->buttons() & Qt::LeftButton) {
        setCursor(Qt::SizeVerCursor);
        return drag(event->position());
    }
    endDrag(); // whose release nobody told
    const HitArea *area = areaAt(m_areas, event->position());
    const bool leads = area && !(area->leadsTo == m_playhead.state());
    setCursor(area && canBeDragged(*area) ? Qt::SizeVerCursor : leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
    rest(event->position());
}

void StagePanel::leaveEvent(QEvent *)
{
    m_restTimer.stop();
    m_leaveTimer.start();
    m_pointing.pointAt({});
}

void StagePanel::rest(const QPointF &at)
{
    m_restPoint = at;
    const HitArea *area = areaAt(m_areas, at);
    if (QToolTip::isVisible() && (!area || area->says() != m_said) && !m_leaveTimer.isActive())
        m_leaveTimer.start();
    m_restTimer.start();
    m_pointing.pointAt(area ? area->term : Term{});
}

void StagePanel::showRested()
{
    const HitArea *area = areaAt(m_areas, m_restPoint);
    if (!area || area->says().isEmpty())
        return;
    m_leaveTimer.stop();
    m_said = area->says();
    const QString told
        = canBeDragged(*area) ? m_said + '\n' + tr("Drag it up or down: what if it were otherwise?") : m_said;
    QToolTip::showText(mapToGlobal(m_restPoint.toPoint()), asToolTip(told), this, area->where.toAlignedRect());
}

void StagePanel::sayMoment()
{
    if (m_playhead.state().progress < 1.0 || m_camera.isMoving())
        return; // a move is running; its end will be said
    auto scene = currentScene(m_document, m_playhead, m_settings);
    if (!scene)
        return setAccessibleDescription({});
    scene->lit = m_pointing.lit();
    setAccessibleDescription(momentInWords(*scene) + (scene->lit ? litInWords(*scene) : QString()));
}

} // namespace gatescope
