// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/backend/copy_out.h"
#include "gpu/backend/learner.h"
#include "gpu/backend/prepared_pass.h"

#include <limits>

namespace gatescope::gpu {

/// Training on a device. An update is one list of requests, recorded and replayed; what of it changes from one update
/// to the next is read from the device's memory. Between two updates nothing is copied from the device but sums and
/// final states. Where its memory does not hold a batch, it takes half of the sequences at a time, or a quarter, and
/// adds up the gradients; where it does not hold one sequence the update fails, and another backend can go on.
class DeviceTraining : public TrainingRun
{
public:
    static Result<std::unique_ptr<DeviceTraining>> start(std::shared_ptr<Device> device, const NetworkSpec &spec,
                                                         const TrainingState &state, const TrainingSettings &settings);

    Result<UpdateReport> update(const Batch &batch, const Objective &objective) override;
    Result<UpdateReport> measure(const Batch &batch, const Objective &objective) override;
    FinalStates finalStates() const override { return {m_finalStates.h, m_finalStates.c}; }
    Parameters parameters() const override { return state().parameters; }
    /// Of a device that no longer answers: the state that was asked for last.
    TrainingState state() const override;
    std::vector<Sentence> notes() const override { return m_notes; }

    /// Sequences that the last batch was taken by.
    int rowsAtOnce() const { return m_passes.last() ? m_passes.last()->pass->size().sequences : 0; }

private:
    DeviceTraining(std::shared_ptr<Device> device, const NetworkSpec &spec, const TrainingState &state,
                   const TrainingSettings &settings)
        : m_device(std::move(device)), m_spec(spec), m_shape(m_spec), m_settings(settings),
          m_passes(*m_device, m_shape), m_lastState(state)
    {
    }

    enum class Goal { measure, update };
    Result<void> check(const Batch &batch, const Objective &objective) const;
    /// A pass that takes so many of the sequences that are left, all of them if the memory holds them.
    Result<PreparedPass *> passOf(const Batch &batch, int left);
    /// Loss and, if it goes back, gradient of the sequences that were read.
    void passThrough(PreparedPass &on, LossKind loss, Goal goal);
    /// Waits for the device; the loss is added to the report.
    Result<Sums::Copy> finished(const PreparedPass &on, UpdateReport &report);
    Result<Sums::Copy> wholeBatch(PreparedPass &on, const Batch &batch, const Objective &objective, Goal goal,
                                  UpdateReport &report);
    Result<Sums::Copy> inSlices(const Batch &batch, const Objective &objective, Goal goal, UpdateReport &report);
    Result<Sums::Copy> pass(const Batch &batch, const Objective &objective, Goal goal, UpdateReport &report);
    void tell(const RecordedStep &step);
    void tell(const Sentence &note);

    std::shared_ptr<Device> m_device; ///< first: the rest lies on it
    NetworkSpec m_spec;
    FlatShape m_shape;
    TrainingSettings m_settings;
    std::unique_ptr<Sums> m_sums;
    std::unique_ptr<Learner> m_learner;
    PreparedPasses m_passes;
    std::size_t m_mostTokens
        = std::numeric_limits<std::size_t>::max(); ///< that fitted into the memory after some did not
    FinalStatesCopy m_finalStates;
    std::vector<Sentence> m_notes;
    mutable TrainingState m_lastState;
};

} // namespace gatescope::gpu
