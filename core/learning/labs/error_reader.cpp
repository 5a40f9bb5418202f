// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/error_reader.h"

#include "core/learning/labs/known_errors.h"
#include "core/learning/labs/message_pattern.h"

#include <algorithm>
#include <charconv>

namespace gatescope {

namespace {

/// A message stands at the end of a traceback. More is not searched.
constexpr std::size_t mostSearched = 100'000;

std::string withSingleSpaces(std::string_view pasted)
{
    std::string text;
    for (const char c : pasted.substr(pasted.size() - std::min(pasted.size(), mostSearched))) {
        const bool isSpace = c == ' ' || c == '\n' || c == '\t' || c == '\r';
        if (!isSpace)
            text += c;
        else if (!text.empty() && text.back() != ' ')
            text += ' ';
    }
    return text;
}

double numberIn(const std::string &text)
{
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

ErrorReading reading(const KnownError &known, const std::vector<std::string> &places, const LayerArguments &present)
{
    const auto at = [&](int place) { return places[std::size_t(place - 1)]; };
    ErrorReading result{known.name, known.says, present, {}};
    for (const std::string &place : places)
        result.says.arguments.push_back(printable(place));
    result.shown.framework = known.framework;
    for (const ErrorSetting &setting : known.settings)
        setting.put(result.shown, setting.place ? numberIn(at(setting.place)) : setting.value);
    if (!known.tensor.empty())
        result.mark = MarkedAxis{known.tensor, known.axis, known.givenPlace ? at(known.givenPlace) : std::string()};
    return result;
}

} // namespace

const std::vector<KnownError> &knownErrors()
{
    static const std::vector<KnownError> all = [] {
        std::vector<KnownError> rows = knownKerasErrors();
        for (const auto &part : {knownPackingErrors(), knownLoadingErrors(), knownPytorchErrors()})
            rows.insert(rows.end(), part.begin(), part.end());
        return rows;
    }();
    return all;
}

std::optional<ErrorReading> readErrorMessage(std::string_view pasted, const LayerArguments &present)
{
    const std::string text = withSingleSpaces(pasted);
    for (const KnownError &known : knownErrors())
        if (const auto places = placesIn(text, known.pattern))
            return reading(known, *places, present);
    return {};
}

Sentence unknownMessage()
{
    return sentence("This message is not among those that the lab knows: look in its last line for two sizes that "
                    "differ, and for the tensor that has them.");
}

} // namespace gatescope
