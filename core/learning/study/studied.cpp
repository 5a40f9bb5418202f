// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/study/studied.h"

#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"

#include <limits>

namespace gatescope {

double Studied::at(const Moment &moment, Part part, int unit) const
{
    return trace->at(moment.layer, moment.direction)[part](moment.step, moment.sequence, unit);
}

std::vector<double> gradientsBack(const Trace &trace, const GradientTrace &gradients)
{
    const TimeArray &state = gradients.at(trace.spec, 0, Direction::forward)[Part::state];
    std::vector<double> lengths;
    for (int t = trace.length(0) - 1; t >= 0; --t)
        lengths.push_back(state.at(t, 0).norm());
    return lengths;
}

Result<Studied> study(Experiment experiment)
{
    if (const auto fine = check(experiment); !fine)
        return fine.error();
    const auto batch = batchOf(experiment);
    if (!batch)
        return batch.error();
    const auto done = evaluate(ReferenceBackend(), experiment.spec, experiment.parameters,
                               std::make_shared<const Batch>(*batch), experiment.objective);
    if (!done)
        return done.error();
    return Studied{std::move(experiment), done->trace, done->gradients};
}

Experiment stepAlone(const Studied &studied, const Moment &moment)
{
    const NetworkSpec &whole = studied.spec();
    Experiment alone;
    alone.spec.cell = whole.cell;
    alone.spec.inputSize = whole.layerInputSize(moment.layer);
    alone.spec.hiddenSize = whole.hiddenSize;
    alone.spec.bias = whole.bias;
    alone.spec.reset = whole.reset;
    alone.spec.update = whole.update;
    alone.spec.gateActivation = whole.gateActivation;
    alone.spec.stateActivation = whole.stateActivation;
    alone.spec.layerNorm = whole.layerNorm;
    alone.parameters.layers = {studied.experiment.parameters.layers[whole.layerIndex(moment.layer, moment.direction)]};
    alone.input.source = NumberInput{{}, {layerInput(*studied.trace, moment).transpose()}};
    alone.input.h0 = {stateBefore(*studied.trace, moment).transpose()};
    if (describe(whole.cell).hasCellState)
        alone.input.c0 = {stateBefore(*studied.trace, moment, Part::cell).transpose()};
    return alone;
}

double made(const Experiment &experiment, Part part, int unit)
{
    const auto batch = batchOf(experiment);
    if (batch)
        if (const auto trace
            = ReferenceBackend().run(experiment.spec, experiment.parameters, std::make_shared<const Batch>(*batch)))
            return (*trace)->at(0, Direction::forward)[part](0, 0, unit);
    return std::numeric_limits<double>::quiet_NaN();
}

Experiment holding(Experiment experiment, Part part, double value)
{
    for (int unit = 0; unit < experiment.spec.hiddenSize; ++unit) {
        Pin pin;
        pin.part = part;
        pin.unit = unit;
        pin.lastStep = experiment.input.longest() - 1;
        pin.value = value;
        experiment.pins.push_back(pin);
    }
    return experiment;
}

} // namespace gatescope
