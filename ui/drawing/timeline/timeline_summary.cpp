// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/timeline/timeline_summary.h"

#include <algorithm>

namespace gatescope {

namespace {
constexpr int mostFeatures = 64;
}

double TimelineSummary::Subject::effort() const
{
    const double arrays = static_cast<double>(parts.size()) + (gradients ? 1 : 0) + (ghost ? 2 : 0);
    return steps() * (arrays * bands.units() + trace->spec.inputSize);
}

const StepPyramid *TimelineSummary::laneOf(Part part, bool isDifference) const
{
    if (isDifference)
        return difference.rows() > 0 ? &difference : nullptr;
    const auto found = std::ranges::find(subject.parts, part);
    return found == subject.parts.end() ? nullptr : &lanes[static_cast<std::size_t>(found - subject.parts.begin())];
}

int summarisedFeatures(int inputSize)
{
    return std::min(inputSize, mostFeatures);
}

TimelineSummary summarised(TimelineSummary::Subject subject)
{
    TimelineSummary summary;
    const int n = subject.sequence, steps = subject.steps();
    const auto partOf = [&](const Trace &trace, Part part) -> const TimeArray & {
        return trace.at(subject.layer, subject.direction)[part];
    };
    for (const Part part : subject.parts)
        summary.lanes.push_back(StepPyramid::of(partOf(*subject.trace, part), n, steps, subject.bands));
    if (subject.ghost)
        summary.difference = StepPyramid::of(partOf(*subject.trace, Part::state), n, steps, subject.bands,
                                             &partOf(*subject.ghost, Part::state));
    if (subject.gradients)
        summary.gradient = StepPyramid::ofLengths(
            subject.gradients->at(subject.trace->spec, subject.layer, subject.direction)[Part::state], n, steps);
    const TimeArray &x = subject.trace->batch->x;
    if (x.units() > 0)
        summary.input = StepPyramid::of(x, n, steps, Bands::inOrder(x.units(), summarisedFeatures(x.units())));
    summary.subject = std::move(subject);
    return summary;
}

} // namespace gatescope
