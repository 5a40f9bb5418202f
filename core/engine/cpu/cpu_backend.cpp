// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_backend.h"

#include "core/engine/cpu/cpu_limits.h"
#include "core/engine/cpu/cpu_training.h"
#include "core/engine/cpu/flush_to_zero.h"
#include "core/engine/cpu/slice_pass.h"
#include "core/engine/cpu/trace_copy.h"
#include "core/engine/not_finite.h"
#include "core/engine/upstream.h"

#include <algorithm>

namespace gatescope {

namespace {

using Precision = TimeArray::Precision;

TimeArray realRows(const StepRows &rows, const Batch &batch, int units)
{
    TimeArray array(batch.steps(), batch.sequences(), units, Precision::f32);
    for (int t = 0; t < batch.steps(); ++t)
        for (int n = 0; n < batch.sequences(); ++n)
            if (t < batch.lengths[std::size_t(n)])
                std::copy_n(rows.at(t, n), units, array.floats() + (std::ptrdiff_t(t) * batch.sequences() + n) * units);
    return array;
}

void runHead(const PackedNetwork &network, const SlicePass &pass, const Activations &activations, Trace &trace)
{
    const int outputs = trace.spec.headOutputs, steps = activations.steps(), sequences = activations.sequences();
    TimeArray all(steps, sequences, outputs, Precision::f32);
    pass.head(network, activations, 0, steps, all.floats());
    trace.headOutput = realRows({all.floats(), std::ptrdiff_t(sequences) * outputs, outputs}, *trace.batch, outputs);
}

std::vector<const float *> pointers(const std::vector<std::vector<float>> &arrays)
{
    std::vector<const float *> each;
    for (const std::vector<float> &array : arrays)
        each.push_back(array.data());
    return each;
}

std::vector<std::vector<float>> inFloats(const std::vector<Matrix> &states)
{
    std::vector<std::vector<float>> floats;
    for (const Matrix &state : states)
        floats.push_back(gatescope::inFloats(state));
    return floats;
}

TimeArray inFloats(const TimeArray &array)
{
    TimeArray floats(array.steps(), array.batch(), array.units(), Precision::f32);
    for (std::size_t i = 0; i < array.size(); ++i)
        floats.floats()[i] = array.floats() ? array.floats()[i] : float(array.doubles()[i]);
    return floats;
}

/// The arrays of a GradientTrace while a pass fills them.
class GradientArrays
{
public:
    GradientArrays(const Trace &trace, const Upstream &complete)
        : m_spec(trace.spec), m_hN(inFloats(complete.hN)), m_cN(inFloats(complete.cN))
    {
        const int steps = trace.batch->steps(), sequences = trace.batch->sequences();
        for (int level = 0; level + 1 < m_spec.layers; ++level)
            m_levels.emplace_back(steps, sequences, m_spec.outputSize(), Precision::f32);
        m_levels.push_back(inFloats(complete.output));
        m_x = TimeArray(steps, sequences, m_spec.inputSize, Precision::f32);
        const std::size_t layers = trace.layers.size();
        m_h0.assign(layers, std::vector<float>(std::size_t(sequences) * std::size_t(m_spec.hiddenSize)));
        m_c0 = describe(m_spec.cell).hasCellState ? m_h0 : std::vector<std::vector<float>>();
        m_parts.resize(layers);
        for (LayerTrace &layer : m_parts)
            for (const Part part : describe(m_spec.cell).recorded)
                layer[part] = TimeArray(steps, sequences, m_spec.hiddenSize, Precision::f32);
    }

    float *output() { return m_levels.back().floats(); }

    PackedUpstream upstream()
    {
        PackedUpstream upstream;
        for (TimeArray &level : m_levels)
            upstream.levels.push_back(level.floats());
        upstream.hN = pointers(m_hN);
        upstream.cN = pointers(m_cN);
        upstream.x = m_x.floats();
        for (std::vector<float> &state : m_h0)
            upstream.h0.push_back(state.data());
        for (std::vector<float> &state : m_c0)
            upstream.c0.push_back(state.data());
        for (LayerTrace &layer : m_parts) {
            upstream.parts.emplace_back();
            for (const Part part : describe(m_spec.cell).recorded)
                upstream.parts.back().push_back(layer[part].floats());
        }
        return upstream;
    }

    /// Hands them over; an update gate that overwrites has the opposite gradient of the one that kept.
    void moveInto(GradientTrace &gradients, int sequences)
    {
        if (m_spec.cell == CellKind::gru && m_spec.update == UpdateMeaning::overwrites)
            for (LayerTrace &layer : m_parts)
                for (std::size_t i = 0; i < layer[Part::update].size(); ++i)
                    layer[Part::update].floats()[i] *= -1;
        gradients.layers = std::move(m_parts);
        gradients.x = std::move(m_x);
        gradients.output = std::move(m_levels.back());
        for (const std::vector<float> &state : m_h0)
            gradients.h0.push_back(matrixOf(state.data(), sequences, m_spec.hiddenSize));
        for (const std::vector<float> &state : m_c0)
            gradients.c0.push_back(matrixOf(state.data(), sequences, m_spec.hiddenSize));
    }

private:
    const NetworkSpec &m_spec;
    std::vector<std::vector<float>> m_hN, m_cN, m_h0, m_c0;
    std::vector<TimeArray> m_levels;
    TimeArray m_x;
    std::vector<LayerTrace> m_parts;
};

} // namespace

Result<std::shared_ptr<const Trace>> CpuBackend::run(const NetworkSpec &spec, const Parameters &parameters,
                                                     std::shared_ptr<const Batch> batch) const
{
    if (const auto valid = check(spec); !valid)
        return valid.error();
    if (const auto able = checkForCpu(spec); !able)
        return able.error();
    if (const auto valid = check(spec, parameters); !valid)
        return valid.error();
    if (const auto valid = check(spec, *batch); !valid)
        return valid.error();
    if (const auto able = checkForCpu(*batch); !able)
        return able.error();

    const FlushToZero flush;
    const PackedShape shape(spec, m_kernels);
    FloatArena weights(shape.size());
    shape.pack(parameters, weights.data());
    Activations activations(spec, batch->steps(), batch->sequences());
    activations.setBatch(*batch);
    const PackedNetwork network{m_kernels, shape, weights.data()};
    SlicePass pass(spec, m_kernels, 0, batch->sequences());
    pass.forward(network, activations);

    auto trace = std::make_shared<Trace>();
    trace->spec = spec;
    trace->batch = std::move(batch);
    copyLayers(activations, *trace);
    if (const auto place = firstNotFinite(spec, *trace->batch, trace->layers, Pass::forward))
        return error("%1 is not finite in single precision. Use smaller weights, or the reference backend.", {*place});
    trace->output = realRows(activations.output(), *trace->batch, spec.outputSize());
    if (spec.headOutputs > 0)
        runHead(network, pass, activations, *trace);
    if (!trace->headOutput.allFinite())
        return error(
            "The head's output is not finite in single precision. Use smaller weights, or the reference backend.");
    return std::shared_ptr<const Trace>(std::move(trace));
}

Result<std::shared_ptr<const GradientTrace>> CpuBackend::backpropagate(const Parameters &parameters, const Trace &trace,
                                                                       const Upstream &upstream) const
{
    if (const auto able = checkForCpu(trace.spec); !able)
        return able.error();
    if (const auto able = checkForCpu(*trace.batch); !able)
        return able.error();
    if (const auto valid = check(trace.spec, parameters); !valid)
        return valid.error();
    if (const auto valid = check(trace, upstream); !valid)
        return valid.error();

    const FlushToZero flush;
    const NetworkSpec &spec = trace.spec;
    const int steps = trace.batch->steps(), sequences = trace.batch->sequences();
    const PackedShape shape(spec, m_kernels);
    FloatArena weights(shape.size()), gradient(shape.size());
    shape.pack(parameters, weights.data());
    PackedTransposes transposes(shape, m_kernels, true);
    transposes.refresh(shape, weights.data());
    Activations activations(spec, steps, sequences);
    activations.setBatch(*trace.batch);
    copyLayers(trace, activations);

    const PackedNetwork network{m_kernels, shape, weights.data(), &transposes};
    SlicePass pass(spec, m_kernels, 0, sequences);
    const Upstream complete = completed(trace, upstream);
    GradientArrays arrays(trace, complete);
    if (spec.headOutputs > 0) {
        const TimeArray dy = inFloats(complete.headOutput);
        for (int t = 0; t < steps; t += pass.chunk())
            pass.headBackward(network, activations, t, std::min(pass.chunk(), steps - t),
                              dy.floats() + std::ptrdiff_t(t) * sequences * spec.headOutputs, arrays.output(), true,
                              gradient.data());
    }
    pass.backward(network, activations, arrays.upstream(), gradient.data());

    auto gradients = std::make_shared<GradientTrace>();
    gradients->parameters = shape.unpack(gradient.data());
    arrays.moveInto(*gradients, sequences);
    if (const auto place = firstNotFinite(spec, *trace.batch, gradients->layers, Pass::backward))
        return error(
            "The gradient at %1 is not finite in single precision. Use smaller weights, a shorter sequence, or the "
            "reference backend.",
            {*place});
    const bool isFinite = gradients->x.allFinite()
        && std::ranges::all_of(gradients->h0, [](const Matrix &state) { return state.allFinite(); })
        && std::ranges::all_of(gradients->c0, [](const Matrix &state) { return state.allFinite(); });
    if (const auto finite = check(spec, gradients->parameters); !finite || !isFinite)
        return error("A gradient is not finite in single precision. Use smaller weights, a shorter sequence, or the "
                     "reference backend.");
    return std::shared_ptr<const GradientTrace>(std::move(gradients));
}

Result<std::unique_ptr<TrainingRun>> CpuBackend::resumeTraining(const NetworkSpec &spec, const TrainingState &state,
                                                                const TrainingSettings &settings) const
{
    if (const auto valid = check(spec); !valid)
        return valid.error();
    if (const auto able = checkForCpu(spec); !able)
        return able.error();
    if (const auto valid = check(spec, state); !valid)
        return valid.error();
    if (const auto valid = check(spec, settings); !valid)
        return valid.error();
    return std::unique_ptr<TrainingRun>(std::make_unique<CpuTraining>(spec, state, settings, m_kernels));
}

} // namespace gatescope
