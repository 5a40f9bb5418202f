// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/marked.h"
#include "core/engine/backend.h"
#include "core/engine/cpu/available_kernels.h"

namespace gatescope {

/// Single precision with the vectors of this computer's processor. Its traces hold floats.
class CpuBackend : public Backend
{
public:
    explicit CpuBackend(const Kernels &kernels = fastestKernels()) : m_kernels(kernels) { }

    std::string_view name() const override { return "cpu"; }
    std::string_view description() const override { return marked("single precision, vectorised for this processor"); }
    TimeArray::Precision precision() const override { return TimeArray::Precision::f32; }
    const Kernels &kernels() const { return m_kernels; }

    Result<std::shared_ptr<const Trace>> run(const NetworkSpec &spec, const Parameters &parameters,
                                             std::shared_ptr<const Batch> batch) const override;
    Result<std::shared_ptr<const GradientTrace>> backpropagate(const Parameters &parameters, const Trace &trace,
                                                               const Upstream &upstream) const override;
    Result<std::unique_ptr<TrainingRun>> resumeTraining(const NetworkSpec &spec, const TrainingState &state,
                                                        const TrainingSettings &settings) const override;

private:
    const Kernels &m_kernels;
};

} // namespace gatescope
