// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/foreign/import_answer.h"

#include "core/base/json.h"
#include "core/io/safetensors.h"

#include <algorithm>

namespace gatescope {

namespace {

Error notUnderstood()
{
    return error("The program that reads this kind of file gave an answer that cannot be understood.");
}

/// A sentence of ours is one line, and not long.
bool canBeSentence(const std::string &text)
{
    constexpr std::size_t longestSentence = 600;
    return !text.empty() && text.size() <= longestSentence
        && std::ranges::none_of(text, [](unsigned char c) { return c < ' ' || c == 0x7F; });
}

Error refusalIn(const std::string &text)
{
    const Result<Json> json = parseJson(text, {.bytes = 1u << 16, .depth = 2, .values = 20});
    if (!json || !json->is_array() || json->empty()
        || !std::ranges::all_of(*json, [](const Json &part) { return part.is_string(); }))
        return notUnderstood();
    Error refusal{{json->front().get<std::string>(), {}}};
    if (!canBeSentence(refusal.sentence.text))
        return notUnderstood();
    for (std::size_t i = 1; i < json->size(); ++i)
        refusal.sentence.arguments.push_back(printable((*json)[i].get_ref<const std::string &>()));
    return refusal;
}

} // namespace

Result<ImportAnswer> readImportAnswer(std::string_view bytes)
{
    Result<SafetensorsFile> file = readSafetensors(bytes);
    if (!file)
        return notUnderstood();
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
    Json json = Json::array({why.sentence.text});
    for (const std::string &argument : why.sentence.arguments)
        json.push_back(printable(argument));
    SafetensorsFile file;
    file.metadata = {{answerRefusal, writeJson(json)}};
    return writeSafetensors(file);
}

} // namespace gatescope
