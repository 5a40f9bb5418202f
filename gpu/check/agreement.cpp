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

Result<Parameters> updated(const Backend &backend, const DrawnCase &drawn)
{
    const TrainingSettings settings{{.learningRate = 1e-2, .epsilon = 1e-3}, 1};
    auto run = backend.startTraining(drawn.spec, drawn.parameters, settings);
    if (!run)
        return run.error();
    const auto report = (*run)->update(*drawn.batch, drawn.objective);
    if (!report)
        return report.error();
    if (report->notFinite)
        return *report->notFinite;
    return (*run)->parameters();
}

} // namespace

Result<Agreement> agreementOn(const Backend &backend, const DrawnCase &drawn)
{
    const ReferenceBackend reference;
    const auto expected = evaluate(reference, drawn.spec, drawn.parameters, drawn.batch, drawn.objective);
    const auto given = evaluate(backend, drawn.spec, drawn.parameters, drawn.batch, drawn.objective);
    const auto expectedUpdate = updated(reference, drawn), givenUpdate = updated(backend, drawn);
    for (const auto *each : {&expected, &given})
        if (!*each)
            return each->error();
    for (const auto *each : {&expectedUpdate, &givenUpdate})
        if (!*each)
            return each->error();
    Agreement found;
    found.values = std::max({distances(given->trace->layers, expected->trace->layers),
                             distance(given->trace->output, expected->trace->output),
                             distance(given->trace->headOutput, expected->trace->headOutput),
                             distances(given->trace->hN, expected->trace->hN),
                             distances(given->trace->cN, expected->trace->cN)});
    found.gradients = std::max({distances(given->gradients->layers, expected->gradients->layers),
                                distance(given->gradients->x, expected->gradients->x),
                                distances(given->gradients->h0, expected->gradients->h0),
                                distances(given->gradients->c0, expected->gradients->c0),
                                distance(drawn.spec, given->gradients->parameters, expected->gradients->parameters)});
    found.update = distance(drawn.spec, *givenUpdate, *expectedUpdate);
    return found;
}

} // namespace gatescope::trial
