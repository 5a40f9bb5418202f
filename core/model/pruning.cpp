// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pruning.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// A weight matrix and its mask.
struct MaskedMatrix {
    Eigen::Map<Matrix> weights, mask;
};

std::vector<MaskedMatrix> matricesOf(const NetworkSpec &spec, Pruned &pruned)
{
    std::vector<MaskedMatrix> matrices;
    const std::vector<ParameterView> weights = views(spec, pruned.parameters), masks = views(spec, pruned.mask);
    for (std::size_t i = 0; i < weights.size(); ++i)
        if (isWeightMatrix(weights[i].name))
            matrices.push_back({weights[i].values, masks[i].values});
    return matrices;
}

/// Calls visit(weight, mask) for every number, row by row.
template<typename Visit>
void forEachWeight(const std::vector<MaskedMatrix> &matrices, Visit visit)
{
    for (MaskedMatrix matrix : matrices)
        for (Eigen::Index row = 0; row < matrix.weights.rows(); ++row)
            for (Eigen::Index column = 0; column < matrix.weights.cols(); ++column)
                visit(matrix.weights(row, column), matrix.mask(row, column));
}

/// Puts the share of these weights that are smallest in size to 0, and their mask.
void pruneSmallest(const std::vector<MaskedMatrix> &matrices, double share)
{
    std::vector<double> sizes;
    forEachWeight(matrices, [&](double weight, double) { sizes.push_back(std::abs(weight)); });
    const auto count = std::ptrdiff_t(std::nearbyint(share * double(sizes.size())));
    if (count == 0)
        return;
    const auto largestPruned = sizes.begin() + count - 1;
    std::ranges::nth_element(sizes, largestPruned);
    const double threshold = *largestPruned;
    const auto isSmaller = [threshold](double size) { return size < threshold; };
    std::ptrdiff_t ofThisSize = count - std::count_if(sizes.begin(), sizes.begin() + count, isSmaller);
    forEachWeight(matrices, [&](double &weight, double &mask) {
        const double size = std::abs(weight);
        if (size > threshold || (size == threshold && ofThisSize-- <= 0))
            return;
        weight = 0;
        mask = 0;
    });
}

Parameters onesLike(const NetworkSpec &spec)
{
    Parameters ones = zeroParameters(spec);
    for (ParameterView &view : views(spec, ones))
        view.values.setOnes();
    return ones;
}

} // namespace

Result<Pruned> pruned(const NetworkSpec &spec, const Parameters &parameters, double share, PruningScope scope)
{
    if (!(share >= 0 && share <= 1))
        return error("%1 is no share of the weights: choose 0 to prune none, 1 to prune all, or a number between.",
                     {std::to_string(share)});
    Pruned result{parameters, onesLike(spec)};
    const std::vector<MaskedMatrix> matrices = matricesOf(spec, result);
    if (scope == PruningScope::network)
        pruneSmallest(matrices, share);
    else
        for (const MaskedMatrix &matrix : matrices)
            pruneSmallest({matrix}, share);
    return result;
}

Parameters maskOfZeros(const NetworkSpec &spec, const Parameters &parameters)
{
    Pruned same{parameters, onesLike(spec)};
    forEachWeight(matricesOf(spec, same), [](double weight, double &mask) { mask = weight == 0 ? 0 : 1; });
    return same.mask;
}

} // namespace gatescope
