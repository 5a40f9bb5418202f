// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time_array.h"
#include "core/learning/labs/gate_matrices.h"
#include "core/learning/labs/product_plan.h"

namespace gatescope {

/// One GRU layer over a batch, from states of zeros, its products done by Eigen just as a plan says. Scalar is double
/// or float.
template<typename Scalar>
class PlannedRun
{
public:
    using Dense = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

    /// The matrices are stacked here, once. x is [time, batch, unit] and holds doubles.
    PlannedRun(const GateMatrices &six, const TimeArray &x, ResetPlacement reset, ProductWay way);

    /// Reads the batch, however often it was read before.
    void run();

    const Dense &states() const { return m_states; } ///< [time·batch, unit]: a step's sequences under each other
    int productsDone() const { return m_done; }      ///< in all runs

private:
    using Row = Eigen::Matrix<Scalar, 1, Eigen::Dynamic>;
    struct Product {
        GateProduct what;
        Dense matrix; ///< [gates·H, inner]
    };
    using Block = Eigen::Block<Dense, Eigen::Dynamic, Eigen::Dynamic>;

    Product withMatrix(const GateProduct &what, const GateMatrices &six) const;
    void multiply(const Product &product, int step);
    void openGates(int step);
    void makeState(int step);
    Block gate(Dense &sums, int row, int gate) { return sums.block(row, gate * m_units, m_sequences, m_units); }
    int inputRow(int step) const { return m_isAllAtOnce ? step * m_sequences : 0; }

    ResetPlacement m_reset;
    bool m_isAllAtOnce;
    int m_steps, m_sequences, m_units;
    std::vector<Product> m_before, m_eachStep;
    Row m_bIn, m_bRec;              ///< [3H]
    Dense m_x;                      ///< [time·batch, I]
    Dense m_fromInput, m_fromState; ///< W x and U h: [T·B or B, 3H], [B, 3H]
    Dense m_h, m_r, m_z, m_rh;      ///< [B, H]
    Dense m_states;
    int m_done = 0;
};

extern template class PlannedRun<double>;
extern template class PlannedRun<float>;

} // namespace gatescope
