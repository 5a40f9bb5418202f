// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/device_training.h"

#include "core/base/within_memory.h"
#include "gpu/backend/device_limits.h"
#include "gpu/backend/slice.h"

#include <algorithm>
#include <cmath>

namespace gatescope::gpu {

namespace {

/// A sum for the output itself, a mean over the watched steps for a loss against targets.
double shareOfStep(const Objective &objective, const Batch &batch)
{
    if (objective.kind == LossKind::outputSum)
        return 1;
    return 1.0 / std::max(1, countWatched(objective, batch));
}

void append(Matrix &rows, const Matrix &more)
{
    const Eigen::Index before = rows.rows();
    rows.conservativeResize(before + more.rows(), more.cols());
    rows.bottomRows(more.rows()) = more;
}

/// What is not finite in the squares of a gradient; as the cpu backend has it.
void checkGradient(double squares, UpdateReport &report)
{
    constexpr double largestSquares = 1e36; // an optimizer that divides by the root of g² would lose what overflows
    if (!(squares < largestSquares) && !report.notFinite)
        report.notFinite
            = error("The gradient is not finite, or too large for single precision. Use a smaller learning "
                    "rate, a shorter sequence, or the reference backend.");
}

} // namespace

Result<std::unique_ptr<DeviceTraining>> DeviceTraining::start(std::shared_ptr<Device> device, const NetworkSpec &spec,
                                                              const TrainingState &state,
                                                              const TrainingSettings &settings)
{
    std::unique_ptr<DeviceTraining> training(new DeviceTraining(std::move(device), spec, state, settings));
    auto learner = Learner::make(*training->m_device, training->m_shape, state, training->m_settings);
    if (!learner)
        return learner.error();
    training->m_learner = std::move(*learner);
    return training;
}

TrainingState DeviceTraining::state() const
{
    if (auto state = m_learner->state())
        m_lastState = std::move(*state);
    return m_lastState;
}

/// Makes what depends on a batch's size.
Result<void> DeviceTraining::prepare(const PassSize &size)
{
    if (m_pass && m_pass->size() == size)
        return {};
    m_tokens.reset();
    m_pass.reset(); // its memory is needed
    auto pass = NetworkPass::make(*m_device, m_shape, size);
    if (!pass)
        return pass.error();
    auto tokens = TokenArrays::make(*m_device, m_spec, size);
    if (!tokens)
        return tokens.error();
    m_pass = std::move(*pass);
    m_tokens = std::move(*tokens);
    return {};
}

Result<TokenArrays::Found> DeviceTraining::passSlice(const Batch &slice, const Objective &objective, double share,
                                                     bool goesBack)
{
    const float *weights = m_learner->weights();
    float *gradient = m_learner->gradient();
    const PassArrays &arrays = m_pass->arrays();
    m_pass->read(slice);
    m_tokens->read(slice, objective, share);
    if (m_spec.embeddingRows > 0)
        m_tokens->lookUp(weights + m_shape.embedding(), arrays.x);
    m_pass->forward(weights);
    if (objective.kind == LossKind::outputSum) {
        m_tokens->takeLoss(arrays.levels.back().output, arrays.levels.back().dOutput);
    } else {
        m_pass->head(weights);
        m_tokens->takeLoss(arrays.y, m_tokens->dy());
        if (goesBack)
            m_pass->headBackward(weights, m_tokens->dy(), false, gradient);
    }
    if (goesBack) {
        m_pass->backward(weights, gradient);
        if (m_spec.embeddingRows > 0)
            m_tokens->lookUpBackward(arrays.dx, gradient + m_shape.embedding());
    }
    const auto states = copiedFinalStates(*m_device, *m_pass, m_spec);
    if (!states)
        return states.error();
    addFinalStates(*states);
    return m_tokens->found();
}

void DeviceTraining::addFinalStates(const FinalStatesCopy &states)
{
    if (m_finalStates.h.empty()) {
        m_finalStates = states;
        return;
    }
    for (std::size_t i = 0; i < states.h.size(); ++i)
        append(m_finalStates.h[i], states.h[i]);
    for (std::size_t i = 0; i < states.c.size(); ++i)
        append(m_finalStates.c[i], states.c[i]);
}

Result<UpdateReport> DeviceTraining::pass(const Batch &batch, const Objective &objective, bool goesBack)
{
    if (const auto valid = checkForTraining(m_spec, batch, objective); !valid)
        return valid.error();
    if (const auto able = checkForDevice(batch); !able)
        return able.error();
    const double share = shareOfStep(objective, batch);
    UpdateReport report;
    m_finalStates = {};
    PassSize size = sizeOf(batch, PassSize::Back::parameters);
    size.sequences
        = int(std::clamp<std::size_t>(m_mostTokens / std::size_t(size.steps), 1, std::size_t(size.sequences)));
    for (int first = 0; first < batch.sequences(); first += size.sequences) {
        size.sequences = std::min(size.sequences, batch.sequences() - first);
        auto prepared = prepare(size);
        for (; !prepared && size.sequences > 1; prepared = prepare(size)) {
            size.sequences = (size.sequences + 1) / 2;
            m_mostTokens = size.tokens();
        }
        if (!prepared)
            return prepared.error();
        const bool whole = size.sequences == batch.sequences();
        const auto found = whole ? passSlice(batch, objective, share, goesBack)
                                 : passSlice(sliceOf(batch, first, size.sequences),
                                             sliceOf(objective, first, size.sequences), share, goesBack);
        if (!found)
            return found.error();
        report.loss += found->loss;
        report.right += found->right;
    }
    if (!std::isfinite(report.loss))
        report.notFinite = error("The loss is not finite. Use a smaller learning rate.");
    return report;
}

Result<UpdateReport> DeviceTraining::update(const Batch &batch, const Objective &objective)
{
    return withinMemory([&]() -> Result<UpdateReport> {
        m_learner->clearGradient();
        auto report = pass(batch, objective, true);
        if (!report)
            return report.error();
        const auto squares = m_learner->squares();
        if (!squares)
            return squares.error();
        report->gradientNorm = std::sqrt(*squares);
        checkGradient(*squares, *report);
        if (report->notFinite)
            return report;
        const auto moved = m_learner->move(report->gradientNorm);
        if (!moved)
            return moved.error();
        if (*moved)
            return report;
        const auto lost = m_learner->firstLost();
        if (!lost)
            return lost.error();
        report->notFinite = error("%1 would no longer be finite. Use a smaller learning rate.", {*lost});
        return report;
    });
}

Result<UpdateReport> DeviceTraining::measure(const Batch &batch, const Objective &objective)
{
    return withinMemory([&] { return pass(batch, objective, false); });
}

} // namespace gatescope::gpu
