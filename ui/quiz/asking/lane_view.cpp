// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/lane_view.h"

#include "ui/document/document.h"
#include "ui/document/playhead.h"
#include "ui/drawing/timeline/timeline_drawing.h"

#include <QMouseEvent>
#include <QPainter>

namespace gatescope {

LaneView::LaneView(const Document &document, const Playhead &playhead, QWidget *parent)
    : QWidget(parent), m_document(document), m_playhead(playhead)
{
    setAccessibleName(tr("Timeline"));
    setCursor(Qt::PointingHandCursor);
    connect(&document, &Document::recordChanged, this, qOverload<>(&QWidget::update));
    connect(&playhead, &Playhead::moved, this, qOverload<>(&QWidget::update));
}

void LaneView::setLook(const Theme &theme, bool classroom)
{
    m_theme = &theme;
    m_isClassroom = classroom;
    update();
}

void LaneView::setFramed(bool framed)
{
    m_isFramed = framed;
    update();
}

std::optional<Scene> LaneView::scene() const
{
    const Record &record = m_document.record();
    if (!record)
        return std::nullopt;
    return Scene{record, clamped(m_playhead.state(), *record.trace), *m_theme, m_isClassroom};
}

void LaneView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme->paper);
    auto now = scene();
    if (!now)
        return;
    if (!m_isFramed)
        now->playhead.step = PlayheadState::none; // at none of the steps
    drawTimelineLanes(painter, size(), *now);
    drawTimelinePlayhead(painter, size(), *now);
}

void LaneView::mousePressEvent(QMouseEvent *event)
{
    const auto now = scene();
    if (!now || event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    const HitAreas areas = timelineAreas(size(), *now);
    if (const HitArea *area = areaAt(areas, event->position()))
        emit pointedAt(area->leadsTo);
}

} // namespace gatescope
