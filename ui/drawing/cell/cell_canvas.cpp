// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell/cell_canvas.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/scene/gradient_decades.h"
#include "ui/drawing/words/unit_names.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

struct HeadedPath {
    QPainterPath path; ///< ends inside the head
    QPointF tip;
    double degrees;
};

HeadedPath pathOf(const CellCanvas::Way &way)
{
    QList<QPointF> corners = way.corners;
    const QPointF tip = corners.last();
    const QPointF along = tip - corners[corners.size() - 2];
    const double length = std::max(1e-9, std::hypot(along.x(), along.y()));
    corners.last() = tip - along * (std::min(way.head * 0.8, length) / length);
    return {roundedPath(corners, way.reach), tip, std::atan2(along.y(), along.x()) * 180 / M_PI};
}

QString inShort(double value, const ColumnStyle &style)
{
    return style.style == ValueStyle::gradient ? gradientNumber(value, style.gradientDigits) : onStage(value);
}

/// Whether the numbers as they are written tell two values apart.
bool isSeenToDiffer(double value, double other, const ColumnStyle &style)
{
    return value != other && inShort(value, style) != inShort(other, style);
}

} // namespace

CellCanvas::CellCanvas(QPainter &painter, const QSizeF &size, const Scene &scene)
    : m_painter(painter), m_scene(scene),
      m_plan(cellPlan(size, scene.spec().hiddenSize, scene.playhead.unit, scene.classroom)),
      m_decades(gradientDecades(scene)), m_emphasis(scene, m_plan)
{
}

double CellCanvas::gradientWidth(double gradient) const
{
    return std::max(1.0, m_plan.mark(gradientWireWidth(gradient, m_decades)));
}

double CellCanvas::computed(int part) const
{
    const PlayheadState &playhead = m_scene.playhead;
    if (part == playhead.part)
        return playhead.progress;
    return isComputed(playhead, part) ? 1.0 : 0.0;
}

void CellCanvas::placeLabel(const QPointF &at, double width, double pixels, Align align, const QString &text)
{
    const double left = align == Align::left ? at.x() : align == Align::centre ? at.x() - width / 2 : at.x() - width;
    m_labels.push_back({QRectF(left, at.y() - 0.74 * pixels, width, 0.96 * pixels), text});
}

double CellCanvas::words(const QPointF &at, const QStringList &choices, double room, const QColor &colour, Align align,
                         double pixels, int weight)
{
    const double size = m_plan.type(pixels);
    const QFont font = interfaceFont(size, weight);
    for (const QString &choice : choices) {
        const double width = textWidth(choice, font);
        if (choice.isEmpty() || width > room)
            continue;
        drawText(m_painter, at, choice, font, colour, align);
        placeLabel(at, width, size, align, choice);
        return width;
    }
    return 0;
}

double CellCanvas::formula(const QPointF &at, const QStringList &choices, double room, const QColor &colour,
                           Align align, double pixels)
{
    const double size = m_plan.type(pixels);
    for (const QString &choice : choices) {
        const double width = mathWidth(choice, size);
        if (choice.isEmpty() || width > room)
            continue;
        drawMath(m_painter, at, choice, size, colour, theme(), align);
        placeLabel(at, width, size, align, choice);
        return width;
    }
    return 0;
}

double CellCanvas::number(const QPointF &at, const QString &text, double pixels, const QColor &colour, Align align,
                          int weight)
{
    const double size = m_plan.type(pixels);
    const double width = drawText(m_painter, at, text, numberFont(size, weight), colour, align);
    placeLabel(at, width, size, align, text);
    return width;
}

double CellCanvas::widthOfWords(const QString &text, double pixels, int weight) const
{
    return textWidth(text, interfaceFont(m_plan.type(pixels), weight));
}

ColumnStyle CellCanvas::columnStyle(ValueStyle style, Role role, double scale) const
{
    ColumnStyle column{.style = style, .role = role, .scale = scale, .decades = m_decades};
    const bool gradient = style == ValueStyle::gradient;
    const double larger = gradient ? 1 : m_plan.rowScale();    // a gradient's number fills its column
    const double widest = m_plan.across(80) / (5 * 0.6 + 0.5); // "−0.12" with room beside it
    column.focusDigits = std::max(11.0, m_plan.mark(m_scene.classroom ? 26 : gradient ? 14.5 : 18));
    const double wanted = m_scene.classroom ? m_plan.mark(34) : column.focusDigits * larger;
    column.focusDigits = std::max(column.focusDigits, std::min(wanted, widest));
    // From the last row of a classroom only the followed unit's number can be read.
    column.digits = m_scene.classroom ? 0 : std::max(11.0, m_plan.mark(gradient ? 12 : 13) * larger);
    // "−1.2e−3" has seven characters, 0.6 em each; where they do not fit, "−1e−3" does.
    column.gradientDigits = !m_scene.classroom && 7 * 0.6 * column.focusDigits <= m_plan.across(68) ? 1 : 0;
    column.focusOverhang = gradient ? std::max(3.0, m_plan.mark(3)) : 0;
    return column;
}

/// In a narrow picture the followed cell is wider than its column.
double CellCanvas::overhangOf(const Column &column, const ColumnStyle &style) const
{
    // "−1.2e−13", "−1e−13", "−0.12"
    const int characters = style.style != ValueStyle::gradient ? 5 : style.gradientDigits > 0 ? 8 : 6;
    const double needed = characters * 0.6 * style.focusDigits + 2;
    return std::max(style.focusOverhang, std::min((needed - column.width) / 2, column.aside));
}

void CellCanvas::column(const Column &column, const Vector &values, const ColumnStyle &style)
{
    const auto ghost = m_ghost.find(column.name);
    const bool hasGhost = ghost != m_ghost.end() && ghost->second.size() == values.size();
    ColumnStyle told = style;
    told.focusOverhang = overhangOf(column, style);
    m_overhang = std::max(m_overhang, told.focusOverhang);
    if (hasGhost && isSeenToDiffer(values[followed()], ghost->second[followed()], style))
        told.was = inShort(ghost->second[followed()], style);
    drawColumn(m_painter, column.left, column.top, column.width, values, m_plan.rows, told, theme());
    if (told.revealed >= 1)
        sayBarScale(column, barScale(values, m_plan.rows, told), told);
    columnAreas(column, values, style);
    m_emphasis.column(
        {{column.left, column.top, column.width, m_plan.rows.total()}, column.symbol, values, style.revealed});
    m_drawn.insert_or_assign(column.name, values);
    if (hasGhost)
        ghostMarks(column, values, ghost->second, style);
}

/// Under a strip whose bars have a scale of their own; beside the wire that may leave it in the middle.
void CellCanvas::sayBarScale(const Column &column, double scale, const ColumnStyle &style)
{
    if (scale >= style.scale)
        return;
    const QString number = QString::number(scale);
    const double size = m_plan.type(11), left = column.left + column.width / 2 + m_plan.mark(7);
    const double top = column.top + m_plan.rows.total() + m_plan.mark(8); // a ring may be around it
    const double width = words({left, top + size * 0.75},
                               {QCoreApplication::translate("gatescope", "bars ±%1").arg(number), u'±' + number},
                               column.width / 2 + column.aside, theme().ink2, Align::left, 11);
    area({left, top - size * 0.1, width, size}, column.part,
         QCoreApplication::translate("gatescope",
                                     "each bar is the mean of the units that share a line, on a scale of ±%1")
             .arg(number));
}

void CellCanvas::ghostMarks(const Column &column, const Vector &values, const Vector &ghost, const ColumnStyle &style)
{
    const RowLayout &rows = m_plan.rows;
    const bool fits = rows.pitch >= 4;
    for (int row = 0; row < rows.count; ++row) {
        const bool isFollowed = row == rows.followed;
        const bool isSeen = (fits || isFollowed) && rowShare(rows, row, style.revealed) >= 1;
        if (!isSeen || !isSeenToDiffer(values[row], ghost[row], style) || (isFollowed && saysWhatItWas(rows, style)))
            continue;
        const double side = std::min(m_plan.mark(5), rows.height(row) / 2);
        m_painter.fillRect(QRectF(column.left + column.width - side - 1, column.top + rows.top(row) + 1, side, side),
                           theme().ink);
    }
}

void CellCanvas::columnAreas(const Column &column, const Vector &values, const ColumnStyle &style)
{
    const RowLayout &rows = m_plan.rows;
    const auto number = style.style == ValueStyle::gradient ? +[](double value) { return gradientNumber(value, 3); }
                                                            : +[](double value) { return inInspector(value); };
    const auto add = [&](int row, double y, double height) {
        const bool known = rowShare(rows, row, style.revealed) >= 1;
        area({column.left, column.top + y, column.width, height}, column.part,
             UnitWords{column.name, row, values[row], known ? number : nullptr, unitName(m_scene, row)}, row,
             column.symbol.isEmpty() ? Term{} : Term{column.symbol, row});
    };
    // Units thinner than this share an area.
    const int stride = std::max(1, static_cast<int>(std::ceil(1.5 / std::max(rows.pitch, 1e-3))));
    for (int row = 0; row < rows.count; row += stride) {
        if (row <= rows.followed && rows.followed < row + stride) {
            // The followed unit never shares: what comes before and after it in this stretch does.
            if (row < rows.followed)
                add(row, rows.top(row), rows.top(rows.followed) - rows.top(row));
            add(rows.followed, rows.top(rows.followed), rows.focus);
            const int after = rows.followed + 1;
            const int end = std::min(row + stride, rows.count);
            if (after < end)
                add(after, rows.top(after), (end - after) * rows.pitch);
            continue;
        }
        const int count = std::min(stride, rows.count - row);
        add(row, rows.top(row), count * rows.pitch);
    }
}

void CellCanvas::ring(const QRectF &around, const QColor &colour)
{
    const double gap = m_plan.mark(6);
    const double aside = std::max(gap, m_overhang + 2); // around the followed cell too
    m_painter.setPen(QPen(colour, std::max(2.0, m_plan.mark(3))));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(around.adjusted(-aside, -gap + 1, aside, gap - 1), m_plan.mark(8), m_plan.mark(8));
}

void CellCanvas::wire(const Way &way, const QColor &colour, double width, double share)
{
    if (share < 1)
        ghostWire(way, colour, width);
    walkedWire(way, colour, width, share);
}

void CellCanvas::ghostWire(const Way &way, const QColor &colour, double width)
{
    // Opaque, so that ghosts that share a stretch do not add up.
    walkedWire(way, blended(colour, notYet(), theme().paper), width, 1);
}

void CellCanvas::walkedWire(const Way &way, const QColor &colour, double width, double share)
{
    if (share <= 0)
        return;
    const auto [path, tip, degrees] = pathOf(way);
    drawWire(m_painter, share < 1 ? beginningOf(path, share) : path, colour, width);
    m_emphasis.wire({path, width, tip, degrees, way.head}, way.from, way.to);
    if (share >= 1 && way.head > 0)
        drawArrowhead(m_painter, tip, degrees, colour, way.head);
}

void CellCanvas::ribbon(Way way, double gradient, double share)
{
    const QColor colour = theme().wire(Role::gradient);
    if (share <= 0) {
        const Opacity ghost(m_painter, dimmed);
        drawWire(m_painter, roundedPath(way.corners, way.reach), colour, 1);
        return;
    }
    const double width = gradientWidth(gradient);
    way.head = std::max(m_plan.mark(9), 1.5 * width);
    const auto [path, tip, degrees] = pathOf(way);
    m_emphasis.wire({path, width, tip, degrees, way.head}, way.from, way.to);
    // Opaque, so that line and head do not darken each other.
    const QColor shade = blended(colour, 0.82, theme().paper);
    m_painter.strokePath(beginningOf(path, share), QPen(shade, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    if (share >= 1)
        drawArrowhead(m_painter, tip, degrees, shade, way.head);
}

void CellCanvas::area(const QRectF &where, int part, const AreaWords &words, int unit, const Term &term)
{
    PlayheadState there = m_scene.playhead;
    there.row = there.output = PlayheadState::none;
    there.part = part;
    there.progress = 1;
    if (unit >= 0)
        there.unit = unit;
    m_areas.push_back({where, there, words, term});
    m_emphasis.place(where, term);
}

void CellCanvas::operation(const QRectF &where, int part, const QString &says, const Term &made)
{
    PlayheadState there = m_scene.playhead;
    there.part = part;
    there.progress = 1;
    m_areas.push_back({where, there, says, made});
    m_emphasis.operation(where, made);
}

void CellCanvas::matrixName(const QPointF &at, const QString &markup, Role role, const QString &symbol, int part,
                            Align align)
{
    const double width = formula(at, {markup}, m_plan.across(80), theme().of(role).text, align, 17);
    if (width == 0)
        return;
    const double height = m_plan.type(17);
    const QRectF where(align == Align::right ? at.x() - width : at.x(), at.y() - 0.8 * height, width, 1.15 * height);
    const Term term{symbol};
    area(where, part,
         QCoreApplication::translate("gatescope", "%1: the weights of this way")
             .arg(QString(markup).remove('{').remove('}')),
         -1, term);
    m_emphasis.value(where, term);
}

void CellCanvas::dimTheRest()
{
    m_emphasis.draw(m_painter, m_plan.header + m_plan.type(15) * 0.7);
}

} // namespace gatescope
