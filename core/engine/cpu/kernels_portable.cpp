// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/kernels_body.h"

namespace gatescope {

extern const Kernels kernelsPortable;
constinit const Kernels kernelsPortable = kernelsNamed("portable");

} // namespace gatescope
