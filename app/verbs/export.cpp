// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model_options.h"
#include "app/verbs/verb.h"

#include "core/io/model_file.h"
#include "core/model/conversion.h"

namespace gatescope {

namespace {

/// A format that a network can be written in.
struct ExportFormat {
    const char *name;
    Result<void> (*write)(const std::filesystem::path &path, const NetworkSpec &spec, const Parameters &parameters);
};

const std::vector<ExportFormat> &formats()
{
    static const std::vector<ExportFormat> table{
        {"safetensors",
         [](const std::filesystem::path &path, const NetworkSpec &spec, const Parameters &parameters) {
             return writeModelFile(path, spec, parameters);
         }},
    };
    return table;
}

/// The same network as PyTorch's nn.GRU computes it, when there is one: PyTorch's names promise
/// PyTorch's convention, and a file of tensors cannot say that it means another.
Result<Converted> asPyTorchReadsIt(const Experiment &network)
{
    if (network.spec.cell != CellKind::gru)
        return Converted{network.spec, network.parameters};
    Converted keeps = withUpdateMeaning(network.spec, network.parameters, UpdateMeaning::keeps);
    return withResetPlacement(keeps.spec, keeps.parameters, ResetPlacement::after);
}

struct ExportCommand {
    std::string model;
    std::string format;
    std::string out;
    ModelOptions modelOptions;

    ExitCode run() const;
};

ExitCode ExportCommand::run() const
{
    const Result<Experiment> network = modelOptions.open(model);
    if (!network)
        return fail(ExitCode::wrongInput, model, network.error());
    const Result<Converted> converted = asPyTorchReadsIt(*network);
    if (!converted)
        return fail(ExitCode::answerIsNo, model, converted.error());

    const auto found = std::ranges::find(formats(), format, &ExportFormat::name);
    const Result<void> written = found->write(out, converted->spec, converted->parameters);
    return written ? ExitCode::done : fail(ExitCode::cannotWrite, out, written.error());
}

} // namespace

std::function<ExitCode()> declareExport(CLI::App &command)
{
    std::vector<std::string> names;
    for (const ExportFormat &format : formats())
        names.push_back(format.name);

    auto exported = std::make_shared<ExportCommand>();
    command.add_option("--model", exported->model, "An experiment or a model file")->required();
    command.add_option("--to", exported->format, "The format")->required()->check(CLI::IsMember(names));
    command.add_option("--out", exported->out, "The file to write")->required();
    exported->modelOptions.addTo(command);
    return [exported] { return exported->run(); };
}

} // namespace gatescope
