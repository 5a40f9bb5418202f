// SPDX-License-Identifier: GPL-3.0-or-later
// A module whose values have other sizes than the program's.
#include "core/engine/backend_module.h"

extern "C" __attribute__((visibility("default"))) const gatescope::BackendModule *gatescope_backend_module();

const gatescope::BackendModule *gatescope_backend_module()
{
    static const gatescope::BackendModule module{.layout = gatescope::backendLayout() + 1};
    return &module;
}
