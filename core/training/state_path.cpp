// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/state_path.h"

#include <Eigen/Eigenvalues>

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// All states of real steps, [count, H].
Matrix statesOf(const Trace &trace, const TimeArray &state)
{
    Eigen::Index count = 0;
    for (const int length : trace.batch->lengths)
        count += length;
    Matrix states(count, state.units());
    Eigen::Index row = 0;
    for (int n = 0; n < trace.batch->sequences(); ++n)
        for (int t = 0; t < trace.length(n); ++t)
            states.row(row++) = state.at(t, n).transpose();
    return states;
}

/// A cosine that is clear: below it the next update may give it another sign.
constexpr double clear = 0.15;

bool pointsTheOtherWay(const Vector &axis, const Vector *before, const Vector &towards)
{
    if (towards.size() == axis.size())
        if (const double part = axis.dot(towards); std::abs(part) > clear * towards.norm())
            return part < 0;
    if (before && before->size() == axis.size())
        return axis.dot(*before) < 0;
    Eigen::Index largest = 0;
    axis.cwiseAbs().maxCoeff(&largest);
    return axis[largest] < 0;
}

} // namespace

StateAxes principalAxes(const Trace &trace, int layer, Direction direction, const std::optional<StateAxes> &before,
                        const Vector &towards)
{
    Matrix states = statesOf(trace, trace.at(layer, direction)[Part::state]);
    const Eigen::Index units = states.cols();
    StateAxes found{states.colwise().mean().transpose(), Matrix::Zero(2, units)};
    states.rowwise() -= found.mean.transpose();
    // C = Σ (h − mean)(h − mean)ᵀ / count
    const Eigen::MatrixXd covariance = states.transpose() * states / double(states.rows());
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(covariance);
    const double variance = covariance.trace();
    for (Eigen::Index i = 0; i < std::min<Eigen::Index>(2, units); ++i) {
        const Eigen::Index column = units - 1 - i; // eigenvalues come in rising order
        Vector axis = solver.eigenvectors().col(column);
        const Vector earlier = before ? Vector(before->axes.row(i)) : Vector();
        if (pointsTheOtherWay(axis, before ? &earlier : nullptr, towards))
            axis = -axis;
        found.axes.row(i) = axis.transpose();
        found.share[std::size_t(i)] = variance > 0 ? std::max(0.0, solver.eigenvalues()[column]) / variance : 0;
    }
    return found;
}

Matrix statePath(const StateAxes &axes, const Trace &trace, int layer, Direction direction, int sequence)
{
    const TimeArray &state = trace.at(layer, direction)[Part::state];
    Matrix path(trace.length(sequence), 2);
    for (int t = 0; t < trace.length(sequence); ++t)
        path.row(t) = (axes.axes * (state.at(t, sequence) - axes.mean)).transpose();
    return path;
}

} // namespace gatescope
