// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/cpu/kernels.h"

#include <vector>

namespace gatescope {

/// Every set that this processor can run, the fastest first; the last one is portable.
const std::vector<const Kernels *> &availableKernels();
inline const Kernels &fastestKernels()
{
    return *availableKernels().front();
}

} // namespace gatescope
