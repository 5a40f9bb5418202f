// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/gradient_reach.h"

#include "core/base/random.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Lengths between which there is a logarithm: what vanishes and what overflows count as these.
constexpr double leastReach = 1e-300, mostReach = 1e300;

/// A row of length 1 for each sequence, in a random direction.
Matrix randomDirections(int sequences, int units, std::uint64_t seed)
{
    Random random(seed);
    Matrix v(sequences, units);
    for (double &value : v.reshaped<Eigen::RowMajor>())
        value = random.normal();
    v.rowwise().normalize();
    return v;
}

} // namespace

Result<std::vector<double>> gradientReach(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                                          std::shared_ptr<const Batch> batch, std::uint64_t seed)
{
    if (spec.bidirectional || spec.decoder)
        return error("How far a gradient reaches back is asked of a network that reads forwards and has no decoder.");
    const auto trace = backend.run(spec, parameters, std::move(batch));
    if (!trace)
        return trace.error();
    const int sequences = (*trace)->batch->sequences(), top = spec.layers - 1;
    Upstream upstream;
    upstream.hN.assign(std::size_t(spec.layers), Matrix::Zero(sequences, spec.hiddenSize));
    upstream.hN.back() = randomDirections(sequences, spec.hiddenSize, seed);
    const auto gradients = backend.backpropagate(parameters, **trace, upstream);
    if (!gradients)
        return gradients.error();

    const bool hasCell = describe(spec.cell).hasCellState;
    const TimeArray &state = (*gradients)->layers[std::size_t(top)][hasCell ? Part::cell : Part::state];
    const Matrix &initial = (hasCell ? (*gradients)->c0 : (*gradients)->h0)[std::size_t(top)];
    std::vector<double> sums(std::size_t((*trace)->batch->steps()) + 1, 0.0), counts(sums.size(), 0.0);
    const auto add = [&](int stepsBack, double norm) {
        sums[std::size_t(stepsBack)] += std::log10(std::clamp(norm, leastReach, mostReach)); // NaN stays NaN
        ++counts[std::size_t(stepsBack)];
    };
    for (int n = 0; n < sequences; ++n) {
        const int length = (*trace)->length(n);
        for (int t = 0; t < length; ++t)
            add(length - 1 - t, state.at(t, n).stableNorm()); // whose squares may be too large, or too small
        add(length, initial.row(n).stableNorm());
    }
    std::vector<double> reach;
    for (std::size_t k = 0; k < sums.size() && counts[k] > 0; ++k) {
        if (std::isnan(sums[k]))
            return error("The gradient is no number %1 steps back.", {std::to_string(k)});
        reach.push_back(sums[k] / counts[k]);
    }
    return reach;
}

} // namespace gatescope
