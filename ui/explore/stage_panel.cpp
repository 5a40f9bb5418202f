// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/stage_panel.h"

#include "ui/document/document.h"
#include "ui/drawing/cell_drawing.h"

#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

namespace gatescope {

namespace {
constexpr int restMilliseconds = 400;
constexpr int leaveMilliseconds = 200;
}

StagePanel::StagePanel(Document &document, Playhead &playhead, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead)
{
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
        m_areas = drawCell(painter, size(), *scene);
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
    m_playhead.moveTo(area->leadsTo);
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
    if (m_playhead.state().progress < 1.0)
        return; // a move is running; its end will be said
    const auto scene = currentScene(m_document, m_playhead, m_settings);
    setAccessibleDescription(scene ? momentInWords(*scene) : QString());
}

} // namespace gatescope
