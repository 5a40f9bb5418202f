// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace gatescope {

/// A dense double matrix stored row by row, as PyTorch and NumPy store theirs.
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A column vector of doubles.
using Vector = Eigen::VectorXd;

/// Whether two matrices have the same shape and the same numbers; Eigen's own == needs equal shapes.
template<typename Dense>
bool same(const Dense &one, const Dense &other)
{
    return one.rows() == other.rows() && one.cols() == other.cols() && one == other;
}

} // namespace gatescope
