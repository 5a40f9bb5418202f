// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cassert>
#include <vector>

namespace gatescope {

/// The number in the middle, or the mean of the two that are. There must be one.
inline double medianOf(std::vector<double> numbers)
{
    assert(!numbers.empty());
    std::ranges::sort(numbers);
    return (numbers[(numbers.size() - 1) / 2] + numbers[numbers.size() / 2]) / 2;
}

} // namespace gatescope
