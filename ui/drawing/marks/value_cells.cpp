// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/value_cells.h"

#include "ui/common/contrast.h"
#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/scales.h"
#include "ui/drawing/marks/value_fill.h"

#include <QCoreApplication>
#include <QList>
#include <QPaintEngine>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double emptyStrength = 0.45; ///< of lines that are bright where contrast is high
constexpr double thinnestCell = 5;     ///< below this a row is a line of an image
constexpr double digitHeight = 0.74;   ///< of JetBrains Mono, in em
constexpr double digitWidth = 0.6;
constexpr double smallestDigits = 9.5; ///< smaller ones are left out
constexpr double narrowestBars = 24;   ///< columns, in pixels
constexpr double lineGap = 3;          ///< between a value and what it was

/// Of the words that say what a value was.
double wasPixels(const ColumnStyle &column)
{
    return std::max(11.0, column.focusDigits * 0.6);
}

bool hasRoomForWas(double boxHeight, const ColumnStyle &column)
{
    return boxHeight >= (column.focusDigits + wasPixels(column)) * digitHeight + lineGap + 2;
}

/// As it is written where there is room for so many signs, or as short as can be.
QString numberIn(const ColumnStyle &column, double value, double signs = 0)
{
    if (column.style == ValueStyle::gradient)
        return gradientNumber(value, column.gradientDigits);
    const QString number = onStage(value);
    return double(number.size()) <= signs ? number : onStageBriefly(value);
}

/// One value in its rounded box, with its number where there is room.
class CellPainter
{
public:
    CellPainter(QPainter &painter, const ColumnStyle &column, const Theme &theme)
        : m_painter(painter), m_column(column), m_theme(theme)
    {
    }

    /// `share` of the value is computed: 0 leaves the cell empty, only at 1 has it a number.
    void draw(const QRectF &row, double value, bool followed, double share) const
    {
        const QRectF box = row.adjusted(0, 1, 0, -1);
        const Fill fill = fillOf(value, m_column.style, m_column.role, m_column.scale, m_theme, m_column.decades);
        const double corner = std::min(3.0, box.height() / 4);
        m_painter.setPen(Qt::NoPen);
        if (share > 0)
            drawFill(box, value, fill, share, corner);
        drawOutline(box, followed, corner, share > 0);
        if (share < 1)
            return;
        const bool underInk = m_column.style != ValueStyle::gate || value > 0.5;
        const QColor ink = underInk ? m_theme.inkOn(fill.hue, fill.opacity) : m_theme.ink;
        const bool number = drawNumber(box, value, followed, ink);
        // In a low cell the bar would strike the number's foot; the number has its sign.
        if (m_column.style == ValueStyle::signedValue && (!number || hasRoomForBar(box, followed)))
            drawSignBar(box, value, followed, ink);
    }

private:
    void drawFill(const QRectF &box, double value, const Fill &fill, double share, double corner) const
    {
        m_painter.setBrush(blended(fill.hue, fill.opacity, m_theme.paper));
        if (m_column.style == ValueStyle::gate) {
            // The tank fills from below.
            const double level = box.height() * std::clamp(value, 0.0, 1.0) * share;
            const double round = std::min(corner, level / 2);
            m_painter.drawRoundedRect(box.adjusted(0.5, box.height() - level, -0.5, 0), round, round);
        } else {
            m_painter.drawRoundedRect(box.adjusted(0, 0, -box.width() * (1 - share), 0), corner, corner);
        }
    }

    void drawOutline(const QRectF &box, bool followed, double corner, bool begun) const
    {
        QColor outline = m_theme.line;
        if (!begun) {
            // An empty cell tells nothing, not even what kind of value it will have, and stands behind what is full.
            outline = followed ? m_theme.ink3 : m_theme.line;
            if (hasStrongLines(m_theme))
                outline = blended(outline, emptyStrength, m_theme.paper);
        } else if (followed) {
            outline = m_theme.ink;
        } else if (m_column.style == ValueStyle::gate) {
            outline = m_theme.of(m_column.role).text;
            outline.setAlphaF(m_theme.name == ThemeName::light ? 0.35f : 0.6f);
        }
        m_painter.setPen(QPen(outline, (followed ? 1.5 : 1) * strokeScale()));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(box, corner, corner);
    }

    /// Whether there was room for it.
    bool drawNumber(const QRectF &box, double value, bool followed, const QColor &ink) const
    {
        double pixels = followed ? m_column.focusDigits : m_column.digits;
        if (pixels <= 0 || box.height() < pixels * digitHeight + 1)
            return false;
        const bool gradient = m_column.style == ValueStyle::gradient;
        const QString number = numberIn(m_column, value, (box.width() - 2) / (pixels * digitWidth));
        const int weight = followed ? (gradient ? QFont::Bold : QFont::DemiBold) : QFont::Normal;
        pixels = std::min(pixels, (box.width() - 2) / (double(number.size()) * digitWidth));
        if (pixels < smallestDigits)
            return false;
        const bool bar = m_column.style == ValueStyle::signedValue && hasRoomForBar(box, followed);
        const double under = saysWas(box, followed) ? wasPixels(m_column) * digitHeight + lineGap : 0;
        const double raised = under / 2 + (bar ? barHeight(box, followed) / 2 : 0);
        const double baseline = box.center().y() - raised + pixels * digitHeight / 2;
        drawText(m_painter, {box.center().x(), baseline}, number, numberFont(pixels, weight), ink, Align::centre);
        const double surface = box.bottom() - box.height() * value;
        if (m_column.style == ValueStyle::gate && ink != m_theme.ink && surface > baseline - pixels * digitHeight) {
            const PainterScope scope(m_painter); // what rises above the tank's fill stands on paper
            m_painter.setClipRect(QRectF(box.topLeft(), QPointF(box.right(), surface)), Qt::IntersectClip);
            m_painter.fillRect(QRectF(box.left() + 2, baseline - pixels, box.width() - 4, pixels), m_theme.paper);
            drawText(m_painter, {box.center().x(), baseline}, number, numberFont(pixels, weight), m_theme.ink,
                     Align::centre);
        }
        if (under > 0)
            drawWas({box.center().x(), baseline + under}, box.width() - 4, ink);
        return true;
    }

    bool saysWas(const QRectF &box, bool followed) const
    {
        return followed && !m_column.was.isEmpty() && hasRoomForWas(box.height(), m_column);
    }

    /// In words, or struck out where they do not fit.
    void drawWas(const QPointF &at, double room, const QColor &ink) const
    {
        const double pixels = wasPixels(m_column);
        const QFont font = numberFont(pixels);
        const QString words = QCoreApplication::translate("gatescope", "was %1").arg(m_column.was);
        const bool fits = textWidth(words, font) <= room;
        const double width = drawText(m_painter, at, fits ? words : m_column.was, font, ink, Align::centre);
        if (!fits)
            m_painter.fillRect(QRectF(at.x() - width / 2, at.y() - pixels * digitHeight / 2, width, 1), ink);
    }

    bool hasRoomForBar(const QRectF &box, bool followed) const
    {
        const double bars = 2 * barHeight(box, followed) + 3;
        const double under = saysWas(box, followed) ? wasPixels(m_column) * digitHeight + lineGap : 0;
        return box.height() >= (followed ? m_column.focusDigits : m_column.digits) * digitHeight + under + bars;
    }

    /// Lines grow with the numbers, not below their width on the drawing board.
    double strokeScale() const { return std::max(1.0, m_column.focusDigits / 18); }

    double barHeight(const QRectF &box, bool followed) const
    {
        return followed ? std::min(5.0 * strokeScale(), box.height() / 6)
                        : std::min(3.0 * strokeScale(), box.height() / 5);
    }

    void drawSignBar(const QRectF &box, double value, bool followed, QColor ink) const
    {
        const double height = barHeight(box, followed);
        const double half = std::max(2.0, box.width() / 2 - 8 * box.width() / 80);
        const double length = std::max(1.0, half * std::min(1.0, std::abs(value) / m_column.scale));
        const double middle = std::round(box.center().x());
        ink.setAlphaF(0.6f);
        m_painter.fillRect(QRectF(value < 0 ? middle - length : middle, box.bottom() - height, length, height), ink);
        if (followed) {
            m_painter.setPen(QPen(ink, 1));
            m_painter.drawLine(QPointF(middle, box.bottom() - height - 2), QPointF(middle, box.bottom()));
        }
    }

    QPainter &m_painter;
    const ColumnStyle &m_column;
    const Theme &m_theme;
};

/// Lines of one colour each, over `where`. To be stretched by Qt costs a screen many times as much as
/// being filled; a file keeps one image instead of hundreds of rectangles.
void drawLines(QPainter &painter, const QRectF &where, const QImage &lines)
{
    if (painter.paintEngine()->type() != QPaintEngine::Raster) {
        painter.drawImage(where, lines);
        return;
    }
    const double pitch = where.height() / lines.height();
    for (int line = 0; line < lines.height(); ++line)
        painter.fillRect(QRectF(where.left(), where.top() + line * pitch, where.width(), pitch),
                         lines.pixelColor(0, line));
}

/// The colours of `values` over `where`; more values than pixels are averaged.
void drawStrip(QPainter &painter, const QRectF &where, const Vector &values, const ColumnStyle &column,
               const Theme &theme)
{
    if (values.size() == 0 || where.height() <= 0)
        return;
    QImage image = heatImage(values, column.style, column.role, column.scale, theme, column.decades);
    const int lines = std::max(1, qRound(where.height()));
    if (image.height() > lines)
        image = image.scaled(1, lines, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.setRenderHint(QPainter::Antialiasing, false); // neighbours meet without a seam
    drawLines(painter, where, image);
}

/// The mean of the units that share each line of pixels, of which there are at most as many as units.
Vector lineMeans(const Vector &values, double height)
{
    const auto lines = std::min<Eigen::Index>(values.size(), std::max(1, qRound(height)));
    Vector means(lines);
    for (Eigen::Index line = 0; line < lines; ++line) {
        const Eigen::Index first = line * values.size() / lines, end = (line + 1) * values.size() / lines;
        means[line] = values.segment(first, end - first).mean();
    }
    return means;
}

/// Where units are thinner than a cell: a bar right or left of the middle for the mean of each line of pixels, as cells
/// have one for their value. So a sign is told by its place too, not by its hue alone.
void drawSignBars(QPainter &painter, const QRectF &where, const Vector &values, double scale, const Theme &theme)
{
    if (values.size() == 0)
        return;
    const Vector means = lineMeans(values, where.height());
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    const double middle = std::round(where.center().x()), half = where.width() / 2 - 2;
    const double pitch = where.height() / double(means.size());
    QList<QRectF> bars;
    for (Eigen::Index line = 0; line < means.size(); ++line) {
        const double length = half * std::min(1.0, std::abs(means[line]) / scale);
        if (length >= 0.5)
            bars.append(
                QRectF(means[line] < 0 ? middle - length : middle, where.top() + double(line) * pitch, length, pitch));
    }
    QColor ink = theme.ink;
    ink.setAlphaF(0.45f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawRects(bars.constData(), int(bars.size()));
    painter.fillRect(QRectF(middle, where.top(), 1, where.height()), ink);
}

/// Calls draw(where, rows) for the strips above and below the followed row, `shown` rows in all.
template<typename Draw>
void forEachStrip(double x, double y, double width, const RowLayout &rows, int shown, Draw draw)
{
    const int above = std::min(shown, rows.followed);
    const int below = std::min(shown - above, rows.count - rows.followed - 1);
    if (above > 0)
        draw(QRectF(x, y, width, above * rows.pitch), 0, above);
    if (below > 0)
        draw(QRectF(x, y + rows.top(rows.followed) + rows.focus, width, below * rows.pitch), rows.followed + 1, below);
}

} // namespace

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

double rowShare(const RowLayout &rows, int row, double revealed)
{
    if (revealed >= 1 || revealed <= 0)
        return revealed >= 1 ? 1 : 0;
    const double slow = rows.count > 1 ? 0.5 : 1.0;
    if (row == rows.followed)
        return std::min(1.0, revealed / slow);
    const int order = row < rows.followed ? row : row - 1;
    return std::clamp((revealed - slow) / (1 - slow) * (rows.count - 1) - order, 0.0, 1.0);
}

void drawValueCell(QPainter &painter, const QRectF &where, double value, bool followed, const ColumnStyle &column,
                   const Theme &theme)
{
    const PainterScope scope(painter);
    CellPainter(painter, column, theme)
        .draw(where.adjusted(0, -1, 0, 1), value, followed, column.revealed >= 1 ? 1 : 0);
}

bool saysWhatItWas(const RowLayout &rows, const ColumnStyle &column)
{
    return hasRoomForWas(rows.focus - 2, column);
}

bool isStrip(const RowLayout &rows)
{
    return rows.pitch < thinnestCell && rows.count > 1;
}

double barScale(const Vector &values, const RowLayout &rows, const ColumnStyle &column)
{
    constexpr double hardlySeen = 0.3; // of the scale
    if (!isStrip(rows) || column.style != ValueStyle::signedValue)
        return column.scale;
    double largest = 0;
    forEachStrip(0, 0, 1, rows, rows.count - 1, [&](const QRectF &where, int first, int count) {
        largest = std::max(largest, lineMeans(values.segment(first, count), where.height()).cwiseAbs().maxCoeff());
    });
    return largest > 0 && largest < hardlySeen * column.scale ? fineScale(largest) : column.scale;
}

namespace {

/// Whether the numbers of all rows but the followed one fit: were only some of them there, a minus would look like no
/// value at all.
bool haveRoom(const Vector &values, const RowLayout &rows, const ColumnStyle &column, double width)
{
    if (column.digits <= 0 || rows.pitch - 2 < column.digits * digitHeight + 1)
        return false;
    for (int row = 0; row < rows.count; ++row) {
        const double needed = double(numberIn(column, values[row]).size()) * digitWidth * smallestDigits;
        if (row != rows.followed && needed > width - 2)
            return false;
    }
    return true;
}

} // namespace

void drawColumn(QPainter &painter, double x, double y, double width, const Vector &values, const RowLayout &rows,
                const ColumnStyle &style, const Theme &theme)
{
    const PainterScope scope(painter);
    ColumnStyle column = style;
    if (!isStrip(rows) && !haveRoom(values, rows, column, width))
        column.digits = 0;
    const CellPainter cell(painter, column, theme);
    const int followed = rows.followed;
    if (!isStrip(rows)) {
        for (int row = 0; row < rows.count; ++row) {
            if (row != followed)
                cell.draw({x, y + rows.top(row), width, rows.height(row)}, values[row], false,
                          rowShare(rows, row, column.revealed));
        }
    } else {
        const bool hasBars = column.style == ValueStyle::signedValue && width >= narrowestBars;
        const double bars = hasBars ? barScale(values, rows, column) : 1;
        const double fast = column.revealed >= 1 ? 1 : std::max(0.0, column.revealed * 2 - 1);
        forEachStrip(x, y, width, rows, int(fast * (rows.count - 1)), [&](const QRectF &where, int first, int count) {
            drawStrip(painter, where, values.segment(first, count), column, theme);
            if (hasBars)
                drawSignBars(painter, where, values.segment(first, count), bars, theme);
        });
        const bool isFaint = fast <= 0 && hasStrongLines(theme);
        painter.setPen(QPen(isFaint ? blended(theme.line, emptyStrength, theme.paper) : theme.line, 1));
        painter.setBrush(Qt::NoBrush);
        forEachStrip(x, y, width, rows, rows.count - 1,
                     [&](const QRectF &where, int, int) { painter.drawRect(where); });
    }
    const double over = column.focusOverhang;
    cell.draw({x - over, y + rows.top(followed), width + 2 * over, rows.focus}, values[followed], true,
              rowShare(rows, followed, column.revealed));
}

void drawColours(QPainter &painter, double x, double y, double width, const Vector &values, const RowLayout &rows,
                 const ColumnStyle &column, const Theme &theme)
{
    const auto colour = [&](int row) {
        return valueFill(values[row], column.style, column.role, column.scale, theme, column.decades);
    };
    if (isStrip(rows)) {
        forEachStrip(x, y, width, rows, rows.count - 1, [&](const QRectF &where, int first, int count) {
            drawStrip(painter, where, values.segment(first, count), column, theme);
        });
        painter.fillRect(QRectF(x, y + rows.top(rows.followed) + 1, width, rows.focus - 2), colour(rows.followed));
        return;
    }
    for (int row = 0; row < rows.count; ++row)
        painter.fillRect(QRectF(x, y + rows.top(row) + 1, width, rows.height(row) - 2), colour(row));
}

} // namespace gatescope
