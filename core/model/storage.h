// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/parameters.h"

#include <cstdint>

namespace gatescope {

/// The bytes of a network whose numbers are all floats, as frameworks store it: the same however many are 0.
std::int64_t denseBytes(const NetworkSpec &spec);

/// The bytes with each weight matrix in compressed sparse rows (CSR): of every number that is not 0 its float and its
/// column, in 16 bits where there are at most 65,536 columns and in 32 otherwise; of every row, and of the end, where
/// it begins, in 32 bits. What is no weight matrix stays dense. With 16 bits that saves nothing before a third is 0.
std::int64_t sparseBytes(const NetworkSpec &spec, const Parameters &parameters);

/// Numbers in the weight matrices, see isWeightMatrix, and how many of them are 0.
struct WeightCount {
    std::int64_t weights = 0;
    std::int64_t zeros = 0;
};
WeightCount countWeights(const NetworkSpec &spec, const Parameters &parameters);

} // namespace gatescope
