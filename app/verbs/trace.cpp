// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/model_options.h"
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/base/file.h"
#include "core/base/within_memory.h"
#include "core/engine/backends.h"
#include "core/experiment/open_file.h"
#include "core/io/trace_json.h"

#include <fstream>

namespace gatescope {

namespace {

struct TraceCommand {
    std::string model;
    std::string input;
    bool gradients = false;
    std::string precision, backend;
    ModelOptions modelOptions;
    std::string out;

    ExitCode run() const;
};

/// A trace is of the recurrent layers: the input's x is what layer 0 reads, the output what the last
/// layer says.
void dropEmbeddingAndHead(NetworkSpec &spec, Parameters &parameters)
{
    spec.headOutputs = 0;
    spec.headReads = HeadReads::everyStep;
    spec.decoder = false;
    spec.embeddingRows = 0;
    spec.paddingRow = -1;
    parameters = {std::move(parameters.layers), {}, {}, {}, {}};
}

/// Whether the first letter that is no space opens an object.
bool isJsonObject(const std::filesystem::path &file)
{
    std::ifstream stream(file, std::ios::binary);
    std::string head(64, '\0');
    stream.read(head.data(), std::streamsize(head.size()));
    head.resize(std::size_t(stream.gcount()));
    const std::size_t first = head.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    return first != std::string::npos && head[first] == '{';
}

Result<TraceInput> readJsonInput(const std::filesystem::path &file, const NetworkSpec &spec)
{
    constexpr JsonLimits limits{.bytes = std::size_t(1) << 30, .depth = 16};
    const Result<std::string> text = readFile(file, limits.bytes);
    if (!text)
        return text.error();
    const Result<Json> json = parseJson(*text, limits);
    if (!json)
        return json.error();
    return readTraceInput(*json, spec);
}

Result<TraceInput> readTables(const std::filesystem::path &file, const NetworkSpec &spec)
{
    const Result<std::vector<NumberTable>> tables = readNumberFile(file);
    if (!tables)
        return tables.error();
    return traceInputOf(*tables, spec);
}

Error notAnInput(const char *what, const NetworkSpec &spec)
{
    return error("The file holds %1, but --input wants the numbers that the network reads: JSON {\"x\": [N][T][%2]}, CSV with "
                 "%2 columns, or .npy.",
                 {what, std::to_string(spec.inputSize)});
}

Result<TraceInput> readInput(const std::filesystem::path &file, const NetworkSpec &spec)
{
    switch (recogniseFile(file)) {
    case FileKind::experiment:
        return notAnInput("an experiment", spec);
    case FileKind::model:
        return notAnInput("a network or another program's archive", spec);
    case FileKind::text:
        return isJsonObject(file) ? readJsonInput(file, spec) : notAnInput("a text", spec);
    case FileKind::numbers:
        return isJsonObject(file) ? readJsonInput(file, spec) : readTables(file, spec);
    case FileKind::unknown: // a pipe, or nothing at all
        break;
    }
    return readJsonInput(file, spec);
}

ExitCode TraceCommand::run() const
{
    const Result<std::unique_ptr<Backend>> engine = backendFor(backend, precision);
    if (!engine)
        return fail(ExitCode::notAvailable, engine.error().english());

    Result<Experiment> network = modelOptions.open(model);
    if (!network)
        return fail(ExitCode::wrongInput, model, network.error());
    dropEmbeddingAndHead(network->spec, network->parameters);

    Result<TraceInput> read = readInput(input, network->spec);
    if (!read)
        return fail(ExitCode::wrongInput, input, read.error());
    const auto batch = std::make_shared<const Batch>(std::move(read->batch));
    const auto trace = (*engine)->run(network->spec, network->parameters, batch);
    if (!trace)
        return fail(ExitCode::wrongInput, input, trace.error());

    std::shared_ptr<const GradientTrace> gradientTrace;
    if (gradients) {
        const auto propagated = (*engine)->backpropagate(network->parameters, **trace, read->upstream);
        if (!propagated)
            return fail(ExitCode::wrongInput, input, propagated.error());
        gradientTrace = *propagated;
    }
    return writeOutput(out, writeJson(traceToJson(**trace, gradientTrace.get())) + "\n");
}

} // namespace

std::function<ExitCode()> declareTrace(CLI::App &command)
{
    auto trace = std::make_shared<TraceCommand>();
    command.add_option("--model", trace->model, "A .safetensors file with PyTorch's names, or any file with a network")->required();
    command.add_option("--input", trace->input, "What it reads: CSV, .npy, or JSON {\"x\": [sequence][step][feature], \"lengths\", "
                                                "\"h0\", \"c0\", \"grad_output\", \"grad_h_n\", \"grad_c_n\"}")->required();
    command.add_flag("--gradients", trace->gradients, "Also the gradients of sum(output ∘ grad_output) + sum(h_n ∘ grad_h_n)");
    command.add_option("--precision", trace->precision, "f64 or f32; the backend's, otherwise f64")->check(CLI::IsMember({"f64", "f32"}));
    command.add_option("--backend", trace->backend, "As `gatescope list backends` names it; by default the first of the precision");
    trace->modelOptions.addTo(command);
    command.add_option("--out", trace->out, "Where to write; standard output if left out");
    return [trace] {
        const auto done = withinMemory([&]() -> Result<ExitCode> { return trace->run(); });
        return done ? *done : fail(ExitCode::wrongInput, trace->input, done.error());
    };
}

} // namespace gatescope
