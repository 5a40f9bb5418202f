// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/gradients/itemised_drawing.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/value_fill.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double labelType = 12;
constexpr double numberRoom = 46; ///< from here on a cell has room for "4.9e−5"

QRectF itemisedRoom(const QSizeF &size, double type)
{
    const double left = 24 + 7.5 * type, top = 92 + 2 * type, bottom = size.height() - 52;
    return {left, top, std::max(1.0, size.width() - left - 24), std::max(1.0, bottom - top)};
}

double itemisedType(bool classroom)
{
    return classroom ? 18 : labelType;
}

/// What cannot be held by a number has no digits.
QString itemisedNumber(double length, int digits)
{
    return std::isfinite(length) ? gradientNumber(length, digits) : QStringLiteral("∞");
}

class ItemisedPicture
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    ItemisedPicture(QPainter &painter, const QSizeF &size, const Scene &scene, const ItemisedGradient &items,
                    const std::optional<ItemisedCell> &chosen)
        : m_painter(painter), m_scene(scene), m_theme(scene.theme), m_items(items), m_scale(items.lengths),
          m_chosen(chosen), m_type(itemisedType(scene.classroom)), m_rows(static_cast<int>(items.lengths.rows())),
          m_columns(static_cast<int>(items.lengths.cols())), m_at(itemisedGeometry(size, scene.classroom, items))
    {
    }

    HitAreas draw()
    {
        drawWords();
        if (m_rows == 0 || m_columns == 0)
            return {};
        drawValues();
        drawNumbers();
        drawAxes();
        drawHere();
        drawChosen();
        drawLegend();
        return areas();
    }

private:
    QString label(int step) const
    {
        return QString::fromStdString(stepLabel(m_scene.record, m_scene.playhead.sequence, step));
    }

    void drawWords()
    {
        const QFont words = interfaceFont(m_type);
        drawText(m_painter, {24, 32}, tr("The gradient by its source"), interfaceFont(m_type + 5, QFont::DemiBold),
                 m_theme.ink);
        const double x = 24
            + drawMath(m_painter, {24, 58}, QStringLiteral("|∂L_{s}/∂h_{t}|"), m_type + 6,
                       m_theme.of(Role::gradient).text, m_theme)
            + 12;
        const bool isMean = m_items.watched > 1 && m_scene.record.experiment->objective.kind != LossKind::outputSum;
        const QString rows = isMean
            ? tr("row s: whose loss it is, as its share in the mean of %1; column t: whose state it reaches")
                  .arg(m_items.watched)
            : tr("row s: the step whose loss it is; column t: the step whose state it reaches");
        drawText(m_painter, {x, 56}, rows, words, m_theme.ink2);
        const QString sampled = m_items.isWhole()
            ? tr("Lengths do not add up, the vectors do: all rows together are the gradient of every step's loss.")
            : tr("%1 of %2 losses, evenly chosen.").arg(m_rows).arg(m_items.watched);
        drawText(m_painter, {24, 78}, sampled, words, m_theme.ink2);
    }

    /// Where a loss sends nothing there is paper, not a small value.
    void drawValues()
    {
        const QImage image = m_scale.image(m_items.lengths, m_theme);
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        m_painter.drawImage(m_at.used(), image);
        m_painter.setPen(QPen(m_theme.line, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(m_at.used().adjusted(-0.5, -0.5, 0.5, 0.5));
    }

    void drawNumbers()
    {
        const QFont font = numberFont(std::max(11.0, m_type - 1));
        if (m_at.cellWidth < numberRoom || m_at.cellHeight < font.pixelSize() * 1.3 || m_scene.classroom)
            return;
        for (int row = 0; row < m_rows; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                const double length = m_items.lengths(row, column);
                if (length == 0)
                    continue;
                const QColor fill = m_scale.fill(length, m_theme);
                const QPointF middle = m_at.cell(row, column).center();
                drawText(m_painter, middle + QPointF(0, font.pixelSize() * 0.36), itemisedNumber(length, 1), font,
                         m_theme.inkOn(fill, 1), Align::centre);
            }
        }
    }

    void drawAxes()
    {
        const QFont font = numberFont(m_type);
        for (int column = 0; column < m_columns; column += ItemisedGeometry::stride(m_at.cellWidth, m_type * 3.4)) {
            const double x = m_at.cell(0, column).center().x();
            drawText(m_painter, {x, m_at.matrix.top() - m_type - 6}, label(column), font, m_theme.ink, Align::centre);
            drawText(m_painter, {x, m_at.matrix.top() - 5}, QString::number(column), numberFont(m_type - 1),
                     m_theme.ink2, Align::centre);
        }
        for (int row = 0; row < m_rows; row += ItemisedGeometry::stride(m_at.cellHeight, m_type * 1.4)) {
            const int step = m_items.sources[static_cast<std::size_t>(row)];
            const double y = m_at.cell(row, 0).center().y() + m_type * 0.36;
            drawText(m_painter, {m_at.matrix.left() - 8, y}, QString::number(step), numberFont(m_type - 1),
                     m_theme.ink2, Align::right);
            drawSource(y, label(step));
        }
    }

    /// "loss at l", the letter in the face of the data.
    void drawSource(double y, const QString &letter)
    {
        const double pixels = std::max(11.0, m_type - 1);
        const QString words = tr("loss at %1");
        const qsizetype place = words.indexOf(u"%1"_qs);
        double x = 24;
        x += drawText(m_painter, {x, y}, words.left(place), interfaceFont(pixels), m_theme.ink);
        x += drawText(m_painter, {x, y}, letter, numberFont(pixels), m_theme.ink);
        drawText(m_painter, {x, y}, words.mid(place + 2), interfaceFont(pixels), m_theme.ink);
    }

    /// The playhead's step: its column, and its row if its loss is itemised.
    void drawHere()
    {
        const int step = m_scene.playhead.step;
        m_painter.setPen(QPen(m_theme.ink, 2));
        m_painter.setBrush(Qt::NoBrush);
        if (step < m_columns)
            m_painter.drawRect(m_at.cell(0, step).united(m_at.cell(m_rows - 1, step)));
        const auto row = std::ranges::find(m_items.sources, step);
        if (row == m_items.sources.end())
            return;
        const int index = static_cast<int>(row - m_items.sources.begin());
        m_painter.setPen(QPen(m_theme.ink, 1, Qt::DashLine));
        m_painter.drawRect(m_at.cell(index, 0).united(m_at.cell(index, m_columns - 1)));
    }

    void drawChosen()
    {
        if (!m_chosen || m_chosen->row >= m_rows || m_chosen->column >= m_columns)
            return;
        const QRectF where = m_at.cell(m_chosen->row, m_chosen->column);
        const double grown = std::max(0.0, (12 - std::min(where.width(), where.height())) / 2); // never a mere dot
        const QRectF frame = where.adjusted(-grown, -grown, grown, grown);
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(m_theme.paper, 5));
        m_painter.drawRect(frame);
        m_painter.setPen(QPen(m_theme.of(Role::state).text, 3));
        m_painter.drawRect(frame);
    }

    /// One box a decade, as long as there is room for so many.
    void drawLegend()
    {
        const double y = m_at.used().bottom() + 18;
        double x = m_at.matrix.left();
        const QFont font = numberFont(11);
        const int low = m_scale.lowest(), high = m_scale.highest(), boxes = std::min(high - low, 12) + 1;
        x += drawText(m_painter, {x, y + 9}, gradientNumber(std::pow(10.0, low), 0), font, m_theme.ink2) + 6;
        for (int i = 0; i < boxes; ++i, x += 18) {
            const double decade = low + double(high - low) * i / (boxes - 1);
            m_painter.fillRect(QRectF(x, y, 17, 10), m_scale.fill(std::pow(10.0, decade), m_theme));
        }
        x += 6 + drawText(m_painter, {x + 4, y + 9}, gradientNumber(std::pow(10.0, high), 0), font, m_theme.ink2);
        drawText(m_painter, {x + 16, y + 9}, tr("empty: nothing is sent there"), interfaceFont(11), m_theme.ink2);
    }

    HitAreas areas() const
    {
        HitAreas areas;
        for (int row = 0; row < m_rows; row += m_at.down()) {
            for (int column = 0; column < m_columns; column += m_at.across()) {
                const ItemisedCell told = m_at.middle(row, column);
                PlayheadState there = m_scene.playhead;
                there.step = told.column;
                there.pass = Pass::backward;
                there.progress = 1;
                const QRectF last = m_at.cell(std::min(row + m_at.down(), m_rows) - 1,
                                              std::min(column + m_at.across(), m_columns) - 1);
                areas.push_back({m_at.cell(row, column).united(last), there, itemisedWords(m_items, told)});
            }
        }
        return areas;
    }

    QPainter &m_painter;
    const Scene &m_scene;
    const Theme &m_theme;
    const ItemisedGradient &m_items;
    DecadeScale m_scale;
    std::optional<ItemisedCell> m_chosen;
    double m_type;
    int m_rows, m_columns;
    ItemisedGeometry m_at;
};

} // namespace

ItemisedGeometry::ItemisedGeometry(const QSizeF &size, double type, int rowCount, int columnCount)
    : rows(rowCount), columns(columnCount), matrix(itemisedRoom(size, type)),
      cellWidth(std::min(matrix.width() / columns, 96.0)), cellHeight(std::min(matrix.height() / rows, 48.0))
{
}

QRectF ItemisedGeometry::cell(int row, int column) const
{
    return {matrix.left() + column * cellWidth, matrix.top() + row * cellHeight, cellWidth, cellHeight};
}

QRectF ItemisedGeometry::used() const
{
    return {matrix.topLeft(), QSizeF(columns * cellWidth, rows * cellHeight)};
}

ItemisedCell ItemisedGeometry::middle(int row, int column) const
{
    return {std::min(row + down() / 2, rows - 1), std::min(column + across() / 2, columns - 1)};
}

std::optional<ItemisedCell> ItemisedGeometry::cellAt(const QPointF &point) const
{
    if (!used().contains(point))
        return std::nullopt;
    const int row = std::min(static_cast<int>((point.y() - matrix.top()) / cellHeight), rows - 1);
    const int column = std::min(static_cast<int>((point.x() - matrix.left()) / cellWidth), columns - 1);
    return middle(row / down() * down(), column / across() * across());
}

int ItemisedGeometry::stride(double pitch, double room)
{
    return std::max(1, static_cast<int>(std::ceil(room / pitch)));
}

QString itemisedWords(const ItemisedGradient &items, const ItemisedCell &cell)
{
    const int source = items.sources[static_cast<std::size_t>(cell.row)];
    const double length = items.lengths(cell.row, cell.column);
    const auto words
        = [&](const char *text) { return QCoreApplication::translate("gatescope", text).arg(source).arg(cell.column); };
    if (length == 0)
        return words(QT_TRANSLATE_NOOP("gatescope", "the loss of step %1 sends nothing to step %2"));
    if (!std::isfinite(length))
        return words(
            QT_TRANSLATE_NOOP("gatescope", "the loss of step %1 sends more than a number can hold to step %2"));
    return words(QT_TRANSLATE_NOOP("gatescope", "the loss of step %1 sends %3 to step %2"))
        .arg(itemisedNumber(length, 3));
}

ItemisedGeometry itemisedGeometry(const QSizeF &size, bool classroom, const ItemisedGradient &items)
{
    return {size, itemisedType(classroom), static_cast<int>(items.lengths.rows()),
            static_cast<int>(items.lengths.cols())};
}

HitAreas drawItemised(QPainter &painter, const QSizeF &size, const Scene &scene, const ItemisedGradient &items,
                      const std::optional<ItemisedCell> &chosen)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    fillGround(painter, QRectF({0, 0}, size), scene.theme.paper);
    return ItemisedPicture(painter, size, scene, items, chosen).draw();
}

} // namespace gatescope
