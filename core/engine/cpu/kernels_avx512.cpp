// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/kernels_body.h"

namespace gatescope {

extern const Kernels kernelsAvx512;
constinit const Kernels kernelsAvx512 = kernelsNamed("avx512");

} // namespace gatescope
