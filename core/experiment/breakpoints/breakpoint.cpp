// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/breakpoints/breakpoint.h"

#include "core/base/marked.h"
#include "core/experiment/breakpoints/breakpoint_phrases.h"

#include <algorithm>
#include <charconv>

namespace gatescope {

namespace {

using Looks = Breakpoint::Looks;
using Reduction = Breakpoint::Reduction;

/// As short as it reads back, without the zeros that C++ writes into an exponent: 1e-4.
std::string shortest(double number)
{
    std::array<char, 32> digits;
    const auto [end, problem] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    std::string text(digits.data(), end);
    const std::size_t exponent = text.find('e');
    if (exponent == text.npos)
        return text;
    std::size_t from = exponent + 1;
    if (text[from] == '+')
        text.erase(from, 1);
    else
        ++from;
    while (from + 1 < text.size() && text[from] == '0')
        text.erase(from, 1);
    return text;
}

template<typename Phrases, typename Meaning>
std::string written(const Phrases &table, const Meaning &meaning)
{
    const auto found = std::ranges::find_if(table, [&](const auto &phrase) { return phrase.meaning == meaning; });
    return std::string(found->first) + (found->second.empty() ? "" : " " + std::string(found->second));
}

std::string letterText(const Breakpoint &breakpoint)
{
    const std::string is = breakpoint.isNot ? "letter is not " : "letter is ";
    const std::string &letter = breakpoint.letter;
    if (letter == " " || letter == "\n" || letter == "\t")
        return is + written(phrases::letters, std::string_view(letter));
    if (letter.find('"') == letter.npos)
        return is + "\"" + letter + "\"";
    return letter.find('\'') == letter.npos ? is + "'" + letter + "'" : is + "“" + letter + "”";
}

} // namespace

std::string breakpointText(const Breakpoint &breakpoint)
{
    if (breakpoint.looks == Looks::letter)
        return letterText(breakpoint);
    std::string vector = breakpoint.looks == Looks::input ? "x" : std::string(describe(breakpoint.part).symbol);
    if (breakpoint.looks == Looks::gradients)
        vector.insert(0, "d");
    std::string quantity;
    if (breakpoint.reduction == Reduction::unit)
        quantity = vector + "[" + std::to_string(breakpoint.unit) + "]";
    else if (breakpoint.reduction == Reduction::length)
        quantity = "|" + vector + "|";
    else
        quantity = written(phrases::reductions, breakpoint.reduction) + " " + vector;
    return quantity + " " + written(phrases::comparisons, breakpoint.comparison) + " " + shortest(breakpoint.bound);
}

Result<void> check(const NetworkSpec &spec, const Breakpoint &breakpoint)
{
    if (breakpoint.looks == Looks::letter)
        return {};
    const CellDescription &cell = describe(spec.cell);
    if (breakpoint.looks != Looks::input && std::ranges::find(cell.recorded, breakpoint.part) == cell.recorded.end()) {
        std::string list;
        for (const Part part : cell.recorded)
            list += (list.empty() ? "" : ", ") + std::string(describe(part).symbol);
        const PartDescription &part = describe(breakpoint.part);
        return error("The cell %1 has no %2 (%3); it has %4.",
                     {std::string(cell.pytorchName), worded(part.label), std::string(part.symbol), list});
    }
    const int units = breakpoint.looks == Looks::input ? spec.inputSize : spec.hiddenSize;
    if (breakpoint.reduction == Reduction::unit && breakpoint.unit >= units)
        return breakpoint.looks == Looks::input ? error("There is no feature %1; there are %2, counted from 0.",
                                                        {std::to_string(breakpoint.unit), std::to_string(units)})
                                                : error("There is no unit %1; there are %2, counted from 0.",
                                                        {std::to_string(breakpoint.unit), std::to_string(units)});
    return {};
}

} // namespace gatescope
