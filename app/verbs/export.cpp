// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/describe.h"
#include "app/model_options.h"
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/experiment/files/experiment_text.h"
#include "core/experiment/files/torch_project.h"
#include "core/io/model_file.h"
#include "ui/window/demos.h"

namespace gatescope {

namespace {

struct ExportCommand {
    std::string model;
    std::string format;
    std::string out;
    ModelOptions modelOptions;

    ExitCode run() const;
};

/// The names and the type of a model file, and what of it will not be in the exported one.
struct Source {
    ModelForm form;
    std::vector<std::string> changes; ///< a sentence each
};

Result<Source> sourceOf(const std::filesystem::path &file, const ImportOptions &options)
{
    if (recogniseFile(file) != FileKind::model)
        return Source();
    const Result<ModelInventory> inventory = readModelFile(file);
    if (!inventory)
        return inventory.error();
    const Result<ImportedModel> model = importModel(*inventory, options);
    if (!model)
        return model.error();
    Source source{ModelForm(*model), {}};
    if (!model->sameType)
        source.changes.push_back("The tensors were stored in several types; all are written as "
                                 + std::string(dtypeName(model->type)) + ", which holds them exactly.");
    if (!model->unused.empty())
        source.changes.push_back(counted(std::int64_t(model->unused.size()), "tensor that is", "tensors that are")
                                 + " no part of the network left out, such as " + model->unused.front() + ".");
    return source;
}

/// Empty where PyTorch's convention is the network's own.
std::string conversionSentence(const NetworkSpec &spec)
{
    if (spec.cell != CellKind::gru)
        return {};
    const bool turned = spec.update == UpdateMeaning::overwrites;
    const bool moved = spec.reset == ResetPlacement::before;
    return turned && moved
        ? "Converted to PyTorch's convention: the update gate was turned round, the reset moved behind U."
        : turned ? "Converted to PyTorch's convention: the update gate was turned round, so that z near 1 keeps."
        : moved  ? "Converted to PyTorch's convention: the reset was moved behind U."
                 : "";
}

ExitCode toSafetensors(const ExportCommand &command, const Experiment &network)
{
    const Result<Converted> converted = inPyTorchConvention(network.spec, network.parameters);
    if (!converted)
        return fail(ExitCode::answerIsNo, command.model, converted.error());
    const Result<Source> source = sourceOf(command.model, command.modelOptions.importOptions());
    if (!source)
        return fail(ExitCode::wrongInput, command.model, source.error());
    const Result<void> written = writeModelFile(command.out, converted->spec, converted->parameters, source->form);
    if (!written)
        return fail(ExitCode::cannotWrite, command.out, written.error());
    if (const std::string conversion = conversionSentence(network.spec); !conversion.empty())
        note(conversion);
    if (converted->spec.stateActivation == StateActivation::relu)
        note("In PyTorch these weights belong to " + pytorchConstructor(converted->spec)
             + ": its relu does not stand in the tensors.");
    for (const std::string &change : source->changes)
        note(change);
    return ExitCode::done;
}

ExitCode toText(const ExportCommand &command, const Experiment &network)
{
    const Result<std::string> text = writeExperimentText(network, demoNetworks());
    return text ? writeOutput(command.out, *text + "\n") : fail(ExitCode::answerIsNo, command.model, text.error());
}

ExitCode toTorchProject(const ExportCommand &command, const Experiment &network)
{
    const Result<std::vector<FileToWrite>> project = torchProject(network);
    if (!project)
        return fail(ExitCode::answerIsNo, command.model, project.error());
    const Result<void> written = writeIntoNewFolder(command.out, *project);
    if (!written)
        return fail(ExitCode::cannotWrite, command.out, written.error());
    if (const std::string conversion = conversionSentence(network.spec); !conversion.empty())
        note(conversion);
    if (!network.pins.empty())
        note("What the experiment holds is not held in PyTorch.");
    return ExitCode::done;
}

/// A format that a network can be written in.
struct ExportFormat {
    const char *name;
    bool needsFile; ///< otherwise standard output will do
    ExitCode (*write)(const ExportCommand &command, const Experiment &network);
};

const std::vector<ExportFormat> &formats()
{
    static const std::vector<ExportFormat> table{
        {"safetensors", true, toSafetensors},
        {"pytorch", true, toTorchProject},
        {"text", false, toText},
    };
    return table;
}

ExitCode ExportCommand::run() const
{
    const auto found = std::ranges::find(formats(), format, &ExportFormat::name);
    if (found->needsFile && out.empty())
        return fail(ExitCode::wrongUsage, "--to " + format + " writes a file or a folder: name it with --out.");
    const Result<Experiment> network = modelOptions.open(model);
    if (!network)
        return fail(ExitCode::wrongInput, model, network.error());
    return found->write(*this, *network);
}

} // namespace

std::function<ExitCode()> declareExport(CLI::App &command)
{
    std::vector<std::string> names;
    for (const ExportFormat &format : formats())
        names.push_back(format.name);

    auto exported = std::make_shared<ExportCommand>();
    command.add_option("--model", exported->model, "An experiment or a model file")->required();
    command
        .add_option("--to", exported->format,
                    "The format: safetensors; pytorch, a folder with the network as a module, its data, a check and a "
                    "training; "
                    "or text, one line that can be pasted into the window")
        ->required()
        ->check(CLI::IsMember(names));
    command.add_option("--out", exported->out,
                       "The file, or the folder of pytorch, to write; text goes to standard output without it");
    exported->modelOptions.addTo(command);
    return [exported] { return exported->run(); };
}

} // namespace gatescope
