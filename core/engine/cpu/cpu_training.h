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
    CpuTraining(const NetworkSpec &spec, const TrainingState &state, const TrainingSettings &settings,
                const Kernels &kernels);

    Result<UpdateReport> update(const Batch &batch, const Objective &objective) override;
    Result<UpdateReport> measure(const Batch &batch, const Objective &objective) override;
    FinalStates finalStates() const override;
    Parameters parameters() const override { return m_shape.unpack(m_learned.weights.data()); }
    TrainingState state() const override;

    /// Floats that hold a batch's activations and what flows back between its layers; what grows with its tokens.
    std::size_t activationFloats() const
    {
        return m_activations ? m_activations->floats() + m_upstreamArena.size() : 0;
    }

private:
    /// What one thread has to itself.
    struct Worker {
        SlicePass pass;
        FloatArena gradient;
        FloatArena y, dy; ///< [chunk, rows, outputs]
        double loss = 0, right = 0;
        float squares = 0; ///< of the stretch of the gradient that it adds up
        float finite = 0;  ///< NaN if a weight that it moved is not
    };
    /// The weights and the optimizer's memory.
    struct Learned {
        FloatArena weights, m, v;
    };

    void prepare(int steps, int sequences);
    Result<void> begin(const Batch &batch, const Objective &objective);
    UpdateReport report() const;
    void takeLoss(Worker &worker, const Batch &batch, const Objective &objective, double share, bool goesBack);
    void takeEmbedding(Worker &worker, const Batch &batch);
    void optimize(int thread, double gradientNorm);
    const float *mask() const { return m_mask.size() > 0 ? m_mask.data() : nullptr; }
    std::pair<std::size_t, std::size_t> stretch(int thread) const;

    NetworkSpec m_spec;
    TrainingSettings m_settings;
    const Kernels &m_kernels;
    PackedShape m_shape;
    Learned m_learned, m_next; ///< and what the update makes of it
    FloatArena m_mask;         ///< empty: all weights learn
    PackedTransposes m_transposes;
    int m_updates = 0;

    std::unique_ptr<Activations> m_activations;
    FloatArena m_upstreamArena;
    PackedUpstream m_upstream;
    std::vector<Worker> m_workers;
    std::vector<float *> m_gradients; ///< the workers'
    std::unique_ptr<ThreadTeam> m_team;
};

} // namespace gatescope
