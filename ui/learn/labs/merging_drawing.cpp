// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/merging_drawing.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/drawing/marks/words_in_colour.h"
#include "ui/learn/labs/step_cells.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr double stateRow = 1.9, stateName = 9.5, widestState = 4.4; ///< times the text's pixels

/// The example may be smaller than the layer that is drawn.
QString exampleSays(const MergingPicture &picture)
{
    const LayerSizes &sizes = picture.reading.sizes;
    return sizes == picture.settings.sizes
        ? Words::tr("h after the last step, of the first sequence")
        : Words::tr("h after the last step, of a smaller layer (I %1, H %2, T %3, B %4)")
              .arg(sizes.inputs)
              .arg(sizes.units)
              .arg(sizes.steps)
              .arg(sizes.sequences);
}

double numbersHeight(const MergingPicture &picture, double width, const Theme &theme, double pixels)
{
    return (1.7 + productWays * stateRow + 0.5) * pixels
        + wordsHeight(colouredWords(findingOf(picture), theme), interfaceFont(pixels), width);
}

void drawNumbers(QPainter &painter, const QRectF &where, const MergingPicture &picture, const Theme &theme,
                 double pixels)
{
    drawText(painter, {where.left(), where.top() + pixels}, exampleSays(picture),
             interfaceFont(pixels, QFont::DemiBold), theme.ink);
    const double left = where.left() + stateName * pixels;
    double y = where.top() + 1.7 * pixels;
    for (int i = 0; i < productWays; ++i, y += stateRow * pixels) {
        const Vector state = picture.reading.last[std::size_t(i)].row(0).transpose();
        const double base = y + stateRow * pixels / 2 + 0.32 * pixels;
        drawText(painter, {where.left(), base}, nameOf(ProductWay(i)), interfaceFont(0.92 * pixels), theme.ink);
        const double wide = std::min(widestState * pixels * double(state.size()), where.right() - left);
        if (i == 0 || picture.knowsNumbers)
            drawStateRow(painter, QRectF(left, y, wide, stateRow * pixels - 2), state, theme, pixels);
        else
            drawText(painter, {left, base}, QStringLiteral("?"), numberFont(pixels, QFont::DemiBold), theme.ink);
    }
    drawWords(painter, {where.left(), y + 0.5 * pixels}, colouredWords(findingOf(picture), theme),
              interfaceFont(pixels), theme.ink, where.width());
}

QString candidateLine(ResetPlacement reset)
{
    return reset == ResetPlacement::after
        ? QStringLiteral("[n]n[/] = *tanh*(W_{n} [x]x[/] + b_{in} + [r]r[/] ∘ (U_{n} [h]h[/] + b_{hn}))")
        : QStringLiteral("[n]n[/] = *tanh*(W_{n} [x]x[/] + b_{n} + U_{n} ([r]r[/] ∘ [h]h[/]))");
}

double limitHeight(const MergingPicture &picture, double width, const Theme &theme, double pixels)
{
    return (2 * 1.7 + 0.9 + 2 * stateRow + 0.5) * pixels
        + wordsHeight(colouredWords(limitOf(picture), theme), interfaceFont(pixels), width);
}

void drawLimit(QPainter &painter, const QRectF &where, const MergingPicture &picture, const Theme &theme, double pixels)
{
    drawText(painter, {where.left(), where.top() + pixels}, Words::tr("What cannot be merged"),
             interfaceFont(pixels, QFont::DemiBold), theme.ink);
    drawMath(painter, {where.left(), where.top() + 3.1 * pixels}, candidateLine(resetOf(picture.settings.convention)),
             1.35 * pixels, theme.ink, theme);
    const double left = where.left() + stateName * pixels;
    double y = where.top() + (2 * 1.7 + 0.9) * pixels;
    if (!picture.knowsCounts) {
        drawWords(painter, {where.left(), y}, colouredWords(limitOf(picture), theme), interfaceFont(pixels), theme.ink2,
                  where.width());
        return;
    }
    const std::pair<QString, const Matrix *> rows[]{{Words::tr("h, rightly"), &picture.reading.last[0]},
                                                    {Words::tr("h, merged"), &picture.reading.wrongLast}};
    for (const auto &[name, states] : rows) {
        const Vector state = states->row(0).transpose();
        drawText(painter, {where.left(), y + stateRow * pixels / 2 + 0.32 * pixels}, name, interfaceFont(0.92 * pixels),
                 theme.ink);
        const double wide = std::min(widestState * pixels * double(state.size()), where.right() - left);
        drawStateRow(painter, QRectF(left, y, wide, stateRow * pixels - 2), state, theme, pixels);
        y += stateRow * pixels;
    }
    drawWords(painter, {where.left(), y + 0.5 * pixels}, colouredWords(limitOf(picture), theme), interfaceFont(pixels),
              theme.ink, where.width());
}

} // namespace

void drawMerging(QPainter &painter, const QRectF &where, const MergingPicture &picture, double place,
                 const Theme &theme, double pixels)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const double gap = 2.5 * pixels, half = (where.width() - gap) / 2;
    const double ways = waysHeight(picture, where.width(), pixels);
    const double below
        = std::max(numbersHeight(picture, half, theme, pixels), limitHeight(picture, half, theme, pixels));
    const double stacks = where.height() - ways - below - 2.4 * pixels;
    drawStacks(painter, QRectF(where.left(), where.top(), where.width(), stacks), picture, place, theme, pixels);
    double y = where.top() + stacks + 0.8 * pixels;
    painter.fillRect(QRectF(where.left(), y, where.width(), 1), theme.line);
    drawWays(painter, QRectF(where.left(), y + 0.4 * pixels, where.width(), ways), picture, theme, pixels);
    y += ways + 0.8 * pixels;
    painter.fillRect(QRectF(where.left(), y, where.width(), 1), theme.line);
    y += 0.6 * pixels;
    drawNumbers(painter, QRectF(where.left(), y, half, below), picture, theme, pixels);
    drawLimit(painter, QRectF(where.left() + half + gap, y, half, below), picture, theme, pixels);
}

} // namespace gatescope
