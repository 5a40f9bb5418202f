// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/step_window.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// The nearest width that is whole, or one over a whole number.
double evenWidth(double width)
{
    return width >= 1 ? std::round(width) : 1 / std::round(1 / width);
}

/// At which all steps are shown.
double narrowest(const TimelineGeometry &steps)
{
    const double width = steps.room / std::max(1, steps.steps);
    return std::min(steps.widest, width >= 1 ? std::floor(width) : 1 / std::ceil(1 / width));
}

/// The next width in the direction of the factor.
double nextWidth(double width, double factor)
{
    const double next = evenWidth(width * factor);
    if (next != width)
        return next;
    if (factor > 1)
        return width >= 1 ? width + 1 : 1 / (std::round(1 / width) - 1);
    return width > 1 ? width - 1 : 1 / (std::round(1 / width) + 1);
}

/// Rounded to the beginning of a column.
int columnBegin(double step, double stepWidth)
{
    const double steps = stepWidth < 1 ? std::round(1 / stepWidth) : 1;
    return static_cast<int>(std::round(step / steps) * steps);
}

} // namespace

std::optional<int> TimelineGeometry::stepAt(double x) const
{
    const int step = firstStep + static_cast<int>(std::floor((x - gutter) / stepWidth + 1e-9));
    if (x < gutter || step >= endStep())
        return std::nullopt;
    return step;
}

int TimelineGeometry::columnSteps() const
{
    return stepWidth < 1 ? static_cast<int>(std::lround(1 / stepWidth)) : 1;
}

void place(TimelineGeometry &steps, const StepWindow &window)
{
    steps.stepWidth = std::clamp(evenWidth(window.stepWidth), narrowest(steps), steps.widest);
    const int shared = steps.columnSteps();
    const int fitting = std::max(1, static_cast<int>(steps.room / steps.columnWidth())) * shared;
    const int over = std::max(0, steps.steps - fitting);
    const int last = (over + shared - 1) / shared * shared;
    steps.firstStep = std::clamp(columnBegin(window.firstStep, steps.stepWidth), 0, last);
    steps.shownSteps = std::min(fitting, steps.steps - steps.firstStep);
}

StepWindow scrolled(const TimelineGeometry &steps, int by)
{
    const int shared = steps.columnSteps();
    // However little the hand moved, something moves.
    const int columns = by / shared != 0 ? by / shared : (by > 0) - (by < 0);
    return {steps.stepWidth, std::max(0, steps.firstStep + columns * shared)};
}

StepWindow zoomed(const TimelineGeometry &steps, double factor, double x)
{
    const double width = std::clamp(nextWidth(steps.stepWidth, factor), narrowest(steps), steps.widest);
    const double inside = std::clamp(x - steps.gutter, 0.0, steps.room);
    const double there = steps.firstStep + inside / steps.stepWidth;
    return {width, std::max(0, columnBegin(there - inside / width, width))};
}

StepWindow whole(const TimelineGeometry &steps)
{
    return {narrowest(steps), 0};
}

StepWindow holding(const TimelineGeometry &steps, int step)
{
    const StepWindow same{steps.stepWidth, steps.firstStep};
    if (step >= steps.firstStep && step < steps.endStep())
        return same;
    const int context = steps.shownSteps / 8;
    const int first = step < steps.firstStep ? step + context + 1 - steps.shownSteps : step - context;
    return {steps.stepWidth, std::max(0, columnBegin(first, steps.stepWidth))};
}

} // namespace gatescope
