// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/lesson_network.h"

#include "core/experiment/example_input.h"
#include "core/experiment/files/experiment_file.h"
#include "core/experiment/task_experiment.h"
#include "core/io/trace_json.h"
#include "core/learning/lessons/network_changes.h"
#include "core/learning/study/schooling.h"
#include "core/model/initialisation.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int longestExample = 200;

/// The part of a path that is a file's name, and nothing else: no other folder is looked into.
bool isNameOfFile(const std::string &name)
{
    return !name.empty() && name.front() != '.' && name.find_first_of("/\\") == std::string::npos;
}

/// [step][feature], or [step] for rows of the embedding
Result<Input> readInput(const JsonReader &json, const Experiment &experiment)
{
    Input input;
    if (experiment.spec.embeddingRows > 0) {
        input.source = TokenInput{{json.wholes(0, experiment.spec.embeddingRows - 1)}};
        return input;
    }
    const int features = experiment.spec.inputSize;
    const auto rows = json.elements();
    NumberInput numbers{{}, {Matrix::Zero(std::ssize(rows), features)}};
    for (std::size_t t = 0; t < rows.size(); ++t) {
        const auto values = rows[t].elements();
        if (std::ssize(values) != features)
            return error("input[%1] has %2 numbers, expected %3.",
                         {std::to_string(t), std::to_string(values.size()), std::to_string(features)});
        for (int i = 0; i < features; ++i)
            numbers.sequences[0](Eigen::Index(t), i) = values[std::size_t(i)].number();
    }
    if (const auto *own = std::get_if<NumberInput>(&experiment.input.source))
        numbers.features = own->features;
    input.source = std::move(numbers);
    return input;
}

Result<void> setFirstStates(const JsonReader &json, Experiment &experiment)
{
    const auto values = json.elements();
    if (std::ssize(values) != experiment.spec.hiddenSize || experiment.spec.layers > 1)
        return error("h0 has %1 numbers, expected one for each unit of a single layer.",
                     {std::to_string(values.size())});
    Matrix h0(1, experiment.spec.hiddenSize);
    for (std::size_t j = 0; j < values.size(); ++j)
        h0(0, Eigen::Index(j)) = values[j].number();
    experiment.input.h0 = {h0};
    return {};
}

/// The fresh numbers that a seed gives.
Result<void> begin(Experiment &experiment, const JsonReader &json)
{
    const NetworkSpec &spec = experiment.spec;
    if (const auto fine = check(spec); !fine)
        return fine;
    experiment.parameters = initialParameters(spec, std::uint64_t(json["seed"].whole(0, largestLessonSeed)));
    return json.has("update_bias") ? setUpdateBias(spec, experiment.parameters, json["update_bias"].number())
                                   : Result<void>();
}

/// Sequence 0 alone, as a stage shows it.
void keepFirst(Experiment &experiment)
{
    std::visit(
        [](auto &source) {
            if constexpr (requires { source.texts; })
                source.texts.resize(1);
            else
                source.sequences.resize(1);
        },
        experiment.input.source);
    experiment.objective = firstSequences(experiment.objective, 1);
}

Result<Experiment> networkForTask(const JsonReader &json, const NetworkSpec &spec,
                                  const std::filesystem::path &resources)
{
    TaskOptions options;
    options.resources = resources.string();
    const std::string name = json["task"].text();
    const auto row = std::ranges::find(tasks(), name, &TaskDescription::name);
    if (json.has("length"))
        options.length = json["length"].whole(1, longestExample);
    if (json.has("text")) {
        const std::string file = json["text"].text();
        if (!isNameOfFile(file))
            return error("text: \"%1\" is not the name of a file.", {printable(file)});
        options.file = (resources / "texts" / file).string();
    }
    const auto task = makeTask(name, options);
    if (!task)
        return task.error();
    Experiment fresh;
    fresh.spec = fitted((*task)->shape(), spec);
    if (const auto begun = begin(fresh, json); !begun)
        return begun.error();
    auto shown = experimentOf(*row, **task, fresh.spec, fresh.parameters);
    if (shown)
        keepFirst(*shown);
    return shown;
}

Result<Experiment> freshNetwork(const JsonReader &json, const std::filesystem::path &resources)
{
    const auto spec = specFromJson(json["spec"].json());
    if (!spec)
        return spec.error();
    if (json.has("task"))
        return networkForTask(json, *spec, resources);
    Experiment experiment;
    experiment.spec = *spec;
    if (const auto begun = begin(experiment, json); !begun)
        return begun.error();
    const std::vector<int> lengths = json["lengths"].wholes(1, longestExample);
    if (lengths.empty())
        return error("lengths is empty.");
    experiment.input = exampleInput(*spec, lengths);
    return experiment;
}

/// What "demo" or "file" names; null where the network is a fresh one.
Result<std::filesystem::path> fileOfExperiment(const JsonReader &json, const std::filesystem::path &resources,
                                               const std::filesystem::path *folder)
{
    if (folder && json.has("file")) {
        const std::string name = json["file"].text();
        if (!isNameOfFile(name))
            return error("file: \"%1\" is not the name of a file beside the lesson's.", {printable(name)});
        return *folder / name;
    }
    if (!json.has("demo"))
        return std::filesystem::path();
    const std::string name = json["demo"].text();
    if (!isNameOfFile(name))
        return error("demo: there is no demo \"%1\".", {printable(name)});
    return resources / "experiments" / (name + ".gatescope");
}

} // namespace

Result<Experiment> networkFromJson(const JsonReader &json, const std::filesystem::path &resources,
                                   const std::filesystem::path *folder)
{
    const auto file = fileOfExperiment(json, resources, folder);
    if (!file)
        return file.error();
    auto experiment = file->empty() ? freshNetwork(json, resources) : readExperimentFile(*file);
    if (!experiment)
        return experiment;
    if (json.has("input")) {
        auto input = readInput(json["input"], *experiment);
        if (!input)
            return input.error();
        experiment->input = std::move(*input);
        experiment->objective = adaptedObjective(experiment->objective, experiment->spec, experiment->input);
    }
    if (json.has("h0"))
        if (const auto set = setFirstStates(json["h0"], *experiment); !set)
            return set.error();
    if (const auto changed = changeNetwork(json, *experiment); !changed)
        return changed.error();
    if (file->empty() && !json.has("task"))
        experiment->objective = naturalObjective(experiment->spec, experiment->input);
    if (const auto fine = check(*experiment); !fine)
        return fine.error();
    return experiment;
}

} // namespace gatescope
