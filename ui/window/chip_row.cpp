// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/chip_row.h"

#include "ui/common/fonts.h"

#include <QFontMetricsF>
#include <QPainter>

namespace gatescope {

namespace {
constexpr double between = 16;
}

ChipRow::ChipRow(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ChipRow::setChips(const QStringList &chips)
{
    if (chips == m_chips)
        return;
    m_chips = chips;
    setToolTip(chips.join(QLatin1Char('\n')));
    setAccessibleName(chips.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

void ChipRow::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    m_font = interfaceFont(pixels);
    updateGeometry();
    update();
}

double ChipRow::widthOf(const QString &chip) const
{
    return QFontMetricsF(m_font).horizontalAdvance(chip) + m_pixels * 1.7;
}

QSize ChipRow::sizeHint() const
{
    double width = 0;
    for (const QString &chip : m_chips)
        width += widthOf(chip) + (width > 0 ? between : 0);
    return QSize(qCeil(width + 1), qRound(m_pixels * 2.2));
}

void ChipRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_font);
    double x = 0;
    for (const QString &chip : m_chips) {
        const QRectF pill(x + 0.5, 0.5, widthOf(chip), height() - 1);
        if (pill.right() > width())
            break;
        painter.setPen(QPen(m_theme->line, 1));
        painter.setBrush(m_theme->wash);
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
        painter.setPen(m_theme->ink2);
        painter.drawText(pill, Qt::AlignCenter, chip);
        x += pill.width() + between;
    }
}

} // namespace gatescope
