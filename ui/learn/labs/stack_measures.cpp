// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/stack_measures.h"

#include "ui/common/fonts.h"
#include "ui/drawing/marks/marks.h"
#include "ui/learn/labs/stack_layout.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr double largestCell = 2.2; ///< times the text's pixels
constexpr double smallestScale = 0.05, worthTurning = 1.1;

QString shape(int rows, int columns)
{
    return QStringLiteral("[%1, %2]").arg(rows).arg(columns);
}

/// Of a half, each line as high as it has to be.
QSizeF sizeOf(const MergingSettings &settings, bool isInput, double scale, double pixels)
{
    double width = 0, height = headingRoom * pixels;
    for (const ProductLine &line : linesOf(settings, isInput)) {
        const LineMeasures measures{settings, line, scale, pixels};
        width = std::max(width, measures.width() + (isInput ? 0 : loopAside * pixels));
        height += measures.height() + rowGap * pixels;
    }
    return {width, height + (isInput ? 0 : loopRoom * pixels)};
}

StackArrangement arranged(const QSizeF &room, const MergingSettings &settings, double pixels, bool isOver)
{
    StackArrangement halves{isOver, largestCell * pixels, {}, {}};
    const double gap = gapOfHalves(pixels);
    const auto fits = [&] {
        halves.input = sizeOf(settings, true, halves.scale, pixels);
        halves.state = sizeOf(settings, false, halves.scale, pixels);
        const double width = std::max(halves.input.width(), halves.state.width());
        return width <= (isOver ? room.width() : (room.width() - gap) / 2) && halves.height(pixels) <= room.height();
    };
    while (!fits() && halves.scale > smallestScale)
        halves.scale *= 0.96;
    return halves;
}

} // namespace

double gapOfHalves(double pixels)
{
    return 2.5 * pixels;
}

double StackArrangement::height(double pixels) const
{
    return isOver ? input.height() + gapOfHalves(pixels) + state.height() : std::max(input.height(), state.height());
}

StackArrangement arrangedIn(const QSizeF &room, const MergingSettings &settings, double pixels)
{
    MergingSettings apart = settings; // the captions of another way do not turn it
    apart.way = ProductWay::separate;
    const auto scaleOf = [&](bool over) { return arranged(room, apart, pixels, over).scale; };
    const bool isOver = scaleOf(true) > worthTurning * scaleOf(false);
    return arranged(room, settings, pixels, isOver);
}

std::vector<ProductLine> linesOf(const MergingSettings &settings, bool isInput)
{
    const auto order = blockOrder(settings.convention);
    const std::vector<int> all(order.begin(), order.end());
    if (isInput)
        return {{Multiplied::input, all, settings.sizes.inputs}};
    if (resetOf(settings.convention) == ResetPlacement::after)
        return {{Multiplied::state, all, settings.sizes.units}};
    return {{Multiplied::state, {order[0], order[1]}, settings.sizes.units},
            {Multiplied::resetState, {order[2]}, settings.sizes.units}};
}

double LineMeasures::length(int numbers) const
{
    return std::max(thinnestBlock, numbers * scale);
}

double LineMeasures::spread(int numbers) const
{
    return count() * length(numbers) + (count() - 1) * blockGap * pixels;
}

QString LineMeasures::readSays() const
{
    const bool isAll = line.by == Multiplied::input && settings.way == ProductWay::allSteps;
    return shape(settings.sizes.sequences * (isAll ? settings.sizes.steps : 1), line.inner);
}

QString LineMeasures::matrixSays() const
{
    const int H = settings.sizes.units, n = count();
    const auto whole
        = [&](int gates) { return isPytorch() ? shape(gates * H, line.inner) : shape(line.inner, gates * H); };
    if (settings.way == ProductWay::separate)
        return n == 1 ? whole(1) : QStringLiteral("%1 × %2").arg(n).arg(whole(1));
    const QString name = stackName(settings.convention, line.by == Multiplied::input);
    return n == 3 ? name + ' ' + whole(3)
                  : name
            + QStringLiteral("[:, %1]").arg(n == 2 ? QStringLiteral(":%1").arg(2 * H)
                                                   : QStringLiteral("%1:").arg(2 * H));
}

QString LineMeasures::sumsSay() const
{
    const int H = settings.sizes.units, n = count();
    const bool isAll = line.by == Multiplied::input && settings.way == ProductWay::allSteps;
    const int rows = settings.sizes.sequences * (isAll ? settings.sizes.steps : 1);
    if (settings.way == ProductWay::separate && n > 1)
        return QStringLiteral("%1 × %2").arg(n).arg(shape(rows, H));
    return shape(rows, n * H);
}

double LineMeasures::atLeast(double width, const QString &caption) const
{
    return std::max(width, textWidth(caption, numberFont(0.82 * pixels)));
}

double LineMeasures::readWidth() const
{
    return atLeast(length(line.inner), readSays());
}

double LineMeasures::matrixWidth() const
{
    return atLeast(isPytorch() ? length(line.inner) : spread(settings.sizes.units), matrixSays());
}

double LineMeasures::sumsWidth() const
{
    return atLeast(spread(settings.sizes.units), sumsSay());
}

double LineMeasures::width() const
{
    return readWidth() + matrixWidth() + sumsWidth() + 2 * signRoom * pixels;
}

double LineMeasures::height() const
{
    const double matrix = isPytorch() ? spread(settings.sizes.units) : length(line.inner);
    return captionRoom * pixels + std::max(matrix, length(settings.sizes.sequences));
}

} // namespace gatescope
