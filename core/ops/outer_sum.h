// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"

#include <vector>

namespace gatescope {

/// A weight's gradient Σ_t d_t x_tᵀ while the steps go by. Each outer product alone would read and write the whole
/// matrix, which of a large network no cache holds; so they wait, and those of many steps are added as one product.
class OuterSum
{
public:
    /// What is added stands in `sum` when this goes.
    explicit OuterSum(Matrix &sum) : m_sum(sum) { }
    ~OuterSum();
    OuterSum(const OuterSum &) = delete;
    OuterSum &operator=(const OuterSum &) = delete;

    /// To the rows from `firstRow` on, as many as d has: d xᵀ.
    void add(Eigen::Index firstRow, const Eigen::Ref<const Vector> &d, const Eigen::Ref<const Vector> &x);

private:
    /// Rows of the sum that read the same x.
    struct Rows {
        Eigen::Index first;
        Matrix d; ///< [waiting step, row]
        Matrix x; ///< [waiting step, column]
        Eigen::Index waiting = 0;
    };

    Rows &rowsFrom(Eigen::Index first, Eigen::Index count);
    void addWaiting(Rows &rows);

    Matrix &m_sum;
    std::vector<Rows> m_rows;
};

} // namespace gatescope
