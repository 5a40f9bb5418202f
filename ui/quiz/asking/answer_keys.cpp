// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/answer_keys.h"

#include <algorithm>

namespace gatescope {

namespace {

/// The digit of "step 3"; none: it is something else, or has two digits.
std::optional<int> ownDigit(const Sentence &answer)
{
    if ((answer.text != "step %1" && answer.text != "unit %1") || answer.arguments.size() != 1)
        return std::nullopt;
    const std::string &number = answer.arguments.front().written();
    if (number.size() == 1 && number[0] >= '0' && number[0] <= '9')
        return number[0] - '0';
    return std::nullopt;
}

} // namespace

std::vector<int> keysOf(const std::vector<Sentence> &answers)
{
    std::vector<int> own, counted;
    for (const Sentence &answer : answers) {
        counted.push_back(static_cast<int>(counted.size()) + 1);
        if (const auto digit = ownDigit(answer); digit && std::ranges::find(own, *digit) == own.end())
            own.push_back(*digit);
    }
    return own.size() == answers.size() ? own : counted;
}

std::optional<int> answerOfKey(const std::vector<int> &keys, int digit)
{
    const auto found = std::ranges::find(keys, digit);
    return found == keys.end() ? std::nullopt : std::optional(static_cast<int>(found - keys.begin()));
}

} // namespace gatescope
