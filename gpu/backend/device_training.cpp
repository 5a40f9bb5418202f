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
    auto sums = Sums::make(*training->m_device, training->m_shape.size());
    if (!sums)
        return sums.error();
    training->m_sums = std::move(*sums);
    return training;
}

TrainingState DeviceTraining::state() const
{
    if (auto state = m_learner->state())
        m_lastState = std::move(*state);
    return m_lastState;
}

Result<void> DeviceTraining::check(const Batch &batch, const Objective &objective) const
{
    if (const auto valid = checkForTraining(m_spec, batch, objective); !valid)
        return valid;
    return checkForDevice(batch);
}

Result<PreparedPass *> DeviceTraining::passOf(const Batch &batch, int left)
{
    PassSize size = sizeOf(batch, PassSize::Back::parameters);
    size.sequences = int(std::clamp<std::size_t>(m_mostTokens / std::size_t(size.steps), 1, std::size_t(left)));
    auto pass = m_passes.of(size);
    for (; !pass && size.sequences > 1; pass = m_passes.of(size)) {
        size.sequences = (size.sequences + 1) / 2;
        m_mostTokens = size.tokens();
    }
    return pass;
}

void DeviceTraining::passThrough(PreparedPass &on, LossKind loss, Goal goal)
{
    const float *weights = m_learner->weights();
    float *gradient = m_learner->gradient();
    const PassArrays &arrays = on.pass->arrays();
    if (m_spec.embeddingRows > 0)
        on.tokens->lookUp(weights + m_shape.embedding(), arrays.x);
    on.pass->forward(weights);
    if (loss == LossKind::outputSum) {
        on.tokens->takeLoss(arrays.levels.back().output, arrays.levels.back().dOutput);
    } else {
        on.pass->head(weights);
        on.tokens->takeLoss(arrays.y, on.tokens->dy());
        if (goal == Goal::update)
            on.pass->headBackward(weights, on.tokens->dy(), false, gradient);
    }
    on.tokens->addUp(*m_sums);
    if (goal == Goal::measure)
        return;
    on.pass->backward(weights, gradient);
    if (m_spec.embeddingRows > 0)
        on.tokens->lookUpBackward(arrays.dx, gradient + m_shape.embedding());
}

Result<Sums::Copy> DeviceTraining::finished(const PreparedPass &on, UpdateReport &report)
{
    Sums::Copy sums;
    m_sums->copyOut(sums);
    const auto states = copiedFinalStates(*m_device, *on.pass, m_spec);
    if (!states)
        return states.error();
    if (m_finalStates.h.empty()) {
        m_finalStates = *states;
    } else {
        for (std::size_t i = 0; i < states->h.size(); ++i)
            append(m_finalStates.h[i], states->h[i]);
        for (std::size_t i = 0; i < states->c.size(); ++i)
            append(m_finalStates.c[i], states->c[i]);
    }
    report.loss += sums[Sums::loss];
    report.right += sums[Sums::right];
    return sums;
}

Result<Sums::Copy> DeviceTraining::wholeBatch(PreparedPass &on, const Batch &batch, const Objective &objective,
                                              Goal goal, UpdateReport &report)
{
    tell(on.pass->way());
    on.pass->read(batch);
    on.tokens->read(batch, objective, shareOfStep(objective, batch));
    if (goal == Goal::measure) {
        passThrough(on, objective.kind, goal);
        return finished(on, report);
    }
    m_learner->readRule();
    on.step.run({on.tokens->fixed(), m_learner->weights()}, [&] {
        m_learner->clearGradient();
        passThrough(on, objective.kind, goal);
        m_learner->move(*m_sums);
    });
    tell(on.step);
    return finished(on, report);
}

Result<Sums::Copy> DeviceTraining::inSlices(const Batch &batch, const Objective &objective, Goal goal,
                                            UpdateReport &report)
{
    const double share = shareOfStep(objective, batch);
    m_learner->clearGradient();
    for (int first = 0; first < batch.sequences();) {
        const auto on = passOf(batch, batch.sequences() - first);
        if (!on)
            return on.error();
        const int rows = (*on)->pass->size().sequences;
        const Batch slice = sliceOf(batch, first, rows);
        (*on)->pass->read(slice);
        (*on)->tokens->read(slice, sliceOf(objective, first, rows), share);
        passThrough(**on, objective.kind, goal);
        first += rows;
        if (goal == Goal::update && first == batch.sequences()) {
            m_learner->readRule();
            m_learner->move(*m_sums);
        }
        const auto sums = finished(**on, report);
        if (!sums || first == batch.sequences())
            return sums;
    }
    return Sums::Copy();
}

Result<Sums::Copy> DeviceTraining::pass(const Batch &batch, const Objective &objective, Goal goal, UpdateReport &report)
{
    if (const auto able = check(batch, objective); !able)
        return able.error();
    m_finalStates = {};
    const auto on = passOf(batch, batch.sequences());
    if (!on)
        return on.error();
    const int rows = (*on)->pass->size().sequences;
    const bool whole = rows == batch.sequences();
    if (!whole)
        tell(sentence("The device's memory does not hold the batch: %1 of its %2 sequences are taken at a time.",
                      {std::to_string(rows), std::to_string(batch.sequences())}));
    auto sums = whole ? wholeBatch(**on, batch, objective, goal, report) : inSlices(batch, objective, goal, report);
    if (!sums)
        m_passes.forget();
    if (sums && !std::isfinite(report.loss))
        report.notFinite = error("The loss is not finite. Use a smaller learning rate.");
    return sums;
}

void DeviceTraining::tell(const RecordedStep &step)
{
    if (step.failed())
        tell(sentence("An update is not one CUDA graph; its works are started one by one. %1", {*step.failed()}));
    else if (step.recorded() > 0)
        tell(sentence("An update is one CUDA graph of %1 nodes.", {std::to_string(step.recorded())}));
}

void DeviceTraining::tell(const Sentence &note)
{
    if (std::ranges::find(m_notes, note.english(), &Sentence::english) == m_notes.end())
        m_notes.push_back(note);
}

Result<UpdateReport> DeviceTraining::update(const Batch &batch, const Objective &objective)
{
    return withinMemory([&]() -> Result<UpdateReport> {
        UpdateReport report;
        const auto sums = pass(batch, objective, Goal::update, report);
        if (!sums)
            return sums.error();
        const double squares = (*sums)[Sums::squares];
        report.gradientNorm = std::sqrt(squares);
        checkGradient(squares, report);
        if (report.notFinite)
            return report;
        if (!std::isnan((*sums)[Sums::lost])) {
            m_learner->accept();
            return report;
        }
        const auto lost = m_learner->firstLost();
        if (!lost)
            return lost.error();
        report.notFinite = error("%1 would no longer be finite. Use a smaller learning rate.", {*lost});
        return report;
    });
}

Result<UpdateReport> DeviceTraining::measure(const Batch &batch, const Objective &objective)
{
    return withinMemory([&]() -> Result<UpdateReport> {
        UpdateReport report;
        const auto sums = pass(batch, objective, Goal::measure, report);
        return sums ? Result<UpdateReport>(report) : sums.error();
    });
}

} // namespace gatescope::gpu
