// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/training/training.h"

#include "core/base/within_memory.h"
#include "core/training/training_backends.h"
#include "ui/common/translate.h"

#include <QTimer>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int screenInterval = 16; ///< ms between two looks for news
constexpr int probeEvery = 10;     ///< updates between two looks inside, for the charts of gates and layers

/// A plan that does what the file's run did, as far as a plan says it.
TrainingPlan planOf(const StoppedTraining &stopped)
{
    TrainingPlan plan;
    plan.task = stopped.task;
    plan.options = stopped.options;
    plan.network = stopped.spec;
    plan.settings = stopped.settings;
    plan.updates = stopped.plannedUpdates;
    plan.backend = stopped.backend;
    if (const auto &first = stopped.first) {
        plan.initialiser = first->initialiser;
        plan.updateBias = first->updateBias;
        plan.model = first->model;
        plan.pinReset = first->pinReset;
        plan.keepZeros = first->keepZeros;
    }
    return plan;
}

} // namespace

TrainingPlan Training::usualPlan()
{
    TrainingPlan plan;
    plan.task = "adding";
    plan.network.hiddenSize = 24;
    plan.updates = 600;
    plan.settings.probeEvery = probeEvery;
    return plan;
}

Training::Training(QObject *parent) : QObject(parent), m_history(mostRecords), m_timer(new QTimer(this))
{
    m_timer->setInterval(screenInterval);
    connect(m_timer, &QTimer::timeout, this, &Training::takeNews);
}

Training::~Training() = default;

bool Training::isPlanNew() const
{
    return m_run && (m_run->plan != m_planned.plan() || m_run->data != m_planned.dataRead());
}

void Training::setPlan(const TrainingPlan &plan)
{
    m_planned.set(plan);
    if (m_run && m_stage == Stage::ready && isPlanNew())
        take(std::nullopt); // it has made no update: nothing is lost
    if (m_run && plan.settings.training.optimizer.schedule.kind == ScheduleKind::constant) {
        TrainingPlan longer = m_run->plan;
        longer.updates = plan.updates;
        if (longer == plan) { // nothing of what has been computed would be another
            m_run->plan = longer;
            settle();
        }
    }
    emit planChanged();
}

void Training::takeRunsPlan()
{
    if (m_run)
        setPlan(TrainingPlan(m_run->plan));
}

void Training::setStopsWhenSolved(bool stops)
{
    m_stopsWhenSolved = stops;
    if (isRunning())
        start();
    emit planChanged();
}

void Training::setPace(double mostPerSecond)
{
    m_pace = mostPerSecond;
    if (isRunning())
        start();
    emit planChanged();
}

const TaskDescription &Training::description() const
{
    const std::string &name = run() ? run()->task : m_planned.plan().task;
    const auto row = std::ranges::find(tasks(), name, &TaskDescription::name);
    return row == tasks().end() ? tasks().front() : *row;
}

std::shared_ptr<const Backend> Training::backend() const
{
    const Trainer::Backends &all = backends();
    const auto now = std::ranges::find(all, m_computesOn, [](const auto &each) { return each->name(); });
    return now != all.end() ? *now : all.empty() ? nullptr : all.front();
}

int Training::updates() const
{
    return !records().empty() ? records().back().update : m_run ? m_run->beginning.state.training.updates : 0;
}

std::optional<double> Training::secondsLeft() const
{
    if (!isRunning() || m_speed.updatesPerSecond() <= 0)
        return std::nullopt;
    return (updatesToMake() - updates()) / m_speed.updatesPerSecond();
}

Result<Training::Run> Training::runFrom(const StoppedTraining &from, std::shared_ptr<const Task> task,
                                        Trainer::Backends backends) const
{
    return withinMemory([&]() -> Result<Run> {
        auto trainer = Trainer::resume(task, from.spec, from.state, from.settings, backends);
        if (!trainer)
            return trainer.error();
        return Run{from,
                   m_planned.plan(),
                   task,
                   std::move(backends),
                   std::make_shared<TrainingSession>(std::move(*trainer), from.kept),
                   m_planned.dataRead()};
    });
}

void Training::take(std::optional<Run> run)
{
    m_timer->stop();
    m_run = std::move(run);
    m_history = RunHistory(mostRecords);
    m_solvedAt = m_run ? m_run->beginning.state.solvedAt : std::nullopt;
    m_failure.reset();
    m_handoversTold = 0;
    m_computesOn.clear();
    m_keptAt = m_run ? m_run->beginning.state.training.updates : 0;
    m_speed.forget();
    m_stage = m_run && m_run->beginning.state.training.updates > 0 ? Stage::paused : Stage::ready;
    emit begun();
    emit stageChanged();
}

/// A run that begins learns what its file holds now.
void Training::readEditedData()
{
    if (!m_planned.isOutdated())
        return;
    setPlan(TrainingPlan(m_planned.plan()));
    const auto tell = [this] { emit told(tr("The file was edited after it had been read: it is read again.")); };
    QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection); // when the start has taken away what was told before
}

/// Makes a new run where there is none that can go on; false where the plan cannot begin.
bool Training::ensureRun()
{
    emit planNeeded();
    const bool isAtEnd = m_stage == Stage::done || m_stage == Stage::failed;
    if (m_run && !isAtEnd && !isPlanNew())
        return true;
    readEditedData();
    if (m_planned.problem())
        return false;
    auto made = runFrom(*m_planned.beginning(), m_planned.task(), m_planned.backends());
    if (!made) {
        emit told(said(made.error().sentence));
        return false;
    }
    take(std::move(*made));
    return true;
}

void Training::start()
{
    if (!ensureRun())
        return;
    // What is already waiting was made before, and counts to the limit.
    m_run->session->pause();
    takeNews();
    if (m_stage == Stage::failed)
        return;
    m_run->session->start({.updates = std::max(0, updatesToMake() - updates()),
                           .untilSolved = m_stopsWhenSolved && !m_solvedAt,
                           .mostPerSecond = m_pace});
    m_speed.start();
    setStage(Stage::running);
    m_timer->start();
}

void Training::pause()
{
    if (!isRunning())
        return;
    m_run->session->pause();
    takeNews();
    if (!isRunning())
        return; // it has settled by itself
    m_speed.pause();
    setStage(Stage::paused);
}

void Training::updateOnce()
{
    if (isRunning())
        return pause();
    if (!ensureRun())
        return;
    m_run->session->updateOnce();
    setStage(Stage::paused);
    m_timer->start(); // until it has come
}

void Training::stop()
{
    if (!m_run || m_stage == Stage::done || m_stage == Stage::failed)
        return;
    m_run->session->pause();
    if (isRunning()) {
        takeNews();
        m_speed.pause();
    }
    if (m_stage != Stage::failed)
        setStage(Stage::done);
}

void Training::reset()
{
    if (m_run && m_run->beginning.state.training.updates > 0 && !m_run->beginning.first)
        emit told(
            tr("This run was opened from its file, which does not say how its first weights were made: a new start "
               "draws them as the form says."));
    take(std::nullopt);
}

StoppedTraining Training::kept()
{
    StoppedTraining stopped = m_run->beginning;
    stopped.plannedUpdates = m_run->plan.updates;
    stopped.state = m_run->session->state();
    takeNews(); // the records up to there
    stopped.history = RunHistory();
    for (const UpdateRecord &record : records())
        if (record.update <= stopped.state.training.updates)
            stopped.history.add(record);
    stopped.kept = m_run->session->kept();
    return stopped;
}

Result<void> Training::resume(const StoppedTraining &stopped, const std::optional<ReadModel> &model)
{
    auto task = makeTask(stopped.task, stopped.options);
    if (!task)
        return task.error();
    auto backends = trainingBackends(stopped.backend, stopped.spec, stopped.settings);
    if (!backends)
        return backends.error();
    auto made = runFrom(stopped, std::move(*task), std::move(*backends));
    if (!made)
        return made.error();
    made->plan = planOf(stopped);
    if (model)
        m_planned.know(*model);
    m_planned.set(made->plan);
    made->data = m_planned.dataRead();
    take(std::move(*made));
    for (const UpdateRecord &record : stopped.history.records())
        m_history.add(record);
    emit planChanged();
    emit recordsAdded();
    return {};
}

void Training::setStage(Stage stage)
{
    if (m_stage == stage)
        return;
    m_stage = stage;
    emit stageChanged();
}

void Training::takeNews()
{
    const bool wasIdle = m_run->session->isIdle(); // asked first: what it made is there then
    if (const auto news = m_run->session->takeNews())
        takeRecords(*news);
    else if (wasIdle && !isRunning())
        m_timer->stop();
    if (wasIdle && isRunning() && m_timer->isActive())
        settle();
}

void Training::takeRecords(const TrainingNews &news)
{
    long tokens = 0;
    for (const UpdateRecord &record : news.records) {
        tokens += record.tokens;
        m_history.add(record);
    }
    m_speed.add(int(news.records.size()), tokens);
    m_solvedAt = news.solvedAt;
    m_computesOn = news.backend;
    for (; m_handoversTold < news.handovers.size(); ++m_handoversTold)
        emit told(said(news.handovers[m_handoversTold].sentence));
    if (!news.records.empty())
        emit recordsAdded();
    if (news.lostPatience && !news.records.empty())
        emit told(tr("Held-out data get no better: the run has stopped."));
    if (news.failure) {
        m_failure = news.failure;
        setStage(Stage::failed);
        emit told(said(news.failure->sentence));
    }
}

/// Where the run stands when its thread makes no more updates, or has more or fewer to make than before.
void Training::settle()
{
    if (m_stage == Stage::failed)
        return;
    const bool isAtEnd = updates() >= updatesToMake();
    if (isRunning() && m_run->session->isRunning() && !isAtEnd)
        return start(); // as many as are left now
    m_run->session->pause();
    m_speed.pause();
    if (isAtEnd)
        setStage(Stage::done);
    else if (isRunning())
        setStage(Stage::paused); // solved, or held-out data get no better
}

} // namespace gatescope
