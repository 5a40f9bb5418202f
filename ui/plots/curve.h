// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/decimation.h"

class QCPAxis;
class QCPGraph;

namespace gatescope {

/// Gives the graph as many of the points as its plot can show; their x rise.
void showCurve(QCPGraph &graph, const std::vector<CurvePoint> &points);

/// A logarithmic axis with a tick at each power of ten: 10, 1, 0.1, … and 10⁻⁶ where that is shorter.
void useLogarithms(QCPAxis &axis);

} // namespace gatescope
