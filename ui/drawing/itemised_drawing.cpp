// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/itemised_drawing.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/drawing/marks.h"
#include "ui/drawing/value_cells.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double labelType = 12;
constexpr double numberRoom = 46; ///< from here on a cell has room for "4.9e−5"

class ItemisedPicture
{
    Q_DECLARE_TR_FUNCTIONS(gatescope)
public:
    ItemisedPicture(QPainter &painter, const QSizeF &size, const Scene &scene, const ItemisedGradient &items)
        : m_painter(painter), m_scene(scene), m_theme(scene.theme), m_items(items), m_type(scene.classroom ? 18 : labelType),
          m_rows(static_cast<int>(items.lengths.rows())), m_columns(static_cast<int>(items.lengths.cols())),
          m_matrix(matrixIn(size))
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
        drawLegend();
        return areas();
    }

private:
    QRectF matrixIn(const QSizeF &size) const
    {
        const double left = 24 + 7.5 * m_type, top = 92 + 2 * m_type, bottom = size.height() - 52;
        return {left, top, std::max(1.0, size.width() - left - 24), std::max(1.0, bottom - top)};
    }
    double cellWidth() const { return std::min(m_matrix.width() / m_columns, 96.0); }
    double cellHeight() const { return std::min(m_matrix.height() / m_rows, 48.0); }
    QRectF cell(int row, int column) const
    {
        return {m_matrix.left() + column * cellWidth(), m_matrix.top() + row * cellHeight(), cellWidth(), cellHeight()};
    }
    QRectF used() const { return {m_matrix.topLeft(), QSizeF(m_columns * cellWidth(), m_rows * cellHeight())}; }
    QString label(int step) const { return QString::fromStdString(stepLabel(m_scene.record, m_scene.playhead.sequence, step)); }

    void drawWords()
    {
        const QFont words = interfaceFont(m_type);
        drawText(m_painter, {24, 32}, tr("The gradient by its source"), interfaceFont(m_type + 5, QFont::DemiBold), m_theme.ink);
        const double x = 24
            + drawMath(m_painter, {24, 58}, QStringLiteral("|∂L_{s}/∂h_{t}|"), m_type + 6, m_theme.of(Role::gradient).text,
                       m_theme)
            + 12;
        drawText(m_painter, {x, 56}, tr("row s: the step whose loss it is; column t: the step whose state it reaches"), words,
                 m_theme.ink2);
        const QString sampled = m_items.isWhole()
            ? tr("Lengths do not add up, the vectors do: all rows together are the gradient of every step's loss.")
            : tr("%1 of %2 losses, evenly chosen.").arg(m_rows).arg(m_items.watched);
        drawText(m_painter, {24, 78}, sampled, words, m_theme.ink2);
    }

    /// Where a loss sends nothing there is paper, not a small value.
    void drawValues()
    {
        QImage image(m_columns, m_rows, QImage::Format_RGB32);
        for (int row = 0; row < m_rows; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                const double length = m_items.lengths(row, column);
                const QColor colour
                    = length == 0 ? m_theme.paper : valueFill(length, ValueStyle::gradient, Role::gradient, 1, m_theme);
                image.setPixelColor(column, row, colour);
            }
        }
        m_painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
        m_painter.drawImage(used(), image);
        m_painter.setPen(QPen(m_theme.line, 1));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(used().adjusted(-0.5, -0.5, 0.5, 0.5));
    }

    void drawNumbers()
    {
        const QFont font = numberFont(std::max(11.0, m_type - 1));
        if (cellWidth() < numberRoom || cellHeight() < font.pixelSize() * 1.3 || m_scene.classroom)
            return;
        for (int row = 0; row < m_rows; ++row) {
            for (int column = 0; column < m_columns; ++column) {
                const double length = m_items.lengths(row, column);
                if (length == 0)
                    continue;
                const QColor fill = valueFill(length, ValueStyle::gradient, Role::gradient, 1, m_theme);
                const QPointF middle = cell(row, column).center();
                drawText(m_painter, middle + QPointF(0, font.pixelSize() * 0.36), gradientNumber(length), font,
                         m_theme.inkOn(fill, 1), Align::centre);
            }
        }
    }

    /// Every how many cells a label of this room fits.
    static int stride(double pitch, double room) { return std::max(1, static_cast<int>(std::ceil(room / pitch))); }

    void drawAxes()
    {
        const QFont font = numberFont(m_type);
        for (int column = 0; column < m_columns; column += stride(cellWidth(), m_type * 3.4)) {
            const double x = cell(0, column).center().x();
            drawText(m_painter, {x, m_matrix.top() - m_type - 6}, label(column), font, m_theme.ink, Align::centre);
            drawText(m_painter, {x, m_matrix.top() - 5}, QString::number(column), numberFont(m_type - 1), m_theme.ink2,
                     Align::centre);
        }
        for (int row = 0; row < m_rows; row += stride(cellHeight(), m_type * 1.4)) {
            const int step = m_items.sources[static_cast<std::size_t>(row)];
            const double y = cell(row, 0).center().y() + m_type * 0.36;
            drawText(m_painter, {m_matrix.left() - 8, y}, QString::number(step), numberFont(m_type - 1), m_theme.ink2,
                     Align::right);
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
            m_painter.drawRect(cell(0, step).united(cell(m_rows - 1, step)));
        const auto row = std::ranges::find(m_items.sources, step);
        if (row == m_items.sources.end())
            return;
        const int index = static_cast<int>(row - m_items.sources.begin());
        m_painter.setPen(QPen(m_theme.ink, 1, Qt::DashLine));
        m_painter.drawRect(cell(index, 0).united(cell(index, m_columns - 1)));
    }

    void drawLegend()
    {
        const double y = used().bottom() + 18;
        double x = m_matrix.left();
        const QFont font = numberFont(11);
        x += drawText(m_painter, {x, y + 9}, QStringLiteral("1e−6"), font, m_theme.ink2) + 6;
        for (int i = 0; i <= 6; ++i, x += 18)
            m_painter.fillRect(QRectF(x, y, 17, 10),
                               valueFill(std::pow(10.0, i - 6), ValueStyle::gradient, Role::gradient, 1, m_theme));
        x += 6 + drawText(m_painter, {x + 4, y + 9}, QStringLiteral("1"), font, m_theme.ink2);
        drawText(m_painter, {x + 16, y + 9}, tr("empty: nothing is sent there"), interfaceFont(11), m_theme.ink2);
    }

    HitAreas areas() const
    {
        HitAreas areas;
        // Cells too small to be pointed at share an area, which tells of the one in its middle.
        const int down = stride(cellHeight(), 3), across = stride(cellWidth(), 3);
        for (int row = 0; row < m_rows; row += down) {
            for (int column = 0; column < m_columns; column += across) {
                const int inRow = std::min(row + down / 2, m_rows - 1);
                const int inColumn = std::min(column + across / 2, m_columns - 1);
                PlayheadState there = m_scene.playhead;
                there.step = inColumn;
                there.pass = Pass::backward;
                there.progress = 1;
                const int source = m_items.sources[static_cast<std::size_t>(inRow)];
                const double length = m_items.lengths(inRow, inColumn);
                const QString says = length == 0
                    ? tr("the loss of step %1 sends nothing to step %2").arg(source).arg(inColumn)
                    : tr("the loss of step %1 sends %3 to step %2").arg(source).arg(inColumn).arg(gradientNumber(length, 3));
                const QRectF last = cell(std::min(row + down, m_rows) - 1, std::min(column + across, m_columns) - 1);
                areas.push_back({cell(row, column).united(last), there, says});
            }
        }
        return areas;
    }

    QPainter &m_painter;
    const Scene &m_scene;
    const Theme &m_theme;
    const ItemisedGradient &m_items;
    double m_type;
    int m_rows, m_columns;
    QRectF m_matrix;
};

} // namespace

HitAreas drawItemised(QPainter &painter, const QSizeF &size, const Scene &scene, const ItemisedGradient &items)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(QRectF({0, 0}, size), scene.theme.paper);
    return ItemisedPicture(painter, size, scene, items).draw();
}

} // namespace gatescope
