// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/marked.h"
#include "core/engine/backend.h"

namespace gatescope {

/// The truth: double precision, written as the equations are, nothing fused. Every other backend is
/// held against it.
class ReferenceBackend : public Backend
{
public:
    std::string_view name() const override { return "reference"; }
    std::string_view description() const override
    {
        return marked("double precision, written as the equations are (Eigen)");
    }
    TimeArray::Precision precision() const override { return TimeArray::Precision::f64; }

    Result<std::shared_ptr<const Trace>> run(const NetworkSpec &spec, const Parameters &parameters,
                                             std::shared_ptr<const Batch> batch) const override;
    Result<std::shared_ptr<const GradientTrace>> backpropagate(const Parameters &parameters, const Trace &trace,
                                                               const Upstream &upstream) const override;
    Result<std::unique_ptr<TrainingRun>> resumeTraining(const NetworkSpec &spec, const TrainingState &state,
                                                        const TrainingSettings &settings) const override;
};

} // namespace gatescope
