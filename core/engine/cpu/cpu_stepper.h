// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu/available_kernels.h"
#include "core/engine/cpu/slice_pass.h"

#include <span>

namespace gatescope {

/// A network that reads one sequence, step after step, and keeps nothing but its state: for an output that
/// becomes the next input. In single precision; a step allocates nothing.
class CpuStepper
{
public:
    /// `spec` must have passed check() and checkForCpu() and reads in one direction: a network that also reads
    /// backwards would need the end of the sequence.
    CpuStepper(const NetworkSpec &spec, const Parameters &parameters, const Kernels &kernels = fastestKernels());

    /// Back to a state of zeros.
    void reset();
    /// Reads x [inputSize] and returns the head's output [outputs], or, in a network without a head, the top
    /// layer's state [H]. It stays until the next step.
    std::span<const float> step(std::span<const float> x);
    /// The state of a layer [H].
    std::span<const float> state(int layer) const;

private:
    NetworkSpec m_spec;
    const Kernels &m_kernels;
    PackedShape m_shape;
    FloatArena m_weights;
    Activations m_activations; ///< of one step of one sequence
    SlicePass m_pass;
    FloatArena m_output;
};

} // namespace gatescope
