// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pinning.h"
#include "ui/document/edits/edits.h"

namespace gatescope {

namespace {

std::vector<int> lengthsOf(const Input &input)
{
    std::vector<int> lengths;
    for (int n = 0; n < input.sequences(); ++n)
        lengths.push_back(input.length(n));
    return lengths;
}

} // namespace

Result<Experiment> withPin(const Experiment &experiment, const Pin &pin)
{
    const std::vector<int> lengths = lengthsOf(experiment.input);
    if (const auto can = check(experiment.spec, lengths, pin); !can)
        return can.error();
    Experiment next = experiment;
    next.pins = withPin(experiment.pins, pin, lengths);
    return next;
}

Experiment withoutPin(const Experiment &experiment, const Pin &place)
{
    Experiment next = experiment;
    next.pins = withoutPin(experiment.pins, place, lengthsOf(experiment.input));
    return next;
}

Experiment withoutPins(const Experiment &experiment)
{
    Experiment next = experiment;
    next.pins.clear();
    return next;
}

} // namespace gatescope
