// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/trainer.h"

#include <atomic>
#include <mutex>
#include <stop_token>
#include <thread>

namespace gatescope {

/// A network that takes part in a race. What the task asks for (input, outputs) is filled in when the race begins.
struct RaceEntry {
    std::string name; ///< "GRU"
    NetworkSpec spec;
    std::optional<double> keepsAtFirst = {}; ///< the bias that setUpdateBias() gives it: a gate that starts open

    bool operator==(const RaceEntry &) const = default;
};

/// Networks that learn one task from the same batches with the same optimizer. A seed makes a network's first numbers
/// and all batches, so the runs of one seed read the same.
struct RacePlan {
    std::string task = "adding";
    TaskOptions options = {};
    std::vector<RaceEntry> entries;
    int seeds = 5;      ///< 0, 1, …
    int updates = 2000; ///< of a run at most; it ends when the task is solved
    TrainerSettings settings = {};
    std::string backend = "auto"; ///< as trainingBackends() takes it
    int threads = 0;              ///< runs at a time, one thread each; 0: as many as the machine has
    bool toTheEnd = false;        ///< a run makes all updates, also when it has solved the task
};

/// One network learning from one seed.
struct RaceRun {
    /// Means of a few updates' losses and scores, at the last of these, and the newest look at held-out data that was
    /// made in these updates, if any was. The last point of a run that was not stopped has one where data are held out.
    struct Point {
        int update = 0;
        Outcome outcome;
        std::optional<Outcome> heldOut = {};

        bool operator==(const Point &) const = default;
    };
    std::size_t entry = 0; ///< in RacePlan::entries
    std::uint64_t seed = 0;
    std::vector<Point> points; ///< at most 250
    int updates = 0;           ///< made so far
    std::optional<int> solvedAt;
    double milliseconds = 0; ///< of an update, median: others use the machine too; no two runs have the same
    std::vector<double> reachBefore, reachAfter; ///< see gradientReach(); of one fixed batch of the task
    bool isOver = false;
    std::optional<Error> failure;
};

/// The number of units from 1 on with which a network's parameters come nearest to so many; the smaller one of two.
int unitsNearest(NetworkSpec spec, std::int64_t parameters);

/// The plan with the sizes of the task in every network; with `equalParameters` the units of all but the first are set
/// so that they have nearly as many parameters as the first. Fails when there is no such task, and when a network
/// cannot learn it.
Result<RacePlan> prepared(RacePlan plan, bool equalParameters);

/// A race on threads of its own.
class Race
{
public:
    /// Begins at once. The plan must have been prepared.
    static Result<std::unique_ptr<Race>> start(const RacePlan &plan);
    /// Stops after the updates that are being made.
    ~Race();
    Race(const Race &) = delete;
    Race &operator=(const Race &) = delete;

    const RacePlan &plan() const { return m_plan; }
    /// What they look like now, seed by seed and entry by entry.
    std::vector<RaceRun> runs() const;
    /// Share of all updates that may have to be made, 0 … 1; runs that are over count whole.
    double progress() const;
    bool isOver() const;
    /// The runs that are not over end after the update that is being made.
    void stop();
    /// Waits until all runs are over; asked to stop, it stops them.
    void wait(const std::stop_token &stop = {});

private:
    Race(RacePlan plan, std::shared_ptr<const Task> task);

    void work();
    void learn(std::size_t run);
    Result<void> learnTo(RaceRun &own);
    void show(const RaceRun &own);

    RacePlan m_plan;
    std::shared_ptr<const Task> m_task;
    std::atomic<std::size_t> m_next = 0; ///< the run that nobody has taken yet
    std::atomic<bool> m_stopped = false;
    mutable std::mutex m_mutex;
    std::vector<RaceRun> m_runs;         ///< guarded by m_mutex
    std::vector<std::jthread> m_threads; ///< last: they end before the rest does
};

} // namespace gatescope
