// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/storage.h"

namespace gatescope {

std::int64_t denseBytes(const NetworkSpec &spec)
{
    return parameterCount(spec) * std::int64_t(sizeof(float));
}

std::int64_t sparseBytes(const NetworkSpec &spec, const Parameters &parameters)
{
    constexpr Eigen::Index mostInShort = Eigen::Index(1) << 16;
    constexpr std::int64_t number = sizeof(float), rowStart = sizeof(std::uint32_t);
    std::int64_t bytes = 0;
    for (const ConstParameterView &view : views(spec, parameters)) {
        if (!isWeightMatrix(view.name)) {
            bytes += number * view.values.size();
            continue;
        }
        const std::int64_t column = view.values.cols() <= mostInShort ? sizeof(std::uint16_t) : sizeof(std::uint32_t);
        const std::int64_t kept = (view.values.array() != 0).count();
        bytes += kept * (number + column) + (view.values.rows() + 1) * rowStart;
    }
    return bytes;
}

WeightCount countWeights(const NetworkSpec &spec, const Parameters &parameters)
{
    WeightCount count;
    for (const ConstParameterView &view : views(spec, parameters)) {
        if (!isWeightMatrix(view.name))
            continue;
        count.weights += view.values.size();
        count.zeros += (view.values.array() == 0).count();
    }
    return count;
}

} // namespace gatescope
