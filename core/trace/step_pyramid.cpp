// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/step_pyramid.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace gatescope {

namespace {

/// Sums up numbers and summaries of equally many each.
class Summing
{
public:
    void add(double value)
    {
        m_min = std::min(m_min, value);
        m_max = std::max(m_max, value);
        m_sum += value;
    }
    void add(const Summary &block, int steps)
    {
        m_min = std::min(m_min, double(block.min));
        m_max = std::max(m_max, double(block.max));
        m_sum += double(block.mean) * steps;
    }
    Summary over(double count) const
    {
        return {static_cast<float>(m_min), static_cast<float>(m_sum / count), static_cast<float>(m_max)};
    }

private:
    double m_min = INFINITY;
    double m_max = -INFINITY;
    double m_sum = 0;
};

/// One step's units in bands. `before` may be null.
template<typename Scalar>
void sumUp(const Scalar *values, const TimeArray *before, int sequence, int step, const Bands &bands, Summary *into)
{
    for (int band = 0; band < bands.count; ++band) {
        const std::span<const int> units = bands.of(band);
        Summing summing;
        for (const int unit : units)
            summing.add(before ? values[unit] - (*before)(step, sequence, unit) : values[unit]);
        into[band] = summing.over(static_cast<double>(units.size()));
    }
}

/// A step's numbers in memory, as doubles or floats.
template<typename Scalar>
const Scalar *rowOf(const Scalar *values, const TimeArray &array, int sequence, int step)
{
    return values
        + (std::size_t(step) * std::size_t(array.batch()) + std::size_t(sequence)) * std::size_t(array.units());
}

} // namespace

StepPyramid::StepPyramid(int rows, int steps)
    : m_rows(rows), m_steps(steps), m_levels{std::vector<Summary>(std::size_t(rows) * std::size_t(steps))}
{
}

StepPyramid StepPyramid::of(const TimeArray &values, int sequence, int steps, const Bands &bands,
                            const TimeArray *before)
{
    assert(bands.units() == values.units() && bands.count >= 1 && bands.count <= bands.units());
    StepPyramid pyramid(bands.count, steps);
    for (int step = 0; step < steps; ++step) {
        if (const double *doubles = values.doubles())
            sumUp(rowOf(doubles, values, sequence, step), before, sequence, step, bands, pyramid.step(step));
        else
            sumUp(rowOf(values.floats(), values, sequence, step), before, sequence, step, bands, pyramid.step(step));
    }
    pyramid.buildUp();
    return pyramid;
}

StepPyramid StepPyramid::ofLengths(const TimeArray &values, int sequence, int steps)
{
    StepPyramid pyramid(1, steps);
    for (int step = 0; step < steps; ++step) {
        const auto length = static_cast<float>(values.at(step, sequence).norm());
        *pyramid.step(step) = {length, length, length};
    }
    pyramid.buildUp();
    return pyramid;
}

Summary StepPyramid::over(int row, int first, int end) const
{
    assert(row >= 0 && row < m_rows && first >= 0 && first < end && end <= m_steps);
    Summing summing;
    int from = first, to = end, steps = 1;
    // From both ends, as long as a block of the next level would reach over one of them.
    for (std::size_t level = 0; from < to; ++level, from /= 2, to /= 2, steps *= 2) {
        if (from % 2 == 1)
            summing.add(block(level, from++, row), steps);
        if (to % 2 == 1 && from < to)
            summing.add(block(level, --to, row), steps);
    }
    return summing.over(end - first);
}

std::size_t StepPyramid::bytes() const
{
    std::size_t summaries = 0;
    for (const std::vector<Summary> &level : m_levels)
        summaries += level.size();
    return summaries * sizeof(Summary);
}

void StepPyramid::buildUp()
{
    for (int blocks = m_steps / 2; blocks > 0; blocks /= 2) {
        const std::size_t below = m_levels.size() - 1;
        std::vector<Summary> level(std::size_t(blocks) * std::size_t(m_rows));
        for (int i = 0; i < blocks; ++i) {
            for (int row = 0; row < m_rows; ++row) {
                const Summary &left = block(below, 2 * i, row), &right = block(below, 2 * i + 1, row);
                level[std::size_t(i) * std::size_t(m_rows) + std::size_t(row)]
                    = {std::min(left.min, right.min), (left.mean + right.mean) / 2, std::max(left.max, right.max)};
            }
        }
        m_levels.push_back(std::move(level));
    }
}

} // namespace gatescope
