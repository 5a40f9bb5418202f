// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/arithmetic/squash.h"

#include <cstddef>

namespace gatescope::gpu {

// What the works of a step share. A work is a function of one index, done once for each of them, in any order, on
// whatever device: an index of a step is a unit of a sequence, n·H + j. Pointers are the device's.

/// One layer's step t of all sequences.
struct StepPlace {
    int sequences;
    int H;
    int t;
    const int *lengths; ///< [sequences]

    GATESCOPE_HOST_DEVICE int sequence(std::size_t at) const { return int(at / std::size_t(H)); }
    GATESCOPE_HOST_DEVICE int unit(std::size_t at) const { return int(at % std::size_t(H)); }
    /// Past its length a sequence keeps its state, puts out 0 and is given no gradient.
    GATESCOPE_HOST_DEVICE bool isReal(int n) const { return t < lengths[n]; }
};

/// Products of one step without their biases, [sequence, row].
struct StepSums {
    const float *products;
    const float *bias; ///< [row], or null
    int row;           ///< numbers from one sequence to the next

    GATESCOPE_HOST_DEVICE float at(int n, int column) const
    {
        return products[std::size_t(n) * std::size_t(row) + std::size_t(column)] + (bias ? bias[column] : 0.0f);
    }
};

/// Where a step's numbers go or come from, [sequence, row], at the columns of one direction.
template<typename Number>
struct StepRow {
    Number *first;
    int row;

    GATESCOPE_HOST_DEVICE Number &at(int n, int column) const
    {
        return first[std::size_t(n) * std::size_t(row) + std::size_t(column)];
    }
};

} // namespace gatescope::gpu
