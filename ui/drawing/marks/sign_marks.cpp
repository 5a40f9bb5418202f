// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/marks/sign_marks.h"

#include "ui/common/contrast.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/value_fill.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace gatescope {

namespace {

constexpr double narrowestSigned = 5, lowestSigned = 3; ///< cells, in pixels
constexpr double narrowestLow = 12;                     ///< of rows that are lower

/// How strong the fill of a value is, 0 … 1; what is weaker than `faintestSigned` is as good as 0.
double signStrength(double value, const ColumnStyle &style)
{
    return style.style == ValueStyle::gradient ? decadeShare(value, style.decades)
                                               : signedStrength(value / style.scale);
}
constexpr double faintestSigned = 0.02;

bool hasSignMark(double value, const ColumnStyle &style)
{
    return style.style != ValueStyle::gate && value < 0 && signStrength(value, style) >= faintestSigned;
}

QRectF dashIn(const QRectF &cell)
{
    const double width = std::max(3.0, std::round(std::min(0.4 * cell.width(), 1.1 * cell.height())));
    const double height = std::max(1.0, std::round(std::min(0.16 * cell.height(), 0.25 * width)));
    return {std::round(cell.center().x() - width / 2), std::round(cell.center().y() - height / 2), width, height};
}

/// Of a row that is too low for a dash: a bar left of the middle, which those of its neighbours make a block of.
QRectF barIn(const QRectF &cell)
{
    const double width = std::clamp(std::round(0.1 * cell.width()), 2.0, 6.0);
    const double top = std::round(cell.top());
    return {std::round(cell.center().x()) - width, top, width, std::round(cell.bottom()) - top};
}

/// As strong as the bar of a sign in a larger cell.
QColor softened(QColor ink)
{
    ink.setAlphaF(0.65f);
    return ink;
}

/// The ink that is read best on the fill of a negative value, by its strength: a picture has thousands of cells.
class Inks
{
public:
    Inks(const ColumnStyle &style, const Theme &theme)
    {
        for (std::size_t i = 0; i < m_inks.size(); ++i) {
            const double share = static_cast<double>(i) / (m_inks.size() - 1);
            const double value = style.style == ValueStyle::gradient ? -std::pow(10, style.decades * (share - 1))
                                                                     : -style.scale * std::pow(share / fullest, 1.25);
            m_inks[i] = softened(
                theme.inkOn(valueFill(value, style.style, style.role, style.scale, theme, style.decades), 1));
        }
    }
    QColor at(double strength) const
    {
        return m_inks[static_cast<std::size_t>(std::lround(std::min(1.0, strength) * (m_inks.size() - 1)))];
    }

private:
    static constexpr double fullest = 0.92; ///< signedStrength at the scale's end, whose power 0.8 is undone
    std::array<QColor, 33> m_inks;
};

/// Where cells are too narrow for a dash each, those of neighbours that are negative are one line.
void drawSignLines(QPainter &painter, const QRectF &where, const Matrix &values, const ColumnStyle &style,
                   const Theme &theme)
{
    const double width = where.width() / double(values.cols()), height = where.height() / double(values.rows());
    const double thick = std::max(1.0, std::round(0.16 * height));
    const Inks inks(style, theme);
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    for (Eigen::Index row = 0; row < values.rows(); ++row) {
        const double top = std::round(where.top() + (double(row) + 0.5) * height - thick / 2);
        for (Eigen::Index column = 0, end = 0; column < values.cols(); column = end + 1) {
            for (end = column; end < values.cols() && hasSignMark(values(row, end), style); ++end)
                ;
            if (double(end - column) * width >= 1)
                painter.fillRect(
                    QRectF(where.left() + double(column) * width, top, double(end - column) * width, thick),
                    inks.at(signStrength(values(row, column), style)));
        }
    }
}

} // namespace

bool hasRoomForSign(const QSizeF &cell)
{
    return cell.width() >= narrowestSigned && cell.height() >= lowestSigned;
}

void drawSignMark(QPainter &painter, const QRectF &cell, double value, const ColumnStyle &style, const Theme &theme)
{
    if (hasRoomForSign(cell.size()) && hasSignMark(value, style))
        painter.fillRect(
            dashIn(cell),
            softened(theme.inkOn(valueFill(value, style.style, style.role, style.scale, theme, style.decades), 1)));
}

void drawSignMarks(QPainter &painter, const QRectF &where, const Matrix &values, const ColumnStyle &style,
                   const Theme &theme)
{
    if (values.size() == 0 || style.style == ValueStyle::gate)
        return;
    const QSizeF cell(where.width() / double(values.cols()), where.height() / double(values.rows()));
    const bool isLow = cell.height() < lowestSigned;
    if (cell.width() < (isLow ? narrowestLow : narrowestSigned)) {
        if (hasStrongLines(theme) && !isLow)
            drawSignLines(painter, where, values, style, theme);
        return;
    }
    const Inks inks(style, theme);
    QList<QRectF> light, dark;
    QColor lightInk, darkInk;
    for (Eigen::Index row = 0; row < values.rows(); ++row) {
        for (Eigen::Index column = 0; column < values.cols(); ++column) {
            if (!hasSignMark(values(row, column), style))
                continue;
            const QRectF whole(where.left() + double(column) * cell.width(), where.top() + double(row) * cell.height(),
                               cell.width(), cell.height());
            const QRectF dash = isLow ? barIn(whole) : dashIn(whole);
            const QColor ink = inks.at(signStrength(values(row, column), style));
            const bool isLight = ink.lightness() > 127;
            (isLight ? light : dark) << dash;
            (isLight ? lightInk : darkInk) = ink;
        }
    }
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(Qt::NoPen);
    for (const auto &[dashes, ink] : {std::pair(&light, lightInk), std::pair(&dark, darkInk)}) {
        painter.setBrush(ink);
        painter.drawRects(dashes->constData(), int(dashes->size()));
    }
}

} // namespace gatescope
