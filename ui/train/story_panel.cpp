// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/story_panel.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/plots/curve.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {
constexpr int mostRows = 8; ///< of the longest story
}

StoryPanel::StoryPanel(QWidget *parent) : QWidget(parent)
{
    setAccessibleName(tr("From the gradient to the new weight"));
}

void StoryPanel::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    updateGeometry();
    update();
}

void StoryPanel::setRows(const QList<StoryRow> &rows)
{
    m_rows = rows;
    QStringList lines;
    for (const StoryRow &row : rows)
        lines += QStringLiteral("%1: %2 = %3").arg(row.name, row.numbers, chartNumber(row.value, row.digits));
    setAccessibleDescription(lines.join(QStringLiteral(". ")));
    update();
}

QSize StoryPanel::sizeHint() const
{
    return {qRound(m_pixels * 64), qRound(rowHeight() * mostRows + 2)};
}

void StoryPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme->panel);
    painter.setRenderHint(QPainter::Antialiasing);
    double largest = 0;
    for (const StoryRow &row : m_rows)
        if (row.isGradient)
            largest = std::max(largest, std::abs(row.value));
    QRectF area(0, 0, width(), rowHeight());
    for (const StoryRow &row : m_rows) {
        drawRow(painter, row, area, largest);
        area.translate(0, area.height());
    }
}

void StoryPanel::drawRow(QPainter &painter, const StoryRow &row, const QRectF &area, double largest) const
{
    const bool isLast = &row == &m_rows.back();
    const double base = area.center().y() + m_pixels * 0.35;
    const double ruleAt = area.left() + m_pixels * 10.5, numbersAt = area.left() + m_pixels * 25;
    const double valueAt = area.right() - m_pixels * 9, middle = area.right() - m_pixels * 4.2;
    const QColor colour = row.isGradient ? m_theme->of(Role::gradient).text : m_theme->ink;
    painter.setPen(QPen(m_theme->line, 1));
    painter.drawLine(area.bottomLeft(), area.bottomRight());
    drawText(painter, {area.left(), base}, row.name, interfaceFont(m_pixels, isLast ? QFont::DemiBold : QFont::Normal),
             m_theme->ink2);
    drawMath(painter, {ruleAt, base}, row.rule, m_pixels * 1.3, m_theme->ink, *m_theme);
    const QFont numbers = interfaceFont(m_pixels * 0.95);
    const double room = valueAt - m_pixels * 7.2 - numbersAt;
    drawText(painter, {numbersAt, base}, QFontMetricsF(numbers).elidedText(row.numbers, Qt::ElideRight, room), numbers,
             m_theme->ink2);
    drawText(painter, {valueAt, base}, chartNumber(row.value, row.digits), numberFont(m_pixels * 1.1), colour,
             Align::right);
    if (!row.isGradient || largest == 0)
        return;
    const double reach = m_pixels * 4 * row.value / largest;
    painter.setPen(QPen(m_theme->ink3, 1));
    painter.drawLine(QPointF(middle, area.top() + 5), QPointF(middle, area.bottom() - 5));
    painter.fillRect(QRectF(QPointF(std::min(middle, middle + reach), base - m_pixels * 0.75),
                            QSizeF(std::abs(reach), m_pixels * 0.8)),
                     row.value >= 0 ? m_theme->of(Role::gradient).hue : m_theme->ink3);
}

} // namespace gatescope
