// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"
#include "core/model/dropout.h"
#include "core/tasks/task.h"
#include "core/training/history.h"
#include "core/training/probe.h"
#include "core/training/update_story.h"

namespace gatescope {

/// Whether a network has the sizes that a task needs.
Result<void> check(const TaskShape &shape, const NetworkSpec &spec);

struct TrainerSettings {
    TrainingSettings training;
    int sequences = 32;     ///< in a batch
    std::uint64_t seed = 0; ///< of the batches
    int heldOutEvery = 25;  ///< updates between two looks at the task's held-out data, where it has such
    DropoutSettings dropout = {};
    int patience = 0;   ///< looks without a smaller loss after which it is time to stop; 0: it never is
    int probeEvery = 0; ///< updates between two looks inside; 0: none

    bool operator==(const TrainerSettings &) const = default;
};

/// The network that did best on held-out data.
struct BestSoFar {
    Parameters parameters;
    Outcome outcome;
    int update = 0;
    int looksSince = 0; ///< without a smaller loss

    bool operator==(const BestSoFar &) const = default;
};

/// All that a run carries on: with it, it goes on another day as if it had never stopped.
struct TrainerState {
    TrainingState training;
    TrainingRun::FinalStates carried; ///< where the sequences of the last batch ended
    RecentOutcomes recent;
    std::optional<int> solvedAt;   ///< the first update at which the task counts as solved
    std::optional<BestSoFar> best; ///< where data are held out
};

/// Teaches a network a task, one update at a time. The first backend computes; when one fails, the next takes over
/// from the last good update. What is not finite ends the run and leaves the last good parameters.
class Trainer
{
public:
    using Backends = std::vector<std::shared_ptr<const Backend>>;

    /// There must be a backend. Fails when the first one cannot train such a network, and when the network does not
    /// fit the task.
    static Result<std::unique_ptr<Trainer>> start(std::shared_ptr<const Task> task, const NetworkSpec &spec,
                                                  const Parameters &parameters, const TrainerSettings &settings,
                                                  Backends backends);
    static Result<std::unique_ptr<Trainer>> resume(std::shared_ptr<const Task> task, const NetworkSpec &spec,
                                                   TrainerState state, const TrainerSettings &settings,
                                                   Backends backends);

    /// One update. Fails where the run can go no further: it says at which update, and, for a number that is not
    /// finite, in which layer, part and step it arose. Nothing is lost then: the parameters are those of the last good
    /// update.
    Result<UpdateRecord> update();

    int updates() const { return m_updates; }
    /// The first update at which the mean of the last outcomes, and held-out data where there are such, passed the
    /// task's rule.
    std::optional<int> solvedAt() const { return m_solvedAt; }
    /// Whether held-out data have not got better for so long that it is time to stop.
    bool hasLostPatience() const
    {
        return m_settings.patience > 0 && m_best && m_best->looksSince >= m_settings.patience;
    }
    Outcome recent() const { return m_recent.mean(); }
    /// The last look at held-out data; none before the first.
    const std::optional<Outcome> &heldOut() const { return m_heldOutOutcome; }
    /// One more look at held-out data, if this update has had none: at the end of a run.
    Result<void> lookOnceMore();

    const NetworkSpec &spec() const { return m_spec; }
    const Task &task() const { return *m_task; }
    const Backend &backend() const { return *m_backends[m_current]; }
    /// One sentence for each time that a backend failed and another took over.
    const std::vector<Error> &handovers() const { return m_handovers; }
    /// What the backend that computes now has decided so far; see TrainingRun::notes().
    std::vector<Sentence> notes() const { return m_run->notes(); }

    /// As they are now; those of the smallest loss of held-out data, if there are such.
    Parameters parameters() const { return m_run->parameters(); }
    const std::optional<BestSoFar> &best() const { return m_best; }
    Parameters bestParameters() const { return m_best ? m_best->parameters : parameters(); }
    TrainerState state() const;
    /// A look inside, on the batch of the next update. How far the last update went is known in an UpdateRecord's
    /// alone.
    Result<Probe> probe() const { return lookInside(nullptr); }
    /// What the next update will do to one weight; see nextUpdate().
    Result<UpdateStory> story(const ParameterPlace &place) const;

private:
    Trainer(std::shared_ptr<const Task> task, const NetworkSpec &spec, TrainerState state,
            const TrainerSettings &settings, Backends backends);

    /// A backend that has come as far as the run.
    struct CaughtUp {
        std::unique_ptr<TrainingRun> run;
        TrainingRun::FinalStates carried;
    };

    TrainingBatch batchOf(int update, const TrainingRun::FinalStates &carried) const;
    template<typename Ask>
    Result<UpdateReport> ask(const TrainingBatch &batch, const Ask &question);
    Result<void> handOver(const Error &reason);
    Result<CaughtUp> caughtUp(const Backend &backend) const;
    Error whereItBegan(const TrainingBatch &batch, const Error &found) const;
    Result<Evaluation> evaluateNext() const;
    Result<Probe> lookInside(const Parameters *before) const;
    Result<Outcome> heldOutOutcome();
    Result<void> lookAtHeldOut();
    void keep();

    std::shared_ptr<const Task> m_task;
    NetworkSpec m_spec;
    TrainerSettings m_settings;
    Backends m_backends;
    std::vector<TrainingBatch> m_heldOut;

    std::size_t m_current = 0; ///< the backend that computes
    std::unique_ptr<TrainingRun> m_run;
    int m_updates = 0;
    TrainingRun::FinalStates m_carried;
    RecentOutcomes m_recent;
    std::optional<int> m_solvedAt;
    std::optional<BestSoFar> m_best;
    std::optional<Outcome> m_heldOutOutcome; ///< of the last look
    int m_lookedAt = 0;                      ///< the update of it
    std::optional<Error> m_failure;          ///< what the next update will say
    std::vector<Error> m_handovers;

    /// The state after an update not long ago, from which the next backend repeats what has been done since.
    TrainingState m_kept;
    TrainingRun::FinalStates m_keptCarried;
};

} // namespace gatescope
