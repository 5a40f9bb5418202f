// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/disclosure.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/explore/controls/icon_button.h"
#include "ui/explore/inspector/painted_section.h"

#include <QKeyEvent>

namespace gatescope {

Disclosure::Disclosure(const QString &text, QWidget *parent) : QAbstractButton(parent)
{
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Disclosure::setSettings(const ViewSettings &settings)
{
    m_settings = settings;
    setFont(interfaceFont(14 * inspectorScale(settings), QFont::DemiBold));
    updateGeometry();
    update();
}

QSize Disclosure::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + font().pixelSize() * 2, int(font().pixelSize() * 1.9)};
}

void Disclosure::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double em = font().pixelSize();
    const QPointF centre(em * 0.4, height() / 2.0);
    painter.setPen(QPen(m_settings.theme->ink, em * 0.12, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const double r = em * 0.22;
    if (isChecked())
        painter.drawPolyline(
            QPolygonF{centre + QPointF(-2 * r, -r), centre + QPointF(0, r), centre + QPointF(2 * r, -r)});
    else
        painter.drawPolyline(
            QPolygonF{centre + QPointF(-r, -2 * r), centre + QPointF(r, 0), centre + QPointF(-r, 2 * r)});
    drawText(painter, {em * 1.25, height() / 2.0 + em * 0.36}, text(), font(), m_settings.theme->ink);
    if (showsFocus(*this)) {
        painter.setPen(QPen(m_settings.theme->of(Role::state).text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 4, 4);
    }
}

void Disclosure::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

} // namespace gatescope
