// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/probe.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

double squares(const LayerParameters &g)
{
    return g.W.squaredNorm() + g.U.squaredNorm() + g.bIn.squaredNorm() + g.bRec.squaredNorm() + g.normIn.squaredNorm()
        + g.normRec.squaredNorm();
}

/// √Σ (Δw)² between two states of a layer.
double distance(const LayerParameters &a, const LayerParameters &b)
{
    return std::sqrt(
        squares({a.W - b.W, a.U - b.U, a.bIn - b.bIn, a.bRec - b.bRec, a.normIn - b.normIn, a.normRec - b.normRec}));
}

/// √Σ over sequences and units of the numbers at each step.
std::vector<double> normOfSteps(const TimeArray &array)
{
    std::vector<double> norms;
    for (int t = 0; t < array.steps(); ++t) {
        double sum = 0;
        for (int n = 0; n < array.batch(); ++n)
            sum += array.at(t, n).squaredNorm();
        norms.push_back(std::sqrt(sum));
    }
    return norms;
}

Probe::Gate gateOf(const Trace &trace, const LayerTrace &layer, Part part)
{
    constexpr double closed = 0.1, open = 0.9;
    Probe::Gate gate{part};
    double values = 0;
    for (int n = 0; n < trace.batch->sequences(); ++n) {
        for (int t = 0; t < trace.length(n); ++t) {
            const Vector at = layer[part].at(t, n);
            values += double(at.size());
            gate.nearlyClosed += double((at.array() < closed).count());
            gate.nearlyOpen += double((at.array() > open).count());
        }
    }
    gate.nearlyClosed /= values;
    gate.nearlyOpen /= values;
    return gate;
}

Probe::Histogram histogramOf(const Trace &trace, const LayerTrace &layer, Part part)
{
    const auto [lowest, highest] = binnedRange(part);
    Probe::Histogram histogram{part, lowest, highest};
    double values = 0;
    for (int n = 0; n < trace.batch->sequences(); ++n) {
        for (int t = 0; t < trace.length(n); ++t) {
            for (const double value : layer[part].at(t, n)) {
                const double place = (value - lowest) / (highest - lowest) * Probe::Histogram::bins;
                ++histogram.shares[std::size_t(std::clamp(place, 0.0, Probe::Histogram::bins - 1.0))];
                ++values;
            }
        }
    }
    for (double &share : histogram.shares)
        share /= values;
    return histogram;
}

} // namespace

std::pair<double, double> binnedRange(Part part)
{
    switch (describe(part).range) {
    case Range::gate:
        return {0, 1};
    case Range::bounded:
        return {-1, 1};
    case Range::unbounded:
        break;
    }
    return {-4, 4};
}

Probe probe(const Evaluation &evaluation, const Parameters &parameters, const Parameters *before)
{
    const Trace &trace = *evaluation.trace;
    const GradientTrace &gradients = *evaluation.gradients;
    Probe probe;
    for (std::size_t i = 0; i < trace.layers.size(); ++i) {
        const LayerParameters &weights = parameters.layers[i];
        probe.layers.push_back({std::sqrt(squares(gradients.parameters.layers[i])),
                                normOfSteps(gradients.layers[i][Part::state]), std::sqrt(squares(weights)),
                                before ? std::optional(distance(weights, before->layers[i])) : std::nullopt});
        std::vector<Probe::Gate> gates;
        std::vector<Probe::Histogram> histograms;
        for (const Part part : describe(trace.spec.cell).recorded) {
            histograms.push_back(histogramOf(trace, trace.layers[i], part));
            if (describe(part).range == Range::gate)
                gates.push_back(gateOf(trace, trace.layers[i], part));
        }
        probe.gates.push_back(std::move(gates));
        probe.histograms.push_back(std::move(histograms));
    }
    return probe;
}

} // namespace gatescope
