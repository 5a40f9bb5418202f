// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/torch_project.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/program_files.h"
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "core/io/model_file.h"
#include "core/io/safetensors.h"

namespace gatescope {

namespace {

constexpr std::size_t largestScript = 1u << 20;

const char *lossName(LossKind kind)
{
    switch (kind) {
    case LossKind::outputSum:
        break;
    case LossKind::crossEntropy:
        return "cross entropy";
    case LossKind::squaredError:
        return "squared error";
    case LossKind::binaryCrossEntropy:
        return "binary cross entropy";
    }
    return "output sum";
}

Tensor tensorOf(std::string name, std::vector<std::int64_t> shape, std::vector<double> values)
{
    return {std::move(name), std::string(dtypeName(StoredType::f64)), StoredType::f64, std::move(shape),
            std::move(values)};
}

/// [time, batch, units] as [N, T, units].
Tensor tensorOf(std::string name, const TimeArray &array)
{
    std::vector<double> values;
    values.reserve(array.size());
    for (int n = 0; n < array.batch(); ++n) {
        for (int t = 0; t < array.steps(); ++t) {
            for (int j = 0; j < array.units(); ++j)
                values.push_back(array(t, n, j));
        }
    }
    return tensorOf(std::move(name), {array.batch(), array.steps(), array.units()}, std::move(values));
}

/// A matrix [batch, H] for each layer and direction as [L·D, N, H].
Tensor tensorOf(std::string name, const std::vector<Matrix> &states)
{
    std::vector<double> values;
    for (const Matrix &state : states)
        values.insert(values.end(), state.data(), state.data() + state.size());
    return tensorOf(std::move(name), {std::int64_t(states.size()), states.front().rows(), states.front().cols()},
                    std::move(values));
}

/// valueAt(sequence, step) as [N, T].
template<typename ValueAt>
Tensor tensorOfSteps(std::string name, const Batch &batch, const ValueAt &valueAt)
{
    std::vector<double> values;
    for (int n = 0; n < batch.sequences(); ++n) {
        for (int t = 0; t < batch.steps(); ++t)
            values.push_back(valueAt(n, t));
    }
    return tensorOf(std::move(name), {batch.sequences(), batch.steps()}, std::move(values));
}

/// What is said of a step, and 0 where nothing is.
double atStep(const std::vector<std::vector<int>> &numbers, int sequence, int step)
{
    const std::vector<int> &own = numbers[std::size_t(sequence)];
    return std::size_t(step) < own.size() ? own[std::size_t(step)] : 0;
}

/// `said` is the batch whose steps the loss is of: in a network with a decoder the one that the decoder reads.
std::string dataFile(const Batch &batch, const Batch &said, const Objective &objective)
{
    SafetensorsFile file;
    if (batch.embeddingRows.empty())
        file.tensors.push_back(tensorOf("x", batch.x));
    else
        file.tensors.push_back(
            tensorOfSteps("rows", batch, [&](int n, int t) { return atStep(batch.embeddingRows, n, t); }));
    file.tensors.push_back(tensorOf("lengths", {batch.sequences()}, {batch.lengths.begin(), batch.lengths.end()}));
    if (!batch.h0.empty())
        file.tensors.push_back(tensorOf("h0", batch.h0));
    if (!batch.c0.empty())
        file.tensors.push_back(tensorOf("c0", batch.c0));
    file.tensors.push_back(
        tensorOfSteps("watched", said, [&](int n, int t) { return isWatched(objective, said, n, t) ? 1.0 : 0.0; }));
    if (&said != &batch)
        file.tensors.push_back(tensorOf("written", {said.sequences()}, {said.lengths.begin(), said.lengths.end()}));
    if (objective.kind == LossKind::crossEntropy)
        file.tensors.push_back(
            tensorOfSteps("classes", said, [&](int n, int t) { return atStep(objective.classes, n, t); }));
    else if (objective.kind != LossKind::outputSum)
        file.tensors.push_back(tensorOf("values", objective.values));
    return writeSafetensors(file);
}

std::string expectedFile(const NetworkSpec &spec, const Evaluation &evaluation, const ModelForm &form)
{
    const Trace &trace = *evaluation.trace;
    SafetensorsFile file;
    file.tensors
        = {tensorOf("output", trace.output), tensorOf("h_n", trace.hN), tensorOf("loss", {}, {evaluation.loss})};
    if (!trace.cN.empty())
        file.tensors.push_back(tensorOf("c_n", trace.cN));
    if (evaluation.decoder)
        file.tensors.push_back(tensorOf("scores", evaluation.decoder->headOutput));
    else if (!trace.headOutput.empty())
        file.tensors.push_back(tensorOf("scores", trace.headOutput));
    for (const ConstParameterView &view : views(spec, evaluation.gradients->parameters))
        file.tensors.push_back(toTensor("gradient of " + storedName(form, view.name), view.values, view.isVector));
    return writeSafetensors(file);
}

std::string networkFile(const NetworkSpec &spec, const Experiment &experiment)
{
    Json json;
    json["title"] = experiment.title;
    json["cell"] = describe(spec.cell).key;
    json["input_size"] = spec.inputSize;
    json["hidden_size"] = spec.hiddenSize;
    json["layers"] = spec.layers;
    json["bidirectional"] = spec.bidirectional;
    json["bias"] = spec.bias;
    json["nonlinearity"] = spec.stateActivation == StateActivation::relu ? "relu" : "tanh";
    json["head_outputs"] = spec.headOutputs;
    json["head_bias"] = spec.headBias;
    json["embedding_rows"] = spec.embeddingRows;
    json["padding_row"] = spec.paddingRow;
    json["attention"] = spec.headReads == HeadReads::attention;
    json["decoder"] = spec.decoder;
    json["loss"] = lossName(experiment.objective.kind);
    if (const auto *letters = std::get_if<CharacterInput>(&experiment.input.source)) {
        json["alphabet"] = letters->alphabet;
        json["texts"] = letters->texts;
    }
    return writeJson(json, 2) + "\n";
}

} // namespace

Result<std::vector<FileToWrite>> torchProject(const Experiment &experiment)
{
    ModelForm form;
    form.prefix = "recurrent.";
    form.isOwnModule = true;
    const Result<Converted> network = inPyTorchConvention(experiment.spec, experiment.parameters, form.isOwnModule);
    if (!network)
        return network.error();
    Experiment written = experiment;
    written.spec = network->spec;
    written.parameters = network->parameters;
    written.pins.clear();
    const Result<Batch> batch = batchOf(written);
    if (!batch)
        return batch.error();
    const auto evaluation = evaluate(ReferenceBackend(), written.spec, written.parameters,
                                     std::make_shared<const Batch>(*batch), written.objective);
    if (!evaluation)
        return evaluation.error();
    const Result<std::string> weights = modelFile(written.spec, written.parameters, form);
    if (!weights)
        return weights.error();

    const Batch &saidBatch = evaluation->decoder ? *evaluation->decoder->batch : *batch;
    std::vector<FileToWrite> files{{"network.json", networkFile(written.spec, written)},
                                   {"weights.safetensors", *weights},
                                   {"data.safetensors", dataFile(*batch, saidBatch, written.objective)},
                                   {"expected.safetensors", expectedFile(written.spec, *evaluation, form)}};
    for (const char *name : {"network.py", "data.py", "check.py", "train.py", "README.md"}) {
        auto script = readFile(resourceFolder() / "pytorch" / name, largestScript);
        if (!script)
            return script.error();
        files.push_back({name, std::move(*script)});
    }
    return files;
}

} // namespace gatescope
