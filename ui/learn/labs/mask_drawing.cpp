// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/mask_drawing.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/labs/step_cells.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double widestPitch = 7.6, cellShare = 0.86; ///< of a row, times the text's pixels; of it, the cell
constexpr double belowRows = 19;                      ///< times the text's pixels: what else the picture needs
constexpr int stateUnits = 4;                         ///< of the lab's GRU

/// Where a mask's cells stand.
struct MaskLayout {
    double left, wide, top, pitch, pixels;
    int steps, sequences;

    QRectF box(const MaskPlace &place) const
    {
        return {left + place.step * wide, top + place.sequence * pitch, wide - 1, cellShare * pitch};
    }
    double end() const { return left + steps * wide; }
    double bottom() const { return top + sequences * pitch; }
};

MaskLayout layoutOf(const QRectF &where, const StepMask &mask, double pixels)
{
    const double left = where.left() + 1.8 * pixels, states = (2 * 3.0 * stateUnits + 8.4) * pixels;
    const int steps = int(mask.front().size());
    return {left,
            std::min(5.5 * pixels, (where.right() - left - states) / steps),
            where.top() + 2.4 * pixels,
            std::min(widestPitch * pixels, (where.height() - belowRows * pixels) / double(mask.size())),
            pixels,
            steps,
            int(mask.size())};
}

void drawCells(QPainter &painter, const MaskLayout &layout, const MaskPicture &picture, const Theme &theme)
{
    const double pixels = layout.pixels;
    for (int n = 0; n < layout.sequences; ++n) {
        const double middle = layout.box({n, 0}).center().y();
        drawText(painter, {layout.left - 0.6 * pixels, middle + 0.4 * pixels}, sequenceName(n),
                 interfaceFont(1.15 * pixels, QFont::DemiBold), theme.ink, Align::right);
        for (int t = 0; t < layout.steps; ++t) {
            const bool isRead = picture.mask[std::size_t(n)][std::size_t(t)];
            drawStepCell(painter, layout.box({n, t}),
                         {isRead ? StepKind::read : StepKind::masked, isRead ? QString::number(t) : QString(),
                          picture.reading.states.at(t, n)},
                         theme, pixels);
        }
    }
    if (!picture.cursor)
        return;
    painter.setPen(QPen(theme.ink, 3));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(layout.box(*picture.cursor).adjusted(-1.5, -1.5, 1.5, 1.5));
}

void drawLastStates(QPainter &painter, const MaskLayout &layout, const MaskReading &reading, const Theme &theme)
{
    const double pixels = layout.pixels, wide = 3.0 * stateUnits * pixels, high = 1.9 * pixels;
    const double masked = layout.end() + 1.4 * pixels, whole = masked + wide + 1.2 * pixels;
    const QFont quiet = interfaceFont(0.9 * pixels);
    const double labels = layout.top - 0.8 * pixels;
    drawText(painter, {masked + wide / 2, labels}, Words::tr("masked (Keras)"), quiet, theme.ink2, Align::centre);
    drawText(painter, {whole + wide / 2, labels}, Words::tr("every step read"), quiet, theme.ink2, Align::centre);
    drawText(painter, {whole + wide + 5 * pixels, labels}, Words::tr("off by"), quiet, theme.ink2, Align::right);
    for (int n = 0; n < layout.sequences; ++n) {
        const double middle = layout.box({n, 0}).center().y();
        drawStateRow(painter, QRectF(masked, middle - high / 2, wide, high), reading.masked.row(n).transpose(), theme,
                     pixels);
        drawStateRow(painter, QRectF(whole, middle - high / 2, wide, high), reading.unmasked.row(n).transpose(), theme,
                     pixels);
        drawText(painter, {whole + wide + 5 * pixels, middle + 0.35 * pixels}, asShare(reading.drift[std::size_t(n)]),
                 numberFont(pixels, QFont::DemiBold), theme.ink, Align::right);
    }
}

void drawVerdicts(QPainter &painter, const QRectF &where, const StepMask &mask, const Theme &theme, double pixels)
{
    double y = where.top();
    for (const MaskVerdict &verdict : verdictsOn(mask)) {
        const double left = where.left() + 8 * pixels;
        drawTick(painter, {where.left() + 0.7 * pixels, y + 0.8 * pixels}, verdict.takesIt, theme, 1.3 * pixels);
        drawText(painter, {where.left() + 2 * pixels, y + 1.15 * pixels}, QString::fromLatin1(verdict.who),
                 interfaceFont(1.1 * pixels, QFont::DemiBold), theme.ink);
        y += std::max(1.5 * pixels,
                      drawParagraph(painter, {left, y}, said(verdict.says), interfaceFont(1.1 * pixels), theme.ink,
                                    where.right() - left));
        y += 0.9 * pixels;
    }
}

} // namespace

void drawMaskedSteps(QPainter &painter, const QRectF &where, const MaskPicture &picture, const Theme &theme,
                     double pixels)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    const MaskLayout layout = layoutOf(where, picture.mask, pixels);
    drawText(painter, {layout.left, where.top() + pixels}, Words::tr("Hatched steps are masked"),
             interfaceFont(pixels, QFont::DemiBold), theme.ink);
    drawCells(painter, layout, picture, theme);
    drawLastStates(painter, layout, picture.reading, theme);
    drawText(painter, {layout.left, layout.bottom() + 0.6 * pixels},
             Words::tr("below each step: the state after it, as Keras keeps it"), interfaceFont(0.9 * pixels),
             theme.ink2);
}

void drawMask(QPainter &painter, const QRectF &where, const MaskPicture &picture, const Theme &theme, double pixels)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    drawMaskedSteps(painter, where, picture, theme, pixels);
    const MaskLayout layout = layoutOf(where, picture.mask, pixels);
    drawVerdicts(painter, QRectF(QPointF(where.left(), layout.bottom() + 2.4 * pixels), where.bottomRight()),
                 picture.mask, theme, pixels);
}

std::optional<MaskPlace> maskPlaceAt(const QPointF &at, const QRectF &where, const StepMask &mask, double pixels)
{
    const MaskLayout layout = layoutOf(where, mask, pixels);
    const MaskPlace place{int(std::floor((at.y() - layout.top) / layout.pitch)),
                          int(std::floor((at.x() - layout.left) / layout.wide))};
    if (place.sequence < 0 || place.sequence >= layout.sequences || place.step < 0 || place.step >= layout.steps)
        return std::nullopt;
    return place;
}

QString inWords(const MaskPicture &picture)
{
    QStringList words;
    if (picture.cursor) {
        const bool isRead = picture.mask[std::size_t(picture.cursor->sequence)][std::size_t(picture.cursor->step)];
        words += (isRead ? Words::tr("Cursor: %1, step %2, read.") : Words::tr("Cursor: %1, step %2, masked."))
                     .arg(sequenceName(picture.cursor->sequence))
                     .arg(picture.cursor->step);
    }
    for (std::size_t n = 0; n < picture.mask.size(); ++n) {
        QString row;
        for (const bool isRead : picture.mask[n])
            row += isRead ? u'1' : u'0';
        words += Words::tr("%1: %2, every step read is off by %3.")
                     .arg(sequenceName(int(n)), row, asShare(picture.reading.drift[n]));
    }
    for (const MaskVerdict &verdict : verdictsOn(picture.mask))
        words += QString::fromLatin1(verdict.who) + u": "_qs + said(verdict.says);
    return words.join(' ');
}

} // namespace gatescope
