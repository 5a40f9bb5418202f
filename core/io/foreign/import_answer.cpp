// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/foreign/import_answer.h"

#include "core/io/safetensors.h"

#include <algorithm>

namespace gatescope {

namespace {

/// A sentence of ours is one line, and not long.
bool canBeSentence(const std::string &text)
{
    constexpr std::size_t longestSentence = 600;
    return !text.empty() && text.size() <= longestSentence
        && std::ranges::none_of(text, [](unsigned char c) { return c < ' ' || c == 0x7F; });
}

/// ["text", argument, …] with arguments that are texts or such lists themselves; none where it is anything else.
std::optional<Sentence> sentenceOf(const Json &json)
{
    if (!json.is_array() || json.empty() || !json.front().is_string()
        || !canBeSentence(json.front().get_ref<const std::string &>()))
        return std::nullopt;
    Sentence read{json.front().get<std::string>(), {}};
    for (std::size_t i = 1; i < json.size(); ++i) {
        if (json[i].is_string()) {
            read.arguments.push_back(printable(json[i].get_ref<const std::string &>()));
            continue;
        }
        const std::optional<Sentence> inner = sentenceOf(json[i]);
        if (!inner)
            return std::nullopt;
        read.arguments.push_back(*inner);
    }
    return read;
}

Json jsonOf(const Sentence &sentence)
{
    Json json = Json::array({sentence.text});
    for (const Argument &argument : sentence.arguments)
        json.push_back(argument.sentence() ? jsonOf(*argument.sentence()) : Json(printable(argument.written())));
    return json;
}

Error refusalIn(const std::string &text)
{
    const Result<Json> json = parseJson(text, {.bytes = 1u << 16, .depth = 6, .values = 40});
    const std::optional<Sentence> read = json ? sentenceOf(*json) : std::nullopt;
    return read ? Error{*read} : answerNotUnderstood();
}

} // namespace

Error answerNotUnderstood()
{
    return error("The program that reads this kind of file gave an answer that cannot be understood.");
}

std::string textAt(const Json &json, const char *key)
{
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
}

Result<ImportAnswer> readImportAnswer(std::string_view bytes)
{
    Result<SafetensorsFile> file = readSafetensors(bytes);
    if (!file)
        return answerNotUnderstood();
    ImportAnswer answer;
    for (auto &[key, value] : file->metadata) {
        if (key == answerRefusal)
            return refusalIn(value);
        if (key == answerConfig)
            answer.config = std::move(value);
        if (key == answerGraph)
            answer.graph = std::move(value);
        if (key == answerVersion)
            answer.version = std::move(value);
    }
    answer.tensors = std::move(file->tensors);
    return answer;
}

std::string writeRefusal(const Error &why)
{
    SafetensorsFile file;
    file.metadata = {{answerRefusal, writeJson(jsonOf(why.sentence))}};
    return writeSafetensors(file);
}

} // namespace gatescope
