// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/training_session.h"
#include "ui/document/training/planned_training.h"
#include "ui/document/training/training_speed.h"

#include <QObject>

class QTimer;

namespace gatescope {

/// The training of the window: what is to be learned and how, the run that does so on a thread of its own, and the
/// record of its updates. The only place where a run is started and stopped; it goes on wherever one looks.
class Training : public QObject
{
    Q_OBJECT
public:
    enum class Stage {
        ready, ///< no update has been made
        running,
        paused, ///< also by itself: solved and to stop then, or held-out data get no better
        done,   ///< all updates are made, or it was stopped
        failed  ///< see failure()
    };

    /// Updates of a run that are kept; of a longer one every second, fourth …
    static constexpr std::size_t mostRecords = 250'000;

    /// Adding with a GRU: solved in some hundred updates.
    static TrainingPlan usualPlan();

    explicit Training(QObject *parent = nullptr);
    ~Training() override;

    /// What is trained next. The run that there is goes on with its own plan; only how many updates it makes follows.
    const PlannedTraining &planned() const { return m_planned; }
    void setPlan(const TrainingPlan &plan);
    /// Whether the plan is another one than the run's, or its data were edited and read again: then the next start
    /// begins a new run.
    bool isPlanNew() const;
    void takeRunsPlan();
    bool stopsWhenSolved() const { return m_stopsWhenSolved; }
    void setStopsWhenSolved(bool stops);
    /// Updates in a second, so that one can look on; 0: as many as it can.
    double pace() const { return m_pace; }
    void setPace(double mostPerSecond);

    Stage stage() const { return m_stage; }
    bool isRunning() const { return m_stage == Stage::running; }
    /// Goes on; begins anew where there is no run, it is at its end, or the plan is another one.
    void start();
    void pause();
    void turn() { isRunning() ? pause() : start(); }
    void updateOnce();
    /// Makes the run without an update, so that one can look at what the first will do; false where it cannot begin.
    bool makeRun() { return ensureRun(); }
    /// Ends the run where it is.
    void stop();
    /// Back to before the first update.
    void reset();

    /// What the run began with; what the plan begins with while there is no run; null while it cannot.
    const StoppedTraining *run() const { return m_run ? &m_run->beginning : m_planned.beginning(); }
    std::shared_ptr<const Task> task() const { return m_run ? m_run->task : m_planned.task(); }
    const Trainer::Backends &backends() const { return m_run ? m_run->backends : m_planned.backends(); }
    /// The one of them that computes now: behind the first, where that has failed. Null where there is none.
    std::shared_ptr<const Backend> backend() const;
    const TaskDescription &description() const;
    int updatesToMake() const { return m_run ? m_run->plan.updates : m_planned.plan().updates; }
    const RunHistory &history() const { return m_history; }
    const std::vector<UpdateRecord> &records() const { return m_history.records(); }
    int updates() const;
    std::optional<int> solvedAt() const { return m_solvedAt; }
    const std::optional<Error> &failure() const { return m_failure; }
    const TrainingSpeed &speed() const { return m_speed; }
    /// While it runs and its speed is known.
    std::optional<double> secondsLeft() const;

    /// The thread that trains; null while there is none. Others may ask it for the network.
    std::shared_ptr<const TrainingSession> session() const { return m_run ? m_run->session : nullptr; }
    /// What a file keeps of the run, which there must be; waits for the update that is being made.
    StoppedTraining kept();
    /// Whether nothing would be lost: no update was made, or a file holds all of them.
    bool isKept() const { return updates() == m_keptAt; }
    /// A file holds the run up to this update.
    void setKeptAt(int update) { m_keptAt = update; }
    /// Goes on, paused at first, with a run that a file kept; `model` is what it once began with, where that has been
    /// read already.
    Result<void> resume(const StoppedTraining &stopped, const std::optional<ReadModel> &model = {});

signals:
    void planChanged();
    void planNeeded(); ///< a run may begin: what is still being written in a form is set now, or not
    void stageChanged();
    void begun(); ///< there is no record any more
    void recordsAdded();
    void told(const QString &sentence); ///< what happened to the run and is worth knowing

private:
    struct Run {
        StoppedTraining beginning;
        TrainingPlan plan;
        std::shared_ptr<const Task> task;
        Trainer::Backends backends;
        std::shared_ptr<TrainingSession> session;
        std::optional<FileMoment> data; ///< of the file that it learns
    };
    Result<Run> runFrom(const StoppedTraining &from, std::shared_ptr<const Task> task,
                        Trainer::Backends backends) const;
    bool ensureRun();
    void readEditedData();
    void take(std::optional<Run> run);
    void setStage(Stage stage);
    void takeNews();
    void takeRecords(const TrainingNews &news);
    void settle();

    PlannedTraining m_planned{usualPlan()};
    bool m_stopsWhenSolved = true;
    double m_pace = 100;
    std::optional<Run> m_run;
    Stage m_stage = Stage::ready;
    RunHistory m_history;
    std::optional<int> m_solvedAt;
    std::optional<Error> m_failure;
    std::size_t m_handoversTold = 0;
    std::string m_computesOn; ///< empty before the first news
    int m_keptAt = 0;
    TrainingSpeed m_speed;
    QTimer *m_timer;
};

} // namespace gatescope
