// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/gate_matrices.h"

namespace gatescope {

ResetPlacement resetOf(StackingConvention convention)
{
    return convention == StackingConvention::kerasResetBefore ? ResetPlacement::before : ResetPlacement::after;
}

std::array<int, 3> blockOrder(StackingConvention convention)
{
    return convention == StackingConvention::pytorch ? std::array{0, 1, 2} : std::array{1, 0, 2};
}

GateMatrices gateMatrices(const LayerParameters &layer)
{
    const Eigen::Index H = layer.U.cols();
    GateMatrices six;
    for (std::size_t gate = 0; gate < 3; ++gate) {
        const Eigen::Index row = Eigen::Index(gate) * H;
        six.W[gate] = layer.W.middleRows(row, H);
        six.U[gate] = layer.U.middleRows(row, H);
        six.bIn[gate] = layer.bIn.segment(row, H);
        six.bRec[gate] = layer.bRec.segment(row, H);
    }
    return six;
}

} // namespace gatescope
