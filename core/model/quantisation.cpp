// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/quantisation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr int lowest = -128, highest = 127;

/// s = max|w| / 127.5, in floats as PyTorch has it, and not below its least scale.
float scaleFor(double largest)
{
    return std::max(float(largest) / (float(highest - lowest) / 2), std::numeric_limits<float>::epsilon());
}

/// q = round(w / s) within −128 … 127; a half goes to the even neighbour. As in PyTorch w is multiplied by 1/s in
/// floats, so that the weight of −127.5 s becomes −128 although it may lie a little short of the half.
std::int8_t inEightBits(double w, float s)
{
    const float q = std::nearbyint(float(w) * (1 / s));
    return std::int8_t(std::clamp(q, float(lowest), float(highest)));
}

QuantisedMatrix quantisedMatrix(const ConstParameterView &weights, Granularity granularity)
{
    QuantisedMatrix matrix{weights.name, {}, {}};
    const Eigen::Map<const Matrix> &w = weights.values;
    if (granularity == Granularity::tensor)
        matrix.scales.push_back(scaleFor(w.cwiseAbs().maxCoeff()));
    else
        for (Eigen::Index row = 0; row < w.rows(); ++row)
            matrix.scales.push_back(scaleFor(w.row(row).cwiseAbs().maxCoeff()));

    matrix.q.resize(w.rows(), w.cols());
    for (Eigen::Index row = 0; row < w.rows(); ++row)
        for (Eigen::Index column = 0; column < w.cols(); ++column)
            matrix.q(row, column) = inEightBits(w(row, column), float(matrix.scale(row)));
    return matrix;
}

} // namespace

Result<QuantisedParameters> quantised(const NetworkSpec &spec, const Parameters &parameters, Granularity granularity)
{
    QuantisedParameters result{spec, {}, parameters};
    std::vector<ParameterView> rest = views(spec, result.rest);
    const std::vector<ConstParameterView> weights = views(spec, parameters);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        if (!isWeightMatrix(weights[i].name))
            continue;
        const double largest = weights[i].values.cwiseAbs().maxCoeff();
        if (!(largest <= double(std::numeric_limits<float>::max())))
            return error("%1 holds a weight of size %2, which no float holds: use smaller weights.",
                         {weights[i].name, std::to_string(largest)});
        result.matrices.push_back(quantisedMatrix(weights[i], granularity));
        rest[i].values.setZero();
    }
    return result;
}

std::int64_t QuantisedParameters::bytes() const
{
    std::int64_t weights = 0, scales = 0;
    for (const QuantisedMatrix &matrix : matrices) {
        weights += matrix.q.size();
        scales += std::int64_t(matrix.scales.size());
    }
    return weights + std::int64_t(sizeof(float)) * (scales + parameterCount(spec) - weights);
}

Parameters QuantisedParameters::dequantised() const
{
    Parameters parameters = rest;
    auto matrix = matrices.begin();
    for (ParameterView &view : views(spec, parameters)) {
        if (!isWeightMatrix(view.name))
            continue;
        // w = s·q
        for (Eigen::Index row = 0; row < view.values.rows(); ++row)
            view.values.row(row) = matrix->scale(row) * matrix->q.row(row).cast<double>();
        ++matrix;
    }
    return parameters;
}

} // namespace gatescope
