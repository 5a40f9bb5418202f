// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/decimation.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

std::vector<CurvePoint> decimated(const std::vector<double> &values, int first, double from, double to, int columns)
{
    const auto count = std::ptrdiff_t(values.size());
    const auto begin = std::clamp<std::ptrdiff_t>(std::ptrdiff_t(std::floor(from)) - first - 1, 0, count);
    const auto end = std::clamp<std::ptrdiff_t>(std::ptrdiff_t(std::ceil(to)) - first + 2, begin, count);
    std::vector<CurvePoint> points;
    const auto add = [&](std::ptrdiff_t i) { points.push_back({double(first + i), values[std::size_t(i)]}); };
    const std::ptrdiff_t seen = end - begin;
    if (seen <= 2 * std::max(1, columns)) {
        for (std::ptrdiff_t i = begin; i < end; ++i)
            add(i);
        return points;
    }
    for (std::ptrdiff_t column = 0; column < columns; ++column) {
        const auto here = values.begin() + begin + seen * column / columns;
        const auto next = values.begin() + begin + seen * (column + 1) / columns;
        const auto [low, high] = std::minmax_element(here, next);
        add(std::min(low, high) - values.begin());
        if (low != high)
            add(std::max(low, high) - values.begin());
    }
    return points;
}

} // namespace gatescope
