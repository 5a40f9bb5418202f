// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/probe.h"

#include <cmath>

namespace gatescope {

namespace {

double squares(const LayerParameters &g)
{
    return g.W.squaredNorm() + g.U.squaredNorm() + g.bIn.squaredNorm() + g.bRec.squaredNorm() + g.normIn.squaredNorm()
        + g.normRec.squaredNorm();
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

} // namespace

Probe probe(const Evaluation &evaluation)
{
    const Trace &trace = *evaluation.trace;
    const GradientTrace &gradients = *evaluation.gradients;
    Probe probe;
    for (std::size_t i = 0; i < trace.layers.size(); ++i) {
        probe.layers.push_back({std::sqrt(squares(gradients.parameters.layers[i])), normOfSteps(gradients.layers[i][Part::state])});
        std::vector<Probe::Gate> gates;
        for (const Part part : describe(trace.spec.cell).recorded)
            if (describe(part).range == Range::gate)
                gates.push_back(gateOf(trace, trace.layers[i], part));
        probe.gates.push_back(std::move(gates));
    }
    return probe;
}

} // namespace gatescope
