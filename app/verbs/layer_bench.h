// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu/slice_pass.h"
#include "core/engine/cpu/thread_team.h"

#include <vector>

namespace gatescope {

/// The layers of a network forwards and backwards on the cpu backend's kernels, with dL/dx but without a head,
/// a loss and an optimizer: what other libraries' layers do. The weights are arranged for the backward pass anew
/// each time, as if they had changed.
class LayerBench
{
public:
    LayerBench(const NetworkSpec &spec, const Parameters &parameters, Batch batch, int threads, const Kernels &kernels);
    void run();

private:
    struct Worker {
        SlicePass pass;
        FloatArena gradient;
    };
    const Batch m_batch;
    const Kernels &m_kernels;
    PackedShape m_shape;
    FloatArena m_weights;
    PackedTransposes m_transposes;
    Activations m_activations;
    std::vector<FloatArena> m_levels; ///< dL/dx, and dL/d of each level's output
    PackedUpstream m_upstream;
    std::vector<Worker> m_workers;
    ThreadTeam m_team;
};

} // namespace gatescope
