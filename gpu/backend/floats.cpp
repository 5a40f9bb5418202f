// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/floats.h"

#include <algorithm>

namespace gatescope::gpu {

std::vector<float> floatsOf(const Matrix &matrix)
{
    std::vector<float> floats(std::size_t(matrix.size()));
    Eigen::Map<Eigen::ArrayXf>(floats.data(), matrix.size())
        = Eigen::Map<const Eigen::ArrayXd>(matrix.data(), matrix.size()).cast<float>();
    return floats;
}

std::vector<float> floatsOf(const TimeArray &array)
{
    std::vector<float> floats(array.size());
    if (const float *values = array.floats())
        std::copy_n(values, array.size(), floats.data());
    else if (const double *doubles = array.doubles())
        std::transform(doubles, doubles + array.size(), floats.data(), [](double value) { return float(value); });
    return floats;
}

std::vector<float> realFloats(const TimeArray &array, const std::vector<int> &lengths)
{
    std::vector<float> floats = floatsOf(array);
    const std::size_t units = std::size_t(array.units());
    for (int t = 0; t < array.steps(); ++t)
        for (int n = 0; n < array.batch(); ++n)
            if (t >= lengths[std::size_t(n)])
                std::fill_n(floats.data() + (std::size_t(t) * std::size_t(array.batch()) + std::size_t(n)) * units,
                            units, 0.0f);
    return floats;
}

Matrix matrixOf(const std::vector<float> &floats, int rows, int columns)
{
    Matrix matrix(rows, columns);
    Eigen::Map<Eigen::ArrayXd>(matrix.data(), matrix.size())
        = Eigen::Map<const Eigen::ArrayXf>(floats.data(), matrix.size()).cast<double>();
    return matrix;
}

} // namespace gatescope::gpu
