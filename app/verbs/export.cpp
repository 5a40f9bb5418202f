// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model_options.h"
#include "app/verbs/verb.h"

#include "core/io/model_file.h"

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
    const Result<Converted> converted = inPyTorchConvention(network->spec, network->parameters);
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
