// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/merging_drawing.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/labs/stack_layout.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr double blockStrength = 0.45, sumsStrength = 0.22; ///< of the hue over paper
constexpr double smallestCell = 5;                          ///< pixels: thinner ones are not told apart
constexpr char gateLetters[]{'r', 'z', 'n'};

Role hueOf(const StackBlock &block)
{
    if (block.gate >= 0)
        return gateRole(block.gate);
    return block.by == Multiplied::input ? Role::input : Role::state;
}

/// As mathematics writes it: W_{r}, x_{0}, r∘h.
QString labelOf(const StackBlock &block, bool isAll)
{
    const QChar gate = block.gate >= 0 ? QChar::fromLatin1(gateLetters[block.gate]) : QChar();
    switch (block.part) {
    case StackPart::matrix:
        return QStringLiteral("%1_{%2}").arg(block.by == Multiplied::input ? 'W' : 'U').arg(gate);
    case StackPart::sums:
        return block.step == 0 || !isAll ? QString(gate) : QString();
    case StackPart::read:
        break;
    }
    return block.by == Multiplied::input ? QStringLiteral("x_{*%1*}").arg(block.step)
        : block.by == Multiplied::state  ? QStringLiteral("h")
                                         : QStringLiteral("r∘h");
}

void drawCells(QPainter &painter, const StackBlock &block, double scale, const QColor &colour)
{
    if (scale < smallestCell)
        return;
    painter.setPen(QPen(colour, 1));
    for (int column = 1; column < block.columns; ++column) {
        const double x = block.box.left() + block.box.width() * column / block.columns;
        painter.drawLine(QPointF(x, block.box.top()), QPointF(x, block.box.bottom()));
    }
    for (int row = 1; row < block.rows; ++row) {
        const double y = block.box.top() + block.box.height() * row / block.rows;
        painter.drawLine(QPointF(block.box.left(), y), QPointF(block.box.right(), y));
    }
}

void drawBlock(QPainter &painter, const StackBlock &block, double scale, bool isAll, const Theme &theme, double pixels)
{
    const PainterScope scope(painter);
    painter.setOpacity(block.opacity);
    const QColor hue = theme.of(hueOf(block)).hue;
    const QColor fill = blended(hue, block.part == StackPart::sums ? sumsStrength : blockStrength, theme.paper);
    painter.fillRect(block.box, fill);
    drawCells(painter, block, scale, blended(theme.paper, 0.55, fill));
    drawHairFrame(painter, block.box, theme.ink3);
    const QString label = labelOf(block, isAll);
    const double size = std::min(1.5 * pixels, 0.92 * block.box.height());
    if (size >= 0.85 * pixels && mathWidth(label, size) < block.box.width() - 4)
        drawMath(painter, {block.box.center().x(), block.box.center().y() + 0.3 * size}, label, size, theme.ink, theme,
                 Align::centre);
}

/// PyTorch's matrices are stored the other way round than they are multiplied.
void drawTransposed(QPainter &painter, const StackLayout &layout, const Theme &theme, double pixels)
{
    for (const Multiplied by : {Multiplied::input, Multiplied::state}) {
        QRectF whole;
        for (const StackBlock &block : layout.blocks)
            if (block.part == StackPart::matrix && block.by == by)
                whole = whole.united(block.box);
        drawMath(painter, whole.topRight() + QPointF(3, 0.7 * pixels), QStringLiteral("*⊤*"), pixels, theme.ink2,
                 theme);
    }
}

} // namespace

Role gateRole(int gate)
{
    constexpr Role roles[]{Role::letsBy, Role::keeps, Role::candidate};
    return roles[gate];
}

void drawStacks(QPainter &painter, const QRectF &where, const MergingPicture &picture, double place, const Theme &theme,
                double pixels)
{
    const StackLayout layout = stackLayout(where, picture.settings, place, pixels);
    const bool isAll = picture.settings.way == ProductWay::allSteps;
    for (const StackWords &heading : layout.headings)
        drawText(painter, heading.at, heading.words, interfaceFont(pixels, QFont::DemiBold), theme.ink);
    for (const StackWords &caption : layout.captions)
        drawText(painter, caption.at, caption.words, numberFont(0.82 * pixels), theme.ink2, Align::centre);
    for (const StackWords &sign : layout.signs)
        drawText(painter, sign.at, sign.words, interfaceFont(1.2 * pixels), theme.ink, Align::centre);
    drawWire(painter, layout.loop, theme.wire(Role::state), 2);
    drawArrowhead(painter, layout.loop.currentPosition() + QPointF(3, 0), 0, theme.wire(Role::state), 0.7 * pixels);
    drawText(painter, layout.loopSays, Words::tr("gates and blend make the h that the next step reads"),
             interfaceFont(0.85 * pixels), theme.ink2);
    for (const StackBlock &block : layout.blocks)
        drawBlock(painter, block, layout.scale, isAll, theme, pixels);
    if (picture.settings.convention == StackingConvention::pytorch)
        drawTransposed(painter, layout, theme, pixels);
    if (layout.more)
        drawText(painter, *layout.more, Words::tr("… %1 steps").arg(picture.settings.sizes.steps),
                 interfaceFont(0.85 * pixels), theme.ink2);
}

} // namespace gatescope
