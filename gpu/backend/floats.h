// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time_array.h"
#include "gpu/device/device.h"

#include <vector>

namespace gatescope::gpu {

std::vector<float> floatsOf(const Matrix &matrix);
std::vector<float> floatsOf(const TimeArray &array);
/// With 0 past each length, whatever stands there.
std::vector<float> realFloats(const TimeArray &array, const std::vector<int> &lengths);
Matrix matrixOf(const std::vector<float> &floats, int rows, int columns);

template<typename Number>
void copyIn(Device &device, Number *to, const std::vector<Number> &from)
{
    device.copyIn(to, from.data(), from.size() * sizeof(Number));
}

} // namespace gatescope::gpu
