// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu/slice_pass.h"
#include "core/engine/cpu/thread_team.h"
#include "core/engine/training_run.h"

#include <memory>

namespace gatescope {

/// Training in single precision. Threads take slices of the batch through the network, each with a gradient of
/// its own; then each thread adds up the gradients of a stretch of the weights and moves these. While the shape of
/// the batches stays, an update allocates nothing.
class CpuTraining : public TrainingRun
{
public:
    CpuTraining(const NetworkSpec &spec, const Parameters &parameters, const TrainingSettings &settings, const Kernels &kernels);

    Result<double> update(const Batch &batch, const Objective &objective) override;
    Result<double> loss(const Batch &batch, const Objective &objective) override;
    Parameters parameters() const override { return m_shape.unpack(m_weights.data()); }

    /// Floats that hold a batch's activations and what flows back between its layers; what grows with its tokens.
    std::size_t activationFloats() const { return m_activations ? m_activations->floats() + m_upstreamArena.size() : 0; }

private:
    /// What one thread has to itself.
    struct Worker {
        SlicePass pass;
        FloatArena gradient;
        FloatArena y, dy; ///< [chunk, rows, outputs]
        double loss = 0;
        float squares = 0; ///< of the gradient, summed up
    };

    void prepare(int steps, int sequences);
    Result<void> begin(const Batch &batch, const Objective &objective);
    Result<double> totalLoss() const;
    Result<void> checkGradient() const;
    void takeLoss(Worker &worker, const Batch &batch, const Objective &objective, double share, bool goesBack);
    void optimize(int thread);

    NetworkSpec m_spec;
    TrainingSettings m_settings;
    const Kernels &m_kernels;
    PackedShape m_shape;
    FloatArena m_weights, m_m, m_v; ///< and the optimizer's memory
    PackedTransposes m_transposes;
    int m_update = 0;

    std::unique_ptr<Activations> m_activations;
    FloatArena m_upstreamArena;
    PackedUpstream m_upstream;
    std::vector<Worker> m_workers;
    std::vector<float *> m_gradients; ///< the workers'
    std::unique_ptr<ThreadTeam> m_team;
};

} // namespace gatescope
