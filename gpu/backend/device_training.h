// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gpu/backend/copy_out.h"
#include "gpu/backend/learner.h"
#include "gpu/backend/token_arrays.h"

#include <limits>

namespace gatescope::gpu {

/// Training on a device. Between two updates nothing is copied from it but sums; weights and states are when they are
/// asked for. Where the device's memory does not hold a batch, it takes half of its sequences at a time, or a quarter,
/// and adds up the gradients; where it does not hold one sequence the update fails, and another backend can go on.
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

    /// Sequences that the last batch was taken by.
    int rowsAtOnce() const { return m_pass ? m_pass->size().sequences : 0; }

private:
    DeviceTraining(std::shared_ptr<Device> device, const NetworkSpec &spec, const TrainingState &state,
                   const TrainingSettings &settings)
        : m_device(std::move(device)), m_spec(spec), m_shape(m_spec), m_settings(settings), m_lastState(state)
    {
    }
    Result<void> prepare(const PassSize &size);
    /// All of the batch, forwards and, if it goes back, backwards; the report has its loss.
    Result<UpdateReport> pass(const Batch &batch, const Objective &objective, bool goesBack);
    Result<TokenArrays::Found> passSlice(const Batch &slice, const Objective &objective, double share, bool goesBack);
    void addFinalStates(const FinalStatesCopy &states);

    std::shared_ptr<Device> m_device; ///< first: the rest lies on it
    NetworkSpec m_spec;
    FlatShape m_shape;
    TrainingSettings m_settings;
    std::unique_ptr<Learner> m_learner;
    std::unique_ptr<NetworkPass> m_pass;
    std::unique_ptr<TokenArrays> m_tokens;
    std::size_t m_mostTokens
        = std::numeric_limits<std::size_t>::max(); ///< that fitted into the memory after some did not
    FinalStatesCopy m_finalStates;
    mutable TrainingState m_lastState;
};

} // namespace gatescope::gpu
