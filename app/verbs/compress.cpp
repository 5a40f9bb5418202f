// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/describe.h"
#include "app/input_file.h"
#include "app/model_options.h"
#include "app/output.h"
#include "app/progress_line.h"
#include "app/verbs/compressed_network.h"
#include "app/verbs/verb.h"

#include "core/base/within_memory.h"
#include "core/engine/backends.h"
#include "core/engine/output_error.h"
#include "core/experiment/files/experiment_file.h"
#include "core/model/storage.h"
#include "core/ops/embedding.h"

#include <sstream>

namespace gatescope {

namespace {

/// What a compressed network is asked, to be compared with the whole one.
struct Cost {
    std::string over; ///< "16 random sequences of 50 steps"
    double outputError = 0;
    std::optional<LossPair> losses; ///< of an experiment, on its own input
};

/// Sequences from N(0, 1), or, for an embedding, of rows that are all as likely.
Batch randomBatch(const NetworkSpec &spec, const Parameters &parameters, int sequences, int steps, std::uint64_t seed)
{
    Random random(seed);
    Batch batch = fullLengthBatch(TimeArray(steps, sequences, spec.inputSize));
    if (spec.embeddingRows > 0) {
        batch.embeddingRows.assign(std::size_t(sequences), std::vector<int>(std::size_t(steps)));
        for (std::vector<int> &rows : batch.embeddingRows)
            for (int &row : rows)
                row = random.below(spec.embeddingRows);
        return lookedUp(batch, parameters);
    }
    for (int t = 0; t < steps; ++t)
        for (double &value : batch.x.step(t).reshaped<Eigen::RowMajor>())
            value = random.normal();
    return batch;
}

/// "3.88 times smaller"
std::string comparison(std::int64_t bytes, std::int64_t before)
{
    if (bytes == before)
        return "nothing saved";
    const double ratio = double(before) / double(bytes);
    return ratio > 1 ? shortNumber(ratio) + " times smaller" : shortNumber(1 / ratio) + " times larger";
}

class CompressCommand
{
public:
    void addTo(CLI::App &command);
    ExitCode run() const;
    const std::string &model() const { return m_model; }

private:
    Result<void> checkOptions() const;
    Result<std::pair<Batch, std::string>> whatIsRead(const Experiment &network) const;
    Result<Cost> measure(const Backend &engine, const Experiment &network, const Parameters &others) const;
    Result<void> save(const Experiment &network, const Parameters &parameters) const;
    std::string table(const Experiment &network, const Compressed &compressed, const Cost &measured) const;
    Json json(const Experiment &network, const Compressed &compressed, const Cost &measured) const;

    std::string m_model, m_quantise, m_per, m_input, m_backend, m_save;
    std::optional<double> m_share;
    std::uint64_t m_seed = 0;
    bool m_json = false;
    ModelOptions m_modelOptions;
};

void CompressCommand::addTo(CLI::App &command)
{
    command.add_option("--model", m_model, "An experiment or a model file")->required();
    CLI::Option_group *how = command.add_option_group("How", "One of these");
    how->add_option("--quantise", m_quantise,
                    "int8: weights in eight bits, symmetric, as PyTorch's quantize_dynamic keeps them")
        ->check(CLI::IsMember({"int8"}));
    how->add_option("--prune", m_share,
                    "Put this share of the weights to 0, those that are smallest in size: 0.5 is half")
        ->check(CLI::Range(0.0, 1.0));
    how->require_option(1);
    command
        .add_option("--per", m_per,
                    "Which weights share a scale: tensor (the default) or row. Which are compared when pruning: those "
                    "of the network (the default) or of each tensor")
        ->check(CLI::IsMember({"tensor", "row", "network"}));
    command.add_option("--input", m_input,
                       "What the output is compared on: JSON {\"x\": [sequence][step][feature]}, CSV or .npy; random "
                       "sequences if left out");
    command.add_option("--seed", m_seed, "Of the random sequences")->capture_default_str();
    command.add_option("--backend", m_backend, "As `gatescope list backends` names it; the reference if left out");
    command.add_option("--save", m_save,
                       "Where to write the network with the weights that are left (.gatescope or .safetensors)");
    command.add_flag("--json", m_json, "As JSON");
    m_modelOptions.addTo(command);
}

Result<void> CompressCommand::checkOptions() const
{
    if (m_share && m_per == "row")
        return error("--prune looks for the smallest weights of the network or of each tensor, not of a row.");
    if (!m_share && m_per == "network")
        return error("--quantise has a scale for each tensor or for each row, not for the network.");
    if (!m_save.empty() && !m_save.ends_with(".gatescope") && !m_save.ends_with(".safetensors"))
        return error("--save %1 has an ending that says nothing; expected .gatescope or .safetensors.", {m_save});
    return {};
}

/// What both networks read, and what to call it.
Result<std::pair<Batch, std::string>> CompressCommand::whatIsRead(const Experiment &network) const
{
    constexpr int sequences = 16, steps = 50;
    if (m_input.empty())
        return std::pair(randomBatch(network.spec, network.parameters, sequences, steps, m_seed),
                         std::to_string(sequences) + " random sequences of " + std::to_string(steps) + " steps");
    auto read = readInputFile(m_input, network.spec);
    if (!read)
        return inPlace(m_input, read.error());
    return std::pair(std::move(read->batch), m_input);
}

Result<Cost> CompressCommand::measure(const Backend &engine, const Experiment &network, const Parameters &others) const
{
    const auto read = whatIsRead(network);
    if (!read)
        return read.error();
    const auto outputError = gatescope::outputError(engine, network.spec, network.parameters, others, read->first);
    if (!outputError)
        return outputError.error();
    Cost measured{read->second, *outputError, {}};
    const bool isExperiment = recogniseFile(m_model) == FileKind::experiment;
    const bool hasTargets = network.objective.kind != LossKind::outputSum;
    if (!isExperiment || !hasTargets)
        return measured;
    const auto own = toBatch(network.input, network.spec, network.parameters);
    if (!own)
        return own.error();
    const auto pair = losses(engine, network.spec, network.parameters, others, *own, network.objective);
    if (!pair)
        return pair.error();
    measured.losses = *pair;
    return measured;
}

/// A model file keeps its names; its numbers are floats at least, for less would change the weights once more.
Result<void> CompressCommand::save(const Experiment &network, const Parameters &parameters) const
{
    if (m_save.ends_with(".gatescope")) {
        Experiment saved = network;
        saved.parameters = parameters;
        return writeExperimentFile(m_save, saved);
    }
    ModelForm form;
    if (recogniseFile(m_model) == FileKind::model) {
        const auto inventory = readModelFile(m_model);
        if (!inventory)
            return inventory.error();
        const auto model = importModel(*inventory, m_modelOptions.importOptions());
        if (!model)
            return model.error();
        form = ModelForm(*model);
        if (form.type == StoredType::f16 || form.type == StoredType::bf16)
            form.type = StoredType::f32;
    }
    return writeModelFile(m_save, network.spec, parameters, form);
}

std::string CompressCommand::table(const Experiment &network, const Compressed &compressed, const Cost &measured) const
{
    const std::int64_t before = denseBytes(network.spec);
    std::size_t width = std::string_view("output error").size();
    for (const StoredSize &size : compressed.sizes)
        width = std::max(width, size.label.size());
    std::ostringstream text;
    const auto row = [&](const std::string &label) -> std::ostream & {
        return text << "  " << label << std::string(width - label.size() + 2, ' ');
    };
    text << networkLine(network.spec) << "\n";
    row("float32") << before << " bytes\n";
    for (const StoredSize &size : compressed.sizes)
        row(size.label) << size.bytes << " bytes, " << comparison(size.bytes, before) << "\n";
    row("output error") << shortNumber(measured.outputError) << " of the output's size, over " << measured.over << "\n";
    if (measured.losses)
        row("loss") << shortNumber(measured.losses->own) << ", then " << shortNumber(measured.losses->others)
                    << ", over the experiment's own input\n";
    return text.str();
}

Json CompressCommand::json(const Experiment &network, const Compressed &compressed, const Cost &measured) const
{
    Json json = compressed.described;
    json["bytes"]["float32"] = denseBytes(network.spec);
    for (const StoredSize &size : compressed.sizes)
        json["bytes"][size.name] = size.bytes;
    json["output_error"] = measured.outputError;
    json["over"] = measured.over;
    if (measured.losses)
        json["loss"] = {{"before", measured.losses->own}, {"after", measured.losses->others}};
    return json;
}

ExitCode CompressCommand::run() const
{
    if (const auto possible = checkOptions(); !possible)
        return fail(ExitCode::wrongUsage, possible.error().english());
    const auto engine = backendFor(m_backend, "");
    if (!engine)
        return fail(ExitCode::notAvailable, engine.error().english());
    const auto network = m_modelOptions.open(m_model);
    if (!network)
        return fail(ExitCode::wrongInput, m_model, network.error());
    const auto compressed = m_share
        ? prunedNetwork(*network, *m_share, m_per == "tensor" ? PruningScope::tensor : PruningScope::network)
        : quantisedNetwork(*network, m_per == "row" ? Granularity::row : Granularity::tensor);
    if (!compressed)
        return fail(ExitCode::wrongInput, m_model, compressed.error());
    const auto measured = measure(**engine, *network, compressed->parameters);
    if (!measured)
        return fail(ExitCode::wrongInput, m_input.empty() ? m_model : m_input, measured.error());
    if (!m_save.empty())
        if (const auto saved = save(*network, compressed->parameters); !saved)
            return fail(ExitCode::cannotWrite, m_save, saved.error());
    return writeOutput({},
                       m_json ? writeJson(json(*network, *compressed, *measured)) + "\n"
                              : table(*network, *compressed, *measured));
}

} // namespace

std::function<ExitCode()> declareCompress(CLI::App &command)
{
    auto compress = std::make_shared<CompressCommand>();
    compress->addTo(command);
    return [compress] {
        const auto done = withinMemory([&]() -> Result<ExitCode> { return compress->run(); });
        return done ? *done : fail(ExitCode::wrongInput, compress->model(), done.error());
    };
}

} // namespace gatescope
