// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/similar_stretches.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace gatescope {

namespace {

/// [step, unit]
Matrix valuesOf(const Trace &trace, const Moment &where, Part part)
{
    const TimeArray &values = trace.at(where.layer, where.direction)[part];
    Matrix steps(trace.length(where.sequence), values.units());
    for (int step = 0; step < steps.rows(); ++step)
        steps.row(step) = values.at(step, where.sequence).transpose();
    return steps;
}

/// The mean squared distance of two steps of the sequence, each picked at random.
double meanSquareApart(const Matrix &values)
{
    return 2 * (values.rowwise() - values.colwise().mean()).squaredNorm() / double(values.rows());
}

} // namespace

std::vector<SimilarStretch> similarStretches(const Trace &trace, const Moment &where, Part part, int length,
                                             std::size_t most, std::stop_token stop)
{
    const Matrix values = valuesOf(trace, where, part);
    const int last = int(values.rows()) - length; // where the last stretch begins
    if (length < 1 || where.step < 0 || where.step > last)
        return {};
    const double apart = meanSquareApart(values) * length;
    const auto asked = values.middleRows(where.step, length);
    const auto overlaps = [length](int one, int other) { return std::abs(one - other) < length; };

    std::vector<SimilarStretch> all;
    for (int first = 0; first <= last; ++first) {
        if (stop.stop_requested())
            return {};
        if (overlaps(first, where.step))
            continue;
        const double square = (values.middleRows(first, length) - asked).squaredNorm();
        all.push_back({first, apart > 0 ? std::sqrt(square / apart) : 0});
    }
    std::ranges::stable_sort(all, {}, &SimilarStretch::distance);

    std::vector<SimilarStretch> nearest;
    for (const SimilarStretch &stretch : all) {
        if (nearest.size() == most)
            break;
        if (std::ranges::none_of(nearest, [&](const auto &taken) { return overlaps(taken.first, stretch.first); }))
            nearest.push_back(stretch);
    }
    return nearest;
}

} // namespace gatescope
