// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_stepper.h"

#include "core/engine/cpu/flush_to_zero.h"

#include <cassert>

namespace gatescope {

CpuStepper::CpuStepper(const NetworkSpec &spec, const Parameters &parameters, const Kernels &kernels)
    : m_spec(spec), m_kernels(kernels), m_shape(spec, kernels), m_weights(m_shape.size()), m_activations(spec, 1, 1),
      m_pass(spec, kernels, 0, 1), m_output(std::size_t(spec.headOutputs))
{
    assert(!spec.bidirectional);
    m_shape.pack(parameters, m_weights.data());
}

void CpuStepper::reset()
{
    m_activations.forgetStates();
}

std::span<const float> CpuStepper::step(std::span<const float> x)
{
    assert(x.size() == std::size_t(m_spec.inputSize));
    const FlushToZero flush;
    const PackedNetwork network{m_kernels, m_shape, m_weights.data(), nullptr};
    m_activations.goOn(x.data());
    m_pass.forward(network, m_activations);
    if (m_spec.headOutputs == 0)
        return state(m_spec.layers - 1);
    m_pass.head(network, m_activations, 0, 1, m_output.data());
    return {m_output.data(), std::size_t(m_spec.headOutputs)};
}

std::span<const float> CpuStepper::state(int layer) const
{
    return {m_activations.stateAt(layer, 0), std::size_t(m_spec.hiddenSize)};
}

} // namespace gatescope
