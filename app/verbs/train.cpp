// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progress_line.h"
#include "app/verbs/train_options.h"
#include "app/verbs/verb.h"

#include "core/base/json.h"
#include "core/base/within_memory.h"
#include "core/experiment/experiment_file.h"
#include "core/experiment/task_experiment.h"
#include "core/model/storage.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iostream>

namespace gatescope {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

volatile std::sig_atomic_t interrupted = 0;

const TaskDescription &described(const std::string &name)
{
    return *std::ranges::find(tasks(), name, &TaskDescription::name);
}

/// One command `train`, from the first update to the last line.
class TrainCommand
{
public:
    explicit TrainCommand(const TrainOptions &options) : m_options(options) {}
    ExitCode run();

private:
    Result<void> open();
    ExitCode learn();
    Result<void> writeLine(const UpdateRecord &record, double seconds);
    Result<void> writeEnd(double seconds);
    Result<void> keep() const;
    Result<void> save() const;
    void report(double seconds) const;

    const TrainOptions &m_options;
    StoppedTraining m_training;
    std::shared_ptr<const Task> m_task;
    std::unique_ptr<Trainer> m_trainer;
    std::ofstream m_log;
};

Result<void> TrainCommand::open()
{
    auto training = m_options.resume.empty() ? m_options.beginning() : readTrainingFile(m_options.resume);
    if (!training)
        return m_options.resume.empty() ? training.error() : inPlace(m_options.resume, training.error());
    m_training = std::move(*training);
    auto task = makeTask(m_training.task, m_training.options);
    if (!task)
        return task.error();
    m_task = std::move(*task);
    auto backends = backendsFor(m_training.backend);
    if (!backends)
        return backends.error();
    for (;;) {
        auto trainer = Trainer::resume(m_task, m_training.spec, m_training.state, m_training.settings, *backends);
        if (trainer) {
            m_trainer = std::move(*trainer);
            return {};
        }
        // "auto" takes the next one that can train such a network.
        if (m_training.backend != "auto" || backends->size() == 1)
            return trainer.error();
        backends->erase(backends->begin());
    }
}

Result<void> TrainCommand::writeLine(const UpdateRecord &record, double seconds)
{
    if (!m_log.is_open())
        return {};
    Json line{{"update", record.update}, {"loss", record.outcome.loss}, {"score", record.outcome.score},
              {"grad_norm", record.gradientNorm}, {"lr", record.learningRate}};
    if (record.heldOut) {
        line["held_out_loss"] = record.heldOut->loss;
        line["held_out_score"] = record.heldOut->score;
    }
    line["seconds"] = seconds;
    line["tokens_per_s"] = seconds > 0 ? double(record.tokens) / seconds : 0.0;
    m_log << writeJson(line) << '\n';
    return m_log.good() ? Result<void>() : error("%1 could not be written.", {m_options.log});
}

Result<void> TrainCommand::writeEnd(double seconds)
{
    if (!m_log.is_open())
        return {};
    const auto solved = m_trainer->solvedAt();
    m_log << writeJson({{"solved_at", solved ? Json(*solved) : Json(nullptr)}, {"updates", m_trainer->updates()}, {"seconds", seconds}})
          << std::endl;
    return m_log.good() ? Result<void>() : error("%1 could not be written.", {m_options.log});
}

Result<void> TrainCommand::keep() const
{
    if (m_options.checkpoint.empty())
        return {};
    StoppedTraining stopped = m_training;
    stopped.state = m_trainer->state();
    return writeTrainingFile(m_options.checkpoint, stopped);
}

Result<void> TrainCommand::save() const
{
    if (m_options.save.empty())
        return {};
    const auto experiment = experimentOf(described(m_training.task), *m_task, m_training.spec, m_trainer->bestParameters());
    if (!experiment)
        return experiment.error();
    return writeExperimentFile(m_options.save, *experiment);
}

/// How it went, beside what a guess without a memory would get.
void TrainCommand::report(double seconds) const
{
    const ScoreMeaning meaning = m_task->scoreMeaning();
    const Outcome recent = m_trainer->recent();
    const auto solved = m_trainer->solvedAt();
    std::cout << described(m_training.task).title << ": "
              << (solved ? "solved at update " + std::to_string(*solved) : "not solved in " + std::to_string(m_trainer->updates()) + " updates")
              << " (" << m_task->solvedRule() << "), " << shortNumber(seconds) << " s, " << m_trainer->backend().name() << "\n";
    std::size_t width = std::string_view("last 20 updates").size();
    const std::vector<Baseline> baselines = m_task->baselines();
    for (const Baseline &baseline : baselines)
        width = std::max(width, baseline.name.size());
    const auto row = [&](const std::string &name, const Outcome &outcome) {
        std::cout << "  " << name << std::string(width - name.size() + 2, ' ') << "loss " << shortNumber(outcome.loss) << "   "
                  << meaning.name << " " << shortNumber(outcome.score) << "\n";
    };
    row("last 20 updates", recent);
    for (const Baseline &baseline : baselines)
        row(baseline.name, {baseline.loss, baseline.score});
    std::cout << std::flush;
}

ExitCode TrainCommand::learn()
{
    constexpr double secondsBetweenCheckpoints = 60;
    const Clock::time_point start = Clock::now();
    Clock::time_point kept = start;
    ProgressLine progress(m_trainer->updates(), m_options.updates);
    std::size_t handovers = 0;
    std::optional<Error> failure;
    while (m_trainer->updates() < m_options.updates && !interrupted) {
        const Clock::time_point began = Clock::now();
        const auto record = m_trainer->update();
        if (!record) {
            failure = record.error();
            break;
        }
        if (const auto written = writeLine(*record, secondsSince(began)); !written)
            return fail(ExitCode::cannotWrite, written.error().english());
        progress.show(record->update, m_trainer->recent(), m_task->scoreMeaning().name);
        for (; handovers < m_trainer->handovers().size(); ++handovers)
            note(m_trainer->handovers()[handovers].english());
        if (m_options.untilSolved && m_trainer->solvedAt())
            break;
        if (m_trainer->hasLostPatience())
            break;
        if (secondsSince(kept) > secondsBetweenCheckpoints) {
            if (const auto written = keep(); !written)
                return fail(ExitCode::cannotWrite, written.error().english());
            kept = Clock::now();
        }
    }
    progress.clear();
    const double seconds = secondsSince(start);
    for (const auto &written : {writeEnd(seconds), keep(), save()})
        if (!written)
            return fail(ExitCode::cannotWrite, written.error().english());
    if (failure)
        return fail(ExitCode::answerIsNo, failure->english());
    report(seconds);
    return m_options.untilSolved && !m_trainer->solvedAt() ? ExitCode::answerIsNo : ExitCode::done;
}

ExitCode TrainCommand::run()
{
    if (m_options.task.empty() && m_options.data.empty() && m_options.resume.empty())
        return fail(ExitCode::wrongUsage, "train needs --task NAME, --data FILE or --resume FILE; `gatescope list tasks` has the names.");
    if (const auto opened = open(); !opened) {
        const bool readsFile = !m_options.resume.empty() || !m_options.data.empty() || !m_options.model.empty();
        return fail(readsFile ? ExitCode::wrongInput : ExitCode::wrongUsage, opened.error().english());
    }
    if (m_options.keepZeros && countWeights(m_training.spec, *m_training.settings.training.mask).zeros == 0)
        note("--keep-zeros keeps nothing: no weight of " + m_options.model + " is 0.");
    if (!m_options.log.empty()) {
        m_log.open(m_options.log, std::ios::binary);
        if (!m_log)
            return fail(ExitCode::cannotWrite, m_options.log + " cannot be opened for writing.");
    }
    std::signal(SIGINT, [](int) { interrupted = 1; });
    return learn();
}

} // namespace

std::function<ExitCode()> declareTrain(CLI::App &command)
{
    auto options = std::make_shared<TrainOptions>();
    options->addTo(command);
    return [options] {
        const auto done = withinMemory([&]() -> Result<ExitCode> { return TrainCommand(*options).run(); });
        return done ? *done : fail(ExitCode::answerIsNo, done.error().english());
    };
}

} // namespace gatescope
