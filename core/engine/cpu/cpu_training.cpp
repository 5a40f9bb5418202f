// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_training.h"

#include "core/engine/cpu/flush_to_zero.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// The loss of one step of one sequence; writes its derivative times `share` to dy.
double outputSum(int count, const float *y, float share, float *dy)
{
    double loss = 0;
    for (int i = 0; i < count; ++i) {
        loss += y[i];
        dy[i] = share;
    }
    return loss;
}

/// L = 1/n Σ (y − target)²
template<typename Number>
double squaredError(int count, const float *y, const Number *target, float share, float *dy)
{
    float sum = 0;
    const float scale = 2 * share / float(count);
    for (int i = 0; i < count; ++i) {
        const float difference = y[i] - float(target[i]);
        sum += difference * difference;
        dy[i] = scale * difference;
    }
    return double(sum) / count;
}

/// L = −log softmax(y)[target]; dL/dy = softmax(y) − onehot(target)
double crossEntropy(int count, const float *y, int target, float share, float *dy)
{
    const float largest = *std::max_element(y, y + count);
    float sum = 0;
    for (int i = 0; i < count; ++i)
        sum += dy[i] = std::exp(y[i] - largest);
    for (int i = 0; i < count; ++i)
        dy[i] *= share / sum;
    dy[target] -= share;
    return double(std::log(sum)) - double(y[target] - largest);
}

double stepLoss(const Objective &objective, int t, int n, int count, const float *y, float share, float *dy)
{
    const std::size_t at = (std::size_t(t) * std::size_t(objective.values.batch()) + std::size_t(n)) * std::size_t(count);
    switch (objective.kind) {
    case LossKind::outputSum:
        return outputSum(count, y, share, dy);
    case LossKind::crossEntropy:
        return crossEntropy(count, y, objective.classes[std::size_t(n)][std::size_t(t)], share, dy);
    case LossKind::squaredError:
        return objective.values.floats() ? squaredError(count, y, objective.values.floats() + at, share, dy)
                                         : squaredError(count, y, objective.values.doubles() + at, share, dy);
    }
    return 0;
}

/// A sum for the output itself, a mean over the watched steps for a loss against targets.
double shareOfStep(const Objective &objective, const Batch &batch)
{
    if (objective.kind == LossKind::outputSum)
        return 1;
    int watched = 0;
    for (int n = 0; n < batch.sequences(); ++n)
        for (int t = 0; t < batch.lengths[std::size_t(n)]; ++t)
            watched += isWatched(objective, batch, n, t);
    return watched > 0 ? 1.0 / watched : 1.0;
}

} // namespace

CpuTraining::CpuTraining(const NetworkSpec &spec, const Parameters &parameters, const TrainingSettings &settings,
                         const Kernels &kernels)
    : m_spec(spec), m_settings(settings), m_kernels(kernels), m_shape(spec, kernels), m_weights(m_shape.size()),
      m_m(m_shape.size()), m_v(m_shape.size()), m_transposes(m_shape, kernels, false)
{
    m_shape.pack(parameters, m_weights.data());
}

/// Makes what depends on a batch's shape.
void CpuTraining::prepare(int steps, int sequences)
{
    if (m_activations && m_activations->steps() == steps && m_activations->sequences() == sequences)
        return;
    m_activations.reset(); // until all is there
    auto activations = std::make_unique<Activations>(m_spec, steps, sequences);
    const std::size_t level = FloatArena::rounded(std::size_t(steps) * std::size_t(sequences) * std::size_t(m_spec.outputSize()));
    m_upstreamArena = FloatArena(std::size_t(m_spec.layers) * level);
    m_upstream = {};
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
    if (const auto valid = check(m_spec, batch); !valid)
        return valid.error();
    if (const auto valid = check(m_spec, batch, objective); !valid)
        return valid.error();
    prepare(batch.steps(), batch.sequences());
    m_activations->setBatch(batch);
    return {};
}

Result<double> CpuTraining::totalLoss() const
{
    double loss = 0;
    for (const Worker &worker : m_workers)
        loss += worker.loss;
    if (!std::isfinite(loss))
        return error("The loss is not finite after %1 updates. Use a smaller learning rate.", {std::to_string(m_update)});
    return loss;
}

/// An optimizer that divides by the root of g² would lose for good what overflows there.
Result<void> CpuTraining::checkGradient() const
{
    constexpr float largestSquares = 1e36f;
    for (const Worker &worker : m_workers)
        if (!(worker.squares < largestSquares))
            return error("The gradient is not finite after %1 updates, or too large for single precision. Use a smaller "
                         "learning rate, a shorter sequence, or the reference backend.",
                         {std::to_string(m_update)});
    return {};
}

Result<double> CpuTraining::update(const Batch &batch, const Objective &objective)
{
    if (const auto begun = begin(batch, objective); !begun)
        return begun.error();
    const FlushToZero flush;
    m_transposes.refresh(m_shape, m_weights.data());
    const PackedNetwork network{m_kernels, m_shape, m_weights.data(), &m_transposes};
    const double share = shareOfStep(objective, batch);
    m_team->run([&](int thread) {
        Worker &worker = m_workers[std::size_t(thread)];
        worker.gradient.clear();
        worker.pass.forward(network, *m_activations);
        takeLoss(worker, batch, objective, share, true);
        worker.pass.backward(network, *m_activations, m_upstream, worker.gradient.data());
        worker.squares = Eigen::Map<const Eigen::ArrayXf>(worker.gradient.data(), Eigen::Index(m_shape.trained())).square().sum();
    });
    const Result<double> loss = totalLoss();
    if (!loss)
        return loss;
    if (const auto finite = checkGradient(); !finite)
        return finite.error();
    ++m_update;
    m_team->run([&](int thread) { optimize(thread); });
    return loss;
}

Result<double> CpuTraining::loss(const Batch &batch, const Objective &objective)
{
    if (const auto begun = begin(batch, objective); !begun)
        return begun.error();
    const FlushToZero flush;
    const PackedNetwork network{m_kernels, m_shape, m_weights.data(), &m_transposes};
    const double share = shareOfStep(objective, batch);
    m_team->run([&](int thread) {
        Worker &worker = m_workers[std::size_t(thread)];
        worker.pass.forward(network, *m_activations);
        takeLoss(worker, batch, objective, share, false);
    });
    return totalLoss();
}

/// The loss of the slice, and, if the pass goes back, dL/d of the top layer's output.
void CpuTraining::takeLoss(Worker &worker, const Batch &batch, const Objective &objective, double share, bool goesBack)
{
    const PackedNetwork network{m_kernels, m_shape, m_weights.data(), &m_transposes};
    const bool ofOutput = objective.kind == LossKind::outputSum;
    const int width = m_spec.outputSize(), outputs = m_spec.headOutputs;
    const int rows = worker.pass.rows(), first = worker.pass.first(), chunk = worker.pass.chunk();
    float *dOutput = m_upstream.levels.back();
    worker.loss = 0;
    for (int begin = 0; begin < batch.steps(); begin += chunk) {
        const int steps = std::min(chunk, batch.steps() - begin);
        if (!ofOutput)
            worker.pass.head(network, *m_activations, begin, steps, worker.y.data());
        for (int t = begin; t < begin + steps; ++t) {
            for (int n = first; n < first + rows; ++n) {
                const std::ptrdiff_t at = (std::ptrdiff_t(t - begin) * rows + n - first) * outputs;
                const float *y = ofOutput ? m_activations->output().at(t, n) : worker.y.data() + at;
                float *dy = ofOutput ? dOutput + (std::ptrdiff_t(t) * batch.sequences() + n) * width : worker.dy.data() + at;
                const int count = ofOutput ? width : outputs;
                if (isWatched(objective, batch, n, t))
                    worker.loss += share * stepLoss(objective, t, n, count, y, float(share), dy);
                else
                    std::fill_n(dy, count, 0.0f);
            }
        }
        if (!ofOutput && goesBack)
            worker.pass.headBackward(network, *m_activations, begin, steps, worker.dy.data(), dOutput, false,
                                     worker.gradient.data());
    }
}

/// Moves this thread's stretch of the weights.
void CpuTraining::optimize(int thread)
{
    const OptimizerSettings &settings = m_settings.optimizer;
    const std::size_t threads = m_workers.size();
    const std::size_t stretch = FloatArena::rounded(m_shape.trained() / threads + 1);
    const std::size_t begin = std::min(m_shape.trained(), std::size_t(thread) * stretch);
    const std::size_t end = std::min(m_shape.trained(), begin + stretch);
    OptimizerStep step{begin, end, m_weights.data(), m_gradients.data(), int(threads), m_m.data(), m_v.data(),
                       float(settings.learningRate), float(settings.momentum), float(settings.beta1), float(settings.beta2),
                       float(settings.epsilon), 0, 0, 1, 1};
    (settings.kind == OptimizerKind::adamw ? step.decoupledDecay : step.decay) = float(settings.weightDecay);
    switch (settings.kind) {
    case OptimizerKind::sgd:
        return m_kernels.sgd(step);
    case OptimizerKind::rmsprop:
        step.beta2 = float(settings.alpha);
        return m_kernels.rmsprop(step);
    case OptimizerKind::adam:
    case OptimizerKind::adamw:
        step.correction1 = float(1 - std::pow(settings.beta1, m_update));
        step.correction2 = float(std::sqrt(1 - std::pow(settings.beta2, m_update)));
        return m_kernels.adam(step);
    }
}

} // namespace gatescope
