// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input_file.h"
#include "app/model_options.h"
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/base/json.h"
#include "core/base/within_memory.h"
#include "core/engine/backends.h"
#include "core/experiment/files/open_file.h"
#include "core/io/trace_json.h"

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

ExitCode TraceCommand::run() const
{
    const Result<std::unique_ptr<Backend>> engine = backendFor(backend, precision);
    if (!engine)
        return fail(ExitCode::notAvailable, engine.error().english());

    Result<Experiment> network = modelOptions.open(model);
    if (!network)
        return fail(ExitCode::wrongInput, model, network.error());
    const std::optional<Matrix> embedding = network->parameters.embedding;
    dropEmbeddingAndHead(network->spec, network->parameters);

    Result<TraceInput> read = readInputFile(input, network->spec, embedding);
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
    command
        .add_option("--model", trace->model,
                    "A .safetensors or .pt file with PyTorch's names, a .keras or .h5 file of Keras, an .onnx file, or "
                    "any other file with a network")
        ->required();
    command
        .add_option("--input", trace->input,
                    "What it reads: CSV or .npy, rows of an embedding as one column, or JSON {\"x\": "
                    "[sequence][step][feature], \"lengths\", "
                    "\"h0\", \"c0\", \"grad_output\", \"grad_h_n\", \"grad_c_n\", \"pins\": "
                    "[{\"part\", \"unit\", \"value\", \"layer\", \"direction\", \"from\", "
                    "\"to\", \"sequence\"}]}")
        ->required();
    command.add_flag("--gradients", trace->gradients,
                     "Also the gradients of sum(output ∘ grad_output) + sum(h_n ∘ grad_h_n)");
    command.add_option("--precision", trace->precision, "f64 or f32; the backend's, otherwise f64")
        ->check(CLI::IsMember({"f64", "f32"}));
    command.add_option("--backend", trace->backend,
                       "As `gatescope list backends` names it; by default the first of the precision");
    trace->modelOptions.addTo(command);
    command.add_option("--out", trace->out, "Where to write; standard output if left out");
    return [trace] {
        const auto done = withinMemory([&]() -> Result<ExitCode> { return trace->run(); });
        return done ? *done : fail(ExitCode::wrongInput, trace->input, done.error());
    };
}

} // namespace gatescope
