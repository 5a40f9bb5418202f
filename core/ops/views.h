// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time_array.h"

namespace gatescope {

// Numbers of others seen in place. An array view multiplies element by element, as ∘ does in the
// equations; .matrix() makes a column of it for a matrix product.
using VectorView = Eigen::Map<Vector>;
using ConstVectorView = Eigen::Map<const Vector>;
using ArrayView = Eigen::Map<Eigen::ArrayXd>;
using ConstArrayView = Eigen::Map<const Eigen::ArrayXd>;
using SequenceView = Eigen::Map<Matrix, 0, Eigen::OuterStride<>>;
using ConstSequenceView = Eigen::Map<const Matrix, 0, Eigen::OuterStride<>>;

/// One sequence at one step, [unit]; the array must hold doubles.
inline ArrayView valuesAt(TimeArray &array, int step, int sequence)
{
    return {array.step(step).row(sequence).data(), array.units()};
}
inline ConstArrayView valuesAt(const TimeArray &array, int step, int sequence)
{
    return {array.step(step).row(sequence).data(), array.units()};
}

/// The first `length` steps of one sequence, [step, unit]; the array must hold doubles.
inline SequenceView sequenceOf(TimeArray &array, int sequence, int length)
{
    const Eigen::OuterStride<> stride(Eigen::Index(array.batch()) * array.units());
    return {array.step(0).row(sequence).data(), length, array.units(), stride};
}
inline ConstSequenceView sequenceOf(const TimeArray &array, int sequence, int length)
{
    const Eigen::OuterStride<> stride(Eigen::Index(array.batch()) * array.units());
    return {array.step(0).row(sequence).data(), length, array.units(), stride};
}

} // namespace gatescope
