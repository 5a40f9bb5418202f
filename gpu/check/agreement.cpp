// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/check/agreement.h"

#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope::trial {

namespace {

/// Arrays that are smaller throughout are what sums of larger numbers left over, and have fewer digits.
constexpr double smallest = 0.05;

/// NaN is infinitely far.
double far(double apart, double largest)
{
    return std::isfinite(apart) ? apart / std::max(largest, smallest) : std::numeric_limits<double>::infinity();
}

double distance(const Matrix &matrix, const Matrix &reference)
{
    if (reference.size() == 0)
        return 0;
    const double apart = (matrix - reference).cwiseAbs().sum() * 0; // NaN if one is
    return far(apart + (matrix - reference).cwiseAbs().maxCoeff(), reference.cwiseAbs().maxCoeff());
}

double distance(const TimeArray &array, const TimeArray &reference)
{
    double apart = 0, largest = 0;
    for (int t = 0; t < reference.steps(); ++t)
        for (int n = 0; n < reference.batch(); ++n)
            for (int i = 0; i < reference.units(); ++i) {
                const double difference = std::abs(array(t, n, i) - reference(t, n, i));
                apart = std::isnan(difference) ? std::numeric_limits<double>::infinity() : std::max(apart, difference);
                largest = std::max(largest, std::abs(reference(t, n, i)));
            }
    return far(apart, largest);
}

template<typename Arrays>
double distances(const Arrays &arrays, const Arrays &reference)
{
    double furthest = 0;
    for (std::size_t i = 0; i < reference.size(); ++i)
        furthest = std::max(furthest, distance(arrays[i], reference[i]));
    return furthest;
}

double distances(const std::vector<LayerTrace> &layers, const std::vector<LayerTrace> &reference)
{
    double furthest = 0;
    for (std::size_t i = 0; i < reference.size(); ++i)
        for (const auto &[part, values] : reference[i].parts)
            furthest = std::max(furthest, distance(layers[i][part], values));
    return furthest;
}

double distance(const NetworkSpec &spec, const Parameters &parameters, const Parameters &reference)
{
    const auto given = views(spec, parameters), expected = views(spec, reference);
    double furthest = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
        furthest = std::max(furthest, distance(Matrix(given[i].values), Matrix(expected[i].values)));
    return furthest;
}

/// The gradient that an update takes, w − w′ at a learning rate of 1. Training has kernels of its own on the way back.
Result<Parameters> gradientOfUpdate(const Backend &backend, const DrawnCase &drawn)
{
    const TrainingSettings settings{{.kind = OptimizerKind::sgd, .learningRate = 1, .momentum = 0}, 1};
    auto run = backend.startTraining(drawn.spec, drawn.parameters, settings);
    if (!run)
        return run.error();
    const auto report = (*run)->update(*drawn.batch, drawn.objective);
    if (!report)
        return report.error();
    if (report->notFinite)
        return *report->notFinite;
    Parameters gradient = (*run)->parameters();
    auto after = views(drawn.spec, gradient);
    const auto before = views(drawn.spec, drawn.parameters);
    for (std::size_t i = 0; i < after.size(); ++i)
        after[i].values = before[i].values - after[i].values;
    return gradient;
}

/// All that a backend says about a case.
struct Told {
    Result<Evaluation> evaluation;
    Result<Parameters> update;
};

Told toldBy(const Backend &backend, const DrawnCase &drawn)
{
    return {evaluate(backend, drawn.spec, drawn.parameters, drawn.batch, drawn.objective),
            gradientOfUpdate(backend, drawn)};
}

Result<Agreement> compared(const NetworkSpec &spec, const Told &given, const Told &expected)
{
    for (const Told *each : {&expected, &given}) {
        if (!each->evaluation)
            return each->evaluation.error();
        if (!each->update)
            return each->update.error();
    }
    const Trace &trace = *given.evaluation->trace, &trueTrace = *expected.evaluation->trace;
    const GradientTrace &back = *given.evaluation->gradients, &trueBack = *expected.evaluation->gradients;
    Agreement found;
    found.values = std::max({distances(trace.layers, trueTrace.layers), distance(trace.output, trueTrace.output),
                             distance(trace.headOutput, trueTrace.headOutput), distances(trace.hN, trueTrace.hN),
                             distances(trace.cN, trueTrace.cN)});
    found.gradients = std::max({distances(back.layers, trueBack.layers), distance(back.x, trueBack.x),
                                distances(back.h0, trueBack.h0), distances(back.c0, trueBack.c0),
                                distance(spec, back.parameters, trueBack.parameters)});
    found.update = distance(spec, *given.update, *expected.update);
    return found;
}

} // namespace

std::vector<Result<Agreement>> agreementsOn(const std::vector<std::unique_ptr<Backend>> &backends,
                                            const DrawnCase &drawn)
{
    const Told expected = toldBy(ReferenceBackend(), drawn);
    std::vector<Result<Agreement>> agreements;
    for (const auto &backend : backends)
        agreements.push_back(compared(drawn.spec, toldBy(*backend, drawn), expected));
    return agreements;
}

} // namespace gatescope::trial
