// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/padding_canvas.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace gatescope {

namespace {

/// A key that moves the cursor, and where to.
struct CursorMove {
    int key, sequences, steps;
};

constexpr CursorMove cursorMoves[]{
    {Qt::Key_Left, 0, -1}, {Qt::Key_Right, 0, 1}, {Qt::Key_Up, -1, 0}, {Qt::Key_Down, 1, 0}};

const CursorMove *moveOf(int key)
{
    const auto *found = std::ranges::find(cursorMoves, key, &CursorMove::key);
    return found == std::end(cursorMoves) ? nullptr : found;
}

} // namespace

PaddingCanvas::PaddingCanvas(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("The batch"));
}

void PaddingCanvas::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    update();
}

void PaddingCanvas::show(PaddingPicture picture)
{
    m_picture = std::move(picture);
    describeIt();
}

void PaddingCanvas::show(StatefulPicture picture)
{
    m_picture = std::move(picture);
    describeIt();
}

void PaddingCanvas::show(StepMask mask, MaskReading reading)
{
    m_picture = MaskPicture{std::move(mask), std::move(reading), std::nullopt};
    showCursor();
}

void PaddingCanvas::describeIt()
{
    setFocusPolicy(mask() ? Qt::StrongFocus : Qt::NoFocus);
    setAccessibleDescription(std::visit(
        [](const auto &picture) {
            if constexpr (std::is_same_v<std::decay_t<decltype(picture)>, std::monostate>)
                return QString();
            else
                return inWords(picture);
        },
        m_picture));
    update();
}

void PaddingCanvas::showCursor()
{
    if (auto *picture = std::get_if<MaskPicture>(&m_picture))
        picture->cursor = hasFocus() ? std::optional(m_cursor) : std::nullopt;
    describeIt();
}

std::optional<MaskPlace> PaddingCanvas::placeAt(const QPointF &at) const
{
    return mask() ? maskPlaceAt(at, rect(), mask()->mask, m_pixels) : std::nullopt;
}

bool PaddingCanvas::isRead(const MaskPlace &place) const
{
    return mask()->mask[std::size_t(place.sequence)][std::size_t(place.step)];
}

void PaddingCanvas::moveTo(const MaskPlace &place)
{
    m_cursor = {std::clamp(place.sequence, 0, int(mask()->mask.size()) - 1),
                std::clamp(place.step, 0, int(mask()->mask.front().size()) - 1)};
    showCursor();
}

bool PaddingCanvas::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && mask()) { // while it has the focus these are its own
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (moveOf(key) || key == Qt::Key_Space)
            event->accept();
    }
    return QWidget::event(event);
}

void PaddingCanvas::keyPressEvent(QKeyEvent *event)
{
    const CursorMove *move = moveOf(event->key());
    if (mask() && move)
        moveTo({m_cursor.sequence + move->sequences, m_cursor.step + move->steps});
    else if (mask() && event->key() == Qt::Key_Space)
        emit painted(m_cursor, !isRead(m_cursor));
    else
        QWidget::keyPressEvent(event);
}

void PaddingCanvas::mousePressEvent(QMouseEvent *event)
{
    const auto place = placeAt(event->position());
    if (!place || event->button() != Qt::LeftButton)
        return QWidget::mousePressEvent(event);
    m_paintsRead = !isRead(*place);
    moveTo(*place);
    emit painted(*place, m_paintsRead);
}

void PaddingCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const auto place = placeAt(event->position());
    if (!place || !(event->buttons() & Qt::LeftButton) || *place == m_cursor)
        return;
    moveTo(*place);
    if (isRead(*place) != m_paintsRead)
        emit painted(*place, m_paintsRead);
}

void PaddingCanvas::focusInEvent(QFocusEvent *)
{
    showCursor();
}

void PaddingCanvas::focusOutEvent(QFocusEvent *)
{
    showCursor();
}

void PaddingCanvas::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->paper);
    const QRectF where = rect();
    if (const auto *padding = std::get_if<PaddingPicture>(&m_picture))
        drawPadding(painter, where, *padding, *m_theme, m_pixels);
    else if (const auto *stateful = std::get_if<StatefulPicture>(&m_picture))
        drawStateful(painter, where, *stateful, *m_theme, m_pixels);
    else if (mask())
        drawMask(painter, where, *mask(), *m_theme, m_pixels);
}

} // namespace gatescope
