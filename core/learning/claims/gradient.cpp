// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/engine/gradient_reach.h"
#include "core/engine/reference_backend.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/model/initialisation.h"

#include <cmath>

namespace gatescope {

namespace {

constexpr int reachSteps = 50;
constexpr int reachSeeds = 10;

/// A kind of fresh networks.
struct Fresh {
    CellKind cell = CellKind::gru;
    std::optional<double> keepsAtFirst = {}; ///< the bias that setUpdateBias() gives it
    int units = 32;
    double recurrent = 1; ///< what U is multiplied by
};

/// The mean of log₁₀ |dL/dh| over fresh networks that read normal random numbers, k steps back.
std::vector<double> meanReach(const Fresh &fresh)
{
    NetworkSpec spec;
    spec.cell = fresh.cell;
    spec.inputSize = 4;
    spec.hiddenSize = fresh.units;
    std::vector<double> mean(reachSteps + 1, 0.0);
    for (int seed = 0; seed < reachSeeds; ++seed) {
        Parameters parameters = initialParameters(spec, std::uint64_t(seed));
        parameters.layers[0].U *= fresh.recurrent;
        if (fresh.keepsAtFirst && !setUpdateBias(spec, parameters, *fresh.keepsAtFirst))
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
        const auto rnn = meanReach({CellKind::rnn}), gru = meanReach({CellKind::gru}),
                   open = meanReach({CellKind::gru, 2}), wide = meanReach({CellKind::gru, 4});
        return Evidence{
            rnn.back() < -11 && gru.back() < -9 && open.back() > -3 && wide.back() > -1,
            sentence(
                "%1 steps back this share of the gradient is left, geometric mean of %2 untrained networks: RNN %3, "
                "GRU %4, GRU with z-bias 2: %5, with z-bias 4: %6.",
                {std::to_string(reachSteps), std::to_string(reachSeeds), measuredText(std::pow(10, rnn.back())),
                 measuredText(std::pow(10, gru.back())), measuredText(std::pow(10, open.back())),
                 measuredText(std::pow(10, wide.back()))}),
            {{sentence("RNN"), "", powersOfTen(rnn)},
             {sentence("GRU"), "", powersOfTen(gru)},
             {sentence("GRU, z-bias 2"), "z", powersOfTen(open)},
             {sentence("GRU, z-bias 4"), "z", powersOfTen(wide)}},
            sentence("gradient left, by steps back"),
            true,
            sentence("steps back")};
    }();
    return measured;
}

std::string shareText(const std::vector<double> &exponents)
{
    return measuredText(std::pow(10, exponents.back()));
}

Evidence cellsLoseAlike(const Studied &)
{
    static const Evidence measured = [] {
        const auto rnn = meanReach({CellKind::rnn}), gru = meanReach({CellKind::gru}),
                   lstm = meanReach({CellKind::lstm}), open = meanReach({CellKind::lstm, 4});
        return Evidence{
            rnn.back() < -9 && gru.back() < -9 && lstm.back() < -9 && open.back() > -2,
            sentence("%1 steps back, geometric mean of %2 untrained networks of 32 units: RNN %3, GRU %4, LSTM %5, "
                     "and %6 in an LSTM with a forget bias of 4.",
                     {std::to_string(reachSteps), std::to_string(reachSeeds), shareText(rnn), shareText(gru),
                      shareText(lstm), shareText(open)}),
            {{sentence("RNN"), "", powersOfTen(rnn)},
             {sentence("GRU"), "z", powersOfTen(gru)},
             {sentence("LSTM"), "c", powersOfTen(lstm), true},
             {sentence("LSTM, forget bias 4"), "c", powersOfTen(open)}},
            sentence("gradient left, by steps back"),
            true,
            sentence("steps back")};
    }();
    return measured;
}

/// In the linear middle of tanh the gradient grows by about the size of U at each step, as it shrinks with a small one.
Evidence largeWeightsExplode(const Studied &)
{
    static const Evidence measured = [] {
        const auto usual = meanReach({CellKind::rnn}), triple = meanReach({CellKind::rnn, {}, 32, 3}),
                   eight = meanReach({CellKind::rnn, {}, 32, 8});
        return Evidence{
            usual.back() < -9 && eight.back() > 2,
            sentence("An RNN of 32 units, %1 steps back, mean of %2: %3 of the gradient with the usual U, %4 with a U "
                     "three times as large, %5 with one eight times as large.",
                     {std::to_string(reachSteps), std::to_string(reachSeeds), shareText(usual), shareText(triple),
                      shareText(eight)}),
            {{sentence("8 U"), "g", powersOfTen(eight)},
             {sentence("3 U"), "", powersOfTen(triple)},
             {sentence("U as usual"), "", powersOfTen(usual)}},
            sentence("gradient left, by steps back"),
            true,
            sentence("steps back")};
    }();
    return measured;
}

Evidence widerReachesNoFarther(const Studied &)
{
    static const Evidence measured = [] {
        const auto narrow = meanReach({.units = 8}), usual = meanReach({.units = 32}), wide = meanReach({.units = 96});
        const auto open = meanReach({.keepsAtFirst = 4, .units = 8});
        return Evidence{
            narrow.back() < -7 && wide.back() < -7 && open.back() > -1,
            sentence("%1 steps back, mean of %2 untrained GRUs: %3 of the gradient with 8 units, %4 with 32, %5 with "
                     "96; %6 with 8 units and a z-bias of 4.",
                     {std::to_string(reachSteps), std::to_string(reachSeeds), shareText(narrow), shareText(usual),
                      shareText(wide), shareText(open)}),
            {{sentence("8 units, z-bias 4"), "z", powersOfTen(open)},
             {sentence("8 units"), "", powersOfTen(narrow)},
             {sentence("32 units"), "", powersOfTen(usual)},
             {sentence("96 units"), "", powersOfTen(wide)}},
            sentence("gradient left, by steps back"),
            true,
            sentence("steps back")};
    }();
    return measured;
}

} // namespace

std::vector<Claim> untrainedReachClaims()
{
    return {
        {"cells-lose-alike", marked("At the usual start every cell loses its gradient"), cellsLoseAlike, true},
        {"large-weights-explode", marked("Large recurrent weights make a gradient explode"), largeWeightsExplode, true},
        {"wider-reaches-no-farther", marked("More units let a gradient reach no farther"), widerReachesNoFarther, true},
    };
}

Claim gradientClaim()
{
    return {"gradient-slopes", marked("Not the name GRU but an open gate keeps a gradient"), gradientSlopes, true};
}

} // namespace gatescope
