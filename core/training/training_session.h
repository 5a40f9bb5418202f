// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace gatescope {

/// What a view gets of a run: copies, made at screen speed.
struct TrainingSnapshot {
    std::vector<UpdateRecord> records; ///< since the last snapshot that was taken
    Parameters parameters;
    std::optional<Probe> probe;        ///< where it was wished for
    std::optional<int> solvedAt;
    bool lostPatience = false;         ///< held-out data get no better: the session has paused
    std::vector<Error> handovers;
    std::optional<Error> failure;      ///< why the run has ended, if it has
};

/// A trainer on a thread of its own, that is started, paused, and stepped from another.
class TrainingSession
{
public:
    /// Paused at first.
    explicit TrainingSession(std::unique_ptr<Trainer> trainer);
    /// Stops after the update that is being made.
    ~TrainingSession();
    TrainingSession(const TrainingSession &) = delete;
    TrainingSession &operator=(const TrainingSession &) = delete;

    void start();
    void pause();
    /// One update, then paused again.
    void updateOnce();
    bool isRunning() const;

    /// What has happened since the last call; nothing if nothing has. Never waits for more than one update.
    std::optional<TrainingSnapshot> takeSnapshot(bool withProbe = false);
    /// For a file; waits for the update that is being made.
    TrainerState state() const;

private:
    /// Asks for the trainer between two updates.
    class Visit;

    void work(std::stop_token stop);
    void makeOne();

    std::unique_ptr<Trainer> m_trainer; ///< guarded by m_trainerMutex
    mutable std::mutex m_trainerMutex;
    mutable std::atomic<int> m_visitors = 0; ///< who are let in before the next update
    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_wake;
    int m_wanted = 0; ///< updates to make; −1: no end
    std::vector<UpdateRecord> m_records;
    std::optional<Error> m_failure;
    bool m_failureIsNews = false;
    std::jthread m_thread; ///< last: it ends before the rest does
};

} // namespace gatescope
