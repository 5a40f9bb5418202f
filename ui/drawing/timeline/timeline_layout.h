// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/scene/scene.h"
#include "ui/drawing/timeline/timeline_drawing.h"

#include <QSizeF>

#include <algorithm>
#include <vector>

namespace gatescope {

/// Pixels, at 1468 × 224: narrower steps have no letters and no gaps between them.
constexpr double legibleStep = 10;

/// A strip of the timeline that shows one recorded part, units as rows.
struct TimelineLane {
    Part part;
    double top = 0;
    double height = 0;
    int units = 1;
    bool isDifference = false; ///< how far it is from the ghost
    int kept = 0;              ///< so many in front of the order stand apart, in higher rows
    double keptPitch = 0;      ///< of each of them
    double keptGap = 0;        ///< between them and the rest

    double pitch() const { return kept < units ? (bottom() - restTop()) / (units - kept) : keptPitch; }
    /// Of the unit at a place in the order of the units.
    double unitTop(int place) const
    {
        return place < kept ? top + place * keptPitch : restTop() + (place - kept) * pitch();
    }
    double unitHeight(int place) const { return place < kept ? keptPitch : pitch(); }
    double keptBottom() const { return top + kept * keptPitch; }
    double restTop() const { return keptBottom() + keptGap; }
    double bottom() const { return top + height; }
};

/// What the row over the lanes shows of the input.
enum class InputMarks {
    letters, ///< what it reads and what the head says
    tokens,  ///< row numbers
    values,  ///< one or two numbers a step
    narrow,  ///< steps too narrow for letters
    curves,  ///< up to four features
    strip    ///< more features than curves can be told apart
};

/// Where everything of the timeline stands. Lengths are pixels at 1468 × 224 times `unit`.
struct TimelineLayout {
    double unit = 1;      ///< larger than 1 where the timeline is larger than in a 1920 × 1080 window
    bool compact = false; ///< smaller margins and words
    TimelineGeometry steps;
    InputMarks marks = InputMarks::letters;
    bool says = false;    ///< letters: a head over the alphabet names the next one
    bool stacked = false; ///< letters: the answer stands under the letter, not beside it
    double inputTop = 0;
    double inputBottom = 0;
    std::vector<TimelineLane> lanes;
    Bands bands;                              ///< the rows of every lane: a band is one unit where there is the room
    std::vector<int> places;                  ///< of each unit in the order
    const TimelineSummary *summary = nullptr; ///< of just what is shown; null: it is read off the run
    bool leavesOut = false;                   ///< what takes long to read off the run is not shown
    double gradientTop = 0;
    double gradientBottom = 0;
    double footBaseline = 0; ///< of the step numbers

    double px(double length) const { return length * unit; }
    /// The largest text that the words beside lanes of this timeline take.
    double words() const { return px(compact ? 12 : 14); }
    double left(int step) const { return steps.left(step); }
    double middle(int step) const { return steps.left(step) + steps.stepWidth / 2; }
    int endStep() const { return steps.endStep(); }
    double right() const { return steps.left(endStep()); }
    double stepWidth() const { return steps.stepWidth; }
    /// Whether letters and the gaps between steps fit.
    bool isNarrow() const { return stepWidth() < px(legibleStep); }
    /// Whether the rows and columns of lanes stand for more than one unit and one step each.
    bool sumsUp() const { return bands.count < bands.units() || steps.columnSteps() > 1; }
    /// The band whose row is at this height of the picture, the nearest outside the lane.
    int bandAt(const TimelineLane &lane, double y) const;
    /// Every how many steps a step number fits.
    int numberStride() const;
};

/// What the view's summary has to be of. The layout uses it then alone.
TimelineSummary::Subject summarySubject(const TimelineLayout &layout, const Scene &scene);

TimelineLayout timelineLayout(const QSizeF &size, const Scene &scene, const TimelineView &view = {});

/// Where the steps stand in a picture of this width; the same for all pictures of the width, so that what stands over
/// the timeline shows the timeline's steps as long as it is left alone.
TimelineGeometry stepGeometry(double width, double unit, const Scene &scene, const StepWindow &window = {});

/// The parts that have a lane: in the forward pass all but the recurrent candidate, in the backward
/// pass the gate that keeps the old state and the state.
std::vector<Part> laneParts(const Scene &scene);

/// Calls draw(first, end) for each column of steps that is shown and real.
template<typename Draw>
void forEachColumn(const TimelineLayout &layout, int realEnd, Draw draw)
{
    for (int first = layout.steps.firstStep; first < realEnd; first += layout.steps.columnSteps())
        draw(first, std::min(first + layout.steps.columnSteps(), realEnd));
}

/// Real steps of the sequence in focus that are shown: from the first shown step to before this one.
int realEnd(const TimelineLayout &layout, const Scene &scene);

} // namespace gatescope
