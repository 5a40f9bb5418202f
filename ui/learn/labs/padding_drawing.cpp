// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/padding_drawing.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/chart_drawing.h"
#include "ui/learn/labs/step_cells.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr double rowPitch = 3.7, cellHeight = 3.1, nameWidth = 1.7, stateCell = 3.0; ///< times the text's pixels

/// A drawing and what all its parts need.
struct PaddingPainter {
    QPainter &painter;
    const PaddingPicture &picture;
    const Theme &theme;
    double pixels;

    int sequences() const { return picture.reading.packed->batch->sequences(); }
    int length(int n) const { return picture.reading.packed->length(n); }
    int steps() const { return picture.reading.steps(); }

    void heading(const QPointF &at, const QString &words) const
    {
        drawText(painter, at, words, interfaceFont(pixels, QFont::DemiBold), theme.ink);
    }
    void name(double right, double top, int n) const
    {
        drawText(painter, {right - 0.6 * pixels, top + cellHeight * pixels / 2 + 0.35 * pixels}, sequenceName(n),
                 interfaceFont(1.1 * pixels, QFont::DemiBold), theme.ink, Align::right);
    }
    /// Where each direction begins to read a row.
    void starts(const QRectF &row) const
    {
        const double size = 0.75 * pixels;
        drawArrowhead(painter, {row.left() - 1, row.center().y()}, 0, theme.wire(Role::state), size);
        if (picture.reading.directions() > 1)
            drawArrowhead(painter, {row.right() + 1, row.center().y()}, 180, theme.wire(Role::state), size);
    }

    void padded(const QRectF &where) const;
    void packed(const QRectF &where, bool isBrief = false) const;
    void packedFields(const QPointF &at, double width, const PackedOrder &order, bool isBrief) const;
    void lastStates(const QRectF &where) const;
    void curves(const QRectF &where) const;
};

double cellWidth(double room, int steps, double pixels)
{
    return std::min(3.4 * pixels, room / steps);
}

void PaddingPainter::padded(const QRectF &where) const
{
    heading({where.left(), where.top() + pixels}, Words::tr("Padded: all %1 steps of every row are read").arg(steps()));
    const double left = where.left() + (nameWidth + 1) * pixels;
    const double wide = cellWidth(where.width() - (nameWidth + 2) * pixels, steps(), pixels);
    const StepMask real = realSteps(picture.reading.packed->batch->lengths, picture.reading.side, steps());
    const TimeArray &states = picture.reading.padded->output;
    for (int n = 0; n < sequences(); ++n) {
        const double top = where.top() + (1.8 + n * rowPitch) * pixels;
        name(left - 0.6 * pixels, top, n);
        const int first = paddedStep(0, length(n), picture.reading.side, steps());
        for (int t = 0; t < steps(); ++t) {
            const bool isReal = real[std::size_t(n)][std::size_t(t)];
            drawStepCell(painter, QRectF(left + t * wide, top, wide - 1, cellHeight * pixels),
                         {isReal ? StepKind::read : StepKind::zero,
                          isReal ? QString::number(t - first) : QStringLiteral("·"), states.at(t, n)},
                         theme, pixels);
        }
        starts(QRectF(left, top, steps() * wide, cellHeight * pixels));
    }
}

void PaddingPainter::packed(const QRectF &where, bool isBrief) const
{
    heading({where.left(), where.top() + pixels}, Words::tr("Packed: real steps alone, the longest first"));
    if (!picture.order) {
        drawParagraph(painter, {where.left(), where.top() + 2.4 * pixels}, said(picture.order.error().sentence),
                      numberFont(0.95 * pixels), theme.ink, where.width());
        return;
    }
    const PackedOrder &order = *picture.order;
    const int longest = int(order.batchSizes.size());
    const double left = where.left() + (nameWidth + 1) * pixels;
    const double wide = cellWidth(where.width() - (nameWidth + 2) * pixels, longest, pixels);
    const TimeArray &states = picture.reading.packed->output;
    const auto topOf = [&](int place) { return where.top() + (1.8 + place * rowPitch) * pixels; };
    for (int place = 0; place < order.batchSizes.front(); ++place) {
        const int n = order.rows[std::size_t(place)].sequence;
        name(left - 0.6 * pixels, topOf(place), n);
        starts(QRectF(left, topOf(place), length(n) * wide, cellHeight * pixels));
    }
    int place = 0, step = 0;
    for (const PackedRow &row : order.rows) {
        place = row.step == step ? place : 0;
        step = row.step;
        drawStepCell(painter, QRectF(left + step * wide, topOf(place), wide - 1, cellHeight * pixels),
                     {StepKind::read, QString::number(step), states.at(step, row.sequence)}, theme, pixels);
        ++place;
    }
    const double below = topOf(order.batchSizes.front()) + 0.9 * pixels;
    for (int t = 0; t < longest; ++t)
        drawText(painter, {left + (t + 0.5) * wide, below}, QString::number(order.batchSizes[std::size_t(t)]),
                 numberFont(pixels, QFont::DemiBold), theme.ink, Align::centre);
    packedFields({where.left(), below + 1.6 * pixels}, where.width(), order, isBrief);
}

QString listed(const std::vector<int> &numbers)
{
    QStringList words;
    for (const int number : numbers)
        words += QString::number(number);
    return words.isEmpty() ? QStringLiteral("None") : u'[' + words.join(u", "_qs) + u']';
}

/// In brief: without the indices, which say nothing where the lengths are sorted.
void PaddingPainter::packedFields(const QPointF &at, double width, const PackedOrder &order, bool isBrief) const
{
    QString data;
    for (const PackedRow &row : order.rows)
        data += sequenceName(row.sequence) + QString::number(row.step) + ' ';
    const QFont font = numberFont(0.85 * pixels);
    QStringList lines{isBrief ? QStringLiteral("batch_sizes %1").arg(listed(order.batchSizes))
                              : QStringLiteral("batch_sizes      %1").arg(listed(order.batchSizes))};
    if (!isBrief)
        lines += {QStringLiteral("sorted_indices   %1").arg(listed(order.sortedIndices)),
                  QStringLiteral("unsorted_indices %1").arg(listed(order.unsortedIndices))};
    lines += isBrief ? QStringLiteral("data        %1").arg(data) : QStringLiteral("data %1").arg(data);
    double y = at.y();
    for (const QString &line : lines)
        y += drawParagraph(painter, {at.x(), y - 0.9 * pixels}, line, font, theme.ink2, width) + 0.1 * pixels;
}

void PaddingPainter::lastStates(const QRectF &where) const
{
    const PaddingReading &reading = picture.reading;
    const int units = reading.packed->spec.hiddenSize;
    const double wide = stateCell * units * pixels, gap = 1.2 * pixels;
    const double packedLeft = where.left() + nameWidth * pixels, paddedLeft = packedLeft + wide + gap;
    const double rows = double(sequences()) * reading.directions();
    const double high = std::min(2.3 * pixels, (where.height() - 3.2 * pixels) / (rows + reading.directions() - 1));
    heading({where.left(), where.top() + pixels}, QStringLiteral("h_n"));
    const QFont quiet = interfaceFont(0.9 * pixels);
    const double labels = where.top() + 2.5 * pixels;
    drawText(painter, {packedLeft + wide / 2, labels}, Words::tr("packed"), quiet, theme.ink2, Align::centre);
    drawText(painter, {paddedLeft + wide / 2, labels}, Words::tr("padded"), quiet, theme.ink2, Align::centre);
    drawText(painter, {paddedLeft + wide + 4.6 * pixels, labels}, Words::tr("off by"), quiet, theme.ink2, Align::right);
    double y = labels + 0.5 * pixels;
    for (int d = 0; d < reading.directions(); ++d) {
        if (d == 1) {
            drawText(painter, {packedLeft, y + 0.75 * high}, Words::tr("backwards"), quiet, theme.ink2);
            y += high;
        }
        for (int n = 0; n < sequences(); ++n, y += high) {
            const double base = y + high / 2 + 0.35 * pixels, off = reading.drift[std::size_t(d)][std::size_t(n)];
            drawText(painter, {where.left(), base}, sequenceName(n), interfaceFont(pixels, QFont::DemiBold), theme.ink);
            drawStateRow(painter, QRectF(packedLeft, y, wide, high),
                         reading.packed->hN[std::size_t(d)].row(n).transpose(), theme, pixels);
            drawStateRow(painter, QRectF(paddedLeft, y, wide, high),
                         reading.padded->hN[std::size_t(d)].row(n).transpose(), theme, pixels);
            drawText(painter, {paddedLeft + wide + 4.6 * pixels, base}, asShare(off),
                     numberFont(pixels, off > 0 ? QFont::DemiBold : QFont::Normal), off > 0 ? theme.ink : theme.ink2,
                     Align::right);
        }
    }
}

void PaddingPainter::curves(const QRectF &where) const
{
    const QColor hue = theme.wire(Role::state);
    Chart chart{.title = Words::tr("How far h_n is off after so many zeros (1: by its own length)")};
    chart.along = Words::tr("zeros");
    for (int n = 0; n < sequences(); ++n)
        chart.lines.push_back({sequenceName(n), picture.curves[std::size_t(n)], n < 2 ? hue : theme.ink2, 2.5, 1, false,
                               n % 2 == 1 ? Qt::DashLine : Qt::SolidLine});
    drawChart(painter, where, chart, theme, pixels);
}

} // namespace

int zerosOf(const PaddingPicture &picture, int sequence)
{
    return picture.reading.steps() - picture.reading.packed->length(sequence);
}

QString findingOf(const PaddingPicture &picture)
{
    const PaddingReading &reading = picture.reading;
    const bool isRight = reading.side == PaddingSide::right;
    int direction = 0, worst = 0, zeros = 0;
    for (int d = 0; d < reading.directions(); ++d)
        for (int n = 0; n < reading.packed->batch->sequences(); ++n) {
            zeros += zerosOf(picture, n);
            if (reading.drift[std::size_t(d)][std::size_t(n)]
                > reading.drift[std::size_t(direction)][std::size_t(worst)])
                direction = d, worst = n;
        }
    if (zeros == 0)
        return Words::tr("All are equally long: nothing is padded, and h_n is the same to the last bit.");
    if (reading.drift[std::size_t(direction)][std::size_t(worst)] == 0)
        return Words::tr(
            "Without biases a state of zeros stays zeros while zeros are read: here left padding changes nothing.");
    const QString ends = reading.directions() == 1 ? QString()
        : isRight ? ' ' + Words::tr("The backward direction begins in the zeros, the forward one ends in them.")
                  : ' ' + Words::tr("The forward direction begins in the zeros, the backward one ends in them.");
    return (direction == 0 ? isRight
                    ? Words::tr("Zeros are not nothing: %1 reads %2 after its end, and its h_n is off by %3.")
                    : Words::tr("Zeros are not nothing: %1 reads %2 before its start, and its h_n is off by %3.")
                           : Words::tr("Zeros are not nothing: %1 reads %2, and backwards its h_n is off by %3."))
               .arg(sequenceName(worst))
               .arg(zerosOf(picture, worst))
               .arg(asShare(reading.drift[std::size_t(direction)][std::size_t(worst)]))
        + ends;
}

QString inWords(const PaddingPicture &picture)
{
    const PaddingReading &reading = picture.reading;
    QStringList words{findingOf(picture)};
    for (int n = 0; n < reading.packed->batch->sequences(); ++n) {
        QString line = Words::tr("%1: length %2, %3 zeros, h_n off by %4")
                           .arg(sequenceName(n))
                           .arg(reading.packed->length(n))
                           .arg(zerosOf(picture, n))
                           .arg(asShare(reading.drift[0][std::size_t(n)]));
        if (reading.directions() > 1)
            line += Words::tr(", backwards by %1").arg(asShare(reading.drift[1][std::size_t(n)]));
        words += line
            + Words::tr("; after %1 zeros by %2.")
                  .arg(picture.curves[std::size_t(n)].size() - 1)
                  .arg(asShare(picture.curves[std::size_t(n)].back()));
    }
    words += picture.order ? Words::tr("batch_sizes %1, sorted_indices %2, unsorted_indices %3.")
                                 .arg(listed(picture.order->batchSizes), listed(picture.order->sortedIndices),
                                      listed(picture.order->unsortedIndices))
                           : said(picture.order.error().sentence);
    return words.join(' ');
}

void drawPadding(QPainter &painter, const QRectF &where, const PaddingPicture &picture, const Theme &theme,
                 double pixels)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const PaddingPainter drawing{painter, picture, theme, pixels};
    const double gap = 2 * pixels, steps = drawing.steps();
    const double longest = picture.order ? double(picture.order->batchSizes.size()) : steps;
    const double share = std::clamp(steps / (steps + longest), 0.5, 0.6);
    const double left = (where.width() - gap) * share;
    const QFont finding = interfaceFont(1.1 * pixels, QFont::DemiBold);
    const double findingHeight = paragraphHeight(findingOf(picture), finding, where.width());
    const double above = (1.8 + rowPitch * drawing.sequences() + 9) * pixels;
    drawing.padded(QRectF(where.left(), where.top(), left, above));
    drawing.packed(QRectF(where.left() + left + gap, where.top(), where.width() - left - gap, above));
    const QRectF below(where.left(), where.top() + above, where.width(),
                       where.height() - above - findingHeight - 1.2 * pixels);
    const double table = (nameWidth + 2 * stateCell * picture.reading.packed->spec.hiddenSize + 7) * pixels;
    drawing.lastStates(QRectF(below.left(), below.top(), table, below.height()));
    drawing.curves(below.adjusted(table + gap, 0, 0, 0));
    drawParagraph(painter, {where.left(), where.bottom() - findingHeight}, findingOf(picture), finding, theme.ink,
                  where.width());
}

void drawPaddedBatch(QPainter &painter, const QRectF &where, const PaddingPicture &picture, bool isPacked,
                     const Theme &theme, double pixels)
{
    constexpr double widestStep = 3.4, gapBetween = 2, fieldLines = 6.5, largest = 1.6; ///< times the text's pixels
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const int sequences = picture.reading.packed->batch->sequences();
    const double batch = 1.8 + rowPitch * sequences;
    const double high = isPacked ? 2 * batch + gapBetween + fieldLines : batch;
    const double wide = widestStep * picture.reading.steps() + nameWidth + 2;
    const double fits = std::min(where.height() / high, where.width() / wide);
    const double size = std::clamp(fits, pixels, largest * pixels);
    const PaddingPainter drawing{painter, picture, theme, size};
    drawing.padded(where);
    if (isPacked)
        drawing.packed(where.adjusted(0, (batch + gapBetween) * size, 0, 0), true);
}

} // namespace gatescope
