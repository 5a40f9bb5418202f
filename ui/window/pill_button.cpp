// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pill_button.h"

#include "ui/common/fonts.h"

#include <QFontMetricsF>
#include <QPainter>

namespace gatescope {

QPainterPath easel()
{
    QPainterPath drawing;
    drawing.addRoundedRect(QRectF(0, 0.06, 1, 0.64), 0.08, 0.08);
    drawing.moveTo(0.24, 0.98);
    drawing.lineTo(0.5, 0.72);
    drawing.lineTo(0.76, 0.98);
    return drawing;
}

PillButton::PillButton(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void PillButton::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    m_font = interfaceFont(pixels, QFont::Medium);
    updateGeometry();
    update();
}

void PillButton::setDrawing(const QPainterPath &drawing)
{
    m_drawing = drawing;
    updateGeometry();
    update();
}

void PillButton::setNarrow(bool narrow)
{
    m_isNarrow = narrow;
    updateGeometry();
    update();
}

double PillButton::drawingWidth() const
{
    return hasDrawing() ? m_pixels * 1.15 : 0;
}

QString PillButton::shownText() const
{
    return m_isNarrow && hasDrawing() ? QString() : text();
}

QSize PillButton::sizeHint() const
{
    const double words = QFontMetricsF(m_font).horizontalAdvance(shownText());
    const double gap = words > 0 && hasDrawing() ? m_pixels * 0.5 : 0;
    return QSize(qCeil(words + gap + drawingWidth()) + qRound(m_pixels * 1.7), qRound(m_pixels * 2.3));
}

void PillButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool byKeyboard = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    const bool filled = isChecked() || isDown();
    painter.setBrush(filled ? m_theme->ink : underMouse() ? m_theme->wash : m_theme->panel);
    painter.setPen(byKeyboard ? QPen(m_theme->of(Role::state).text, 2)
                              : QPen(filled ? m_theme->ink : m_theme->line, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    const QColor ink = filled ? m_theme->paper : isEnabled() ? m_theme->ink : m_theme->ink3;
    painter.setFont(m_font);
    painter.setPen(ink);
    if (!hasDrawing()) {
        painter.drawText(rect(), Qt::AlignCenter, shownText());
        return;
    }
    const double side = drawingWidth();
    const double left = shownText().isEmpty() ? (width() - side) / 2 : m_pixels * 0.85;
    painter.drawText(QRectF(left + side, 0, width() - m_pixels * 0.85 - left - side, height()),
                     Qt::AlignVCenter | Qt::AlignRight, shownText());
    painter.setPen(QPen(ink, m_pixels * 0.115, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPath(QTransform::fromTranslate(left, (height() - side) / 2).scale(side, side).map(m_drawing));
}

} // namespace gatescope
