// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"

#include "core/engine/head_run.h"
#include "core/engine/layer_backward.h"
#include "core/engine/layer_forward.h"
#include "core/engine/reference_training.h"
#include "core/engine/upstream.h"

#include <utility>

namespace gatescope {

namespace {

/// The initial states of all layers, and c0 for the cells that have none.
struct InitialStates {
    std::vector<Matrix> h0;
    std::vector<Matrix> c0;

    InitialStates(const NetworkSpec &spec, const Batch &batch)
        : h0(statesOrZeros(batch.h0, spec, batch.sequences())),
          c0(describe(spec.cell).hasCellState ? statesOrZeros(batch.c0, spec, batch.sequences())
                                              : std::vector<Matrix>(h0.size()))
    {
    }
};

LayerRun layerRun(const NetworkSpec &spec, const Parameters &parameters, const Batch &batch,
                  const InitialStates &initial, const TimeArray &input, int layer, Direction direction)
{
    const int i = spec.layerIndex(layer, direction);
    const Matrix *stateMask = batch.dropout.recurrent.empty() ? nullptr : &batch.dropout.recurrent[i];
    const Matrix &h0 = initial.h0[i], &c0 = initial.c0[i];
    return {spec, parameters.layers[i], input, batch.lengths, batch.pins, h0, c0, stateMask, layer, direction};
}

std::vector<Direction> directionsOf(const NetworkSpec &spec)
{
    if (spec.bidirectional)
        return {Direction::forward, Direction::backward};
    return {Direction::forward};
}

Result<void> runLayers(const Parameters &parameters, Trace &trace)
{
    const NetworkSpec &spec = trace.spec;
    const InitialStates initial(spec, *trace.batch);
    for (int layer = 0; layer < spec.layers; ++layer) {
        const TimeArray input = inputOfLayer(spec, *trace.batch, trace.layers, layer);
        for (const Direction direction : directionsOf(spec)) {
            const TimeArray left = leftOfInput(*trace.batch, input, spec.layerIndex(layer, direction));
            auto outcome = runForward(layerRun(spec, parameters, *trace.batch, initial, left, layer, direction));
            if (!outcome)
                return outcome.error();
            trace.layers.push_back(std::move(outcome->trace));
            trace.hN.push_back(std::move(outcome->hN));
            if (describe(spec.cell).hasCellState)
                trace.cN.push_back(std::move(outcome->cN));
        }
    }
    trace.output = outputOfLayer(spec, trace.layers, spec.layers - 1);
    return {};
}

/// Back through all layers, the top one first.
Result<void> layersBackward(const Parameters &parameters, const Trace &trace, const Upstream &upstream,
                            GradientTrace &gradients)
{
    const NetworkSpec &spec = trace.spec;
    const InitialStates initial(spec, *trace.batch);
    const std::vector<Matrix> noCells(trace.hN.size());
    const std::vector<Matrix> &dcN = upstream.cN.empty() ? noCells : upstream.cN;
    gradients.layers.resize(trace.layers.size());
    gradients.h0.resize(trace.layers.size());
    gradients.c0.resize(trace.cN.size());

    TimeArray dOutput = gradients.output;
    for (int layer = spec.layers - 1; layer >= 0; --layer) {
        const TimeArray input = inputOfLayer(spec, *trace.batch, trace.layers, layer);
        TimeArray dInput(input.steps(), input.batch(), input.units());
        for (const Direction direction : directionsOf(spec)) {
            const int i = spec.layerIndex(layer, direction);
            const TimeArray left = leftOfInput(*trace.batch, input, i);
            TimeArray dLeft(input.steps(), input.batch(), input.units());
            auto gradient = runBackward(layerRun(spec, parameters, *trace.batch, initial, left, layer, direction),
                                        trace.layers[i], {dOutput, upstream.hN[i], dcN[i]}, dLeft);
            if (!gradient)
                return gradient.error();
            add(dInput, leftOfInput(*trace.batch, std::move(dLeft), i));
            gradients.layers[i] = std::move(gradient->parts);
            gradients.parameters.layers[i] = std::move(gradient->parameters);
            gradients.h0[i] = std::move(gradient->h0);
            if (!gradients.c0.empty())
                gradients.c0[i] = std::move(gradient->c0);
        }
        if (layer > 0 && !trace.batch->dropout.betweenLayers.empty())
            multiply(dInput, trace.batch->dropout.betweenLayers[layer - 1]);
        dOutput = std::move(dInput);
    }
    gradients.x = std::move(dOutput);
    return {};
}

} // namespace

Result<std::shared_ptr<const Trace>> ReferenceBackend::run(const NetworkSpec &spec, const Parameters &parameters,
                                                           std::shared_ptr<const Batch> batch) const
{
    if (const auto valid = check(spec); !valid)
        return valid.error();
    if (spec.decoder)
        return error(
            "A network with a decoder is run by halves: evaluate it against the sequence that it should write.");
    if (const auto valid = check(spec, parameters); !valid)
        return valid.error();
    if (const auto valid = check(spec, *batch); !valid)
        return valid.error();

    auto trace = std::make_shared<Trace>();
    trace->spec = spec;
    trace->batch = std::move(batch);
    if (const auto ran = runLayers(parameters, *trace); !ran)
        return ran.error();
    if (parameters.head) {
        if (const auto ran = runHead(parameters, *trace); !ran)
            return ran.error();
    }
    return std::shared_ptr<const Trace>(std::move(trace));
}

Result<std::shared_ptr<const GradientTrace>>
ReferenceBackend::backpropagate(const Parameters &parameters, const Trace &trace, const Upstream &upstream) const
{
    if (const auto valid = check(trace.spec, parameters); !valid)
        return valid.error();
    if (const auto valid = check(trace, upstream); !valid)
        return valid.error();
    if (trace.output.precision() != TimeArray::Precision::f64)
        return error("This record holds single precision: propagate it back with the backend that made it.");

    const Upstream complete = completed(trace, upstream);
    auto gradients = std::make_shared<GradientTrace>();
    gradients->parameters = zeroParameters(trace.spec);
    gradients->output = complete.output;
    if (parameters.head)
        headBackward(parameters, trace, complete.headOutput, *gradients);
    if (const auto done = layersBackward(parameters, trace, complete, *gradients); !done)
        return done.error();
    for (const ConstParameterView &gradient : views(trace.spec, std::as_const(gradients->parameters)))
        if (!gradient.values.allFinite())
            return error("The gradient of %1 is not finite. Use smaller weights, or a shorter sequence.",
                         {gradient.name});
    for (int t = 0; t < gradients->x.steps(); ++t)
        if (!std::as_const(gradients->x).step(t).allFinite())
            return error("The gradient of x at step %1 is not finite. Use smaller weights, or a shorter sequence.",
                         {std::to_string(t)});
    return std::shared_ptr<const GradientTrace>(std::move(gradients));
}

Result<std::unique_ptr<TrainingRun>> ReferenceBackend::resumeTraining(const NetworkSpec &spec,
                                                                      const TrainingState &state,
                                                                      const TrainingSettings &settings) const
{
    if (const auto valid = check(spec); !valid)
        return valid.error();
    if (const auto valid = check(spec, state); !valid)
        return valid.error();
    if (const auto valid = check(spec, settings); !valid)
        return valid.error();
    return std::unique_ptr<TrainingRun>(std::make_unique<ReferenceTraining>(spec, state, settings));
}

} // namespace gatescope
