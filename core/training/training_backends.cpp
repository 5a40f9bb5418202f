// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_backends.h"

#include "core/engine/backends.h"

#include <algorithm>

namespace gatescope {

namespace {

/// Whether a backend could begin: asked by letting it begin with zeros.
Result<void> checkFor(const Backend &backend, const NetworkSpec &spec, const TrainerSettings &settings)
{
    if (settings.dropout != DropoutSettings() && backend.name() != "reference")
        return error("The %1 backend has no dropout: use the reference backend.", {std::string(backend.name())});
    const auto run = backend.startTraining(spec, zeroParameters(spec), settings.training);
    return run ? Result<void>() : run.error();
}

} // namespace

Result<Trainer::Backends> trainingBackends(std::string_view name, const NetworkSpec &spec, const TrainerSettings &settings)
{
    const bool any = name == "auto";
    Trainer::Backends chosen;
    for (const std::string_view next : {any ? std::string_view("cpu") : name, std::string_view("cpu"), std::string_view("reference")}) {
        auto found = backendNamed(next);
        if (!found)
            return found.error();
        if (std::ranges::any_of(chosen, [&](const auto &each) { return each->name() == next; }))
            continue;
        const auto can = checkFor(**found, spec, settings);
        if (can)
            chosen.push_back(std::move(*found));
        else if (chosen.empty() && (!any || next == "reference"))
            return can.error();
        if (next == "reference")
            break;
    }
    return chosen;
}

} // namespace gatescope
