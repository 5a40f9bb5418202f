// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/influence.h"
#include "ui/drawing/timeline/timeline_summary.h"

#include <QPainter>
#include <QSizeF>

namespace gatescope {

/// Over a drawn timeline, under each step's input a bar: what it adds to an output, x·∂y/∂x, to the right and in the
/// gradient's hue where it raises it, to the left and grey where it lowers it, as long as its share of the largest. The
/// gutter says so. `output` is the output's name and `step` the step at which it is put out.
void drawTimelineInfluence(QPainter &painter, const QSizeF &size, const Scene &scene, const Influence &influence,
                           const QString &output, int step, const TimelineView &view = {});

/// "moves o of step 4 by 0.1234": a step's bar in words.
QString influenceWords(const Influence &influence, int inputStep, const QString &output, int step);

} // namespace gatescope
