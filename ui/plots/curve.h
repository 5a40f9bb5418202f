// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"
#include "ui/plots/decimation.h"

#include <QString>

class QCPAxis;
class QCPGraph;

namespace gatescope {

/// Gives the graph as many of the points as its plot can show; their x rise.
void showCurve(QCPGraph &graph, const std::vector<CurvePoint> &points);

/// What a logarithmic axis still shows of a 0.
inline constexpr double smallestShown = 1e-30;

/// So many significant digits and no needless zeros: "0.094", "12500"; beyond 0.001 and 100,000 with its power of ten,
/// "9.4e−4".
QString chartNumber(double value, int digits = 3);

/// A tick of an axis whose ticks are `step` apart: with so many places that neighbours never read the same.
QString tickNumber(double value, double step);

/// A loss as charts write it: 0.0123, or with its power of ten.
QString lossNumber(double loss);

/// How much wider lines and dots are where the smallest text has so many pixels.
double penScale(double pixels);

/// In high contrast the lines of the grid stand back, so that curves and dotted lines are seen before them.
void quietGrid(QCPAxis &axis, const Theme &theme);

/// A linear axis whose numbers have a true minus sign.
void useNumbers(QCPAxis &axis);

/// The same where only whole numbers are, of steps or updates.
void useWholeNumbers(QCPAxis &axis);

/// The same for shares from 0 to 1: "25 %".
void usePercents(QCPAxis &axis);

/// A logarithmic axis with a tick at each power of ten: 10, 1, 0.1, … and 1e−6 where that is shorter.
void useLogarithms(QCPAxis &axis);

} // namespace gatescope
