// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/claims/control.h"

#include "core/learning/study/measured.h"
#include "core/learning/study/rerun.h"
#include "core/model/initialisation.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::string percent(double share)
{
    return measuredText(100 * share) + " %";
}

/// The steps of sequence 0 from the last to the first.
Batch turnedRound(const Batch &batch)
{
    Batch turned = alone(batch, 0);
    const int T = turned.steps();
    for (int t = 0; t < T; ++t)
        for (int i = 0; i < batch.x.units(); ++i)
            turned.x.set(t, 0, i, batch.x(T - 1 - t, 0, i));
    return turned;
}

Evidence orderMatters(const Studied &studied)
{
    const Batch &batch = *studied.trace->batch;
    const auto there = runOf(studied.experiment, alone(batch, 0)), back = runOf(studied.experiment, turnedRound(batch));
    const double difference = (there->hN[0] - back->hN[0]).norm();
    const auto unit0 = [](const Trace &trace) {
        std::vector<double> states;
        for (int t = 0; t < trace.length(0); ++t)
            states.push_back(trace.at(0, Direction::forward)[Part::state](t, 0, 0));
        return states;
    };
    return {
        difference > 0.05,
        sentence("Read from the start unit 0 ends at %1, read from the end at %2. The unit that differs most differs "
                 "by %3.",
                 {measuredText(unit0(*there).back()), measuredText(unit0(*back).back()),
                  measuredText((there->hN[0] - back->hN[0]).cwiseAbs().maxCoeff())}),
        {{sentence("read from the start"), "h", unit0(*there)},
         {sentence("read from the end"), "", unit0(*back), true}},
        sentence("state of unit 0")};
}

Evidence sumIsBlind(const Studied &studied)
{
    const Batch one = alone(*studied.trace->batch, 0), turned = turnedRound(one);
    Vector there = Vector::Zero(one.x.units()), back = there;
    for (int t = 0; t < one.steps(); ++t) {
        there += one.x.at(t, 0);
        back += turned.x.at(t, 0);
    }
    const double difference = (there - back).norm();
    return {
        difference < 1e-12 && there.norm() > 0,
        difference == 0
            ? sentence("The inputs of this sequence add up to the very same vector from the start and from the "
                       "end; its first number is %1.",
                       {measuredText(there[0])})
            : sentence("The inputs of this sequence add up to a vector whose first number is %1, from the start and "
                       "from the end; the two sums differ by %2, no more than rounding.",
                       {measuredText(there[0]), measuredText(difference)})};
}

Evidence rippleDies(const Studied &studied)
{
    const std::vector<double> moved = ripple(studied.experiment, *studied.trace->batch, 0);
    const double left = moved.front() > 0 ? moved.back() / moved.front() : 1;
    return {moved.front() > 0.05 && left < 0.01,
            sentence("The first number of the input at step 0, larger by 1, moves the state by %1 at step 0 and by %2 "
                     "at step %3: %4 is left.",
                     {measuredText(moved.front()), measuredText(moved.back()), std::to_string(moved.size() - 1),
                      percent(left)}),
            {{sentence("ripple of step 0"), "h", moved}},
            sentence("how far the state moves"),
            true};
}

Evidence gatesLieBetween(const Studied &studied)
{
    if (studied.spec().cell != CellKind::gru)
        return {};
    double least = 1, most = 0;
    for (const Part gate : {Part::reset, Part::update})
        for (int t = 0; t < studied.trace->length(0); ++t)
            for (int j = 0; j < studied.spec().hiddenSize; ++j) {
                least = std::min(least, studied.at({.step = t}, gate, j));
                most = std::max(most, studied.at({.step = t}, gate, j));
            }
    return {least > 0 && most < 1,
            sentence("Of all gate values of this run the smallest is %1, the largest %2.",
                     {measuredText(least), measuredText(most)})};
}

/// With r = 0 the candidate is the same whatever the state was.
Evidence resetSilences(const Studied &studied)
{
    const Moment moment{.step = studied.trace->length(0) - 1};
    const auto moves = [&](double r) {
        Experiment one = holding(stepAlone(studied, moment), Part::reset, r), other = one;
        other.input.h0[0].setConstant(0.7);
        return std::abs(made(one, Part::candidate, 0) - made(other, Part::candidate, 0));
    };
    const double shut = moves(0), open = moves(1);
    return {
        shut == 0 && open > 0,
        sentence("Put 0.7 in place of every old state: with r held at 0 the candidate of unit 0 moves by %1, with r "
                 "held at 1 by %2.",
                 {measuredText(shut), measuredText(open)})};
}

/// The lesson's gate, opened by its bias, keeps a first input longer than the same network with a bias of 0.
Evidence openGateKeeps(const Studied &studied)
{
    Experiment shut = studied.experiment;
    if (!setUpdateBias(shut.spec, shut.parameters, 0))
        return {};
    const auto share = [&](const Experiment &experiment) {
        std::vector<double> moved = ripple(experiment, *studied.trace->batch, 0);
        const double first = moved.front();
        for (double &each : moved)
            each = first > 0 ? each / first : 0;
        return moved;
    };
    const auto open = share(studied.experiment), closed = share(shut);
    const double bias = controlNamed("update-bias")->value(studied.experiment);
    const double times = closed.back() > 0 ? open.back() / closed.back() : 0;
    return {
        times > 100,
        sentence("Of the first step's ripple %1 is left at step %2 with the open gate, only %3 with a bias of 0: a "
                 "ratio of %4 to 1.",
                 {percent(open.back()), std::to_string(open.size() - 1), percent(closed.back()), measuredText(times)}),
        {{sentence("z-bias %1", {measuredText(bias)}), "z", open}, {sentence("z-bias 0"), "", closed}},
        sentence("share of the ripple that is left"),
        true};
}

/// What arrives at the last step of a small change of the first state in a unit is nearly the product of its gates.
Evidence keptIsProduct(const Studied &studied)
{
    if (studied.spec().cell != CellKind::gru)
        return {};
    constexpr int unit = 1;
    constexpr double nudge = 1e-4;
    const Batch one = alone(*studied.trace->batch, 0);
    Batch moved = one;
    moved.h0.assign(std::size_t(studied.spec().layers * studied.spec().directions()),
                    Matrix::Zero(1, studied.spec().hiddenSize));
    moved.h0[0](0, unit) = nudge;
    const auto before = runOf(studied.experiment, one), after = runOf(studied.experiment, moved);
    std::vector<double> product, arrived;
    double kept = 1, sum = 0;
    for (int t = 0; t < one.steps(); ++t) {
        const double z = before->at(0, Direction::forward)[Part::update](t, 0, unit);
        kept *= z;
        sum += z;
        product.push_back(kept);
        arrived.push_back((after->output(t, 0, unit) - before->output(t, 0, unit)) / nudge);
    }
    return {std::abs(arrived.back() / product.back() - 1) < 0.15,
            sentence("Unit 1 keeps %1 a step on average; its %2 gates multiplied give %3, and of a small change of its "
                     "first state %4 arrives.",
                     {percent(sum / one.steps()), std::to_string(one.steps()), percent(product.back()),
                      percent(arrived.back())}),
            {{sentence("product of the gates"), "z", product, true}, {sentence("what arrives"), "h", arrived}},
            sentence("share that is left"),
            false};
}

Evidence blendIsExact(const Studied &studied)
{
    double largest = 0;
    for (int t = 0; t < studied.trace->length(0); ++t)
        for (int j = 0; j < studied.spec().hiddenSize; ++j) {
            const Moment moment{.step = t};
            const double z = studied.at(moment, Part::update, j), n = studied.at(moment, Part::candidate, j);
            const double h = stateBefore(*studied.trace, moment)[j];
            largest = std::max(largest, std::abs((1 - z) * n + z * h - studied.at(moment, Part::state, j)));
        }
    return {largest <= 1e-15,
            sentence("(1−z)⊙n + z⊙hₜ₋₁ worked out for every unit of every step: the largest difference from the "
                     "recorded state is %1.",
                     {measuredText(largest)})};
}

double sigma(double a)
{
    return 1 / (1 + std::exp(-a));
}

/// One step from its weights alone, as one would by hand; nothing of the engine's step is used.
Evidence byHand(const Studied &studied)
{
    if (studied.spec().cell != CellKind::gru)
        return {};
    const Moment moment{.step = 1};
    const LayerParameters &p = studied.experiment.parameters.layers[0];
    const int H = studied.spec().hiddenSize;
    const Vector x = layerInput(*studied.trace, moment), h = stateBefore(*studied.trace, moment);
    const Vector in = p.W * x + p.bIn, past = p.U * h + p.bRec;
    const double r = sigma(in[0] + past[0]), z = sigma(in[H] + past[H]);
    const double n = std::tanh(in[2 * H] + r * past[2 * H]), made = (1 - z) * n + z * h[0];
    const double difference = std::abs(made - studied.at(moment, Part::state, 0));
    return {difference <= 1e-15,
            sentence("Unit 0 at step 1: r = %1, z = %2, n = %3, hₜ₋₁ = %4, so hₜ = %5. What the program has recorded "
                     "differs by %6.",
                     {measuredText(r), measuredText(z), measuredText(n), measuredText(h[0]), measuredText(made),
                      measuredText(difference)})};
}

/// Unit 0 of the latch never falls under 0.95 once it is set; unit 1, which hears the same, leaks away.
Evidence latchHolds(const Studied &studied)
{
    std::vector<double> first, second;
    for (int t = 0; t < studied.trace->length(0); ++t) {
        first.push_back(studied.at({.step = t}, Part::state, 0));
        second.push_back(studied.at({.step = t}, Part::state, 1));
    }
    double held = 1, leaked = 1;
    for (std::size_t t = 2; t < first.size(); ++t) {
        held = std::min(held, std::abs(first[t]));
        leaked = std::min(leaked, std::abs(second[t]));
    }
    return {held > 0.95 && leaked < 0.3,
            sentence("Once it is set unit 0 never comes nearer to 0 than %1; at the end unit 1 is only %2 away from 0.",
                     {measuredText(held), measuredText(std::abs(second.back()))}),
            {{sentence("unit 0"), "h", first}, {sentence("unit 1"), "", second}},
            sentence("state"),
            false};
}

} // namespace

std::vector<Claim> memoryClaims()
{
    return {
        {"order-matters", marked("The same steps in another order end in another state"), orderMatters, true},
        {"sum-is-blind", marked("A sum is the same in every order"), sumIsBlind},
        {"ripple-dies", marked("What the first step left is under a hundredth at the last"), rippleDies, true},
        gradientClaim(),
        {"gates-between", marked("Every gate lies between 0 and 1"), gatesLieBetween},
        {"reset-silences", marked("With r = 0 the candidate does not hear the state"), resetSilences},
        {"open-gate-keeps", marked("An open gate keeps a hundred times more of the first step"), openGateKeeps, true},
        {"kept-is-product", marked("What a unit keeps is the product of its gates"), keptIsProduct, true},
        {"blend-is-exact", marked("Every new state is (1−z)⊙n + z⊙hₜ₋₁"), blendIsExact},
        {"by-hand", marked("One step by hand gives the recorded number"), byHand},
        {"latch-holds", marked("One unit holds a bit, the other leaks"), latchHolds, true},
    };
}

} // namespace gatescope
