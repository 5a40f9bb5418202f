// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/base/random.h"
#include "core/engine/reference_backend.h"
#include "core/experiment/remembering.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"
#include "core/model/initialisation.h"

#include <Eigen/Cholesky>

#include <algorithm>
#include <numeric>

namespace gatescope {

namespace {

constexpr int settlingSteps = 100; ///< steps that are read before anything is asked
constexpr int askedSteps = 3000;   ///< the first half fits the reading, the second judges it
constexpr int delays = 40;

/// How well the input of k steps ago can be read off the state: the network reads noise, a linear reading of its state
/// is fitted to the input of k steps before, and judged on steps that it was not fitted on. 1 is exactly, 0 is no
/// better than the mean. The sum over all k is what Jaeger (2001) calls the memory capacity.
std::vector<double> recall(const NetworkSpec &spec, const Parameters &parameters, std::uint64_t seed)
{
    Random random(seed);
    TimeArray x(settlingSteps + askedSteps, 1, spec.inputSize);
    for (int t = 0; t < x.steps(); ++t)
        for (int i = 0; i < spec.inputSize; ++i)
            x.set(t, 0, i, random.uniform(-1, 1));
    Experiment reads;
    reads.spec = spec;
    reads.parameters = parameters;
    const auto trace = runOf(reads, fullLengthBatch(x));
    Matrix states = Matrix::Ones(askedSteps, spec.outputSize() + 1), inputs(askedSteps, delays);
    for (int row = 0; row < askedSteps; ++row) {
        states.row(row).head(spec.outputSize()) = trace->output.at(settlingSteps + row, 0).transpose();
        for (int k = 0; k < delays; ++k)
            inputs(row, k) = x(settlingSteps + row - k, 0, 0);
    }
    const Matrix known = states.topRows(askedSteps / 2), other = states.bottomRows(askedSteps - askedSteps / 2);
    Matrix square = known.transpose() * known;
    square.diagonal().array() += 1e-9;
    const Matrix reading = square.ldlt().solve(known.transpose() * inputs.topRows(askedSteps / 2));
    const Matrix truth = inputs.bottomRows(askedSteps - askedSteps / 2), missed = truth - other * reading;
    std::vector<double> share;
    for (int k = 0; k < delays; ++k) {
        const double spread = (truth.col(k).array() - truth.col(k).mean()).square().sum();
        share.push_back(std::max(0.0, 1 - missed.col(k).squaredNorm() / spread));
    }
    return share;
}

double total(const std::vector<double> &shares)
{
    return std::accumulate(shares.begin(), shares.end(), 0.0);
}

Sentence recallAxis()
{
    return sentence("how exactly an input can be read off the state, by steps since it was read");
}

Sentence stepsAgo()
{
    return sentence("steps ago");
}

bool canRecall(const NetworkSpec &spec)
{
    return !spec.bidirectional && !spec.decoder && spec.embeddingRows == 0 && spec.layers == 1;
}

Evidence recallFallsOff(const Studied &studied)
{
    if (!canRecall(studied.spec()))
        return {};
    const auto share = recall(studied.spec(), studied.experiment.parameters, 1);
    return {
        share.front() > 0.8 && share.back() < 0.02,
        sentence("Of %1 steps of noise, a linear reading of the state finds the input just read with an exactness of "
                 "%2, that of 2 steps before with %3, of 5 with %4, of 10 with %5, of 20 with %6.",
                 {std::to_string(askedSteps), measuredText(share[0]), measuredText(share[2]), measuredText(share[5]),
                  measuredText(share[10]), measuredText(share[20])}),
        {{sentence("read off the state"), "h", share}},
        recallAxis(),
        false,
        stepsAgo()};
}

/// Of fresh networks, not of the lesson's own: one would be an accident.
Evidence capacityIsBounded(const Studied &)
{
    static const Evidence measured = [] {
        Evidence evidence{true, {}, {}, recallAxis(), false, stepsAgo()};
        std::vector<Argument> told;
        double before = 0;
        for (const int units : {2, 4, 8, 16}) {
            NetworkSpec spec;
            spec.hiddenSize = units;
            constexpr int seeds = 5;
            std::vector<double> mean(delays, 0.0);
            for (int seed = 0; seed < seeds; ++seed) {
                const auto share = recall(spec, initialParameters(spec, std::uint64_t(seed)), std::uint64_t(seed));
                for (int k = 0; k < delays; ++k)
                    mean[std::size_t(k)] += share[std::size_t(k)] / seeds;
                evidence.holds = evidence.holds && total(share) <= units;
            }
            evidence.holds = evidence.holds && total(mean) > before;
            before = total(mean);
            told.push_back(measuredText(before));
            evidence.curves.insert(evidence.curves.begin(),
                                   {sentence("%1 units", {std::to_string(units)}), units == 16 ? "h" : "", mean});
        }
        evidence.said
            = sentence("Added up over all delays, in inputs' worth, mean of 5 untrained GRUs: %1 with 2 units, "
                       "%2 with 4, %3 with 8, %4 with 16.",
                       told);
        return evidence;
    }();
    return measured;
}

/// The network with its gates at three openings: what is kept for longer is kept less exactly.
Evidence openGatesBlur(const Studied &studied)
{
    if (!canRecall(studied.spec()))
        return {};
    std::vector<std::vector<double>> shares;
    for (const double bias : {0.0, 4.0}) {
        Parameters parameters = studied.experiment.parameters;
        if (!setUpdateBias(studied.spec(), parameters, bias))
            return {};
        shares.push_back(recall(studied.spec(), parameters, 1));
    }
    const auto &shut = shares[0], &open = shares[1];
    return {open[0] < shut[0] - 0.1 && open[15] > shut[15] + 0.02,
            sentence("With a z-bias of 0 the input just read is found with an exactness of %1, that of 15 steps before "
                     "with %2; with a bias of 4 with %3 and %4. Added up over all delays: %5 and %6, of at most %7.",
                     {measuredText(shut[0]), measuredText(shut[15]), measuredText(open[0]), measuredText(open[15]),
                      measuredText(total(shut)), measuredText(total(open)), std::to_string(studied.spec().hiddenSize)}),
            {{sentence("z-bias 4"), "z", open}, {sentence("z-bias 0"), "", shut}},
            recallAxis(),
            false,
            stepsAgo()};
}

/// A gate that is 1 to the last bit keeps for ever, and hears nothing.
Evidence shutKeepsAll(const Studied &studied)
{
    constexpr int steps = 1000;
    Experiment shut = studied.experiment;
    if (!canRecall(shut.spec) || !setUpdateBias(shut.spec, shut.parameters, 40))
        return {};
    TimeArray quiet(steps, 1, shut.spec.inputSize), loud(steps, 1, shut.spec.inputSize);
    for (int t = 0; t < steps; ++t)
        loud.set(t, 0, 0, 1);
    const auto endOf = [&](const TimeArray &x) {
        Batch batch = fullLengthBatch(x);
        batch.h0 = {Matrix::Constant(1, shut.spec.hiddenSize, 0.7)};
        return Vector(runOf(shut, batch)->output.at(steps - 1, 0));
    };
    const Vector after = endOf(quiet);
    const double lost = (after.array() - 0.7).abs().maxCoeff(), heard = (endOf(loud) - after).cwiseAbs().maxCoeff();
    return {
        lost == 0 && heard == 0,
        sentence("With a z-bias of 40 every unit begins at 0.7: after %1 steps it has changed by %2, and %1 ones at "
                 "the input instead of zeros have moved it by %3.",
                 {std::to_string(steps), measuredText(lost), measuredText(heard)})};
}

/// What was read first against all else that this sequence reads.
Evidence forgottenByThen(const Studied &studied)
{
    const ReferenceBackend backend;
    const auto followed = forgettingOf(backend, studied.experiment, *studied.trace, Moment{.step = 0});
    if (!followed || !followed->gone)
        return {};
    const Vector &left = followed->left;
    return {
        true,
        sentence("What was read at step 0 is under a tenth of what it was from step %1 on; at the last step %2 % is "
                 "left.",
                 {std::to_string(*followed->gone), measuredText(100 * followed->leftAtEnd())}),
        {{sentence("left of step 0"), "h", {left.begin(), left.end()}}},
        sentence("share that is left of what was read at step 0")};
}

} // namespace

std::vector<Claim> capacityClaims()
{
    return {
        {"recall-falls-off", marked("The longer ago, the less can be read off the state"), recallFallsOff, true},
        {"capacity-is-bounded", marked("A state holds no more inputs than it has units"), capacityIsBounded, true},
        {"open-gates-blur", marked("Kept for longer is kept less exactly"), openGatesBlur, true},
        {"shut-keeps-all", marked("What keeps for ever hears nothing"), shutKeepsAll},
        {"forgotten-by-then", marked("What was read first is forgotten"), forgottenByThen, true},
    };
}

} // namespace gatescope
