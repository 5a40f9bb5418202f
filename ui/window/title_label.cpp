// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/title_label.h"

#include "ui/common/fonts.h"

#include <QFontMetricsF>
#include <QPainter>

namespace gatescope {

TitleLabel::TitleLabel(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Preferred);
}

void TitleLabel::setTitle(const QString &title)
{
    if (title == m_title)
        return;
    m_title = title;
    setToolTip(title);
    setAccessibleName(title);
    updateGeometry();
    update();
}

void TitleLabel::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_font = interfaceFont(pixels, QFont::DemiBold);
    updateGeometry();
    update();
}

QSize TitleLabel::sizeHint() const
{
    const QFontMetricsF metrics(m_font);
    return QSize(qCeil(metrics.horizontalAdvance(m_title)) + 1, qCeil(metrics.height()));
}

void TitleLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setFont(m_font);
    painter.setPen(m_theme->ink);
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetricsF(m_font).elidedText(m_title, Qt::ElideRight, width()));
}

} // namespace gatescope
