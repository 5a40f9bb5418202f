// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/claims/claim_rows.h"

#include "core/learning/study/measured.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Of what arrives at the last state, next to nothing is left at the first.
Evidence gradientShrinks(const Studied &studied)
{
    std::vector<double> left = gradientsBack(*studied.trace, *studied.gradients);
    const std::size_t steps = left.size() - 1;
    const double arrives = left.front();
    if (steps == 0 || arrives == 0)
        return {};
    double least = 1e300, most = 0;
    for (std::size_t k = 1; k <= steps; ++k) {
        const double factor = left[k - 1] > 0 ? left[k] / left[k - 1] : 0;
        least = std::min(least, factor);
        most = std::max(most, factor);
    }
    for (double &each : left)
        each /= arrives;
    return {left.back() < 0.01,
            sentence("%1 steps back %2 of the gradient is left: each step multiplies its length by %3 on average, the "
                     "smallest factor is %4, the largest %5.",
                     {std::to_string(steps), measuredText(left.back()),
                      measuredText(std::pow(left.back(), 1 / double(steps))), measuredText(least), measuredText(most)}),
            {{sentence("gradient"), "g", left}},
            sentence("share of the gradient that is left, by steps back"),
            true,
            sentence("steps back")};
}

/// The straight way back is the gradient times z, unit by unit; with the ways through the weights it makes the whole.
Evidence waysAddUp(const Studied &studied)
{
    if (studied.spec().cell != CellKind::gru || studied.spec().update != UpdateMeaning::keeps)
        return {};
    double largest = 0, straight = 0, whole = 0;
    const TimeArray &state = studied.gradients->at(studied.spec(), 0, Direction::forward)[Part::state];
    for (int t = 1; t < studied.trace->length(0); ++t) {
        const Moment moment{.step = t};
        const auto ways = waysBack(*studied.trace, *studied.gradients, studied.experiment.parameters, moment);
        Vector sum = Vector::Zero(studied.spec().hiddenSize);
        for (const GradientPath &way : ways)
            sum += way.gradient;
        const Vector before = stateGradientBefore(*studied.trace, *studied.gradients, moment);
        const Vector arriving = state.at(t, 0), z = studied.trace->at(0, Direction::forward)[Part::update].at(t, 0);
        const double scale = std::max(before.norm(), 1e-300);
        largest = std::max({largest, (sum - before).norm() / scale,
                            (ways.front().gradient - arriving.cwiseProduct(z)).norm() / scale});
        if (t + 1 == studied.trace->length(0)) {
            straight = ways.front().gradient.norm();
            whole = before.norm();
        }
    }
    return {whole > 0 && largest < 1e-12,
            sentence("At the last step %1 goes straight on, z times what arrives; with the ways through the weights it "
                     "makes %2. Over all steps the sum of the ways differs from the recorded gradient by a share of %3 "
                     "at most.",
                     {measuredText(straight), measuredText(whole), measuredText(largest)})};
}

} // namespace

std::vector<Claim> reachClaims()
{
    return {
        {"gradient-shrinks", marked("Going back, each step multiplies the gradient"), gradientShrinks, true},
        {"ways-add-up", marked("The straight way and those through the weights make the whole gradient"), waysAddUp},
    };
}

} // namespace gatescope
