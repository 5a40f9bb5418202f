// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/training_backends.h"

#include "core/engine/backends.h"

#include <algorithm>

namespace gatescope {

namespace {

/// Whether a run takes such dropout: asked by letting it measure one step of one sequence.
Result<void> checkDropout(TrainingRun &run, const NetworkSpec &spec, const DropoutSettings &dropout)
{
    if (dropout == DropoutSettings())
        return {};
    if (const auto valid = check(dropout); !valid)
        return valid;
    Batch batch = fullLengthBatch(TimeArray(1, 1, spec.inputSize));
    batch.dropout = drawMasks(spec, dropout, 1, 1, 0);
    Objective objective;
    if (spec.decoder)
        objective = {.kind = LossKind::crossEntropy, .classes = {{0}}, .values = {}};
    const auto measured = run.measure(batch, objective);
    return measured ? Result<void>() : measured.error();
}

/// Whether a backend could begin: asked by letting it begin with zeros.
Result<void> checkFor(const Backend &backend, const NetworkSpec &spec, const TrainerSettings &settings)
{
    const auto run = backend.startTraining(spec, zeroParameters(spec), settings.training);
    return run ? checkDropout(**run, spec, settings.dropout) : run.error();
}

} // namespace

Result<Trainer::Backends> trainingBackends(std::string_view name, const NetworkSpec &spec,
                                           const TrainerSettings &settings)
{
    const bool any = name == "auto";
    Trainer::Backends chosen;
    for (const std::string_view next :
         {any ? std::string_view("cpu") : name, std::string_view("cpu"), std::string_view("reference")}) {
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
