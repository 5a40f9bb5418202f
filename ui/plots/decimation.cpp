// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plots/decimation.h"

#include <algorithm>

namespace gatescope {

std::vector<CurvePoint> decimated(const std::vector<CurvePoint> &curve, double from, double to, int columns)
{
    auto begin = std::ranges::lower_bound(curve, from, {}, &CurvePoint::x);
    auto end = std::ranges::upper_bound(curve, to, {}, &CurvePoint::x);
    begin -= begin != curve.begin();
    end += end != curve.end();
    std::vector<CurvePoint> points;
    const std::ptrdiff_t seen = std::max<std::ptrdiff_t>(0, end - begin);
    if (seen <= 2 * std::max(1, columns)) {
        points.assign(begin, begin + seen);
        return points;
    }
    for (std::ptrdiff_t column = 0; column < columns; ++column) {
        const auto here = begin + seen * column / columns, next = begin + seen * (column + 1) / columns;
        const auto [low, high] = std::minmax_element(
            here, next, [](const CurvePoint &one, const CurvePoint &other) { return one.y < other.y; });
        points.push_back(*std::min(low, high));
        if (low != high)
            points.push_back(*std::max(low, high));
    }
    return points;
}

std::optional<std::size_t> indexAt(const std::vector<CurvePoint> &curve, double x)
{
    if (curve.empty() || x < curve.front().x - 0.5 || x > curve.back().x + 0.5)
        return std::nullopt;
    const auto right = std::ranges::lower_bound(curve, x, {}, &CurvePoint::x);
    if (right == curve.begin())
        return 0;
    const bool isLeft = right == curve.end() || x - std::prev(right)->x < right->x - x;
    return std::size_t(right - curve.begin()) - (isLeft ? 1 : 0);
}

} // namespace gatescope
