// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/experiment/example_input.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/model/initialisation.h"
#include "core/ops/optimizer.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int clippedSteps = 51, mostTimes = 8;
constexpr double clippingLimit = 1;

/// √Σ g² over all parameters of a fresh RNN whose U is so many times as large; the loss is the mean of the last state.
double normOfGradient(double times)
{
    Experiment rnn;
    rnn.spec.cell = CellKind::rnn;
    rnn.spec.inputSize = 4;
    rnn.spec.hiddenSize = 32;
    rnn.parameters = initialParameters(rnn.spec, 0);
    rnn.parameters.layers[0].U *= times;
    rnn.input = exampleInput(rnn.spec, {clippedSteps});
    rnn.objective = naturalObjective(rnn.spec, rnn.input);
    const auto studied = study(std::move(rnn));
    if (!studied)
        return 0;
    double squares = 0;
    for (const auto &tensor : views(studied->spec(), studied->gradients->parameters))
        squares += tensor.values.squaredNorm();
    return std::sqrt(squares) / studied->spec().hiddenSize; // the objective is the sum
}

/// What is below the limit stays as it is, what is above it ends at the limit.
Evidence clippingCutsTheLong(const Studied &)
{
    static const Evidence measured = [] {
        std::vector<double> before, after;
        std::vector<std::string> places;
        bool isCut = true;
        for (int times = 1; times <= mostTimes; ++times) {
            const double norm = normOfGradient(times);
            const double clipped = norm * clippingFactor({.norm = clippingLimit}, norm);
            isCut = isCut && std::abs(clipped - std::min(norm, clippingLimit)) < 1e-4 * clippingLimit;
            before.push_back(norm);
            after.push_back(clipped);
            places.push_back(std::to_string(times));
        }
        return Evidence{
            isCut && before.front() < clippingLimit && before.back() > 1000 * clippingLimit,
            sentence("The loss is the mean of the last state here. Norm with the usual U: %1, with one eight times as "
                     "large: %2. Clipped to %3 these are %4 and %5.",
                     {measuredText(before.front()), measuredText(before.back()), measuredText(clippingLimit),
                      measuredText(after.front()), measuredText(after.back())}),
            {{sentence("before"), "g", before}, {sentence("clipped"), "", after, true}},
            sentence("norm of the gradient of all weights"),
            true,
            sentence("times the usual U"),
            places};
    }();
    return measured;
}

} // namespace

std::vector<Claim> clippingClaims()
{
    return {{"clipping-cuts-the-long", marked("Clipping cuts what is too long and leaves the rest"),
             clippingCutsTheLong, true}};
}

} // namespace gatescope
