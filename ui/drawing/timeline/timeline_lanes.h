// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/timeline/timeline_layout.h"

#include <QPainter>

namespace gatescope {

/// The lanes of the recorded parts as heat strips, with their symbols and words.
void drawLaneStrips(QPainter &painter, const TimelineLayout &layout, const Scene &scene);

/// Hatches over the steps that the sequence does not have.
void drawPastEnd(QPainter &painter, const TimelineLayout &layout, const Scene &scene);

/// What a lane shows of a band's units over the steps first … end − 1.
Summary laneSummary(const TimelineLane &lane, const TimelineLayout &layout, const Scene &scene, int band, int first,
                    int end);

/// What a lane shows of a unit at a step.
double laneValue(const TimelineLane &lane, const Scene &scene, int step, int unit);

/// The scale of a lane's colours: 1, of states and candidates stateScale(), for parts without a bound and for
/// differences the next round number over what is shown.
double laneScale(const TimelineLane &lane, const TimelineLayout &layout, const Scene &scene);

} // namespace gatescope
