// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include "core/ops/embedding.h"

#include <cassert>
#include <cmath>

namespace gatescope {

namespace {

/// Updates between two copies of the state that the next backend could go on from.
constexpr int keptEvery = 50;

long tokensOf(const Batch &batch)
{
    long tokens = 0;
    for (const int length : batch.lengths)
        tokens += length;
    return tokens;
}

/// Lets each sequence begin where another ended.
void goOnFrom(const TrainingRun::FinalStates &states, Batch &batch)
{
    batch.h0 = states.h;
    batch.c0 = states.c;
}

} // namespace

Result<void> check(const TaskShape &shape, const NetworkSpec &spec)
{
    if (spec.inputSize != shape.inputSize)
        return error("The task gives %1 numbers at each step, but the network reads %2: give it that input_size.",
                     {std::to_string(shape.inputSize), std::to_string(spec.inputSize)});
    if (spec.embeddingRows != shape.embeddingRows)
        return error("The task needs an embedding of %1 rows, but the network's has %2.",
                     {std::to_string(shape.embeddingRows), std::to_string(spec.embeddingRows)});
    if (spec.headOutputs != shape.outputs)
        return error("The task asks for %1 outputs, but the network's head has %2.",
                     {std::to_string(shape.outputs), std::to_string(spec.headOutputs)});
    if (spec.decoder != shape.decoder)
        return shape.decoder ? error("The task's answer is a sequence of its own: it needs a network with a decoder.")
                             : error("The task has no use for a decoder: choose a network without one.");
    return {};
}

Trainer::Trainer(std::shared_ptr<const Task> task, const NetworkSpec &spec, TrainerState state,
                 const TrainerSettings &settings, Backends backends)
    : m_task(std::move(task)), m_spec(spec), m_settings(settings), m_backends(std::move(backends)),
      m_heldOut(m_task->heldOut()), m_updates(state.training.updates), m_carried(std::move(state.carried)),
      m_recent(std::move(state.recent)), m_solvedAt(state.solvedAt), m_best(std::move(state.best)),
      m_bestLoss(state.bestLoss), m_looksSinceBest(state.looksSinceBest), m_kept(std::move(state.training)),
      m_keptCarried(m_carried)
{
}

Result<std::unique_ptr<Trainer>> Trainer::start(std::shared_ptr<const Task> task, const NetworkSpec &spec,
                                                const Parameters &parameters, const TrainerSettings &settings, Backends backends)
{
    TrainerState state;
    state.training = beginning(spec, parameters);
    return resume(std::move(task), spec, std::move(state), settings, std::move(backends));
}

Result<std::unique_ptr<Trainer>> Trainer::resume(std::shared_ptr<const Task> task, const NetworkSpec &spec,
                                                 TrainerState state, const TrainerSettings &settings, Backends backends)
{
    assert(!backends.empty());
    if (const auto fits = check(task->shape(), spec); !fits)
        return fits.error();
    if (const auto valid = check(settings.dropout); !valid)
        return valid.error();
    std::unique_ptr<Trainer> trainer(new Trainer(std::move(task), spec, std::move(state), settings, std::move(backends)));
    auto run = trainer->backend().resumeTraining(spec, trainer->m_kept, settings.training);
    if (!run)
        return run.error();
    trainer->m_run = std::move(*run);
    return trainer;
}

TrainingBatch Trainer::batchOf(int update) const
{
    TrainingBatch next = m_task->batch(m_settings.sequences, m_settings.seed, update);
    if (next.continues)
        goOnFrom(m_carried, next.batch);
    // Masks of another seed than the batch: what is dropped has nothing to do with what is read.
    if (m_settings.dropout != DropoutSettings())
        next.batch.dropout = drawMasks(m_spec, m_settings.dropout, next.batch.steps(), next.batch.sequences(),
                                     batchSeed(~m_settings.seed, update));
    return next;
}

/// The update on the backend that computes now, or, when it fails, on the next one.
Result<UpdateReport> Trainer::updateOnce(const TrainingBatch &next)
{
    for (;;) {
        auto report = m_run->update(next.batch, next.objective);
        if (report || !check(m_spec, next.batch) || !check(m_spec, next.batch, next.objective))
            return report; // a batch that does not fit is nobody's failure
        if (const auto taken = handOver(report.error()); !taken)
            return taken.error();
    }
}

/// Lets the next backend repeat what was done since the last copy.
Result<void> Trainer::handOver(const Error &reason)
{
    const std::string failed(backend().name());
    while (m_current + 1 < m_backends.size()) {
        ++m_current;
        auto run = backend().resumeTraining(m_spec, m_kept, m_settings.training);
        if (!run)
            continue;
        m_run = std::move(*run);
        m_carried = m_keptCarried;
        bool caughtUp = true;
        for (int update = m_kept.updates + 1; caughtUp && update <= m_updates; ++update) {
            const TrainingBatch again = batchOf(update);
            const auto report = m_run->update(again.batch, again.objective);
            caughtUp = report && !report->notFinite;
            m_carried = m_run->finalStates();
        }
        if (!caughtUp)
            continue;
        m_handovers.push_back(error("The %1 backend failed after update %2 (%3): the %4 backend goes on from there.",
                                    {failed, std::to_string(m_updates), reason.english(), std::string(backend().name())}));
        return {};
    }
    return error("The %1 backend failed after update %2: %3 There is no other that could go on.",
                 {failed, std::to_string(m_updates), reason.english()});
}

/// The sentence about the first number that is not finite, found by going through the same batch once more.
Error Trainer::whereItBegan(const TrainingBatch &batch, const Error &found) const
{
    const Parameters parameters = m_run->parameters();
    const auto again = evaluate(backend(), m_spec, parameters,
                                std::make_shared<const Batch>(lookedUp(batch.batch, parameters)), batch.objective);
    return error("Update %1: %2", {std::to_string(m_updates + 1), (again ? found : again.error()).english()});
}

Result<UpdateRecord> Trainer::update()
{
    TrainingBatch next = batchOf(m_updates + 1);
    const auto report = updateOnce(next);
    if (!report)
        return report.error();
    if (report->notFinite)
        return whereItBegan(next, *report->notFinite);
    ++m_updates;
    m_carried = m_run->finalStates();

    UpdateRecord record;
    record.update = m_updates;
    record.outcome = {report->loss, m_task->score(report->loss, report->right)};
    record.gradientNorm = report->gradientNorm;
    record.learningRate = learningRateAt(m_settings.training.optimizer, m_updates);
    record.tokens = tokensOf(next.batch);
    m_recent.add(record.outcome);
    const Outcome mean = m_recent.mean();
    if (!m_solvedAt && m_recent.full() && m_task->isSolved(mean.loss, mean.score))
        m_solvedAt = m_updates;
    const auto heldOut = lookAtHeldOut();
    if (!heldOut)
        return heldOut.error();
    record.heldOut = *heldOut;
    if (m_current + 1 < m_backends.size() && m_updates % keptEvery == 0)
        keep();
    return record;
}

void Trainer::keep()
{
    m_kept = m_run->state();
    m_keptCarried = m_carried;
}

/// The outcome on held-out data, if it is time to look.
Result<std::optional<Outcome>> Trainer::lookAtHeldOut()
{
    if (m_heldOut.empty() || m_updates % std::max(1, m_settings.heldOutEvery) != 0)
        return std::optional<Outcome>();
    double loss = 0, right = 0, sequences = 0;
    for (TrainingBatch each : m_heldOut) {
        if (each.continues)
            goOnFrom(m_run->finalStates(), each.batch);
        const auto report = m_run->measure(each.batch, each.objective);
        if (!report)
            return report.error();
        loss += report->loss * each.batch.sequences();
        right += report->right * each.batch.sequences();
        sequences += each.batch.sequences();
    }
    const Outcome outcome{loss / sequences, m_task->score(loss / sequences, right / sequences)};
    ++m_looksSinceBest;
    if (!m_best || outcome.loss < m_bestLoss) {
        m_best = m_run->parameters();
        m_bestLoss = outcome.loss;
        m_looksSinceBest = 0;
    }
    m_lastHeldOut = outcome;
    return m_lastHeldOut;
}

TrainerState Trainer::state() const
{
    return {m_run->state(), m_carried, m_recent, m_solvedAt, m_best, m_bestLoss, m_looksSinceBest};
}

Result<Probe> Trainer::probe() const
{
    const TrainingBatch next = batchOf(m_updates + 1);
    const Parameters parameters = m_run->parameters();
    const auto evaluation = evaluate(backend(), m_spec, parameters,
                                     std::make_shared<const Batch>(lookedUp(next.batch, parameters)), next.objective);
    if (!evaluation)
        return evaluation.error();
    return gatescope::probe(*evaluation);
}

} // namespace gatescope
