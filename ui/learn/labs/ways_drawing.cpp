// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/merging_drawing.h"

#include "ui/common/fonts.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr double rowHeight = 2.1, nameRoom = 15, countRoom = 9.5, timeRoom = 18; ///< times the text's pixels
constexpr double stripGap = 1.5, leastStrip = 7.5;                               ///< too
constexpr double thinnestMark = 2.5;                                             ///< pixels

/// "6·T = 72", "1 + 2·T = 25".
QString countSays(const ProductPlan &plan)
{
    const QString each
        = plan.eachStep.size() == 1 ? QStringLiteral("T") : QStringLiteral("%1·T").arg(plan.eachStep.size());
    return (plan.before.empty() ? each : QStringLiteral("%1 + %2").arg(plan.before.size()).arg(each))
        + QStringLiteral(" = %1").arg(plan.count());
}

/// A product as a mark with the hues of its gates: above the line where it reads x, below where it reads h.
void drawMark(QPainter &painter, const QRectF &slot, const GateProduct &product, const Theme &theme)
{
    const double half = slot.height() / 2 - 1;
    const bool isInput = product.by == Multiplied::input;
    QRectF box(slot.left(), isInput ? slot.top() : slot.top() + half + 2, std::max(1.0, slot.width() - 1), half);
    const double each = box.height() / product.gates;
    for (int k = 0; k < product.gates; ++k)
        painter.fillRect(QRectF(box.left(), box.top() + k * each, box.width(), each),
                         theme.wire(gateRole(product.firstGate + k)));
}

/// Every product of a way in its order, all ways at the same pace; where they are too many, how long the row is.
void drawStrip(QPainter &painter, const QRectF &where, const ProductPlan &plan, double slot, const Theme &theme)
{
    if (slot < thinnestMark) {
        painter.fillRect(QRectF(where.left(), where.center().y() - where.height() / 4,
                                std::max(1.0, plan.count() * slot), where.height() / 2),
                         theme.ink2);
        return;
    }
    double x = where.left();
    const auto draw = [&](const std::vector<GateProduct> &products) {
        for (const GateProduct &product : products) {
            drawMark(painter, QRectF(x, where.top(), slot, where.height()), product, theme);
            x += slot;
        }
    };
    draw(plan.before);
    for (int t = 0; t < plan.steps; ++t)
        draw(plan.eachStep);
}

QString timeSays(const WayTime &time, const WayTime &separate)
{
    if (!time.isMiddleHalfFaster(separate))
        return Words::tr("%1 (%2 to %3)").arg(asTime(time.median), asTime(time.low), asTime(time.high));
    return Words::tr("%1, %2 × as fast").arg(asTime(time.median), decimals(separate.median / time.median, 1));
}

} // namespace

WaysColumns waysColumns(double width, double pixels)
{
    constexpr double rooms = nameRoom + countRoom + timeRoom;
    const double strip = width - (rooms + stripGap) * pixels;
    const double unit = strip < leastStrip * pixels ? width / rooms : pixels;
    const double counts = nameRoom * unit, after = counts + countRoom * unit;
    return {counts, after, width - timeRoom * unit, strip < leastStrip * pixels ? 0 : strip};
}

QString stripHeading(double stripWidth, double pixels)
{
    for (const QString &heading :
         {Words::tr("in their order: of x above, of h below"), Words::tr("x above, h below"), Words::tr("in order")})
        if (textWidth(heading, interfaceFont(0.85 * pixels)) <= stripWidth)
            return heading;
    return {};
}

double waysHeight(const MergingPicture &picture, double width, double pixels)
{
    return (1.9 + productWays * rowHeight + 0.4) * pixels
        + paragraphHeight(timeNote(picture), interfaceFont(0.85 * pixels), width);
}

void drawWays(QPainter &painter, const QRectF &where, const MergingPicture &picture, const Theme &theme, double pixels)
{
    const WaysColumns columns = waysColumns(where.width(), pixels);
    const double countAt = where.left() + columns.counts, stripAt = where.left() + columns.strip;
    const double timeAt = where.left() + columns.times, strip = columns.stripWidth;
    const QFont quiet = interfaceFont(0.85 * pixels);
    const double heads = where.top() + pixels;
    drawText(painter, {where.left(), heads}, Words::tr("Merged how"), quiet, theme.ink2);
    drawText(painter, {countAt, heads}, Words::tr("products"), quiet, theme.ink2);
    drawText(painter, {stripAt, heads}, stripHeading(strip, pixels), quiet, theme.ink2);
    drawText(painter, {timeAt, heads}, Words::tr("measured here"), quiet, theme.ink2);
    const ResetPlacement reset = resetOf(picture.settings.convention);
    const LayerSizes &sizes = picture.settings.sizes;
    const double slot = std::min(0.8 * pixels, strip / productPlan(ProductWay::separate, sizes, reset).count());
    double y = where.top() + 1.9 * pixels;
    for (int i = 0; i < productWays; ++i, y += rowHeight * pixels) {
        const ProductWay way = ProductWay(i);
        const bool isShown = way == picture.settings.way, isKnown = picture.knowsCounts || way == ProductWay::separate;
        const double base = y + rowHeight * pixels / 2 + 0.35 * pixels;
        if (isShown)
            painter.fillRect(QRectF(where.left() - 0.5 * pixels, y, where.width() + 0.5 * pixels, rowHeight * pixels),
                             theme.wash);
        drawText(painter, {where.left(), base}, nameOf(way),
                 interfaceFont(pixels, isShown ? QFont::DemiBold : QFont::Normal), theme.ink);
        const ProductPlan plan = productPlan(way, sizes, reset);
        drawText(painter, {countAt, base}, isKnown ? countSays(plan) : QStringLiteral("?"),
                 numberFont(pixels, QFont::DemiBold), theme.ink);
        if (isKnown && strip > 0)
            drawStrip(painter, QRectF(stripAt, y + 0.3 * pixels, strip, (rowHeight - 0.6) * pixels), plan, slot, theme);
        if (picture.time)
            drawText(painter, {timeAt, base}, timeSays(picture.time->ways[std::size_t(i)], picture.time->ways[0]),
                     numberFont(0.92 * pixels), theme.ink);
    }
    drawParagraph(painter, {where.left(), y + 0.3 * pixels}, timeNote(picture), quiet, theme.ink2, where.width());
}

} // namespace gatescope
