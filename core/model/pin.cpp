// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/pin.h"

#include "core/model/squash.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <tuple>

namespace gatescope {

namespace {

std::string numberOf(int number)
{
    return std::to_string(number);
}

/// As short as a person would write it: "1.5".
std::string numberOf(double number)
{
    std::array<char, 32> letters;
    const auto [end, failed] = std::to_chars(letters.data(), letters.data() + letters.size(), number);
    return std::string(letters.data(), end);
}

Sentence name(Part part)
{
    return worded(describe(part).label);
}

/// "r, z, n, h"
std::string pinnable(CellKind cell)
{
    std::string symbols;
    for (const Part part : describe(cell).recorded)
        if (canBePinned(cell, part))
            symbols += (symbols.empty() ? "" : ", ") + std::string(describe(part).symbol);
    return symbols;
}

Result<void> checkPlace(const NetworkSpec &spec, const Pin &pin)
{
    if (!canBePinned(spec.cell, pin.part))
        return error("Nothing called %1 (%2) can be held in this %3, only %4.",
                     {name(pin.part), std::string(describe(pin.part).symbol),
                      std::string(describe(spec.cell).pytorchName), pinnable(spec.cell)});
    if (pin.layer < 0 || pin.layer >= spec.layers)
        return error("There is no layer %1; there are %2, counted from 0.",
                     {numberOf(pin.layer), numberOf(spec.layers)});
    if (pin.direction == Direction::backward && !spec.bidirectional)
        return error("The network reads only forwards: nothing of a backward direction can be held.");
    if (pin.unit < 0 || pin.unit >= spec.hiddenSize)
        return error("There is no unit %1; there are %2, counted from 0.",
                     {numberOf(pin.unit), numberOf(spec.hiddenSize)});
    return {};
}

Result<void> checkTime(const std::vector<int> &lengths, const Pin &pin)
{
    const int sequences = static_cast<int>(lengths.size());
    if (pin.sequence && (*pin.sequence < 0 || *pin.sequence >= sequences))
        return error("There is no sequence %1; there are %2, counted from 0.",
                     {numberOf(*pin.sequence), numberOf(sequences)});
    if (sequences == 0)
        return error("There is no sequence in which something could be held.");
    const int steps = pin.sequence ? lengths[*pin.sequence] : *std::ranges::max_element(lengths);
    if (pin.firstStep < 0 || pin.lastStep >= steps)
        return error("Steps %1 to %2 cannot be held, there are only 0 to %3.",
                     {numberOf(pin.firstStep), numberOf(pin.lastStep), numberOf(steps - 1)});
    if (pin.firstStep > pin.lastStep)
        return error("Steps %1 to %2 are none: the last one must not be before the first.",
                     {numberOf(pin.firstStep), numberOf(pin.lastStep)});
    return {};
}

Result<void> checkValue(const NetworkSpec &spec, const Pin &pin)
{
    if (!std::isfinite(pin.value))
        return error("The %1 cannot be held at what is not a finite number.", {name(pin.part)});
    const Range range = rangeOf(spec, pin.part);
    const double smallest = range == Range::gate ? 0 : -1;
    if (range != Range::unbounded && (pin.value < smallest || pin.value > 1))
        return error("The %1 cannot be held at %2: it lies between %3 and 1.",
                     {name(pin.part), numberOf(pin.value), range == Range::gate ? "0" : "−1"});
    return {};
}

/// The value's place without its time; pins of different places never meet.
auto placeOf(const Pin &pin)
{
    return std::tuple(pin.layer, pin.direction, pin.part, pin.unit);
}

/// One place after the other and each in the order of time, so that only neighbours are compared.
Result<void> checkContradictions(const std::vector<Pin> &pins)
{
    std::vector<std::size_t> order(pins.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return std::tuple(placeOf(pins[i]), pins[i].firstStep); });
    for (auto one = order.begin(); one != order.end(); ++one) {
        const Pin &earlier = pins[*one];
        for (auto other = std::next(one); other != order.end(); ++other) {
            const Pin &later = pins[*other];
            if (placeOf(later) != placeOf(earlier) || later.firstStep > earlier.lastStep)
                break;
            if (later.value != earlier.value && meet(earlier, later)) {
                const auto [i, j] = std::minmax(*one, *other);
                return error("pins[%1] holds the %3 of unit %4 at step %5 at %6 and pins[%2] at %7: keep one of them.",
                             {std::to_string(i), std::to_string(j), name(later.part), numberOf(later.unit),
                              numberOf(later.firstStep), numberOf(pins[i].value), numberOf(pins[j].value)});
            }
        }
    }
    return {};
}

} // namespace

bool canBePinned(CellKind cell, Part part)
{
    const std::vector<Part> &recorded = describe(cell).recorded;
    return part != Part::recurrentCandidate && std::ranges::find(recorded, part) != recorded.end();
}

bool holdsAt(const Pin &pin, int layer, Direction direction, int step, int sequence)
{
    return pin.layer == layer && pin.direction == direction && step >= pin.firstStep && step <= pin.lastStep
        && (!pin.sequence || *pin.sequence == sequence);
}

bool meet(const Pin &one, const Pin &other)
{
    return placeOf(one) == placeOf(other) && one.firstStep <= other.lastStep && other.firstStep <= one.lastStep
        && (!one.sequence || !other.sequence || one.sequence == other.sequence);
}

Result<void> check(const NetworkSpec &spec, const std::vector<int> &lengths, const Pin &pin)
{
    if (spec.decoder)
        return error("Nothing can be held in a network with a decoder: remove the pins, or the decoder.");
    if (const auto fits = checkPlace(spec, pin); !fits)
        return fits;
    if (const auto fits = checkTime(lengths, pin); !fits)
        return fits;
    return checkValue(spec, pin);
}

Result<void> check(const NetworkSpec &spec, const std::vector<int> &lengths, const std::vector<Pin> &pins)
{
    for (std::size_t i = 0; i < pins.size(); ++i)
        if (const auto fits = check(spec, lengths, pins[i]); !fits)
            return inPlace("pins[" + std::to_string(i) + "]", fits.error());
    return checkContradictions(pins);
}

} // namespace gatescope
