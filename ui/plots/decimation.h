// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

namespace gatescope {

/// A point of a curve: where it stands, and its value.
struct CurvePoint {
    double x = 0, y = 0;

    bool operator==(const CurvePoint &) const = default;
};

/// A curve, whose x rise, between two x, in at most two points for each of `columns`: the lowest and the highest value
/// of a column in the order in which they come. So a long curve looks on the screen as if every point of it were drawn.
/// One value is kept beyond either end, so that the line goes on to the edge.
std::vector<CurvePoint> decimated(const std::vector<CurvePoint> &curve, double from, double to, int columns);

/// The point that stands nearest to x; none where the curve does not reach.
std::optional<std::size_t> indexAt(const std::vector<CurvePoint> &curve, double x);

} // namespace gatescope
