// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/drawing/timeline/timeline_layout.h"

#include <QPainter>

namespace gatescope {

/// The one or two numbers that a step reads.
void drawStepValues(QPainter &painter, const TimelineLayout &layout, const Scene &scene, int step, bool current);
/// Up to four features as curves that share one scale.
void drawInputCurves(QPainter &painter, const TimelineLayout &layout, const Scene &scene);
/// More features as a heat strip.
void drawInputStrip(QPainter &painter, const TimelineLayout &layout, const Scene &scene);
/// Left of it the gutter is free of the scale of curves.
double numberScaleLeft(const TimelineLayout &layout, const Scene &scene);
/// Names of the features in the gutter, or "input"; and the scale of curves.
void drawNumberGutter(QPainter &painter, const TimelineLayout &layout, const Scene &scene);

} // namespace gatescope
