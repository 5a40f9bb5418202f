// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/edits/edits.h"

#include "core/model/conversion.h"
#include "ui/document/edits/edit_checks.h"

namespace gatescope {

Result<Experiment> withParameter(const Experiment &experiment, const ParameterPlace &place, double value)
{
    Experiment next = experiment;
    for (ParameterView &view : views(next.spec, next.parameters)) {
        if (view.name != place.tensor)
            continue;
        if (const auto can = all({rowExists(place.row, view.values.rows()),
                                  columnExists(place.column, view.values.cols()), isFinite(value)});
            !can)
            return can.error();
        view.values(place.row, place.column) = value;
        return next;
    }
    return error("This network has no tensor %1.", {place.tensor});
}

Result<Experiment> withParameters(const Experiment &experiment, Parameters parameters)
{
    if (const auto fits = check(experiment.spec, parameters); !fits)
        return fits.error();
    Experiment next = experiment;
    next.parameters = std::move(parameters);
    return next;
}

Experiment withFreshParameters(const Experiment &experiment, quint64 seed)
{
    Experiment next = experiment;
    next.parameters = initialParameters(next.spec, seed);
    next.units.clear();
    return next;
}

namespace {

bool differOnlyInConvention(NetworkSpec from, const NetworkSpec &to)
{
    from.reset = to.reset;
    from.update = to.update;
    return from == to;
}

/// The numbers of the same function in the conventions of `spec`.
Result<Parameters> convertedTo(const NetworkSpec &spec, const Experiment &experiment)
{
    const Converted byUpdate = withUpdateMeaning(experiment.spec, experiment.parameters, spec.update);
    if (spec.reset == experiment.spec.reset)
        return byUpdate.parameters;
    const Result<Converted> converted = withResetPlacement(byUpdate.spec, byUpdate.parameters, spec.reset);
    if (!converted)
        return converted.error();
    return converted->parameters;
}

} // namespace

Result<Experiment> withSpec(const Experiment &experiment, const NetworkSpec &spec, quint64 seed, bool convert)
{
    if (const auto can = check(spec); !can)
        return can.error();
    if (!differOnlyInConvention(experiment.spec, spec))
        return experimentFor(spec, experiment, seed);

    Experiment next = experiment;
    next.spec = spec;
    if (convert) {
        Result<Parameters> converted = convertedTo(spec, experiment);
        if (!converted)
            return converted.error();
        next.parameters = std::move(converted).value();
        if (spec.update != experiment.spec.update)
            for (Pin &pin : next.pins)
                if (pin.part == Part::update)
                    pin.value = 1 - pin.value; // what keeps in one convention overwrites in the other
    }
    return next;
}

Result<Experiment> withHead(const Experiment &experiment, int outputs, quint64 seed)
{
    Experiment next = experiment;
    next.spec.headOutputs = outputs;
    if (const auto can = check(next.spec); !can)
        return can.error();
    Parameters fresh = initialParameters(next.spec, seed);
    next.parameters.head = std::move(fresh.head);
    if (next.spec.decoder) // it reads what the head says
        next.parameters.decoder.front() = std::move(fresh.decoder.front());
    next.objective = adaptedObjective(next.objective, next.spec, next.input);
    return next;
}

} // namespace gatescope
