// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/step_pyramid.h"
#include "ui/drawing/scene/scene.h"
#include "ui/drawing/timeline/step_window.h"

#include <memory>
#include <vector>

namespace gatescope {

/// What the timeline of a long sequence is drawn from, made once for a run: its lanes in bands, over any stretch.
struct TimelineSummary {
    /// Of what it is. Keeps it alive.
    struct Subject {
        std::shared_ptr<const Trace> trace;
        std::shared_ptr<const GradientTrace> gradients; ///< may be null
        std::shared_ptr<const Trace> ghost;             ///< may be null
        int sequence = 0;
        int layer = 0;
        Direction direction = Direction::forward;
        std::vector<Part> parts; ///< of the lanes
        Bands bands;

        int steps() const { return trace->length(sequence); }
        /// Numbers that have to be read for it.
        double effort() const;
        bool operator==(const Subject &) const = default;
    };

    Subject subject;
    std::vector<StepPyramid> lanes; ///< as the parts
    StepPyramid difference;         ///< of the state, from the ghost's; empty without one
    StepPyramid gradient;           ///< one row, |dL/dh_t|; empty without gradients
    StepPyramid input;              ///< a row for each feature, with very many a row for each band of them

    /// Of a part's lane, null where there is none.
    const StepPyramid *laneOf(Part part, bool isDifference) const;
};

/// How many rows the summary of an input has.
int summarisedFeatures(int inputSize);

TimelineSummary summarised(TimelineSummary::Subject subject);

/// How somebody looks at the timeline.
struct TimelineView {
    StepWindow window;
    std::vector<int> order;                         ///< of the units from the top; empty: by their numbers
    std::shared_ptr<const TimelineSummary> summary; ///< null: what is drawn is read off the run
    bool awaitsSummary = false; ///< it is on its way: what would take long to read off the run is left out meanwhile
};

} // namespace gatescope
