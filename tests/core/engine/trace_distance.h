// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/trace/trace.h"

#include <string>

namespace gatescope {

/// How far an array is from the reference's, relative to its largest number; arrays that are 0 must be 0.
double distance(const TimeArray &array, const TimeArray &reference);
double distance(const Matrix &matrix, const Matrix &reference);

/// What in a record of single precision is further from the reference's than allowed, by name; empty: nothing.
std::string differences(const Trace &trace, const Trace &reference, double tolerance = 2e-6);

/// What in gradients of single precision is further from the reference's than allowed, by name; empty: nothing.
std::string differences(const NetworkSpec &spec, const GradientTrace &gradients, const GradientTrace &reference,
                        double tolerance = 2e-5);

} // namespace gatescope
