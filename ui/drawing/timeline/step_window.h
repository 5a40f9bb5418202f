// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>

namespace gatescope {

/// Where the timeline's steps stand: a gutter for labels, then equal steps. Left alone, with more steps than fit at a
/// legible width, the shown steps turn over in pages that keep the playhead's step in view. A step is a whole number of
/// pixels wide, or a whole number of steps share a column of one pixel; columns begin at multiples of that number, so
/// that a column is the same wherever it is scrolled to.
struct TimelineGeometry {
    double gutter = 136;
    double stepWidth = 116;
    int firstStep = 0; ///< the first step shown
    int shownSteps = 0;
    int steps = 0;   ///< shown or not
    double room = 0; ///< pixels for the shown steps
    double widest = 160;

    double left(int step) const { return gutter + (step - firstStep) * stepWidth; }
    /// The step under x, none in the gutter or past the end.
    std::optional<int> stepAt(double x) const;
    int endStep() const { return firstStep + shownSteps; }
    /// Steps that share a column.
    int columnSteps() const;
    double columnWidth() const { return stepWidth < 1 ? 1 : stepWidth; }

    bool operator==(const TimelineGeometry &) const = default;
};

/// Which steps somebody wants to see, and how wide; without a width the timeline is left alone.
struct StepWindow {
    double stepWidth = 0;
    int firstStep = 0;

    bool isGiven() const { return stepWidth > 0; }
    bool operator==(const StepWindow &) const = default;
};

/// Stands the steps as the window wants them, as far as there are steps and no narrower than all of them need.
void place(TimelineGeometry &steps, const StepWindow &window);

/// What is shown moves by so many steps; over the ends it stays.
StepWindow scrolled(const TimelineGeometry &steps, int by);
/// Wider (factor > 1) or narrower, at least by one width; the step at `x` stays there as well as whole columns allow.
StepWindow zoomed(const TimelineGeometry &steps, double factor, double x);
/// All steps at once.
StepWindow whole(const TimelineGeometry &steps);
/// The same if the step is in it, otherwise moved to where it is, with something to see on both of its sides.
StepWindow holding(const TimelineGeometry &steps, int step);

} // namespace gatescope
