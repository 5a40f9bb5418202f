// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/classroom/phone_message.h"

#include "core/base/json.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t tokenLetters = 32;
constexpr std::size_t mostRows = 64;
constexpr int mostAskings = 1'000'000;

Error refusal()
{
    return error("A phone said something that is no message.");
}

const std::string *textOf(const Json &json, const char *key)
{
    const auto found = json.find(key);
    return found == json.end() ? nullptr : found->get_ptr<const std::string *>();
}

std::optional<int> wholeNumber(const Json &json, int most)
{
    if (!json.is_number_unsigned() || json.get<std::uint64_t>() > std::uint64_t(most))
        return std::nullopt;
    return json.get<int>();
}

bool isToken(const std::string &text)
{
    return text.size() == tokenLetters
        && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

Result<PhoneMessage> readHello(const Json &json)
{
    PhoneMessage message{PhoneMessage::Kind::hello, {}, {}, 0, {}};
    const std::string *token = textOf(json, "token");
    if (!token || !isToken(*token))
        return refusal();
    message.token = *token;
    if (const std::string *name = textOf(json, "name"))
        message.name = *name;
    return message;
}

Result<PhoneMessage> readAnswer(const Json &json)
{
    PhoneMessage message{PhoneMessage::Kind::answer, {}, {}, 0, {}};
    const auto ask = json.find("ask");
    const auto number = ask == json.end() ? std::nullopt : wholeNumber(*ask, mostAskings);
    if (!number)
        return refusal();
    message.ask = *number;
    if (const std::string *typed = textOf(json, "typed")) {
        message.answer.typed = *typed;
        return typed->empty() ? Result<PhoneMessage>(refusal()) : message;
    }
    const auto rows = json.find("rows");
    if (rows == json.end() || !rows->is_array() || rows->size() > mostRows)
        return refusal();
    for (const Json &row : *rows) {
        const auto index = wholeNumber(row, int(mostRows));
        if (!index)
            return refusal();
        message.answer.rows.push_back(*index);
    }
    return message;
}

} // namespace

Result<PhoneMessage> readPhoneMessage(std::string_view text)
{
    const auto json = parseJson(text, {longestPhoneMessage, 3, 2 * mostRows});
    if (!json || !json->is_object())
        return refusal();
    const std::string *kind = textOf(*json, "t");
    if (kind && *kind == "hello")
        return readHello(*json);
    if (kind && *kind == "answer")
        return readAnswer(*json);
    if (kind && *kind == "here")
        return PhoneMessage();
    return refusal();
}

} // namespace gatescope
