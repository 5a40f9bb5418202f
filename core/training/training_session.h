// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/kept_networks.h"
#include "core/training/trainer.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace gatescope {

/// What has happened in a run.
struct TrainingNews {
    std::vector<UpdateRecord> records; ///< since the last news that were taken
    std::optional<int> solvedAt;
    bool lostPatience = false; ///< held-out data get no better: the session has paused
    std::vector<Error> handovers;
    std::string backend;          ///< that computes now; see Backend::name()
    std::optional<Error> failure; ///< why the run has ended, if it has
};

/// The same with the network, a copy.
struct TrainingSnapshot : TrainingNews {
    Parameters parameters;
    std::optional<Probe> probe; ///< where it was wished for
};

/// How far a session goes by itself.
struct GoesOn {
    int updates = -1;         ///< so many more at most; −1: no end
    bool untilSolved = false; ///< it pauses behind the update that solves the task
    double mostPerSecond = 0; ///< updates in a second, for whoever wants to look on; 0: as many as it can
};

/// A trainer on a thread of its own, that is started, paused, and stepped from another.
class TrainingSession
{
public:
    /// Paused at first. `kept` are networks of the same run's past, where it had one.
    explicit TrainingSession(std::unique_ptr<Trainer> trainer, const KeptNetworks &kept = KeptNetworks());
    /// Stops after the update that is being made.
    ~TrainingSession();
    TrainingSession(const TrainingSession &) = delete;
    TrainingSession &operator=(const TrainingSession &) = delete;

    void start(const GoesOn &far = {});
    void pause();
    /// One update, then paused again.
    void updateOnce();
    bool isRunning() const;
    /// Nothing is to be made and nothing is being made: all that has happened can be taken as news.
    bool isIdle() const;

    /// What has happened since the last call; nothing if nothing has. Never waits for more than one update.
    std::optional<TrainingSnapshot> takeSnapshot(bool withProbe = false);
    /// The same without the network: never waits for an update.
    std::optional<TrainingNews> takeNews();
    /// As it is now; waits for the update that is being made.
    KeptNetwork newest() const;
    /// What the next update will do to one weight; waits for the update that is being made.
    Result<UpdateStory> story(const ParameterPlace &place) const;
    /// The one nearest to an update of those that are kept along the way, the same ones in every such run.
    KeptNetwork keptNear(int update) const;
    KeptNetworks kept() const;
    /// For a file; waits for the update that is being made.
    TrainerState state() const;

private:
    /// Asks for the trainer between two updates.
    class Visit;

    void work(std::stop_token stop);
    void makeOne();
    bool isToBeKept(int update) const;
    void waitForNext(std::stop_token stop);

    std::unique_ptr<Trainer> m_trainer; ///< guarded by m_trainerMutex
    mutable std::mutex m_trainerMutex;
    mutable std::atomic<int> m_visitors = 0; ///< who are let in before the next update
    mutable std::mutex m_mutex;              ///< guards what follows
    std::condition_variable_any m_wake;
    int m_wanted = 0; ///< updates to make; −1: no end
    bool m_isMaking = false;
    bool m_untilSolved = false;
    double m_mostPerSecond = 0;
    std::chrono::steady_clock::time_point m_lastBegan;
    KeptNetworks m_kept;
    TrainingNews m_news;
    bool m_failureIsNews = false;
    std::jthread m_thread; ///< last: it ends before the rest does
};

} // namespace gatescope
