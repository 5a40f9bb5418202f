// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/trainer.h"

#include "core/ops/embedding.h"

#include <algorithm>
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

/// What the mean loss of a batch is the mean of.
double watchedSteps(const NetworkSpec &spec, const TrainingBatch &batch)
{
    if (!spec.decoder)
        return countWatched(batch.objective, batch.batch);
    double steps = 0; // of the sequences that are written
    for (const std::vector<int> &classes : batch.objective.classes)
        steps += double(std::ranges::count_if(classes, [](int target) { return target >= 0; }));
    return steps;
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
    if (shape.forecasts && (spec.bidirectional || spec.headReads == HeadReads::attention))
        return error(
            "The task asks at each step for what comes later: a network that reads %1 would only have to look it up.",
            {spec.bidirectional ? sentence("backwards too") : sentence("all steps by attention")});
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
      m_kept(std::move(state.training)), m_keptCarried(m_carried)
{
}

Result<std::unique_ptr<Trainer>> Trainer::start(std::shared_ptr<const Task> task, const NetworkSpec &spec,
                                                const Parameters &parameters, const TrainerSettings &settings,
                                                Backends backends)
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
    std::unique_ptr<Trainer> trainer(
        new Trainer(std::move(task), spec, std::move(state), settings, std::move(backends)));
    auto run = trainer->backend().resumeTraining(spec, trainer->m_kept, settings.training);
    if (!run)
        return run.error();
    trainer->m_run = std::move(*run);
    return trainer;
}

TrainingBatch Trainer::batchOf(int update, const TrainingRun::FinalStates &carried) const
{
    TrainingBatch next = m_task->batch(m_settings.sequences, m_settings.seed, update);
    if (next.continues)
        goOnFrom(carried, next.batch);
    // Masks of another seed than the batch: what is dropped has nothing to do with what is read.
    if (m_settings.dropout != DropoutSettings())
        next.batch.dropout = drawMasks(m_spec, m_settings.dropout, next.batch.steps(), next.batch.sequences(),
                                       batchSeed(~m_settings.seed, update));
    return next;
}

/// What the backend that computes now answers, or, when it fails, the next one.
template<typename Ask>
Result<UpdateReport> Trainer::ask(const TrainingBatch &batch, const Ask &question)
{
    for (;;) {
        auto report = question(*m_run);
        if (report || !check(m_spec, batch.batch) || !check(m_spec, batch.batch, batch.objective))
            return report; // a batch that does not fit is nobody's failure
        if (const auto taken = handOver(report.error()); !taken)
            return taken.error();
    }
}

/// Repeats on another backend what was done since the last copy.
Result<Trainer::CaughtUp> Trainer::caughtUp(const Backend &backend) const
{
    auto run = backend.resumeTraining(m_spec, m_kept, m_settings.training);
    if (!run)
        return run.error();
    CaughtUp other{std::move(*run), m_keptCarried};
    for (int update = m_kept.updates + 1; update <= m_updates; ++update) {
        const TrainingBatch again = batchOf(update, other.carried);
        const auto report = other.run->update(again.batch, again.objective);
        if (!report)
            return report.error();
        if (report->notFinite)
            return *report->notFinite;
        other.carried = other.run->finalStates();
    }
    return other;
}

/// Lets the next backend that can go on from here.
Result<void> Trainer::handOver(const Error &reason)
{
    Sentence failures = sentence("The %1 backend failed after update %2 (%3)",
                                 {std::string(backend().name()), std::to_string(m_updates), reason});
    for (std::size_t next = m_current + 1; next < m_backends.size(); ++next) {
        const std::string name(m_backends[next]->name());
        auto other = caughtUp(*m_backends[next]);
        if (!other) {
            failures = sentence("%1, and so did the %2 backend (%3)", {failures, name, other.error()});
            continue;
        }
        m_current = next;
        m_run = std::move(other->run);
        m_carried = std::move(other->carried);
        m_handovers.push_back(error("%1: the %2 backend goes on from there.", {failures, name}));
        return {};
    }
    return error("%1. There is no other that could go on.", {failures});
}

/// The sentence about the first number that is not finite, found by going through the same batch once more.
Error Trainer::whereItBegan(const TrainingBatch &batch, const Error &found) const
{
    const Parameters parameters = m_run->parameters();
    const auto again = evaluate(backend(), m_spec, parameters,
                                std::make_shared<const Batch>(lookedUp(batch.batch, parameters)), batch.objective);
    return error("Update %1: %2", {std::to_string(m_updates + 1), again ? found : again.error()});
}

Result<UpdateRecord> Trainer::update()
{
    if (m_failure)
        return *m_failure;
    const TrainingBatch next = batchOf(m_updates + 1, m_carried);
    const bool looksInside = m_settings.probeEvery > 0 && (m_updates + 1) % m_settings.probeEvery == 0;
    const std::optional<Parameters> before = looksInside ? std::optional(m_run->parameters()) : std::nullopt;
    const auto report = ask(next, [&](TrainingRun &run) { return run.update(next.batch, next.objective); });
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
    if (!m_heldOut.empty() && m_updates % std::max(1, m_settings.heldOutEvery) == 0) {
        if (const auto looked = lookAtHeldOut())
            record.heldOut = m_heldOutOutcome;
        else
            m_failure = looked.error(); // this update was good
    }
    const auto passes = [&](const Outcome &outcome) { return m_task->isSolved(outcome.loss, outcome.score); };
    if (!m_solvedAt && m_recent.full() && passes(m_recent.mean())
        && (m_heldOut.empty() || (record.heldOut && passes(*record.heldOut))))
        m_solvedAt = m_updates;
    if (looksInside)
        if (const auto found = lookInside(&*before))
            record.probe = *found;
    if (m_current + 1 < m_backends.size() && m_updates % keptEvery == 0)
        keep();
    return record;
}

void Trainer::keep()
{
    m_kept = m_run->state();
    m_keptCarried = m_carried;
}

/// The means over all steps that held-out data ask about.
Result<Outcome> Trainer::heldOutOutcome()
{
    double loss = 0, right = 0, steps = 0;
    for (TrainingBatch each : m_heldOut) {
        if (each.continues)
            goOnFrom(m_run->finalStates(), each.batch);
        const auto report = ask(each, [&](TrainingRun &run) { return run.measure(each.batch, each.objective); });
        if (!report)
            return report.error();
        if (report->notFinite)
            return error("After update %1, on held-out data: %2", {std::to_string(m_updates), *report->notFinite});
        const double watched = watchedSteps(m_spec, each);
        loss += report->loss * watched;
        right += report->right * watched;
        steps += watched;
    }
    return Outcome{loss / steps, m_task->score(loss / steps, right / steps)};
}

Result<void> Trainer::lookAtHeldOut()
{
    const auto outcome = heldOutOutcome();
    if (!outcome)
        return outcome.error();
    m_heldOutOutcome = *outcome;
    m_lookedAt = m_updates;
    if (!m_best || outcome->loss < m_best->outcome.loss)
        m_best = BestSoFar{m_run->parameters(), *outcome, m_updates, 0};
    else
        ++m_best->looksSince;
    return {};
}

Result<void> Trainer::lookOnceMore()
{
    if (m_heldOut.empty() || m_lookedAt == m_updates || m_updates == 0)
        return {};
    return lookAtHeldOut();
}

TrainerState Trainer::state() const
{
    return {m_run->state(), m_carried, m_recent, m_solvedAt, m_best};
}

/// On the batch of the next update.
Result<Evaluation> Trainer::evaluateNext() const
{
    const TrainingBatch next = batchOf(m_updates + 1, m_carried);
    const Parameters parameters = m_run->parameters();
    return evaluate(backend(), m_spec, parameters, std::make_shared<const Batch>(lookedUp(next.batch, parameters)),
                    next.objective);
}

Result<Probe> Trainer::lookInside(const Parameters *before) const
{
    const auto evaluation = evaluateNext();
    if (!evaluation)
        return evaluation.error();
    return gatescope::probe(*evaluation, m_run->parameters(), before);
}

Result<UpdateStory> Trainer::story(const ParameterPlace &place) const
{
    const auto evaluation = evaluateNext();
    if (!evaluation)
        return evaluation.error();
    return nextUpdate(m_spec, m_run->state(), m_settings.training, evaluation->gradients->parameters, place);
}

} // namespace gatescope
