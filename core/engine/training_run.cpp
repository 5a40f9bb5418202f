// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/training_run.h"

namespace gatescope {

TrainingState beginning(const NetworkSpec &spec, const Parameters &parameters)
{
    return {parameters, zeroParameters(spec), zeroParameters(spec), 0};
}

Result<void> check(const NetworkSpec &spec, const TrainingState &state)
{
    for (const Parameters *each : {&state.parameters, &state.m, &state.v})
        if (const auto fits = check(spec, *each); !fits)
            return fits;
    if (state.updates < 0)
        return error("A training run has made %1 updates: expected 0 or more.", {std::to_string(state.updates)});
    return {};
}

Result<void> check(const NetworkSpec &spec, const TrainingSettings &settings)
{
    if (!settings.mask)
        return {};
    if (const auto fits = check(spec, *settings.mask); !fits)
        return inPlace(sentence("The mask"), fits.error());
    for (const ConstParameterView &view : views(spec, *settings.mask))
        if (!(view.values.array() == 0 || view.values.array() == 1).all())
            return error("The mask of %1 holds a number that is neither 0, which stays, nor 1, which learns.",
                         {view.name});
    return {};
}

Result<void> checkForTraining(const NetworkSpec &spec, const Batch &batch, const Objective &objective)
{
    if (!batch.pins.empty())
        return error("A network learns as it is, with no value held: remove the pins.");
    if (const auto fits = check(spec, batch); !fits)
        return fits;
    return check(spec, batch, objective);
}

} // namespace gatescope
