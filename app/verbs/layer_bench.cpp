// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs/layer_bench.h"

#include "core/engine/cpu/flush_to_zero.h"

namespace gatescope {

LayerBench::LayerBench(const NetworkSpec &spec, const Parameters &parameters, Batch read, int threads,
                       const Kernels &kernels)
    : m_batch(std::move(read)), m_kernels(kernels), m_shape(spec, kernels), m_weights(m_shape.size()),
      m_transposes(m_shape, kernels, true), m_activations(spec, m_batch.steps(), m_batch.sequences()),
      m_team(std::min(threads, m_batch.sequences()))
{
    m_shape.pack(parameters, m_weights.data());
    m_activations.setBatch(m_batch);
    const std::size_t tokens = std::size_t(m_batch.steps()) * std::size_t(m_batch.sequences());
    m_levels.emplace_back(tokens * std::size_t(spec.inputSize));
    for (int level = 0; level < spec.layers; ++level) {
        m_levels.emplace_back(tokens * std::size_t(spec.outputSize()));
        m_upstream.levels.push_back(m_levels.back().data());
    }
    std::fill_n(m_levels.back().data(), m_levels.back().size(), 1e-3f);
    m_upstream.x = m_levels.front().data();

    int first = 0;
    for (int thread = 0; thread < m_team.size(); ++thread) {
        const int rows = m_batch.sequences() / m_team.size() + (thread < m_batch.sequences() % m_team.size() ? 1 : 0);
        m_workers.push_back({SlicePass(spec, kernels, first, rows), FloatArena(m_shape.size())});
        first += rows;
    }
}

void LayerBench::run()
{
    const FlushToZero flush;
    m_transposes.refresh(m_shape, m_weights.data());
    const PackedNetwork network{m_kernels, m_shape, m_weights.data(), &m_transposes};
    m_team.run([&](int thread) {
        Worker &worker = m_workers[std::size_t(thread)];
        worker.gradient.clear();
        worker.pass.forward(network, m_activations);
        worker.pass.backward(network, m_activations, m_upstream, worker.gradient.data());
    });
}

} // namespace gatescope
