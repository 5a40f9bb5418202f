// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/error_reader.h"

#include "core/learning/labs/known_errors.h"

#include <algorithm>
#include <charconv>
#include <regex>

namespace gatescope {

namespace {

/// A message stands at the end of a traceback. More is not searched: std::regex takes memory for every letter.
constexpr std::size_t mostSearched = 6000;

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

ErrorReading reading(const KnownError &known, const std::smatch &found, const LayerArguments &present)
{
    ErrorReading result{known.name, known.says, present, {}};
    for (std::size_t group = 1; group < found.size(); ++group)
        result.says.arguments.push_back(printable(found[group].str()));
    result.shown.framework = known.framework;
    for (const ErrorSetting &setting : known.settings)
        setting.put(result.shown, setting.group ? numberIn(found[std::size_t(setting.group)].str()) : setting.value);
    if (known.tensor.empty())
        return result;
    result.mark = MarkedAxis{known.tensor == "%1" ? found[1].str() : known.tensor, known.axis,
                             known.givenGroup ? found[std::size_t(known.givenGroup)].str() : std::string()};
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
    static const std::vector<std::regex> patterns = [] {
        std::vector<std::regex> made;
        for (const KnownError &known : knownErrors())
            made.emplace_back(known.pattern);
        return made;
    }();
    const std::string text = withSingleSpaces(pasted);
    for (std::size_t i = 0; i < patterns.size(); ++i)
        if (std::smatch found; std::regex_search(text, found, patterns[i]))
            return reading(knownErrors()[i], found, present);
    return {};
}

Sentence unknownMessage()
{
    return sentence("This message is not among those that the lab knows: look in its last line for two sizes that "
                    "differ, and for the tensor that has them.");
}

} // namespace gatescope
