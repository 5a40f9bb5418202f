// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/experiment/files/open_file.h"
#include "core/experiment/input/letters.h"
#include "core/training/generation.h"
#include "ui/window/demos.h"

namespace gatescope {

namespace {

struct GenerateCommand {
    std::string model, prompt, out;
    GenerationSettings settings;

    ExitCode run() const;
};

ExitCode GenerateCommand::run() const
{
    const auto experiment = openNetwork(model, {}, demoNetworks());
    if (!experiment)
        return fail(ExitCode::wrongInput, model, experiment.error());
    const auto *characters = std::get_if<CharacterInput>(&experiment->input.source);
    if (!characters)
        return fail(ExitCode::wrongInput,
                    model + " holds a network that does not read letters: train one with --task text.");
    const std::string begin = prompt.empty() ? characters->texts.front() : prompt;
    const auto letters = letterRows(characters->alphabet, {begin});
    if (!letters)
        return fail(ExitCode::wrongUsage, inPlace("--prompt", letters.error()).english());
    const auto text
        = generateText(experiment->spec, experiment->parameters, characters->alphabet, letters->front(), settings);
    if (!text)
        return fail(ExitCode::wrongInput, model, text.error());
    return writeOutput(out, begin + *text + "\n");
}

} // namespace

std::function<ExitCode()> declareGenerate(CLI::App &command)
{
    auto generate = std::make_shared<GenerateCommand>();
    command.add_option("--model", generate->model, "An experiment whose network was trained on a text")->required();
    command.add_option("--prompt", generate->prompt,
                       "What the text begins with; the experiment's own text if left out");
    command.add_option("--length", generate->settings.length, "Letters to write")
        ->check(CLI::Range(0, 10'000'000))
        ->capture_default_str();
    command
        .add_option("--temperature", generate->settings.temperature,
                    "Below 1 the likely letters come oftener, above 1 the unlikely; 0: always the likeliest")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command.add_option("--seed", generate->settings.seed, "Of the draws")->capture_default_str();
    command.add_option("--out", generate->out, "Where to write; standard output if left out");
    return [generate] { return generate->run(); };
}

} // namespace gatescope
