// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_limits.h"

#include "core/model/options.h"

namespace gatescope {

Result<void> checkForCpu(const NetworkSpec &spec)
{
    if (const auto option = optionBeyond(spec, {NetworkOption::paddingRow}))
        return error("The cpu backend has no %1: use the reference backend.", {worded(describe(*option).name)});
    return {};
}

Result<void> checkForCpu(const Batch &batch)
{
    if (!batch.dropout.empty())
        return error("The cpu backend has no dropout: use the reference backend, or a batch without masks.");
    if (!batch.pins.empty())
        return error("The cpu backend holds no values: use the reference backend, or remove the pins.");
    return {};
}

} // namespace gatescope
