// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/edits/edits.h"

#include "ui/document/edits/edit_checks.h"

#include <algorithm>

namespace gatescope {

Result<Experiment> withObjective(const Experiment &experiment, Objective objective)
{
    Experiment next = experiment;
    next.objective = std::move(objective);
    if (const auto fits = check(next); !fits)
        return fits.error();
    return next;
}

Result<Experiment> withWatched(const Experiment &experiment, WatchedSteps watched, int step)
{
    Experiment next = experiment;
    if (watched == WatchedSteps::one) {
        int longest = 0;
        for (int sequence = 0; sequence < next.input.sequences(); ++sequence)
            longest = std::max(longest, next.input.length(sequence));
        if (const auto can = stepExists(step, longest); !can)
            return can.error();
        next.objective.step = step;
    }
    next.objective.watched = watched;
    return next;
}

Result<Experiment> withTargetClass(const Experiment &experiment, int sequence, int step, int targetClass)
{
    Experiment next = experiment;
    auto &classes = next.objective.classes;
    if (const auto can = sequenceExists(sequence, std::ssize(classes)); !can)
        return can.error();
    if (const auto can = stepExists(step, std::ssize(classes[sequence])); !can)
        return can.error();
    if (targetClass != -1)
        if (const auto can = classExists(targetClass, next.spec.headOutputs); !can)
            return can.error();
    classes[sequence][step] = targetClass;
    return next;
}

Result<Experiment> withTargetValue(const Experiment &experiment, int sequence, int step, int output, double value)
{
    Experiment next = experiment;
    TimeArray &values = next.objective.values;
    if (const auto can = all({sequenceExists(sequence, values.batch()), stepExists(step, values.steps()),
                              outputExists(output, values.units()), isFinite(value)});
        !can)
        return can.error();
    values.set(step, sequence, output, value);
    return next;
}

} // namespace gatescope
