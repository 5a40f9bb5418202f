// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Core>

namespace gatescope {

/// A dense double matrix stored row by row, as PyTorch and NumPy store theirs.
using Matrix = Eigen::Matrix<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

/// A column vector of doubles.
using Vector = Eigen::VectorXd;

} // namespace gatescope
