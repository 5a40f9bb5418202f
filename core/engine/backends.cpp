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

std::string_view precisionName(TimeArray::Precision precision)
{
    return precision == TimeArray::Precision::f64 ? "f64" : "f32";
}

Result<std::unique_ptr<Backend>> backendFor(std::string_view name, std::string_view precision)
{
    for (std::unique_ptr<Backend> &backend : availableBackends())
        if (name.empty() && (precision.empty() || precisionName(backend->precision()) == precision))
            return std::move(backend);
    Result<std::unique_ptr<Backend>> named = backendNamed(name);
    if (!named || precision.empty() || precisionName((*named)->precision()) == precision)
        return named;
    return error("The %1 backend computes in %2, not in %3.",
                 {std::string(name), std::string(precisionName((*named)->precision())), std::string(precision)});
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
