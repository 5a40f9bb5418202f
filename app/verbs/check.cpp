// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/describe.h"
#include "app/model_options.h"
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/base/controls.h"
#include "core/base/file.h"
#include "core/experiment/files/experiment_file.h"
#include "core/experiment/files/open_file.h"
#include "ui/window/demos.h"

#include <ranges>
#include <set>
#include <sstream>

namespace gatescope {

namespace {

/// What the file is, some lines long; or what is wrong with it.
using Report = Result<std::string>;

const char *lossName(LossKind kind)
{
    switch (kind) {
    case LossKind::crossEntropy:
        return "cross entropy";
    case LossKind::squaredError:
        return "squared error";
    case LossKind::binaryCrossEntropy:
        return "binary cross entropy";
    case LossKind::outputSum:
        break;
    }
    return "sum of the outputs";
}

std::string watchedText(const Objective &objective)
{
    switch (objective.watched) {
    case WatchedSteps::every:
        return "at every step";
    case WatchedSteps::last:
        return "at the last step";
    case WatchedSteps::one:
        break;
    }
    return "at step " + std::to_string(objective.step);
}

std::string inputText(const Input &input)
{
    int longest = 0;
    for (int sequence = 0; sequence < input.sequences(); ++sequence)
        longest = std::max(longest, input.length(sequence));
    std::string kind = "numbers";
    if (const auto *characters = std::get_if<CharacterInput>(&input.source))
        kind = "letters over an alphabet of " + std::to_string(characters->alphabet.size());
    else if (std::holds_alternative<TokenInput>(input.source))
        kind = "rows of the embedding";
    return counted(input.sequences(), "sequence", "sequences") + " of " + kind + ", up to "
        + counted(longest, "step", "steps");
}

Report reportOnExperiment(const std::filesystem::path &file)
{
    const Result<Experiment> experiment = readExperimentFile(file, demoNetworks());
    if (!experiment)
        return experiment.error();
    std::ostringstream report;
    report << "an experiment: " << withoutControls(experiment->title) << "\n"
           << "network: " << networkLine(experiment->spec) << "\n";
    if (const std::string convention = conventionLine(experiment->spec); !convention.empty())
        report << "convention: " << convention << "\n";
    report << "parameters: " << parameterLine(experiment->spec) << "\n";
    if (experiment->spec.embeddingRows > 0)
        report << "embedding: " << experiment->spec.embeddingRows << " rows of " << experiment->spec.inputSize << "\n";
    if (experiment->spec.headOutputs > 0)
        report << "head: " << experiment->spec.outputSize() << " → " << experiment->spec.headOutputs << "\n";
    report << "input: " << inputText(experiment->input) << "\n"
           << "loss: " << lossName(experiment->objective.kind) << " " << watchedText(experiment->objective) << "\n";
    if (experiment->lesson)
        report << "lesson: " << withoutControls(experiment->lesson->lesson) << ", card " << experiment->lesson->card + 1
               << "\n";
    if (!experiment->pins.empty())
        report << "held: " << counted(int(experiment->pins.size()), "pin", "pins") << "\n";
    for (const UnknownField &field : experiment->unknownFields)
        report << "kept, but unknown: " << printable(field.name) << "\n";
    return report.str();
}

/// One of a file's recurrent modules, with what goes with it.
Result<void> reportOnModule(const ModelInventory &inventory, const RecurrentModule &module, std::ostream &report)
{
    report << "recurrent module: " << (module.prefix.empty() ? "(no prefix)" : printable(module.prefix)) << "\n"
           << "  network: " << networkLine(module.spec) << ", stored as " << module.dtype << "\n";
    if (!module.complete) {
        report << "  incomplete: " << module.complete.error().english() << "\n";
        return {};
    }
    const Result<ImportedModel> model = importModel(inventory, {.layerPrefix = module.prefix});
    if (!model)
        return model.error();
    if (const std::string convention = conventionLine(model->spec); !convention.empty() && inventory.said)
        report << "  convention: " << convention << "\n";
    else if (!convention.empty())
        report << "  convention: assumed " << convention
               << " (a file of tensors does not say; see --reset, --update)\n";
    if (model->spec.cell == CellKind::rnn && model->spec.stateActivation == StateActivation::tanh && !inventory.said)
        report << "  nonlinearity: assumed tanh (a file of tensors does not say; see --nonlinearity)\n";
    report << "  parameters: " << parameterLine(model->spec) << "\n";
    if (model->spec.embeddingRows > 0)
        report << "  embedding: " << printable(model->embeddingName) << ", " << model->spec.embeddingRows << " rows of "
               << model->spec.inputSize << "\n";
    if (model->spec.headOutputs > 0)
        report << "  head: " << printable(model->headName) << ", " << model->spec.outputSize() << " → "
               << model->spec.headOutputs << "\n";
    // A checkpoint holds an optimizer's numbers too, many of each weight.
    constexpr std::size_t mostNamed = 12;
    for (const std::string &name : model->unused | std::views::take(mostNamed))
        report << "  not used: " << name << "\n";
    if (model->unused.size() > mostNamed)
        report << "  not used: " << model->unused.size() - mostNamed << " more tensors\n";
    return {};
}

Report reportOnModel(const std::filesystem::path &file)
{
    const Result<ModelInventory> inventory = readModelFile(file);
    if (!inventory)
        return inventory.error();
    const bool anyComplete
        = std::ranges::any_of(inventory->modules, [](const auto &module) { return module.complete.ok(); });
    if (!anyComplete) {
        // The import says best what is missing.
        const Result<ImportedModel> model = importModel(*inventory);
        if (!model)
            return model.error();
    }
    std::ostringstream report;
    report << "a model file with " << counted(std::int64_t(inventory->tensors.size()), "tensor", "tensors") << "\n";
    for (const RecurrentModule &module : inventory->modules) {
        if (const Result<void> reported = reportOnModule(*inventory, module, report); !reported)
            return reported.error();
    }
    if (inventory->said) {
        for (const Sentence &note : inventory->said->notes)
            report << "note: " << withOption(note) << "\n";
    }
    return report.str();
}

Report reportOnNumbers(const std::filesystem::path &file)
{
    const Result<std::vector<NumberTable>> tables = readNumberFile(file);
    if (!tables)
        return tables.error();
    std::ostringstream report;
    report << "numbers: " << counted(std::int64_t(tables->size()), "sequence", "sequences") << "\n";
    if (tables->empty())
        return report.str();
    Eigen::Index longest = 0;
    for (const NumberTable &table : *tables)
        longest = std::max(longest, table.values.rows());
    report << "steps: up to " << longest << "\n"
           << "features: " << tables->front().values.cols();
    for (std::size_t i = 0; i < tables->front().columns.size(); ++i)
        report << (i == 0 ? ": " : ", ") << printable(tables->front().columns[i]);
    report << "\n";
    return report.str();
}

Report reportOnText(const std::filesystem::path &file)
{
    const Result<std::string> text = readFile(file, 64u << 20);
    if (!text)
        return text.error();
    const auto characters = charactersOf(*text);
    if (!characters)
        return characters.error();
    const std::set<std::string> alphabet(characters->begin(), characters->end());
    return "text: " + counted(std::int64_t(characters->size()), "character", "characters") + ", "
        + std::to_string(alphabet.size()) + " different ones\n";
}

Report reportOn(const std::filesystem::path &file)
{
    switch (recogniseFile(file)) {
    case FileKind::experiment:
        return reportOnExperiment(file);
    case FileKind::model:
        return reportOnModel(file);
    case FileKind::numbers:
        return reportOnNumbers(file);
    case FileKind::text:
        return reportOnText(file);
    case FileKind::unknown:
        break;
    }
    if (const auto bytes = readFile(file, experimentSizeLimit); !bytes)
        return bytes.error();
    return error("The file is none that Gatescope knows; expected an experiment (.gatescope), a model "
                 "(.safetensors, .pt, .keras, .h5, .onnx), numbers (CSV, JSON, .npy) or a text in UTF-8.");
}

ExitCode check(const std::filesystem::path &file)
{
    const Report report = reportOn(file);
    if (!report)
        return fail(ExitCode::wrongInput, file, report.error());
    return writeOutput({}, withoutControls(file.string()) + ": " + *report);
}

} // namespace

std::function<ExitCode()> declareCheck(CLI::App &command)
{
    auto file = std::make_shared<std::string>();
    command
        .add_option(
            "FILE", *file,
            "An experiment (.gatescope), a model (.safetensors, .pt, .keras, .h5, .onnx), numbers (CSV, JSON, .npy) "
            "or a text")
        ->required();
    return [file] { return check(*file); };
}

} // namespace gatescope
