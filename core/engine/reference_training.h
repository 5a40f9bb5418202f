// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"

namespace gatescope {

/// Training as it is written in the books: evaluate() and then optimize(), in double precision.
class ReferenceTraining : public TrainingRun
{
public:
    ReferenceTraining(const NetworkSpec &spec, const Parameters &parameters, const TrainingSettings &settings);

    Result<double> update(const Batch &batch, const Objective &objective) override;
    Result<double> loss(const Batch &batch, const Objective &objective) override;
    Parameters parameters() const override { return m_parameters; }

private:
    NetworkSpec m_spec;
    Parameters m_parameters;
    TrainingSettings m_settings;
    std::vector<OptimizerMemory> m_memory; ///< of each tensor
    int m_update = 0;
};

} // namespace gatescope
