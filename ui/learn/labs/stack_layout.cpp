// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/stack_layout.h"

#include "ui/common/translate.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/labs/stack_measures.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gatescope {

namespace {

constexpr double moreRoom = 1.3; ///< times the text's pixels: for the words that there are more steps

/// How far the gates, and then the steps, have come together.
struct Merged {
    double gates, steps;
};

/// Builds the layout of one half from top to bottom.
struct HalfBuilder {
    StackLayout &layout;
    const MergingSettings &settings;
    Merged merged;
    double pixels;

    /// Pieces of the gates side by side, or one under the other; on the way to the order of the stack two of them pass.
    void gates(const LineMeasures &measures, StackBlock block, const QPointF &centre, bool isDown, double top)
    {
        std::vector<int> apart = measures.line.gates;
        std::ranges::sort(apart);
        const double along = measures.length(settings.sizes.units);
        const double pitch = along + (1 - merged.gates) * blockGap * pixels;
        const double across = measures.length(isDown ? block.columns : block.rows);
        const double begin = -(pitch * (measures.count() - 1) + along) / 2;
        for (int place = 0; place < measures.count(); ++place) {
            block.gate = measures.line.gates[std::size_t(place)];
            const double from = double(std::ranges::find(apart, block.gate) - apart.begin());
            const double at = begin + pitch * (from + (place - from) * merged.gates);
            const double aside = place > from ? across * std::sin(std::numbers::pi * merged.gates) : 0;
            block.box = isDown ? QRectF(centre.x() - across / 2 + aside, top - begin + at, across, along)
                               : QRectF(centre.x() + at, top + aside, along, across);
            layout.blocks.push_back(block);
        }
    }

    void caption(double x, double top, const QString &words)
    {
        layout.captions.push_back({{x, top + 1.1 * pixels}, words});
    }

    /// x of one step under the other, or h once.
    void read(const LineMeasures &measures, double x, double top, double bottom)
    {
        const bool isInput = measures.line.by == Multiplied::input;
        const double high = measures.length(settings.sizes.sequences), wide = measures.length(measures.line.inner);
        const double pitch = high + (1 - merged.steps) * stepGap * pixels;
        for (int t = 0; t < (isInput ? settings.sizes.steps : 1); ++t) {
            const QRectF box(x - wide / 2, top + t * pitch, wide, high);
            if (t > 0 && box.bottom() > bottom - moreRoom * pixels) {
                layout.more = QPointF(box.left(), box.top() + 1.1 * pixels);
                break;
            }
            layout.blocks.push_back({StackPart::read, measures.line.by, -1, t, settings.sizes.sequences,
                                     measures.line.inner, box, t == 0 ? 1 : 0.35 + 0.65 * merged.steps});
        }
    }

    /// What comes out of the first step; once all steps are read at once, of each of them.
    void sums(const LineMeasures &measures, double x, double top, double bottom)
    {
        const double high = measures.length(settings.sizes.sequences);
        const bool isAll = measures.line.by == Multiplied::input && merged.steps > 0;
        for (int t = 0; t < (isAll ? settings.sizes.steps : 1); ++t) {
            const double y = top + t * (high + (1 - merged.steps) * stepGap * pixels);
            if (t > 0 && y + high > bottom - moreRoom * pixels)
                break;
            gates(measures,
                  {StackPart::sums,
                   measures.line.by,
                   -1,
                   t,
                   settings.sizes.sequences,
                   settings.sizes.units,
                   {},
                   t == 0 ? 1 : merged.steps},
                  {x, y}, false, y);
        }
    }

    /// Returns where it ends below.
    double line(const LineMeasures &measures, double left, double top, double bottom)
    {
        const int H = settings.sizes.units;
        const double readAt = left + measures.readWidth() / 2;
        const double matrixAt = left + measures.readWidth() + signRoom * pixels + measures.matrixWidth() / 2;
        const double sumsAt = left + measures.width() - measures.sumsWidth() / 2;
        caption(readAt, top, measures.readSays());
        caption(matrixAt, top, measures.matrixSays());
        caption(sumsAt, top, measures.sumsSay());
        const double y = top + captionRoom * pixels;
        read(measures, readAt, y, bottom);
        const bool isDown = measures.isPytorch();
        gates(measures,
              {StackPart::matrix,
               measures.line.by,
               -1,
               0,
               isDown ? H : measures.line.inner,
               isDown ? measures.line.inner : H,
               {},
               1},
              {matrixAt, y}, isDown, y);
        sums(measures, sumsAt, y, bottom);
        const double signs = y + std::min(0.5 * measures.length(settings.sizes.sequences), pixels) + 0.4 * pixels;
        layout.signs.push_back({{left + measures.readWidth() + signRoom * pixels / 2, signs}, QStringLiteral("×")});
        layout.signs.push_back(
            {{left + measures.width() - measures.sumsWidth() - 0.4 * signRoom * pixels, signs}, QStringLiteral("=")});
        return top + measures.height();
    }

    void half(const QRectF &where, bool isInput)
    {
        layout.headings.push_back({{where.left(), where.top() + pixels}, headingOf(settings, isInput)});
        const double left = where.left() + (isInput ? 0 : loopAside * pixels);
        double y = where.top() + headingRoom * pixels;
        QRectF first, last;
        for (const ProductLine &each : linesOf(settings, isInput)) {
            const std::size_t before = layout.blocks.size();
            y = line({settings, each, layout.scale, pixels}, left, y, where.bottom()) + rowGap * pixels;
            first = first.isNull() ? layout.blocks[before].box : first;
            last = layout.blocks.back().box;
        }
        if (isInput)
            return;
        const double aside = where.left() + 0.4 * pixels, below = y + 0.2 * pixels;
        layout.loop = roundedPath({{last.center().x(), last.bottom() + 3},
                                   {last.center().x(), below},
                                   {aside, below},
                                   {aside, first.center().y()},
                                   {first.left() - 4, first.center().y()}},
                                  0.6 * pixels);
        layout.loopSays = {left, below + 1.3 * pixels};
    }
};

/// By how much the steps of the input, one under the other, reach below their half.
double stepsBeyond(const MergingSettings &settings, const StackArrangement &halves, double pixels)
{
    const double step = std::max(thinnestBlock, settings.sizes.sequences * halves.scale) + stepGap * pixels;
    return std::max(
        0.0, (headingRoom + captionRoom + moreRoom) * pixels + settings.sizes.steps * step - halves.input.height());
}

} // namespace

QString stackName(StackingConvention convention, bool isInput)
{
    if (convention == StackingConvention::pytorch)
        return isInput ? QStringLiteral("weight_ih") : QStringLiteral("weight_hh");
    return isInput ? QStringLiteral("kernel") : QStringLiteral("recurrent_kernel");
}

QString headingOf(const MergingSettings &settings, bool isInput)
{
    const ProductPlan plan = productPlan(settings.way, settings.sizes, resetOf(settings.convention));
    if (isInput && !plan.before.empty())
        return Words::tr("From the input x: one product for all steps at once");
    const auto count = std::ranges::count_if(
        plan.eachStep, [isInput](const GateProduct &product) { return (product.by == Multiplied::input) == isInput; });
    return (isInput ? Words::tr("From the input x: %1 at every step (T = %2)")
                    : Words::tr("From the state h: %1 at every step (T = %2)"))
        .arg(count == 1 ? Words::tr("one product") : Words::tr("%1 products").arg(count))
        .arg(plan.steps);
}

double spareHeight(const QSizeF &room, const MergingSettings &settings, double pixels)
{
    const StackArrangement halves = arrangedIn(room, settings, pixels);
    return std::max(0.0, room.height() - halves.height(pixels) - stepsBeyond(settings, halves, pixels));
}

StackLayout stackLayout(const QRectF &where, const MergingSettings &settings, double place, double pixels)
{
    StackLayout layout;
    const Merged merged{std::clamp(place, 0.0, 1.0), std::clamp(place - 1, 0.0, 1.0)};
    const StackArrangement halves = arrangedIn(where.size(), settings, pixels);
    const double gap = gapOfHalves(pixels);
    layout.scale = halves.scale;
    HalfBuilder builder{layout, settings, merged, pixels};
    if (halves.isOver) {
        const double left
            = where.left() + std::max(0.0, (where.width() - std::max(halves.input.width(), halves.state.width())) / 2);
        // What is left below the matrices belongs to the steps of the input.
        const double spare = std::max(0.0, where.height() - halves.height(pixels));
        const double high = halves.input.height() + std::min(spare, stepsBeyond(settings, halves, pixels));
        builder.half(QRectF(left, where.top(), where.right() - left, high), true);
        builder.half(QRectF(left, where.top() + high + gap, where.right() - left, halves.state.height()), false);
    } else {
        const double half = (where.width() - gap) / 2;
        builder.half(QRectF(where.left(), where.top(), half, where.height()), true);
        builder.half(QRectF(where.left() + half + gap, where.top(), half, where.height()), false);
    }
    return layout;
}

} // namespace gatescope
