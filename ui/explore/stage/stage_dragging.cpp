// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/document.h"
#include "ui/drawing/cell/cell_terms.h"
#include "ui/explore/stage/stage_panel.h"

#include <QApplication>
#include <QMetaMethod>
#include <QMouseEvent>

#include <cmath>
#include <utility>

/// What of the stage can be taken hold of, and its drag.

namespace gatescope {

/// What a drag would move; in a second network nothing.
bool StagePanel::canBeDragged(const HitArea &area) const
{
    return isSignalConnected(QMetaMethod::fromSignal(&StagePanel::dragged))
        && (area.parameter || givenUnder(area) || isMadeHere(area));
}

/// The value itself, as its letter says, not what it is made of on the way.
bool StagePanel::isMadeHere(const HitArea &area) const
{
    if (!m_document.record() || m_playhead.state().level < 1 || area.leadsTo.level != m_playhead.state().level)
        return false;
    const CellDescription &cell = describe(m_document.record().spec().cell);
    if (area.leadsTo.part < 0 || area.leadsTo.part >= std::ssize(cell.stepParts))
        return false; // painted for another cell
    const auto part = cell.stepParts[static_cast<std::size_t>(area.leadsTo.part)].completes;
    return part && area.term.symbol == symbolOfPart(*part);
}

/// In the forward pass; backwards the same places stand for gradients.
std::optional<GivenPlace> StagePanel::givenUnder(const HitArea &area) const
{
    const PlayheadState &now = m_playhead.state();
    if (!m_document.record() || now.pass == Pass::backward || now.level < 1 || area.leadsTo.level != now.level)
        return std::nullopt;
    return givenAt(m_document.record(), clamped(now, *m_document.record().trace), area.term);
}

void StagePanel::drag(const QPointF &at)
{
    if (!m_isDragging && std::abs(at.y() - m_pressPoint.y()) < QApplication::startDragDistance())
        return;
    if (!m_isDragging && m_pressedNumber)
        emit numberDragBegan(*m_pressedNumber);
    else if (!m_isDragging && m_pressedGiven)
        emit givenDragBegan(*m_pressedGiven);
    else if (!m_isDragging)
        emit dragBegan(*m_pressed);
    m_isDragging = true;
    emit dragged(m_pressPoint.y() - at.y());
}

void StagePanel::mouseReleaseEvent(QMouseEvent *event)
{
    endDrag();
    QWidget::mouseReleaseEvent(event);
}

void StagePanel::endDrag()
{
    m_pressedNumber.reset();
    m_pressedGiven.reset();
    m_pressed.reset();
    if (std::exchange(m_isDragging, false))
        emit dragEnded();
}

} // namespace gatescope
