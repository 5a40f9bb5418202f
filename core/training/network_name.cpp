// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/training/network_name.h"

#include "core/training/contestants.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace gatescope {

namespace {

constexpr const char *minus = "−";

bool take(std::string_view &rest, std::string_view words)
{
    const bool isThere = rest.starts_with(words);
    rest.remove_prefix(isThere ? words.size() : 0);
    return isThere;
}

/// "+2.5", "16"; empty where no number stands there.
std::string takeNumber(std::string_view &rest)
{
    std::string number;
    for (const std::string_view sign : {"+", minus})
        if (take(rest, sign))
            number = sign;
    const std::size_t end = std::min(rest.find_first_not_of("0123456789."), rest.size());
    number += rest.substr(0, end);
    rest.remove_prefix(end);
    return number;
}

/// A name as usualName() makes it; none where it is another.
std::optional<Sentence> usual(std::string_view name)
{
    const auto cell
        = std::ranges::find_if(cells(), [&](const CellDescription &each) { return take(name, each.pytorchName); });
    if (cell == cells().end())
        return std::nullopt;
    std::vector<Argument> parts{std::string(cell->pytorchName)};
    if (take(name, " of ")) {
        parts.push_back(sentence(" of %1 layers", {takeNumber(name)}));
        if (!take(name, " layers"))
            return std::nullopt;
    }
    if (take(name, " ⇄"))
        parts.push_back(" ⇄");
    if (take(name, " norm"))
        parts.push_back(sentence(" norm"));
    if (take(name, " bias "))
        parts.push_back(sentence(" bias %1", {takeNumber(name)}));
    if (take(name, " reset before"))
        parts.push_back(sentence(" reset before"));
    if (take(name, " z overwrites"))
        parts.push_back(sentence(" z overwrites"));
    return name.empty() ? std::optional(joined(parts, "")) : std::nullopt;
}

/// The size that a sweep puts behind a name, which is taken off it; an empty text where there is none.
Argument takeSize(std::string_view &name)
{
    for (const std::string_view lead : {" of ", ", layers: "}) {
        const std::size_t at = name.rfind(lead);
        if (at == std::string_view::npos)
            continue;
        const std::string size(name.substr(at + lead.size()));
        if (size.empty() || size.find_first_not_of("0123456789") != std::string::npos)
            continue;
        name = name.substr(0, at);
        return lead == " of " ? sentence(" of %1", {size}) : sentence(", layers: %1", {size});
    }
    return "";
}

} // namespace

std::string usualName(const RaceEntry &entry)
{
    const NetworkSpec &spec = entry.spec;
    std::string name(describe(spec.cell).pytorchName);
    if (spec.layers > 1)
        name += " of " + std::to_string(spec.layers) + " layers";
    if (spec.bidirectional)
        name += " ⇄";
    if (spec.layerNorm)
        name += " norm";
    if (entry.keepsAtFirst) {
        char size[32];
        std::snprintf(size, sizeof size, "%g", std::abs(*entry.keepsAtFirst));
        name += std::string(" bias ") + (*entry.keepsAtFirst < 0 ? minus : "+") + size;
    }
    if (spec.reset == ResetPlacement::before)
        name += " reset before";
    if (spec.update == UpdateMeaning::overwrites)
        name += " z overwrites";
    return name;
}

Sentence nameInWords(std::string_view name)
{
    std::vector<Argument> parts;
    for (const char *race : {"A: ", "B: "})
        if (parts.empty() && take(name, race))
            parts.push_back(race);
    const Argument size = takeSize(name);
    if (std::ranges::find(contestants(), name, &Contestant::name) != contestants().end())
        parts.push_back(worded(name));
    else if (const auto words = usual(name))
        parts.push_back(*words);
    else
        parts.push_back(std::string(name));
    parts.push_back(size);
    return joined(parts, "");
}

} // namespace gatescope
