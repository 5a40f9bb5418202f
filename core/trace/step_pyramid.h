// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time_array.h"
#include "core/trace/bands.h"

#include <vector>

namespace gatescope {

/// The least, the mean and the largest of some numbers.
struct Summary {
    float min = 0;
    float mean = 0;
    float max = 0;

    bool operator==(const Summary &) const = default;
};

/// Rows of summaries over steps, and over blocks of 2, 4, 8, … steps, so that any stretch of a long sequence is told
/// from few blocks: a picture costs what its pixels cost, however many steps each of them stands for. Takes 24 bytes a
/// row and step.
class StepPyramid
{
public:
    StepPyramid() = default;
    /// `steps` of an array's sequence, its units in bands; of how far it is from `before` where that is given.
    static StepPyramid of(const TimeArray &values, int sequence, int steps, const Bands &bands,
                          const TimeArray *before = nullptr);
    /// One row: the Euclidean length over the units at each step.
    static StepPyramid ofLengths(const TimeArray &values, int sequence, int steps);

    int rows() const { return m_rows; }
    int steps() const { return m_steps; }
    /// A row from the step `first` to before `end`; at least one step. The mean is that of the steps' means.
    Summary over(int row, int first, int end) const;
    std::size_t bytes() const;

private:
    StepPyramid(int rows, int steps);
    Summary *step(int step) { return m_levels.front().data() + std::size_t(step) * std::size_t(m_rows); }
    const Summary &block(std::size_t level, int index, int row) const
    {
        return m_levels[level][std::size_t(index) * std::size_t(m_rows) + std::size_t(row)];
    }
    void buildUp();

    int m_rows = 0;
    int m_steps = 0;
    std::vector<std::vector<Summary>>
        m_levels; ///< each [block, row], blocks of 2^level steps; unfinished ones are left out
};

} // namespace gatescope
