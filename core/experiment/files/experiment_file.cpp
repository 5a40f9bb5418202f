// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/experiment_file.h"

#include "core/base/file.h"
#include "core/experiment/files/experiment_json.h"
#include "core/experiment/files/experiment_text.h"
#include "core/io/pins_json.h"
#include "core/io/trace_json.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <limits>

namespace gatescope {

namespace {

constexpr const char *formatName = "gatescope-experiment";

/// As many as a file of the longest length can hold: writing puts each value on a line of its own, which
/// takes four bytes or more, so whatever was written is read again.
constexpr std::size_t mostValues = experimentSizeLimit / 4;

constexpr int mostCards = 1'000; ///< of a lesson: a card beyond is a damaged file's

constexpr std::array<std::string_view, 13> knownFields{"format",      "version", "title",     "description", "spec",
                                                       "parameters",  "input",   "objective", "pins",        "view",
                                                       "breakpoints", "units",   "lesson"};

/// Whether this is an experiment that this program can read.
Result<void> checkFormat(const Json &json)
{
    if (!json.is_object() || !json.contains("format") || json["format"] != formatName)
        return error("This is not a Gatescope experiment: it should be a JSON object with \"format\": \"%1\".",
                     {formatName});
    std::optional<Error> refusal;
    const int version = JsonReader(json, "", refusal)["version"].whole(1, std::numeric_limits<int>::max());
    if (refusal)
        return *refusal;
    if (version > experimentVersion)
        return error(
            "This experiment was written by a newer Gatescope (format %1; this program reads up to %2): update "
            "Gatescope to open it.",
            {std::to_string(version), std::to_string(experimentVersion)});
    return {};
}

std::vector<UnknownField> unknownFieldsOf(const Json &json)
{
    std::vector<UnknownField> unknown;
    for (const auto &[name, value] : json.items())
        if (std::ranges::find(knownFields, name) == knownFields.end())
            unknown.push_back({name, writeJson(value)});
    return unknown;
}

Error tooLarge(std::size_t bytes)
{
    return error("The experiment would take %1 MB, and experiments of up to %2 MB can be opened: export the network as "
                 "safetensors instead.",
                 {std::to_string(bytes / 1'000'000), std::to_string(experimentSizeLimit / 1'000'000)});
}

} // namespace

Json experimentToJson(const Experiment &experiment)
{
    assert(check(experiment) && checkView(experiment));
    Json json;
    json["format"] = formatName;
    json["version"] = experimentVersion;
    json["title"] = experiment.title;
    json["description"] = experiment.description;
    json["spec"] = specToJson(experiment.spec);
    json["parameters"] = parametersToJson(experiment.spec, experiment.parameters);
    json["input"] = inputToJson(experiment.input);
    json["objective"] = objectiveToJson(experiment.objective);
    if (!experiment.pins.empty())
        json["pins"] = pinsToJson(experiment.pins);
    json["view"] = viewToJson(experiment.view, experiment.spec.cell);
    if (!experiment.breakpoints.empty())
        json["breakpoints"] = breakpointsToJson(experiment.breakpoints);
    if (!experiment.units.empty())
        json["units"] = unitNotesToJson(experiment.units);
    if (experiment.lesson)
        json["lesson"] = {{"name", experiment.lesson->lesson}, {"card", experiment.lesson->card}};
    for (const UnknownField &field : experiment.unknownFields) {
        assert(Json::accept(field.json));
        json[field.name] = Json::parse(field.json);
    }
    return json;
}

std::string writeExperiment(const Experiment &experiment)
{
    return writeJson(experimentToJson(experiment), 1) + "\n";
}

Result<Experiment> readExperiment(std::string_view text)
{
    const auto json = parseJson(text, {.bytes = experimentSizeLimit, .depth = 64, .values = mostValues});
    if (!json)
        return json.error();
    return experimentFromJson(*json);
}

Result<Experiment> experimentFromJson(const Json &json)
{
    if (const auto known = checkFormat(json); !known)
        return known.error();

    std::optional<Error> refusal;
    const JsonReader document(json, "", refusal);
    const JsonReader specReader = document["spec"];
    if (refusal)
        return *refusal;
    const auto spec = specFromJson(specReader.json());
    if (!spec)
        return spec.error();

    Experiment experiment;
    experiment.spec = *spec;
    if (document.has("title"))
        experiment.title = document["title"].text();
    if (document.has("description"))
        experiment.description = document["description"].text();
    experiment.parameters = readParameters(document["parameters"], *spec);
    experiment.input = readInput(document["input"]);
    if (document.has("objective"))
        experiment.objective = readObjective(document["objective"]);
    if (document.has("view"))
        experiment.view = readView(document["view"], spec->cell);
    if (document.has("breakpoints"))
        experiment.breakpoints = readBreakpoints(document["breakpoints"], spec->cell);
    if (document.has("units"))
        experiment.units = readUnitNotes(document["units"]);
    if (document.has("lesson"))
        experiment.lesson
            = LessonPlace{document["lesson"]["name"].text(), document["lesson"]["card"].whole(0, mostCards)};
    experiment.unknownFields = unknownFieldsOf(json);
    if (refusal)
        return *refusal;

    const auto batch = toBatch(experiment.input, experiment.spec, experiment.parameters);
    if (!batch)
        return inPlace("input", batch.error());
    if (document.has("pins")) {
        auto pins = pinsFromJson(document["pins"].json(), batch->lengths);
        if (!pins)
            return pins.error();
        experiment.pins = std::move(*pins);
    }
    if (!document.has("objective"))
        experiment.objective = naturalObjective(experiment.spec, experiment.input);
    if (const auto sound = check(experiment); !sound)
        return sound.error();
    if (const auto seen = checkView(experiment); !seen)
        return seen.error();
    return experiment;
}

Result<Experiment> readExperimentFile(const std::filesystem::path &path, const KnownNetworks &known)
{
    const auto text = readFile(path, experimentSizeLimit);
    if (!text)
        return text.error();
    auto experiment = isExperimentText(*text) ? readExperimentText(*text, known) : readExperiment(*text);
    if (!experiment)
        return inPlace(printable(path.string()), experiment.error());
    return experiment;
}

Result<void> writeExperimentFile(const std::filesystem::path &path, const Experiment &experiment)
{
    if (const auto sound = check(experiment); !sound)
        return sound;
    if (const auto seen = checkView(experiment); !seen)
        return seen;
    // asked first without writing the text, which would take several times its memory
    if (const std::size_t parameters = storedLetters(experiment.spec, experiment.parameters);
        parameters > experimentSizeLimit)
        return tooLarge(parameters);
    const std::string text = writeExperiment(experiment);
    if (text.size() > experimentSizeLimit)
        return tooLarge(text.size());
    return writeFileAtomically(path, text);
}

} // namespace gatescope
