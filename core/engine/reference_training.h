// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"

namespace gatescope {

/// Training as it is written in the books: evaluate() and then optimize(), in double precision.
class ReferenceTraining : public TrainingRun
{
public:
    ReferenceTraining(const NetworkSpec &spec, const TrainingState &state, const TrainingSettings &settings);

    Result<UpdateReport> update(const Batch &batch, const Objective &objective) override;
    Result<UpdateReport> measure(const Batch &batch, const Objective &objective) override;
    FinalStates finalStates() const override { return m_finalStates; }
    Parameters parameters() const override { return m_state.parameters; }
    TrainingState state() const override { return m_state; }

private:
    NetworkSpec m_spec;
    TrainingState m_state;
    TrainingSettings m_settings;
    FinalStates m_finalStates;
};

} // namespace gatescope
