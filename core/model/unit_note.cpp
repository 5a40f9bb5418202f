// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/unit_note.h"

#include "core/base/unicode.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <tuple>

namespace gatescope {

namespace {

/// The character that the text begins with, which is whole.
char32_t codePointOf(std::string_view character)
{
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(character[i])); };
    if (character.size() == 1)
        return byte(0);
    char32_t point = byte(0) & (0x7Fu >> character.size());
    for (std::size_t i = 1; i < character.size(); ++i)
        point = point << 6 | (byte(i) & 0x3F);
    return point;
}

bool isControl(char32_t point)
{
    const auto lies = [point](char32_t first, char32_t last) { return point >= first && point <= last; };
    return lies(0x00, 0x1F) || lies(0x7F, 0x9F) || lies(0x2028, 0x202E) || lies(0x2066, 0x2069) || lies(0x200E, 0x200F)
        || point == 0xFEFF;
}

std::string hexOf(char32_t point)
{
    std::array<char, 16> letters{};
    const int length = std::snprintf(letters.data(), letters.size(), "%04X", static_cast<unsigned>(point));
    return std::string(letters.data(), static_cast<std::size_t>(length));
}

auto notedPlace(const UnitNote &note)
{
    return std::tuple(note.layer, note.direction, note.unit);
}

Result<void> checkNote(const NetworkSpec &spec, const UnitNote &note)
{
    if (note.layer < 0 || note.layer >= spec.layers)
        return error("There is no layer %1; there are %2, counted from 0.",
                     {std::to_string(note.layer), std::to_string(spec.layers)});
    if (note.direction == Direction::backward && !spec.bidirectional)
        return error("The network reads only forwards: there is no unit of a backward direction.");
    if (note.unit < 0 || note.unit >= spec.hiddenSize)
        return error("There is no unit %1; there are %2, counted from 0.",
                     {std::to_string(note.unit), std::to_string(spec.hiddenSize)});
    return checkUnitName(note.name);
}

Result<void> checkTogether(const std::vector<UnitNote> &notes)
{
    std::vector<const UnitNote *> sorted;
    for (const UnitNote &note : notes)
        sorted.push_back(&note);
    std::ranges::stable_sort(sorted, {}, [](const UnitNote *note) { return notedPlace(*note); });
    int kept = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const UnitNote &note = *sorted[i], *before = i > 0 ? sorted[i - 1] : nullptr;
        if (before && notedPlace(*before) == notedPlace(note))
            return error("units[%1] and units[%2] are both about unit %3: keep one of them.",
                         {std::to_string(before - notes.data()), std::to_string(&note - notes.data()),
                          std::to_string(note.unit)});
        const bool isSameLayer = before && before->layer == note.layer && before->direction == note.direction;
        kept = (isSameLayer ? kept : 0) + (note.isKept ? 1 : 0);
        if (kept > mostKeptUnits)
            return error("At most %1 units of a layer can be kept at the top: let one of them go first.",
                         {std::to_string(mostKeptUnits)});
    }
    return {};
}

} // namespace

Result<void> checkUnitName(std::string_view name)
{
    int characters = 0;
    while (!name.empty()) {
        const std::size_t length = utf8CharacterLength(name);
        if (length == 0)
            return error("A unit's name must be text in UTF-8.");
        if (const char32_t point = codePointOf(name.substr(0, length)); isControl(point))
            return error("A unit's name is one line of plain text: it cannot hold the control character U+%1.",
                         {hexOf(point)});
        name.remove_prefix(length);
        ++characters;
    }
    if (characters > longestUnitName)
        return error("A unit's name has at most %1 characters; this one has %2.",
                     {std::to_string(longestUnitName), std::to_string(characters)});
    return {};
}

Result<void> check(const NetworkSpec &spec, const std::vector<UnitNote> &notes)
{
    for (std::size_t i = 0; i < notes.size(); ++i)
        if (const auto fine = checkNote(spec, notes[i]); !fine)
            return inPlace("units[" + std::to_string(i) + "]", fine.error());
    return checkTogether(notes);
}

const UnitNote *noteOn(const std::vector<UnitNote> &notes, int layer, Direction direction, int unit)
{
    const auto found = std::ranges::find(notes, std::tuple(layer, direction, unit), notedPlace);
    return found == notes.end() ? nullptr : &*found;
}

std::vector<int> keptUnits(const std::vector<UnitNote> &notes, int layer, Direction direction)
{
    std::vector<int> units;
    for (const UnitNote &note : notes)
        if (note.isKept && note.layer == layer && note.direction == direction)
            units.push_back(note.unit);
    std::ranges::sort(units);
    return units;
}

std::vector<UnitNote> withNote(std::vector<UnitNote> notes, UnitNote note)
{
    std::erase_if(notes, [&](const UnitNote &other) { return notedPlace(other) == notedPlace(note); });
    if (note.name.empty() && !note.isKept)
        return notes;
    const auto behind
        = std::ranges::find_if(notes, [&](const UnitNote &other) { return notedPlace(other) > notedPlace(note); });
    notes.insert(behind, std::move(note));
    return notes;
}

} // namespace gatescope
