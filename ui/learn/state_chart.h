// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/claims/evidence.h"
#include "ui/learn/chart_drawing.h"

namespace gatescope {

/// The state of a unit at every step of sequence 0, in layer 0 read forwards.
std::vector<double> statesOf(const Trace &trace, int unit);

/// Its curve, over those of the other units, pale.
Chart stateChart(const Trace &trace, int unit, const Theme &theme);

/// How much of the gradient that arrives at the last state is left at each step back, by powers of ten.
std::vector<double> gradientsLeft(const Trace &trace, const GradientTrace &gradients);
Chart gradientChart(const Trace &trace, const GradientTrace &gradients, const Theme &theme);

/// The curves that were measured for a claim.
Chart evidenceChart(const Evidence &evidence, const Theme &theme);

} // namespace gatescope
