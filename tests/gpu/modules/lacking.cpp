// SPDX-License-Identifier: GPL-3.0-or-later
// A module that does not find what it needs.
#include "core/engine/backend_module.h"

namespace {

gatescope::Result<std::unique_ptr<gatescope::Backend>> open(const gatescope::BackendOptions &)
{
    return gatescope::error("There is no abacus here.");
}

} // namespace

extern "C" __attribute__((visibility("default"))) const gatescope::BackendModule *gatescope_backend_module();

const gatescope::BackendModule *gatescope_backend_module()
{
    static const gatescope::BackendModule module{.open = open};
    return &module;
}
