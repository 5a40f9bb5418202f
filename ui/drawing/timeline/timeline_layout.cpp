// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_layout.h"

#include "ui/common/fonts.h"
#include "ui/drawing/words/answer_words.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double widestStep = 160;   ///< of many; few share the whole width
constexpr double narrowBelow = 1100; ///< a narrower picture has smaller margins
constexpr double besideWidth = 48;   ///< from here on "reads → says" stands on one line
constexpr double valueWidth = 44;    ///< from here on inputs are written as numbers

InputMarks inputMarks(const Scene &scene, double stepWidth)
{
    const auto &source = scene.record.experiment->input.source;
    if (std::holds_alternative<CharacterInput>(source))
        return stepWidth < legibleStep ? InputMarks::narrow : InputMarks::letters;
    if (std::holds_alternative<TokenInput>(source))
        return InputMarks::tokens;
    const int features = scene.spec().inputSize;
    if (features <= 2 && stepWidth >= valueWidth)
        return InputMarks::values;
    // Where steps are narrow, dashes do not tell curves apart.
    return features <= (stepWidth < legibleStep ? 1 : 4) ? InputMarks::curves : InputMarks::strip;
}

/// Whether what the head says can stand beside each letter: a letter, or the number of a class.
bool saysClasses(const Scene &scene)
{
    const bool areClasses = scene.record.experiment->objective.kind == LossKind::crossEntropy;
    return !scene.trace().headOutput.empty() && (areClasses || namesAnswers(scene));
}

/// The first step of the page that shows `step`. Pages overlap, so that a step never stands at the
/// very edge while there is more beyond it, and the picture rests while the playhead walks a page.
int firstStepOfPage(int step, int steps, int shown)
{
    if (steps <= shown)
        return 0;
    const int context = shown / 8;
    const int stride = std::max(1, shown - 2 * context);
    const int page = std::max(0, step - context) / stride;
    return std::min(page * stride, steps - shown);
}

/// The largest height not above `height` that gives every unit the same whole number of pixels, as
/// long as little is lost.
double evenHeight(double height, int units)
{
    const double even = std::floor(height / units) * units;
    return even >= 0.85 * height ? even : std::floor(height);
}

/// Lanes, then the gradient, between `top` and `bottom`.
void placeLanes(TimelineLayout &layout, const Scene &scene, double top, double bottom)
{
    const std::vector<Part> parts = laneParts(scene);
    const bool hasDifference = scene.ghost && scene.playhead.pass == Pass::forward;
    const std::size_t lanes = parts.size() + (hasDifference ? 1 : 0);
    const int units = scene.spec().hiddenSize;
    const double gap = layout.px(layout.compact ? 3 : 4);
    const bool backward = scene.playhead.pass == Pass::backward;
    const double leastGradient = layout.px(24); // two lines of words beside it
    const double space = bottom - top;
    const double most = std::max(layout.px(72), units * layout.px(40));
    const double share = backward ? space * 0.2 : (space - leastGradient) / static_cast<double>(lanes) - gap;
    const double height = std::max(2.0, evenHeight(std::min(share, most), units));
    double y = top;
    for (const Part part : parts) {
        layout.lanes.push_back({part, y, height, units});
        y += height + gap;
    }
    if (hasDifference) {
        layout.lanes.push_back({Part::state, y, height, units, true});
        y += height + gap;
    }
    layout.gradientTop = backward ? y + layout.px(2) : y;
    layout.gradientBottom = backward ? bottom : y + std::clamp(bottom - y, leastGradient, 2 * leastGradient);
}

/// How much larger than in a 1920 × 1080 window.
double timelineUnit(const QSizeF &size)
{
    return std::max(1.0, std::min(size.width() / 1468, size.height() / 224));
}

/// Room for the kept units over the others: rows as high as all, or so high that they are told apart where that leaves
/// half of the lane.
void placeKept(TimelineLane &lane, int kept, double legible, double gap)
{
    if (kept == 0)
        return;
    lane.kept = kept;
    lane.keptGap = kept < lane.units ? std::min(gap, lane.height / 8) : 0;
    const double even = (lane.height - lane.keptGap) / lane.units;
    const double roomy = std::min(legible, (lane.height / 2 - lane.keptGap) / kept);
    lane.keptPitch = std::max(even, roomy);
}

/// A row for each unit, or where lanes are too low for that for each band of units. Those that are kept stand in front.
void bandUnits(TimelineLayout &layout, const Scene &scene, const std::vector<int> &order)
{
    const int units = scene.spec().hiddenSize;
    const PlayheadState &at = scene.playhead;
    const std::vector<int> kept = keptUnits(scene.record.experiment->units, at.layer, at.direction);
    const int ahead = static_cast<int>(kept.size());
    for (TimelineLane &lane : layout.lanes)
        placeKept(lane, ahead, layout.px(layout.compact ? 3 : 5), layout.px(2));
    const TimelineLane &lane = layout.lanes.front();
    const int rows = ahead < units
        ? ahead + std::clamp(static_cast<int>(lane.bottom() - lane.restTop() + 1e-6), 1, units - ahead)
        : units;
    layout.bands = Bands::inOrder(units, rows);
    layout.bands.ahead = ahead;
    if (std::ssize(order) == units)
        layout.bands.order = order;
    std::ranges::stable_partition(layout.bands.order, [&](int unit) { return std::ranges::binary_search(kept, unit); });
    layout.places.resize(static_cast<std::size_t>(units));
    for (int place = 0; place < units; ++place)
        layout.places[static_cast<std::size_t>(layout.bands.order[static_cast<std::size_t>(place)])] = place;
}

/// Takes the view's summary if it is of what is shown.
void takeSummary(TimelineLayout &layout, const Scene &scene, const TimelineView &view)
{
    constexpr double readAtOnce = 1 << 20; // numbers: a few milliseconds
    const TimelineSummary::Subject subject = summarySubject(layout, scene);
    if (view.summary && view.summary->subject == subject)
        layout.summary = view.summary.get();
    const double share = static_cast<double>(layout.steps.shownSteps) / std::max(1, subject.steps());
    layout.leavesOut = !layout.summary && view.awaitsSummary && subject.effort() * share > readAtOnce;
}

} // namespace

TimelineGeometry timelineGeometry(const QSizeF &size, const Scene &scene, const StepWindow &window)
{
    return stepGeometry(size.width(), timelineUnit(size), scene, window);
}

TimelineSummary::Subject summarySubject(const TimelineLayout &layout, const Scene &scene)
{
    const PlayheadState &at = scene.playhead;
    return {scene.record.trace,
            scene.record.gradients,
            scene.ghost ? scene.ghost->trace : nullptr,
            at.sequence,
            at.layer,
            at.direction,
            laneParts(scene),
            layout.bands};
}

std::vector<Part> laneParts(const Scene &scene)
{
    std::vector<Part> parts;
    for (const Part part : describe(scene.spec().cell).recorded) {
        const bool staysBackward = part == Part::state || roleOf(part) == Role::keeps;
        if (part != Part::recurrentCandidate && (scene.playhead.pass == Pass::forward || staysBackward))
            parts.push_back(part);
    }
    return parts;
}

int TimelineLayout::bandAt(const TimelineLane &lane, double y) const
{
    if (lane.kept > 0 && y < lane.keptBottom())
        return std::clamp(static_cast<int>((y - lane.top) / lane.keptPitch), 0, lane.kept - 1);
    const double share = (y - lane.restTop()) / (lane.bottom() - lane.restTop());
    const int rest = bands.count - bands.ahead;
    return rest == 0 ? bands.count - 1 : bands.ahead + std::clamp(static_cast<int>(share * rest), 0, rest - 1);
}

int TimelineLayout::numberStride() const
{
    const int digits = static_cast<int>(QString::number(std::max(1, endStep() - 1)).size());
    const double needed = digits * px(7) + px(14);
    int stride = 1;
    for (const int factor : {1, 2, 5}) {
        for (int power = 1; power <= 100000; power *= 10) {
            const int candidate = factor * power;
            if (candidate * stepWidth() >= needed && (stride * stepWidth() < needed || candidate < stride))
                stride = candidate;
        }
    }
    return stride;
}

int realEnd(const TimelineLayout &layout, const Scene &scene)
{
    return std::clamp(scene.trace().length(scene.playhead.sequence), layout.steps.firstStep, layout.endStep());
}

TimelineGeometry stepGeometry(double width, double unit, const Scene &scene, const StepWindow &window)
{
    const bool narrow = width < narrowBelow;
    TimelineGeometry steps;
    steps.gutter = std::round((narrow ? 124 : 136) * unit);
    const double available = std::max(legibleStep, width - steps.gutter - (narrow ? 44 : 56) * unit);
    // Other sequences may be longer; they share the columns as long as nothing has to scroll for them.
    const double narrowest = legibleStep * unit;
    const int fitting = std::max(1, static_cast<int>(available / narrowest));
    const int columns
        = std::max(scene.trace().length(scene.playhead.sequence), std::min(scene.trace().batch->steps(), fitting));
    steps.steps = columns;
    steps.room = available;
    steps.widest = std::floor(std::max(widestStep * unit, available / columns));
    if (window.isGiven()) {
        place(steps, window);
        return steps;
    }
    steps.stepWidth = std::floor(std::clamp(available / columns, narrowest, steps.widest));
    steps.shownSteps = std::min(columns, fitting);
    steps.firstStep = firstStepOfPage(scene.playhead.step, columns, steps.shownSteps);
    return steps;
}

TimelineLayout timelineLayout(const QSizeF &size, const Scene &scene, const TimelineView &view)
{
    TimelineLayout layout;
    layout.unit = timelineUnit(size);
    layout.compact = size.height() < 200 || size.width() < narrowBelow;

    layout.steps = stepGeometry(size.width(), layout.unit, scene, view.window);
    const TimelineGeometry &steps = layout.steps;

    layout.marks = inputMarks(scene, steps.stepWidth / layout.unit);
    layout.says = (layout.marks == InputMarks::letters || layout.marks == InputMarks::narrow) && saysClasses(scene);
    layout.stacked = layout.says && !layout.isNarrow() && steps.stepWidth < layout.px(besideWidth);
    layout.inputTop = layout.px(9);
    const bool twoLines = layout.stacked || (layout.marks == InputMarks::values && scene.spec().inputSize == 2);
    layout.inputBottom = layout.px(twoLines ? 40 : layout.compact ? 32 : 36);
    layout.footBaseline = size.height() - layout.px(layout.compact ? 5 : 7);
    placeLanes(layout, scene, layout.inputBottom + layout.px(2), layout.footBaseline - layout.px(13));
    layout.footBaseline = layout.gradientBottom + layout.px(13);
    bandUnits(layout, scene, view.order);
    takeSummary(layout, scene, view);
    return layout;
}

} // namespace gatescope
