// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/quantisation.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

constexpr int lowest = -128, highest = 127;

/// s = max|w| / 127.5 as a float, not below PyTorch's least scale. It is rounded up: no weight lies beyond 127.5 s.
float scaleFor(double largest)
{
    const double s = std::max(largest / ((highest - lowest) / 2.0), double(std::numeric_limits<float>::epsilon()));
    const float rounded = float(s);
    return rounded < s ? std::nextafter(rounded, std::numeric_limits<float>::infinity()) : rounded;
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
    for (Eigen::Index row = 0; row < w.rows(); ++row) {
        const double s = matrix.scale(row);
        for (Eigen::Index column = 0; column < w.cols(); ++column) {
            // q = round(w / s) within −128 … 127; a half goes to the even neighbour
            const double q = std::clamp(std::nearbyint(w(row, column) / s), double(lowest), double(highest));
            matrix.q(row, column) = std::int8_t(q);
        }
    }
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
