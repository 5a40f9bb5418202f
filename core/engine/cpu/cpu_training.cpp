// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_training.h"

#include "core/engine/cpu/cpu_limits.h"

#include "core/engine/cpu/flush_to_zero.h"
#include "core/engine/cpu/step_loss.h"
#include "core/engine/cpu/trace_copy.h"
#include "core/engine/not_finite.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gatescope {

namespace {

/// A sum for the output itself, a mean over the watched steps for a loss against targets.
double shareOfStep(const Objective &objective, const Batch &batch)
{
    if (objective.kind == LossKind::outputSum)
        return 1;
    const int watched = countWatched(objective, batch);
    return watched > 0 ? 1.0 / watched : 1.0;
}

} // namespace

CpuTraining::CpuTraining(const NetworkSpec &spec, const TrainingState &state, const TrainingSettings &settings,
                         const Kernels &kernels)
    : m_spec(spec), m_settings(settings), m_kernels(kernels),
      m_shape(spec, kernels), m_learned{FloatArena(m_shape.size()), FloatArena(m_shape.size()),
                                        FloatArena(m_shape.size())},
      m_next{FloatArena(m_shape.size()), FloatArena(m_shape.size()), FloatArena(m_shape.size())},
      m_transposes(m_shape, kernels, spec.embeddingRows > 0), m_updates(state.updates)
{
    m_shape.pack(state.parameters, m_learned.weights.data());
    for (Learned *each : {&m_learned, &m_next}) { // an optimizer need not write both of its memories
        m_shape.pack(state.m, each->m.data());
        m_shape.pack(state.v, each->v.data(), PackedShape::Signs::none);
    }
    if (settings.mask) {
        m_mask = FloatArena(m_shape.size());
        m_shape.pack(*settings.mask, m_mask.data(), PackedShape::Signs::none);
    }
}

TrainingState CpuTraining::state() const
{
    return {parameters(), m_shape.unpack(m_learned.m.data()),
            m_shape.unpack(m_learned.v.data(), PackedShape::Signs::none), m_updates};
}

TrainingRun::FinalStates CpuTraining::finalStates() const
{
    FinalStates states;
    if (!m_activations)
        return states;
    const int sequences = m_activations->sequences(), steps = m_activations->steps();
    for (int layer = 0; layer < m_spec.layers * m_spec.directions(); ++layer) {
        // A sequence that has ended keeps its state up to the last step.
        const int last = m_activations->isBackward(layer) ? 0 : steps - 1;
        states.h.push_back(matrixOf(m_activations->stateAt(layer, last), sequences, m_spec.hiddenSize));
        if (describe(m_spec.cell).hasCellState)
            states.c.push_back(matrixOf(m_activations->cellAt(layer, last), sequences, m_spec.hiddenSize));
    }
    return states;
}

/// Makes what depends on a batch's shape.
void CpuTraining::prepare(int steps, int sequences)
{
    if (m_activations && m_activations->steps() == steps && m_activations->sequences() == sequences)
        return;
    m_activations.reset(); // until all is there
    auto activations = std::make_unique<Activations>(m_spec, steps, sequences);
    const std::size_t level
        = FloatArena::rounded(std::size_t(steps) * std::size_t(sequences) * std::size_t(m_spec.outputSize()));
    const std::size_t inputs
        = m_spec.embeddingRows > 0 ? std::size_t(steps) * std::size_t(sequences) * std::size_t(m_spec.inputSize) : 0;
    m_upstreamArena = FloatArena(std::size_t(m_spec.layers) * level + FloatArena::rounded(inputs));
    m_upstream = {};
    if (inputs > 0)
        m_upstream.x = m_upstreamArena.data() + std::size_t(m_spec.layers) * level;
    for (int i = 0; i < m_spec.layers; ++i)
        m_upstream.levels.push_back(m_upstreamArena.data() + std::size_t(i) * level);

    const int wanted = std::clamp(m_settings.threads, 1, sequences);
    if (!m_team || m_team->size() != wanted)
        m_team = std::make_unique<ThreadTeam>(wanted);
    const int threads = m_team->size();
    m_workers.clear();
    m_gradients.clear();
    int first = 0;
    for (int thread = 0; thread < threads; ++thread) {
        const int rows = sequences / threads + (thread < sequences % threads ? 1 : 0);
        SlicePass pass(m_spec, m_kernels, first, rows);
        const std::size_t outputs = std::size_t(pass.chunk()) * std::size_t(rows) * std::size_t(m_spec.headOutputs);
        m_workers.push_back({std::move(pass), FloatArena(m_shape.size()), FloatArena(outputs), FloatArena(outputs)});
        first += rows;
    }
    for (Worker &worker : m_workers)
        m_gradients.push_back(worker.gradient.data());
    m_activations = std::move(activations);
}

/// Takes a batch in, if it fits.
Result<void> CpuTraining::begin(const Batch &batch, const Objective &objective)
{
    if (const auto valid = checkForTraining(m_spec, batch, objective); !valid)
        return valid.error();
    if (const auto able = checkForCpu(batch); !able)
        return able.error();
    prepare(batch.steps(), batch.sequences());
    m_activations->setBatch(batch, m_spec.embeddingRows > 0 ? m_learned.weights.data() + m_shape.embedding() : nullptr);
    return {};
}

UpdateReport CpuTraining::report() const
{
    UpdateReport report;
    float squares = 0;
    for (const Worker &worker : m_workers) {
        report.loss += worker.loss;
        report.right += worker.right;
        squares += worker.squares;
    }
    report.gradientNorm = std::sqrt(double(squares));
    // An optimizer that divides by the root of g² would lose for good what overflows there.
    constexpr float largestSquares = 1e36f;
    if (!std::isfinite(report.loss))
        report.notFinite = error("The loss is not finite. Use a smaller learning rate.");
    else if (!(squares < largestSquares))
        report.notFinite
            = error("The gradient is not finite, or too large for single precision. Use a smaller learning "
                    "rate, a shorter sequence, or the reference backend.");
    return report;
}

Result<UpdateReport> CpuTraining::update(const Batch &batch, const Objective &objective)
{
    if (const auto begun = begin(batch, objective); !begun)
        return begun.error();
    const FlushToZero flush;
    m_transposes.refresh(m_shape, m_learned.weights.data());
    const PackedNetwork network{m_kernels, m_shape, m_learned.weights.data(), &m_transposes};
    const double share = shareOfStep(objective, batch);
    m_team->run([&](int thread) {
        Worker &worker = m_workers[std::size_t(thread)];
        worker.gradient.clear();
        worker.pass.forward(network, *m_activations);
        takeLoss(worker, batch, objective, share, true);
        worker.pass.backward(network, *m_activations, m_upstream, worker.gradient.data());
        takeEmbedding(worker, batch);
    });
    m_team->run([&](int thread) {
        const auto [begin, end] = stretch(thread);
        m_workers[std::size_t(thread)].squares
            = m_kernels.addUp(begin, end, m_gradients.data(), int(m_gradients.size()), mask());
    });
    UpdateReport found = report();
    if (found.notFinite)
        return found;
    ++m_updates;
    m_team->run([&](int thread) { optimize(thread, found.gradientNorm); });
    if (std::ranges::all_of(m_workers, [](const Worker &worker) { return worker.finite == 0; })) {
        std::swap(m_learned, m_next);
        return found;
    }
    --m_updates;
    const auto tensor = firstNotFinite(m_spec, m_shape.unpack(m_next.weights.data()));
    found.notFinite = error("%1 would no longer be finite. Use a smaller learning rate.",
                            {tensor ? Argument(*tensor) : sentence("A weight")});
    return found;
}

Result<UpdateReport> CpuTraining::measure(const Batch &batch, const Objective &objective)
{
    if (const auto begun = begin(batch, objective); !begun)
        return begun.error();
    const FlushToZero flush;
    const PackedNetwork network{m_kernels, m_shape, m_learned.weights.data(), &m_transposes};
    const double share = shareOfStep(objective, batch);
    m_team->run([&](int thread) {
        Worker &worker = m_workers[std::size_t(thread)];
        worker.pass.forward(network, *m_activations);
        takeLoss(worker, batch, objective, share, false);
        worker.squares = 0;
    });
    return report();
}

/// The loss of the slice, and, if the pass goes back, dL/d of the top layer's output.
void CpuTraining::takeLoss(Worker &worker, const Batch &batch, const Objective &objective, double share, bool goesBack)
{
    const PackedNetwork network{m_kernels, m_shape, m_learned.weights.data(), &m_transposes};
    const bool ofOutput = objective.kind == LossKind::outputSum;
    const int width = m_spec.outputSize(), outputs = m_spec.headOutputs;
    const int rows = worker.pass.rows(), first = worker.pass.first(), chunk = worker.pass.chunk();
    float *dOutput = m_upstream.levels.back();
    worker.loss = worker.right = 0;
    for (int begin = 0; begin < batch.steps(); begin += chunk) {
        const int steps = std::min(chunk, batch.steps() - begin);
        if (!ofOutput)
            worker.pass.head(network, *m_activations, begin, steps, worker.y.data());
        for (int t = begin; t < begin + steps; ++t) {
            for (int n = first; n < first + rows; ++n) {
                const std::ptrdiff_t at = (std::ptrdiff_t(t - begin) * rows + n - first) * outputs;
                const float *y = ofOutput ? m_activations->output().at(t, n) : worker.y.data() + at;
                float *dy
                    = ofOutput ? dOutput + (std::ptrdiff_t(t) * batch.sequences() + n) * width : worker.dy.data() + at;
                const int count = ofOutput ? width : outputs;
                if (!isWatched(objective, batch, n, t)) {
                    std::fill_n(dy, count, 0.0f);
                    continue;
                }
                const StepAnswer answer = stepLoss(objective, t, n, count, y, float(share), dy);
                worker.loss += share * answer.loss;
                worker.right += answer.right ? share : 0;
            }
        }
        if (!ofOutput && goesBack)
            worker.pass.headBackward(network, *m_activations, begin, steps, worker.dy.data(), dOutput, false,
                                     worker.gradient.data());
    }
}

/// Adds each real step's dL/dx to the gradient of the embedding's row that the step was taken from.
void CpuTraining::takeEmbedding(Worker &worker, const Batch &batch)
{
    if (!m_upstream.x || batch.embeddingRows.empty())
        return;
    const int inputs = m_spec.inputSize;
    for (int n = worker.pass.first(); n < worker.pass.first() + worker.pass.rows(); ++n) {
        for (int t = 0; t < batch.lengths[std::size_t(n)]; ++t) {
            const int row = batch.embeddingRows[std::size_t(n)][std::size_t(t)];
            const float *dx = m_upstream.x + (std::ptrdiff_t(t) * batch.sequences() + n) * inputs;
            float *to = worker.gradient.data() + m_shape.embedding() + std::ptrdiff_t(row) * inputs;
            for (int i = 0; row != m_spec.paddingRow && i < inputs; ++i)
                to[i] += dx[i];
        }
    }
}

/// The weights [first, second) that a thread takes care of.
std::pair<std::size_t, std::size_t> CpuTraining::stretch(int thread) const
{
    const std::size_t each = FloatArena::rounded(m_shape.trained() / m_workers.size() + 1);
    const std::size_t begin = std::min(m_shape.trained(), std::size_t(thread) * each);
    return {begin, std::min(m_shape.trained(), begin + each)};
}

/// Moves this thread's stretch of the weights.
void CpuTraining::optimize(int thread, double gradientNorm)
{
    const OptimizerSettings &settings = m_settings.optimizer;
    const auto [begin, end] = stretch(thread);
    const float largest
        = settings.clipping.value > 0 ? float(settings.clipping.value) : std::numeric_limits<float>::max();
    OptimizerStep step{.begin = begin,
                       .end = end,
                       .gradient = m_gradients[0],
                       .mask = mask(),
                       .weights = m_learned.weights.data(),
                       .m = m_learned.m.data(),
                       .v = m_learned.v.data(),
                       .newWeights = m_next.weights.data(),
                       .newM = m_next.m.data(),
                       .newV = m_next.v.data(),
                       .factor = float(clippingFactor(settings.clipping, gradientNorm)),
                       .largest = largest,
                       .learningRate = float(learningRateAt(settings, m_updates)),
                       .momentum = float(settings.momentum),
                       .beta1 = float(settings.beta1),
                       .beta2 = float(settings.beta2),
                       .epsilon = float(settings.epsilon),
                       .decay = 0,
                       .decoupledDecay = 0,
                       .correction1 = 1,
                       .correction2 = 1};
    (settings.kind == OptimizerKind::adamw ? step.decoupledDecay : step.decay) = float(settings.weightDecay);
    float &finite = m_workers[std::size_t(thread)].finite;
    switch (settings.kind) {
    case OptimizerKind::sgd:
        finite = m_kernels.sgd(step);
        break;
    case OptimizerKind::rmsprop:
        step.beta2 = float(settings.alpha);
        finite = m_kernels.rmsprop(step);
        break;
    case OptimizerKind::adam:
    case OptimizerKind::adamw:
        step.correction1 = float(1 - std::pow(settings.beta1, m_updates));
        step.correction2 = float(std::sqrt(1 - std::pow(settings.beta2, m_updates)));
        finite = m_kernels.adam(step);
        break;
    }
}

} // namespace gatescope
