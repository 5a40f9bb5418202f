// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progress_line.h"
#include "app/verbs/train_options.h"
#include "app/verbs/verb.h"

#include "core/base/controls.h"
#include "core/base/json.h"
#include "core/base/within_memory.h"
#include "core/engine/encoder_decoder.h"
#include "core/engine/reference_backend.h"
#include "core/experiment/files/experiment_file.h"
#include "core/experiment/task_experiment.h"
#include "core/model/storage.h"
#include "core/training/training_backends.h"

#include <algorithm>
#include <chrono>
#include <csignal>
#include <fstream>
#include <iostream>

#include <unistd.h>

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

Json probeToJson(const Probe &probe)
{
    Json layers = Json::array();
    for (std::size_t i = 0; i < probe.layers.size(); ++i) {
        Json gates = Json::object();
        for (const Probe::Gate &gate : probe.gates[i])
            gates[std::string(describe(gate.part).key)]
                = {{"nearly_closed", gate.nearlyClosed}, {"nearly_open", gate.nearlyOpen}};
        Json histograms = Json::object();
        for (const Probe::Histogram &each : probe.histograms[i])
            histograms[std::string(describe(each.part).key)]
                = {{"from", each.lowest}, {"to", each.highest}, {"shares", each.shares}};
        const Probe::Layer &layer = probe.layers[i];
        layers.push_back({{"grad_norm", layer.parameterNorm},
                          {"step_grad_norms", layer.stepNorms},
                          {"gates", gates},
                          {"weight_norm", layer.weightNorm},
                          {"histograms", histograms}});
        if (layer.changeNorm)
            layers.back()["change_norm"] = *layer.changeNorm;
    }
    return layers;
}

/// One command `train`, from the first update to the last line.
class TrainCommand
{
public:
    explicit TrainCommand(const TrainOptions &options) : m_options(options) { }
    ExitCode run();

private:
    /// What is wrong, and whose fault it is.
    struct Refusal {
        ExitCode code;
        Error error;
    };
    Refusal refusal(const Error &error) const;
    std::optional<Refusal> open();
    Result<void> checkPlaces() const;
    ExitCode learn();
    Result<void> writeLine(const UpdateRecord &record, double seconds);
    Result<void> writeEnd(double seconds);
    void tellNotes();
    void remember(const UpdateRecord &record);
    Result<void> keep() const;
    Result<void> save() const;
    std::optional<double> ownOutputScore() const;
    void report(double seconds) const;

    const TrainOptions &m_options;
    StoppedTraining m_training;
    std::shared_ptr<const Task> m_task;
    std::unique_ptr<Trainer> m_trainer;
    std::vector<std::string> m_notes; ///< of the backend, as far as they have been told
    std::ofstream m_log;
};

/// A sentence that speaks of a file is the file's fault, any other the command line's.
TrainCommand::Refusal TrainCommand::refusal(const Error &error) const
{
    const std::string sentence = error.english();
    for (const std::string *file : {&m_options.resume, &m_options.data, &m_options.model})
        if (!file->empty() && sentence.find(*file) != std::string::npos)
            return {ExitCode::wrongInput, error};
    return {ExitCode::wrongUsage, error};
}

std::optional<TrainCommand::Refusal> TrainCommand::open()
{
    if (const auto fits = m_options.check(); !fits)
        return Refusal{ExitCode::wrongUsage, fits.error()};
    auto training = m_options.resume.empty() ? beginning(m_options.plan()) : readTrainingFile(m_options.resume);
    if (!training)
        return refusal(m_options.resume.empty() ? training.error() : inPlace(m_options.resume, training.error()));
    m_training = std::move(*training);
    if (m_options.updates)
        m_training.plannedUpdates = *m_options.updates;
    auto task = makeTask(m_training.task, m_training.options);
    if (!task)
        return refusal(task.error());
    m_task = std::move(*task);
    auto backends = trainingBackends(m_training.backend, m_training.spec, m_training.settings);
    if (!backends)
        return Refusal{ExitCode::notAvailable, backends.error()};
    auto trainer
        = Trainer::resume(m_task, m_training.spec, m_training.state, m_training.settings, std::move(*backends));
    if (!trainer)
        return refusal(trainer.error());
    m_trainer = std::move(*trainer);
    return std::nullopt;
}

/// Whether what will be written at the end can be written, asked before the work is done.
Result<void> TrainCommand::checkPlaces() const
{
    for (const std::string *file : {&m_options.save, &m_options.checkpoint}) {
        if (file->empty())
            continue;
        const std::filesystem::path folder = std::filesystem::path(*file).parent_path();
        if (access((folder.empty() ? "." : folder).c_str(), W_OK) != 0)
            return error("%1 cannot be written: its folder is not there, or belongs to somebody else.", {*file});
    }
    return {};
}

Result<void> TrainCommand::writeLine(const UpdateRecord &record, double seconds)
{
    if (!m_log.is_open())
        return {};
    Json line{{"update", record.update},
              {"loss", record.outcome.loss},
              {"score", record.outcome.score},
              {"grad_norm", record.gradientNorm},
              {"lr", record.learningRate}};
    if (record.heldOut) {
        line["held_out_loss"] = record.heldOut->loss;
        line["held_out_score"] = record.heldOut->score;
    }
    if (record.probe)
        line["probe"] = probeToJson(*record.probe);
    line["seconds"] = seconds;
    line["tokens_per_s"] = seconds > 0 ? double(record.tokens) / seconds : 0.0;
    m_log << writeJson(line) << std::endl; // line by line, whatever comes
    return m_log.good() ? Result<void>() : error("%1 could not be written.", {m_options.log});
}

Result<void> TrainCommand::writeEnd(double seconds)
{
    if (!m_log.is_open())
        return {};
    const auto solved = m_trainer->solvedAt();
    Json last{
        {"solved_at", solved ? Json(*solved) : Json(nullptr)}, {"updates", m_trainer->updates()}, {"seconds", seconds}};
    if (!m_notes.empty())
        last["notes"] = m_notes;
    m_log << writeJson(last) << std::endl;
    return m_log.good() ? Result<void>() : error("%1 could not be written.", {m_options.log});
}

/// How the backend computes, as soon as it is known.
void TrainCommand::tellNotes()
{
    for (const Sentence &said : m_trainer->notes()) {
        if (std::ranges::find(m_notes, said.english()) != m_notes.end())
            continue;
        m_notes.push_back(said.english());
        note(m_notes.back());
    }
}

/// What the file shows of the past when it is opened again.
void TrainCommand::remember(const UpdateRecord &record)
{
    if (m_options.checkpoint.empty() && m_options.resume.empty())
        return;
    constexpr int networksOfARun = 64;
    m_training.history.add(record);
    if (record.update % std::max(1, m_training.plannedUpdates / networksOfARun) == 0)
        m_training.kept.add(record.update, std::make_shared<const Parameters>(m_trainer->parameters()));
}

Result<void> TrainCommand::keep() const
{
    // What was resumed goes on in the same file, unless another is named.
    const std::string &file = m_options.checkpoint.empty() ? m_options.resume : m_options.checkpoint;
    if (file.empty())
        return {};
    StoppedTraining stopped = m_training;
    stopped.state = m_trainer->state();
    return writeTrainingFile(file, stopped);
}

Result<void> TrainCommand::save() const
{
    if (m_options.save.empty())
        return {};
    const auto experiment
        = experimentOf(described(m_training.task), *m_task, m_training.spec, m_trainer->bestParameters());
    if (!experiment)
        return experiment.error();
    return writeExperimentFile(m_options.save, *experiment);
}

/// What a decoder scores that reads its own symbols instead of the right ones.
std::optional<double> TrainCommand::ownOutputScore() const
{
    const TrainingBatch shown = shownBatch(*m_task);
    std::vector<int> lengths;
    for (const std::vector<int> &classes : shown.objective.classes)
        lengths.push_back(int(classes.size()));
    const auto written = decode(ReferenceBackend(), m_training.spec, m_trainer->bestParameters(),
                                std::make_shared<const Batch>(shown.batch), lengths);
    if (!written)
        return std::nullopt;
    double right = 0, all = 0;
    for (std::size_t n = 0; n < written->size(); ++n)
        for (std::size_t t = 0; t < (*written)[n].size(); ++t, ++all)
            right += (*written)[n][t] == shown.objective.classes[n][t];
    return m_task->score(0, right / all);
}

/// How it went, beside what a guess without a memory would get.
void TrainCommand::report(double seconds) const
{
    struct Row {
        std::string name;
        std::optional<double> loss;
        double score;
    };
    const auto solved = m_trainer->solvedAt();
    std::cout << described(m_training.task).title << ": "
              << (solved ? "solved at update " + std::to_string(*solved)
                         : "not solved in " + std::to_string(m_trainer->updates()) + " updates")
              << " (" << m_task->solvedRule() << "), " << shortNumber(seconds) << " s, " << m_trainer->backend().name()
              << "\n";
    const Outcome recent = m_trainer->recent();
    std::vector<Row> rows{{"last 20 updates", recent.loss, recent.score}};
    if (const auto &best = m_trainer->best())
        rows.push_back({"held-out data, best at update " + std::to_string(best->update)
                            + (m_options.save.empty() ? "" : " (saved)"),
                        best->outcome.loss, best->outcome.score});
    if (m_training.spec.decoder)
        if (const auto score = ownOutputScore())
            rows.push_back({"reading its own output", std::nullopt, *score});
    for (const Baseline &baseline : m_task->baselines())
        rows.push_back({baseline.name, baseline.loss, baseline.score});
    std::size_t width = 0;
    for (const Row &row : rows)
        width = std::max(width, row.name.size());
    for (const auto &[name, loss, score] : rows)
        std::cout << "  " << withoutControls(name) << std::string(width - name.size() + 2, ' ')
                  << (loss ? "loss " + shortNumber(*loss) + "   " : "") << m_task->scoreMeaning().name << " "
                  << shortNumber(score) << "\n";
    std::cout << std::flush;
}

ExitCode TrainCommand::learn()
{
    constexpr double secondsBetweenCheckpoints = 60;
    const Clock::time_point start = Clock::now();
    Clock::time_point kept = start;
    std::size_t handovers = 0;
    std::optional<Error> failure;
    const int last = m_options.stopAfter > 0 ? std::min(m_options.stopAfter, m_training.plannedUpdates)
                                             : m_training.plannedUpdates;
    ProgressLine progress(m_trainer->updates(), last);
    while (m_trainer->updates() < last && !interrupted) {
        const Clock::time_point began = Clock::now();
        const auto record = m_trainer->update();
        if (!record) {
            failure = record.error();
            break;
        }
        if (const auto written = writeLine(*record, secondsSince(began)); !written)
            return fail(ExitCode::cannotWrite, written.error().english());
        remember(*record);
        progress.show(record->update, m_trainer->recent(), m_task->scoreMeaning().name);
        for (; handovers < m_trainer->handovers().size(); ++handovers)
            note(m_trainer->handovers()[handovers].english());
        tellNotes();
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
    if (!failure)
        if (const auto looked = m_trainer->lookOnceMore(); !looked)
            failure = looked.error();
    const double seconds = secondsSince(start);
    for (const auto &written : {writeEnd(seconds), keep(), save()})
        if (!written)
            return fail(ExitCode::cannotWrite, written.error().english());
    if (failure)
        return fail(ExitCode::answerIsNo, failure->english());
    report(seconds);
    if (interrupted) {
        note("Interrupted after update " + std::to_string(m_trainer->updates()) + " of " + std::to_string(last) + "."
             + (m_options.checkpoint.empty() && m_options.resume.empty() ? "" : " It can be resumed."));
        return ExitCode::answerIsNo;
    }
    return m_options.untilSolved && !m_trainer->solvedAt() ? ExitCode::answerIsNo : ExitCode::done;
}

ExitCode TrainCommand::run()
{
    if (const auto refusal = open())
        return fail(refusal->code, refusal->error.english());
    if (m_options.keepZeros && countWeights(m_training.spec, *m_training.settings.training.mask).zeros == 0)
        note("--keep-zeros keeps nothing: no weight of " + m_options.model + " is 0.");
    if (const auto places = checkPlaces(); !places)
        return fail(ExitCode::cannotWrite, places.error().english());
    if (!m_options.log.empty()) {
        m_log.open(m_options.log, m_options.resume.empty() ? std::ios::binary : std::ios::binary | std::ios::app);
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
