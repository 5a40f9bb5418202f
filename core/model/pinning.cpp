// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pinning.h"

#include <algorithm>

namespace gatescope {

namespace {

Pin atSteps(Pin pin, int first, int last)
{
    pin.firstStep = first;
    pin.lastStep = last;
    return pin;
}

/// What is left of a pin where `taken` meets it: the steps before, the other sequences between, the steps after.
void addRest(std::vector<Pin> &rest, const Pin &pin, const Pin &taken, const std::vector<int> &lengths)
{
    const int first = std::max(pin.firstStep, taken.firstStep), last = std::min(pin.lastStep, taken.lastStep);
    if (pin.firstStep < first)
        rest.push_back(atSteps(pin, pin.firstStep, first - 1));
    for (int n = 0; n < static_cast<int>(lengths.size()) && !pin.sequence && taken.sequence; ++n) {
        if (n == *taken.sequence || lengths[n] <= first)
            continue;
        rest.push_back(atSteps(pin, first, std::min(last, lengths[n] - 1)));
        rest.back().sequence = n;
    }
    if (pin.lastStep > last)
        rest.push_back(atSteps(pin, last + 1, pin.lastStep));
}

} // namespace

std::vector<Pin> withPin(const std::vector<Pin> &pins, const Pin &pin, const std::vector<int> &lengths)
{
    // A value that is dragged keeps its place in the list.
    const auto sameExtent = [&](Pin one) {
        one.value = pin.value;
        return one == pin;
    };
    if (const auto same = std::ranges::find_if(pins, sameExtent); same != pins.end()) {
        std::vector<Pin> next = pins;
        next[same - pins.begin()].value = pin.value;
        return next;
    }
    std::vector<Pin> next = withoutPin(pins, pin, lengths);
    next.push_back(pin);
    return next;
}

std::vector<Pin> withoutPin(const std::vector<Pin> &pins, const Pin &place, const std::vector<int> &lengths)
{
    std::vector<Pin> left;
    for (const Pin &pin : pins) {
        if (meet(pin, place))
            addRest(left, pin, place, lengths);
        else
            left.push_back(pin);
    }
    return left;
}

std::vector<Pin> fittingPins(const std::vector<Pin> &pins, const NetworkSpec &spec, const std::vector<int> &lengths)
{
    const int longest = lengths.empty() ? 0 : *std::ranges::max_element(lengths);
    std::vector<Pin> fitting;
    for (Pin pin : pins) {
        const int sequence = pin.sequence.value_or(0);
        if (sequence < 0 || sequence >= static_cast<int>(lengths.size()))
            continue;
        pin.lastStep = std::min(pin.lastStep, (pin.sequence ? lengths[sequence] : longest) - 1);
        if (check(spec, lengths, pin))
            fitting.push_back(pin);
    }
    return fitting;
}

} // namespace gatescope
