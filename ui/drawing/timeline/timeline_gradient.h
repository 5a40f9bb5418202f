// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/timeline/timeline_layout.h"
#include "ui/drawing/words/watched_loss.h"

#include <QPainter>

namespace gatescope {

/// |dL/dh_t|, the Euclidean length over the units, at one step of the layer and direction in focus.
double stateGradientLength(const Scene &scene, int step);

/// The largest over the steps first … end − 1.
double largestGradient(const TimelineLayout &layout, const Scene &scene, int first, int end);

/// The lane of |dL/dh_t| under the others: fills by decades, numbers where they fit.
void drawGradientLane(QPainter &painter, const TimelineLayout &layout, const Scene &scene);

/// The vanishing meter's axes and words.
void drawMeterGrid(QPainter &painter, const TimelineLayout &layout, const Scene &scene);
/// Its bars, one a step; those at, before and after the playhead in the backward pass differ.
void drawMeterBars(QPainter &painter, const TimelineLayout &layout, const Scene &scene);

/// Powers of ten.
struct MeterRange {
    int bottom;
    int top;

    int decades() const { return top - bottom; }
    bool operator==(const MeterRange &) const = default;
};

/// What the meter reaches over: from −6, or a multiple of 6 under the smallest shown gradient that is not 0, to 0, or,
/// where gradients that may be seen are larger than 1, to one over them at which a line stands.
MeterRange meterRange(const TimelineLayout &layout, const Scene &scene);

/// "step 10 → 0: 0.24 is left": what becomes of the state's gradient from the shown step where it is first heard in the
/// backward pass to the last one that is shown. Empty where none flows.
QString signalInWords(const TimelineLayout &layout, const Scene &scene);

} // namespace gatescope
