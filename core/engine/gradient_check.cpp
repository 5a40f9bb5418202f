// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/gradient_check.h"

#include "core/base/goes_on.h"
#include "core/ops/embedding.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Everything that a loss depends on, as a copy in which single numbers can be moved.
struct Situation {
    const Backend &backend;
    const NetworkSpec &spec;
    Parameters parameters;
    Batch batch;
    const Objective &objective;
    std::stop_token stop = {};

    Result<double> loss() const
    {
        if (const auto on = goesOn(stop); !on)
            return on.error();
        const auto measured = measure(backend, spec, parameters, std::make_shared<const Batch>(batch), objective);
        if (!measured)
            return measured.error();
        return measured->loss.value;
    }

    void lookUpAgain()
    {
        if (batch.embeddingRows.empty() || !parameters.embedding)
            return;
        const TimeArray looked = lookUp(*parameters.embedding, batch.embeddingRows);
        for (int n = 0; n < batch.sequences(); ++n)
            for (int t = 0; t < batch.lengths[n]; ++t)
                for (int i = 0; i < batch.x.units(); ++i)
                    batch.x.set(t, n, i, looked(t, n, i));
    }
};

/// (L(p + ε) − L(p − ε)) / 2ε, where `move(δ)` moves the number p to δ from where it was.
template<typename Move>
Result<double> centralDifference(const Situation &situation, double epsilon, Move move)
{
    move(epsilon);
    const auto above = situation.loss();
    move(-epsilon);
    const auto below = situation.loss();
    move(0);
    if (!above)
        return above.error();
    if (!below)
        return below.error();
    return (*above - *below) / (2 * epsilon);
}

/// Moves a number of the parameters or states, which the embedding's rows follow.
auto numberMove(Situation &situation, double &number, bool isEmbedding)
{
    return [&situation, &number, was = number, isEmbedding](double delta) {
        number = was + delta;
        if (isEmbedding)
            situation.lookUpAgain();
    };
}

auto inputMove(Situation &situation, int t, int n, int i)
{
    return [&situation, was = situation.batch.x(t, n, i), t, n, i](double delta) {
        situation.batch.x.set(t, n, i, was + delta);
    };
}

/// (4 D(ε) − D(2ε)) / 3, where D is the central difference: its error of order ε² cancels.
template<typename Move>
Result<double> extrapolatedDifference(const Situation &situation, double epsilon, Move move)
{
    const auto near = centralDifference(situation, epsilon, move);
    if (!near)
        return near.error();
    const auto far = centralDifference(situation, 2 * epsilon, move);
    if (!far)
        return far.error();
    return (4 * *near - *far) / 3;
}

/// One number with both of its derivatives.
struct Checked {
    std::string place;
    NudgeCheck check;
};

std::string at(std::initializer_list<int> indices)
{
    std::string text;
    for (const int index : indices)
        text += (text.empty() ? "[" : ", ") + std::to_string(index);
    return text + "]";
}

Result<void> checkParameters(Situation &situation, const Parameters &gradients, double epsilon,
                             std::vector<Checked> &all)
{
    std::vector<ParameterView> numbers = views(situation.spec, situation.parameters);
    const std::vector<ConstParameterView> chain = views(situation.spec, gradients);
    for (std::size_t tensor = 0; tensor < numbers.size(); ++tensor) {
        Eigen::Map<Matrix> &values = numbers[tensor].values;
        const bool isEmbedding = numbers[tensor].name == "embedding.weight";
        for (int row = 0; row < values.rows(); ++row) {
            if (isEmbedding && row == situation.spec.paddingRow)
                continue;
            for (int column = 0; column < values.cols(); ++column) {
                const auto nudged = extrapolatedDifference(situation, epsilon,
                                                           numberMove(situation, values(row, column), isEmbedding));
                if (!nudged)
                    return nudged.error();
                const std::string place = numbers[tensor].isVector ? at({row}) : at({row, column});
                all.push_back({numbers[tensor].name + place, {chain[tensor].values(row, column), *nudged}});
            }
        }
    }
    return {};
}

Result<void> checkInput(Situation &situation, const TimeArray &dx, double epsilon, std::vector<Checked> &all)
{
    for (int n = 0; n < dx.batch(); ++n) {
        for (int t = 0; t < situation.batch.lengths[n]; ++t) {
            for (int i = 0; i < dx.units(); ++i) {
                const auto nudged = extrapolatedDifference(situation, epsilon, inputMove(situation, t, n, i));
                if (!nudged)
                    return nudged.error();
                all.push_back({"x[t=" + std::to_string(t) + ", n=" + std::to_string(n) + ", " + std::to_string(i) + "]",
                               {dx(t, n, i), *nudged}});
            }
        }
    }
    return {};
}

Result<void> checkStates(Situation &situation, std::vector<Matrix> &states, const std::vector<Matrix> &gradients,
                         const std::string &name, double epsilon, std::vector<Checked> &all)
{
    for (std::size_t i = 0; i < gradients.size(); ++i) {
        for (int n = 0; n < gradients[i].rows(); ++n) {
            for (int unit = 0; unit < gradients[i].cols(); ++unit) {
                const auto nudged
                    = extrapolatedDifference(situation, epsilon, numberMove(situation, states[i](n, unit), false));
                if (!nudged)
                    return nudged.error();
                all.push_back({name + at({static_cast<int>(i)}) + at({n, unit}), {gradients[i](n, unit), *nudged}});
            }
        }
    }
    return {};
}

GradientCheckReport reportOf(const std::vector<Checked> &all)
{
    double largest = 0;
    for (const Checked &one : all)
        largest = std::max({largest, std::abs(one.check.chain), std::abs(one.check.nudged)});

    GradientCheckReport report;
    for (const Checked &one : all) {
        const double relative = one.check.relativeError(1e-4 * largest);
        if (report.checked++ == 0 || relative > report.worstRelativeError) {
            report.worstRelativeError = relative;
            report.worstPlace = one.place;
            report.worst = one.check;
        }
    }
    return report;
}

/// The states to move: those of the batch, or zeros in place of none.
void fillStates(std::vector<Matrix> &states, const std::vector<Matrix> &gradients)
{
    if (!states.empty())
        return;
    for (const Matrix &gradient : gradients)
        states.push_back(Matrix::Zero(gradient.rows(), gradient.cols()));
}

} // namespace

double NudgeCheck::relativeError(double floor) const
{
    const double difference = std::abs(chain - nudged);
    return difference == 0 ? 0 : difference / std::max({std::abs(chain), std::abs(nudged), floor});
}

double nudgeFor(const NetworkSpec &spec)
{
    const bool bendsSharply = spec.layerNorm || spec.gateActivation != GateActivation::sigmoid
        || spec.stateActivation != StateActivation::tanh;
    return bendsSharply ? 2e-5 : 1e-3;
}

Result<NudgeCheck> checkParameter(const Backend &backend, const NetworkSpec &spec, const Parameters &parameters,
                                  std::shared_ptr<const Batch> batch, const Objective &objective,
                                  const ParameterPlace &place, double epsilon, const std::stop_token &stop)
{
    if (const auto on = goesOn(stop); !on)
        return on.error();
    const auto evaluation = evaluate(backend, spec, parameters, batch, objective);
    if (!evaluation)
        return evaluation.error();

    Situation situation{backend, spec, parameters, *batch, objective, stop};
    std::vector<ParameterView> numbers = views(spec, situation.parameters);
    const auto tensor = std::ranges::find(numbers, place.tensor, &ParameterView::name);
    if (tensor == numbers.end())
        return error("There is no tensor %1 in this network.", {place.tensor});
    if (place.row < 0 || place.row >= tensor->values.rows() || place.column < 0
        || place.column >= tensor->values.cols())
        return error("There is no place %1 in %2, which has %3 rows and %4 columns.",
                     {at({place.row, place.column}), place.tensor, std::to_string(tensor->values.rows()),
                      std::to_string(tensor->values.cols())});

    const auto move
        = numberMove(situation, tensor->values(place.row, place.column), place.tensor == "embedding.weight");
    const auto nudged = centralDifference(situation, epsilon, move);
    if (!nudged)
        return nudged.error();
    const auto chain = views(spec, evaluation->gradients->parameters);
    return NudgeCheck{chain[tensor - numbers.begin()].values(place.row, place.column), *nudged};
}

Result<GradientCheckReport> checkGradients(const Backend &backend, const NetworkSpec &spec,
                                           const Parameters &parameters, std::shared_ptr<const Batch> batch,
                                           const Objective &objective, std::optional<double> nudge)
{
    const double epsilon = nudge.value_or(nudgeFor(spec));
    const auto evaluation = evaluate(backend, spec, parameters, batch, objective);
    if (!evaluation)
        return evaluation.error();
    const GradientTrace &gradients = *evaluation->gradients;

    Situation situation{backend, spec, parameters, *batch, objective};
    fillStates(situation.batch.h0, gradients.h0);
    fillStates(situation.batch.c0, gradients.c0);

    std::vector<Checked> all;
    if (const auto done = checkParameters(situation, gradients.parameters, epsilon, all); !done)
        return done.error();
    if (const auto done = checkInput(situation, gradients.x, epsilon, all); !done)
        return done.error();
    if (const auto done = checkStates(situation, situation.batch.h0, gradients.h0, "h0", epsilon, all); !done)
        return done.error();
    if (const auto done = checkStates(situation, situation.batch.c0, gradients.c0, "c0", epsilon, all); !done)
        return done.error();
    return reportOf(all);
}

} // namespace gatescope
