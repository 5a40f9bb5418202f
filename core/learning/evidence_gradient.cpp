// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"
#include "core/engine/gradient_reach.h"
#include "core/engine/reference_backend.h"
#include "core/learning/evidence_rows.h"
#include "core/learning/measured.h"
#include "core/model/initialisation.h"

#include <cmath>

namespace gatescope {

namespace {

constexpr int reachSteps = 50;
constexpr int reachSeeds = 10;

/// The mean of log₁₀ |dL/dh| over fresh networks of 32 units that read normal random numbers, k steps back.
std::vector<double> meanReach(CellKind cell, std::optional<double> updateBias)
{
    NetworkSpec spec;
    spec.cell = cell;
    spec.inputSize = 4;
    spec.hiddenSize = 32;
    std::vector<double> mean(reachSteps + 1, 0.0);
    for (int seed = 0; seed < reachSeeds; ++seed) {
        Parameters parameters = initialParameters(spec, std::uint64_t(seed));
        if (updateBias && !setUpdateBias(spec, parameters, *updateBias))
            return {};
        Random random(std::uint64_t(1000 + seed));
        TimeArray x(reachSteps, 1, spec.inputSize);
        for (int t = 0; t < reachSteps; ++t)
            for (int i = 0; i < spec.inputSize; ++i)
                x.set(t, 0, i, random.normal());
        const auto reach = gradientReach(ReferenceBackend(), spec, parameters,
                                         std::make_shared<const Batch>(fullLengthBatch(x)), std::uint64_t(seed));
        for (std::size_t k = 0; k < mean.size(); ++k)
            mean[k] += (*reach)[k] / reachSeeds;
    }
    return mean;
}

std::vector<double> powersOfTen(std::vector<double> exponents)
{
    for (double &each : exponents)
        each = std::pow(10, each);
    return exponents;
}

/// Of untrained networks, not of the lesson's own: one network would be an accident.
Evidence gradientSlopes(const Studied &)
{
    static const Evidence measured = [] {
        const auto rnn = meanReach(CellKind::rnn, {}), gru = meanReach(CellKind::gru, {}),
                   open = meanReach(CellKind::gru, 2), wide = meanReach(CellKind::gru, 4);
        return Evidence{
            rnn.back() < -11 && gru.back() < -9 && open.back() > -3 && wide.back() > -1,
            sentence(
                "%1 steps back this share of the gradient is left, geometric mean of %2 untrained networks: RNN %3, "
                "GRU %4, GRU with z-bias 2 %5, with z-bias 4 %6.",
                {std::to_string(reachSteps), std::to_string(reachSeeds), measuredText(std::pow(10, rnn.back())),
                 measuredText(std::pow(10, gru.back())), measuredText(std::pow(10, open.back())),
                 measuredText(std::pow(10, wide.back()))}),
            {{sentence("RNN"), "", powersOfTen(rnn)},
             {sentence("GRU"), "", powersOfTen(gru)},
             {sentence("GRU, z-bias 2"), "z", powersOfTen(open)},
             {sentence("GRU, z-bias 4"), "z", powersOfTen(wide)}},
            sentence("gradient left, by steps back"),
            true};
    }();
    return measured;
}

} // namespace

Claim gradientClaim()
{
    return {"gradient-slopes", "Not the name GRU but an open gate keeps a gradient", gradientSlopes, true};
}

} // namespace gatescope
