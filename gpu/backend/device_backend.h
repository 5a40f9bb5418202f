// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/backend.h"
#include "core/engine/product_precision.h"
#include "gpu/device/device.h"

#include <functional>
#include <string>

namespace gatescope::gpu {

/// The cuda backend: single precision on a device, with products in the precision that `open` gives the device. It
/// opens the device anew for each run and each training, so that several threads may use it. Its traces hold floats.
class DeviceBackend : public Backend
{
public:
    using Open = std::function<Result<std::shared_ptr<Device>>()>;

    DeviceBackend(const std::string &description, Open open, ProductPrecision products = ProductPrecision::float32);

    /// "cuda", or "cuda/tf32": what asks for it by name.
    std::string_view name() const override { return m_name; }
    std::string_view description() const override { return m_description; }
    TimeArray::Precision precision() const override { return TimeArray::Precision::f32; }

    Result<std::shared_ptr<const Trace>> run(const NetworkSpec &spec, const Parameters &parameters,
                                             std::shared_ptr<const Batch> batch) const override;
    /// Runs the trace's batch once more, because what the backward pass reads stays on the device.
    Result<std::shared_ptr<const GradientTrace>> backpropagate(const Parameters &parameters, const Trace &trace,
                                                               const Upstream &upstream) const override;
    Result<std::unique_ptr<TrainingRun>> resumeTraining(const NetworkSpec &spec, const TrainingState &state,
                                                        const TrainingSettings &settings) const override;

private:
    std::string m_name, m_description;
    Open m_open;
};

} // namespace gatescope::gpu
