// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/kernels_body.h"

namespace gatescope {

extern const Kernels kernelsAvx2;
constinit const Kernels kernelsAvx2 = kernelsNamed("avx2");

} // namespace gatescope
