// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/value_cells.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

namespace {

constexpr double thinnestCell = 5;     ///< below this a row is a line of an image
constexpr double digitsPerHeight = 1.2; ///< a row must be this many times as high as its digits

struct Fill {
    QColor hue;
    double opacity;
};

Fill fillOf(double value, ValueStyle style, Role role, double scale, const Theme &theme)
{
    switch (style) {
    case ValueStyle::gate:
        return {theme.of(role).hue, 0.10 + 0.75 * std::clamp(value, 0.0, 1.0)};
    case ValueStyle::signedValue:
        return {value < 0 ? theme.negative : theme.of(role).hue, 0.82 * signedStrength(value / scale)};
    case ValueStyle::gradient:
        break;
    }
    return {value < 0 ? theme.negative : theme.of(Role::gradient).hue, 0.06 + 0.86 * std::pow(decadeShare(value), 1.3)};
}

/// One value in its rounded box, with its number where there is room.
class CellPainter
{
public:
    CellPainter(QPainter &painter, const ColumnStyle &column, const Theme &theme)
        : m_painter(painter), m_column(column), m_theme(theme)
    {
    }

    void draw(const QRectF &row, double value, bool followed) const
    {
        const QRectF box = row.adjusted(0, 1, 0, -1);
        const Fill fill = fillOf(value, m_column.style, m_column.role, m_column.scale, m_theme);
        m_painter.setPen(Qt::NoPen);
        m_painter.setBrush(m_theme.paper);
        m_painter.drawRoundedRect(box, 3, 3);
        m_painter.setBrush(blended(fill.hue, fill.opacity, m_theme.paper));
        if (m_column.style == ValueStyle::gate) {
            const double level = box.height() * std::clamp(value, 0.0, 1.0);
            m_painter.drawRoundedRect(box.adjusted(0.5, box.height() - level, -0.5, 0), 2, 2);
        } else {
            m_painter.drawRoundedRect(box, 3, 3);
        }
        drawOutline(box, followed);
        const bool underInk = m_column.style != ValueStyle::gate || value > 0.5;
        const QColor ink = underInk ? m_theme.inkOn(fill.hue, fill.opacity) : m_theme.ink;
        drawNumber(box, value, followed, ink);
        if (m_column.style == ValueStyle::signedValue)
            drawSignBar(box, value, followed, ink);
    }

private:
    void drawOutline(const QRectF &box, bool followed) const
    {
        QColor outline = m_theme.line;
        if (followed) {
            outline = m_theme.ink;
        } else if (m_column.style == ValueStyle::gate) {
            outline = m_theme.of(m_column.role).text;
            outline.setAlphaF(m_theme.name == ThemeName::light ? 0.35f : 0.6f);
        }
        m_painter.setPen(QPen(outline, followed ? 1.5 : 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(box, 3, 3);
    }

    void drawNumber(const QRectF &box, double value, bool followed, const QColor &ink) const
    {
        const double pixels = followed ? m_column.focusDigits : m_column.digits;
        if (pixels <= 0 || box.height() < pixels * digitsPerHeight - 2)
            return;
        const bool gradient = m_column.style == ValueStyle::gradient;
        const QString number = gradient ? gradientNumber(value) : onStage(value);
        const int weight = followed ? (gradient ? QFont::Bold : QFont::DemiBold) : QFont::Normal;
        // The sign bar takes the lower edge of a signed cell.
        const double baseline = box.center().y() + pixels * (m_column.style == ValueStyle::signedValue ? 0.26 : 0.36);
        drawText(m_painter, {box.center().x(), baseline}, number, numberFont(pixels, weight), ink, Align::centre);
    }

    void drawSignBar(const QRectF &box, double value, bool followed, QColor ink) const
    {
        const double height = followed ? 5 : std::min(3.0, box.height() / 4);
        const double length = std::max(1.0, (box.width() / 2 - 8) * std::min(1.0, std::abs(value) / m_column.scale));
        const double middle = std::round(box.center().x());
        ink.setAlphaF(0.6f);
        m_painter.fillRect(QRectF(value < 0 ? middle - length : middle, box.bottom() - height, length, height), ink);
        if (followed) {
            m_painter.setPen(QPen(ink, 1));
            m_painter.drawLine(QPointF(middle, box.bottom() - height - 3), QPointF(middle, box.bottom()));
        }
    }

    QPainter &m_painter;
    const ColumnStyle &m_column;
    const Theme &m_theme;
};

void drawStrip(QPainter &painter, const QRectF &where, const Vector &values, const ColumnStyle &column, const Theme &theme)
{
    if (values.size() == 0 || where.height() <= 0)
        return;
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(where, heatImage(values, column.style, column.role, column.scale, theme));
    painter.setPen(QPen(theme.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(where);
}

} // namespace

double signedStrength(double valueOverScale)
{
    return 0.92 * std::pow(std::min(1.0, std::abs(valueOverScale)), 0.8);
}

double decadeShare(double gradient)
{
    return std::clamp((std::log10(std::abs(gradient) + 1e-30) + 6.0) / 6.0, 0.0, 1.0);
}

double gradientWireWidth(double gradient)
{
    return 1.0 + 13.0 * decadeShare(gradient);
}

QColor valueFill(double value, ValueStyle style, Role role, double scale, const Theme &theme)
{
    const Fill fill = fillOf(value, style, role, scale, theme);
    return blended(fill.hue, fill.opacity, theme.paper);
}

int RowLayout::rowAt(double y) const
{
    for (int row = 0; row < count; ++row) {
        if (y < top(row) + height(row))
            return row;
    }
    return count - 1;
}

RowLayout RowLayout::fitting(int count, int followed, double available, double pitch, double focus)
{
    const double left = std::max(0.0, available - focus);
    return {count, followed, count > 1 ? std::min(pitch, left / (count - 1)) : pitch, focus};
}

void drawColumn(QPainter &painter, double x, double y, double width, const Vector &values, const RowLayout &rows,
                const ColumnStyle &column, const Theme &theme)
{
    const PainterScope scope(painter);
    const int shown = static_cast<int>(std::ceil(column.revealed * rows.count - 1e-9));
    const CellPainter cell(painter, column, theme);
    const int followed = rows.followed;
    if (rows.pitch >= thinnestCell) {
        for (int row = 0; row < shown; ++row)
            cell.draw({x, y + rows.top(row), width, rows.height(row)}, values[row], row == followed);
        return;
    }
    const int above = std::min(shown, followed);
    const int below = std::max(0, shown - followed - 1);
    drawStrip(painter, {x, y, width, above * rows.pitch}, values.head(above), column, theme);
    drawStrip(painter, {x, y + rows.top(followed) + rows.focus, width, below * rows.pitch},
              values.segment(std::min<Eigen::Index>(followed + 1, values.size() - below), below), column, theme);
    if (shown > followed)
        cell.draw({x, y + rows.top(followed), width, rows.focus}, values[followed], true);
}

namespace {

/// The fills of many values, looked up in steps of 1/512 of the scale.
class FillTable
{
public:
    FillTable(ValueStyle style, Role role, double scale, const Theme &theme) : m_scale(style == ValueStyle::gate ? 1 : scale)
    {
        for (std::size_t i = 0; i < m_fills.size(); ++i) {
            const double value = (static_cast<double>(i) / half - 1) * m_scale;
            m_fills[i] = valueFill(value, style, role, scale, theme).rgb();
        }
    }

    QRgb operator()(double value) const
    {
        const double share = std::clamp(value / m_scale, -1.0, 1.0);
        return m_fills[static_cast<std::size_t>(std::lround((share + 1) * half))];
    }

private:
    static constexpr int half = 512;
    std::array<QRgb, 2 * half + 1> m_fills;
    double m_scale;
};

template<typename Fill>
QImage heatImage(const Matrix &values, const Fill &fill)
{
    QImage image(static_cast<int>(values.cols()), static_cast<int>(values.rows()), QImage::Format_RGB32);
    for (int row = 0; row < image.height(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < image.width(); ++column)
            line[column] = fill(values(row, column));
    }
    return image;
}

} // namespace

QImage heatImage(const Matrix &values, ValueStyle style, Role role, double scale, const Theme &theme)
{
    if (values.size() > 1024 && style != ValueStyle::gradient)
        return heatImage(values, FillTable(style, role, scale, theme));
    return heatImage(values, [&](double value) { return valueFill(value, style, role, scale, theme).rgb(); });
}

} // namespace gatescope
