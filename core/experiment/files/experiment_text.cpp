// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/experiment_text.h"

#include "core/base/base64.h"
#include "core/base/deflate.h"
#include "core/experiment/files/experiment_file.h"
#include "core/experiment/files/experiment_json.h"
#include "core/experiment/files/packed_numbers.h"
#include "core/io/trace_json.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::string_view beginning = "gatescope:";
constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view alphabet64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Before it is made short. What would be longer is not tried, and no text makes more of itself.
constexpr std::size_t longestContents = 1u << 20;
constexpr std::size_t checksumSize = 4;

/// What the JSON of nearly every experiment says, so that it costs nothing. A part of version 1: never changed.
constexpr std::string_view dictionary
    = R"(,"demo":"hello-world"},"sum":"seed":"pins":[{"part":"lstm","layers":2,"rnn","embedding_rows":)"
      R"("tokens","sequences":[[)"
      R"("characters","alphabet":["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t",)"
      R"("u","v",)"
      R"("w","x","y","z"," "],"texts":["objective":{"loss":"squared_error","watched":"last"},"values":{"dtype":"F64",)"
      R"("shape":["data":"AAAAAAAAAAAAAAAAAAAA"h0":"c0":"lengths":["features":["breakpoints":[)"
      R"("lesson":{"name":"","card":)"
      R"({"format":"gatescope-experiment","version":1,"title":"","description":"","spec":{"cell":"gru","input_size":)"
      R"(,"hidden_size":,"layers":1,"bidirectional":true,"bias":true,"reset":"before","update":"overwrites")"
      R"(,"bidirectional":false,"bias":true,"reset":"after","update":"keeps","head_outputs":)"
      R"(},"input":{"kind":"numbers","x":{"dtype":"F64","shape":[1,)"
      R"(},"objective":{"loss":"output_sum","watched":"every","classes":[["view":{"sequence":0,"step":0,)"
      R"("part":"inputs")"
      R"(,"layer":0,"direction":"forward","unit":0,"backward_pass":false,"level":1},)"
      R"("parameters":{"types":"ffffff","like":{)";

std::string asBytes(std::uint32_t number)
{
    std::string bytes;
    for (std::size_t i = 0; i < checksumSize; ++i)
        bytes += static_cast<char>(number >> (8 * i));
    return bytes;
}

Error tooLong(std::size_t size)
{
    return error(
        "The experiment would be a text of %1 characters, and such texts end at %2: save it as a file and send "
        "that.",
        {std::to_string(size), std::to_string(experimentTextLimit)});
}

Error damaged()
{
    return error(
        "This text is not whole: something of it is missing or changed; copy it again, from “gatescope:” to its "
        "end.");
}

/// The JSON of an experiment that says how its parameters are written, and they as bytes behind a zero.
std::string contentsOf(const Experiment &experiment, const KnownNetworks &known)
{
    Json json = experimentToJson(experiment);
    const PackedNumbers packed = packNumbers(experiment.spec, experiment.parameters, known);
    json["parameters"] = packed.how;
    return writeJson(json) + '\0' + packed.bytes;
}

Result<Experiment> experimentIn(std::string_view contents, const KnownNetworks &known)
{
    const std::size_t end = contents.find('\0');
    if (end == std::string_view::npos)
        return damaged();
    auto json = parseJson(contents.substr(0, end));
    if (!json || !json->is_object() || !json->contains("spec") || !json->contains("parameters"))
        return damaged();
    const auto spec = specFromJson((*json)["spec"]);
    if (!spec)
        return spec.error();
    const auto parameters = unpackNumbers(*spec, {(*json)["parameters"], std::string(contents.substr(end + 1))}, known);
    if (!parameters)
        return parameters.error();
    (*json)["parameters"] = parametersToJson(*spec, *parameters);
    return experimentFromJson(*json);
}

/// What was made short, if it is whole.
std::optional<std::string> wholeBody(std::string_view body)
{
    if (body.size() > experimentTextLimit)
        return std::nullopt;
    const auto bytes = fromBase64Url(body);
    if (!bytes || bytes->size() < checksumSize)
        return std::nullopt;
    std::string shortened = bytes->substr(checksumSize);
    return bytes->starts_with(asBytes(checksum(shortened))) ? std::optional(std::move(shortened)) : std::nullopt;
}

/// As it was written; if that is not whole, a mail may have broken it into lines.
std::optional<std::string> bodyOf(std::string_view text)
{
    if (auto body = wholeBody(text.substr(0, text.find_first_not_of(alphabet64))))
        return body;
    std::string joined;
    std::ranges::copy_if(text.substr(0, 2 * experimentTextLimit), std::back_inserter(joined),
                         [](char c) { return blanks.find(c) == blanks.npos; });
    return wholeBody(joined);
}

/// Where an experiment begins, with its version; the word alone may stand anywhere before.
std::size_t placeOfText(std::string_view text)
{
    std::size_t at = text.find(beginning);
    while (at != std::string_view::npos && text.find_first_of("0123456789", at) != at + beginning.size())
        at = text.find(beginning, at + 1);
    return at;
}

} // namespace

Result<std::string> writeExperimentText(const Experiment &experiment, const KnownNetworks &known)
{
    if (const auto sound = check(experiment); !sound)
        return sound.error();
    if (const auto seen = checkView(experiment); !seen)
        return seen.error();
    if (const std::size_t numbers = storedLetters(experiment.spec, experiment.parameters); numbers > longestContents)
        return tooLong(numbers);
    const std::string contents = contentsOf(experiment, known);
    const auto shortened = deflated(contents, dictionary);
    if (!shortened)
        return shortened.error();
    std::string text = std::string(beginning) + std::to_string(experimentTextVersion) + ':'
        + toBase64Url(asBytes(checksum(*shortened)) + *shortened);
    if (contents.size() > longestContents)
        return tooLong(contents.size());
    if (text.size() > experimentTextLimit)
        return tooLong(text.size());
    return text;
}

bool holdsExperimentText(std::string_view text)
{
    return placeOfText(text) != std::string_view::npos;
}

bool isExperimentText(std::string_view text)
{
    text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
    return text.starts_with(beginning) && holdsExperimentText(text.substr(0, beginning.size() + 1));
}

Result<Experiment> readExperimentText(std::string_view text, const KnownNetworks &known)
{
    if (!holdsExperimentText(text))
        return error("There is no experiment in this text; one would begin with “gatescope:1:”.");
    text.remove_prefix(placeOfText(text) + beginning.size());
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    const std::string version(text.substr(0, digits));
    text.remove_prefix(digits);
    if (!text.starts_with(':') || version.starts_with('0'))
        return damaged();
    if (version != std::to_string(experimentTextVersion))
        return error("This text was written by a newer Gatescope (version %1; this program reads up to %2): update "
                     "Gatescope to open it.",
                     {printable(version), std::to_string(experimentTextVersion)});
    const auto body = bodyOf(text.substr(1));
    const auto contents = body ? inflated(*body, longestContents, dictionary) : Result<std::string>(damaged());
    return contents ? experimentIn(*contents, known) : damaged();
}

} // namespace gatescope
