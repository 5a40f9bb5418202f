// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/device_limits.h"

#include "core/model/options.h"

namespace gatescope::gpu {

Result<void> checkForDevice(const NetworkSpec &spec)
{
    if (const auto option
        = optionBeyond(spec, {NetworkOption::paddingRow, NetworkOption::hardSigmoid, NetworkOption::relu}))
        return error("The cuda backend has no %1: use the reference backend.", {worded(describe(*option).name)});
    return {};
}

Result<void> checkForDevice(const Batch &batch)
{
    if (!batch.pins.empty())
        return error("The cuda backend holds no values: use the reference backend, or remove the pins.");
    return {};
}

} // namespace gatescope::gpu
