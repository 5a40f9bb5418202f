// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/pill_button.h"

#include "ui/common/fonts.h"

#include <QFontMetricsF>
#include <QPainter>

namespace gatescope {

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

QSize PillButton::sizeHint() const
{
    const QFontMetricsF metrics(m_font);
    return QSize(qCeil(metrics.horizontalAdvance(text())) + qRound(m_pixels * 1.7), qRound(m_pixels * 2.3));
}

void PillButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool byKeyboard = hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange);
    const bool filled = isChecked() || isDown();
    painter.setBrush(filled ? m_theme->ink : underMouse() ? m_theme->wash : m_theme->panel);
    painter.setPen(byKeyboard ? QPen(m_theme->of(Role::state).text, 2) : QPen(filled ? m_theme->ink : m_theme->line, 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
    painter.setFont(m_font);
    painter.setPen(filled ? m_theme->paper : isEnabled() ? m_theme->ink : m_theme->ink3);
    painter.drawText(rect(), Qt::AlignCenter, text());
}

} // namespace gatescope
