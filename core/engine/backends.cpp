// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backends.h"

#include "core/engine/cpu/cpu_backend.h"
#include "core/engine/reference_backend.h"

namespace gatescope {

std::vector<std::unique_ptr<Backend>> availableBackends()
{
    std::vector<std::unique_ptr<Backend>> backends;
    backends.push_back(std::make_unique<ReferenceBackend>());
    backends.push_back(std::make_unique<CpuBackend>());
    return backends;
}

Result<std::unique_ptr<Backend>> backendNamed(std::string_view name)
{
    std::string names;
    for (std::unique_ptr<Backend> &backend : availableBackends()) {
        if (backend->name() == name)
            return std::move(backend);
        names += (names.empty() ? "" : ", ") + std::string(backend->name());
    }
    return error("There is no backend \"%1\" here: choose one of %2.", {std::string(name), names});
}

} // namespace gatescope
