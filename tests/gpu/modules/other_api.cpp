// SPDX-License-Identifier: GPL-3.0-or-later
// A module of a later interface.
#include "core/engine/backend_module.h"

extern "C" __attribute__((visibility("default"))) const gatescope::BackendModule *gatescope_backend_module();

const gatescope::BackendModule *gatescope_backend_module()
{
    static const gatescope::BackendModule module{.api = gatescope::backendApi + 1};
    return &module;
}
