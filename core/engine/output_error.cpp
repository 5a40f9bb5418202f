// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/output_error.h"

#include "core/engine/evaluation.h"
#include "core/ops/embedding.h"

#include <array>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

/// The runs with both parameters.
using TracePair = std::array<std::shared_ptr<const Trace>, 2>;

Result<TracePair> tracesOf(const Backend &backend, const NetworkSpec &spec, const Parameters &own,
                           const Parameters &others, const Batch &batch)
{
    TracePair traces;
    for (const std::size_t i : {0, 1}) {
        const Parameters &parameters = i == 0 ? own : others;
        if (const auto fits = check(spec, parameters); !fits)
            return fits.error();
        auto trace = backend.run(spec, parameters, std::make_shared<const Batch>(lookedUp(batch, parameters)));
        if (!trace)
            return trace.error();
        traces[i] = *trace;
    }
    return traces;
}

/// Past a sequence's length it is 0.
const TimeArray &answers(const Trace &trace)
{
    return trace.spec.headOutputs > 0 ? trace.headOutput : trace.output;
}

} // namespace

Result<double> outputError(const Backend &backend, const NetworkSpec &spec, const Parameters &own,
                           const Parameters &others, const Batch &batch)
{
    const auto traces = tracesOf(backend, spec, own, others, batch);
    if (!traces)
        return traces.error();
    const TimeArray &y = answers(*(*traces)[0]), &yHat = answers(*(*traces)[1]);
    double differences = 0, squares = 0;
    for (int t = 0; t < y.steps(); ++t) {
        for (int n = 0; n < y.batch(); ++n) {
            differences += (y.at(t, n) - yHat.at(t, n)).squaredNorm();
            squares += y.at(t, n).squaredNorm();
        }
    }
    if (differences == 0)
        return 0.0;
    return squares == 0 ? std::numeric_limits<double>::infinity() : std::sqrt(differences / squares);
}

Result<LossPair> losses(const Backend &backend, const NetworkSpec &spec, const Parameters &own,
                        const Parameters &others, const Batch &batch, const Objective &objective)
{
    const auto traces = tracesOf(backend, spec, own, others, batch);
    if (!traces)
        return traces.error();
    if (const auto fits = check(spec, batch, objective); !fits)
        return fits.error();
    return LossPair{takeLoss(*(*traces)[0], objective).value, takeLoss(*(*traces)[1], objective).value};
}

} // namespace gatescope
