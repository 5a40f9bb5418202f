// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QCPAxis;
class QCPGraph;

namespace gatescope {

/// Gives the curve the values at x = `first`, `first` + 1, …, as many as its plot can show.
void showCurve(QCPGraph &curve, const std::vector<double> &values, int first);

/// A logarithmic axis with a tick at each power of ten: 10, 1, 0.1, … and 10⁻⁶ where that is shorter.
void useLogarithms(QCPAxis &axis);

} // namespace gatescope
