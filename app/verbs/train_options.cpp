// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs/train_options.h"

#include "core/engine/backends.h"
#include "core/experiment/open_file.h"
#include "core/model/initialisation.h"
#include "core/model/pruning.h"

#include <algorithm>
#include <array>

namespace gatescope {

namespace {

constexpr std::array optimizers{std::pair("sgd", OptimizerKind::sgd), std::pair("rmsprop", OptimizerKind::rmsprop),
                                std::pair("adam", OptimizerKind::adam), std::pair("adamw", OptimizerKind::adamw)};
constexpr std::array schedules{std::pair("constant", ScheduleKind::constant), std::pair("step", ScheduleKind::step),
                               std::pair("cosine", ScheduleKind::cosine)};

template<typename Names>
std::vector<std::string> namesIn(const Names &names)
{
    std::vector<std::string> found;
    for (const auto &[name, kind] : names)
        found.push_back(name);
    return found;
}

template<typename Names>
auto kindNamed(const Names &names, const std::string &name)
{
    return std::ranges::find(names, name, [](const auto &row) { return std::string(row.first); })->second;
}

/// The task of a file when none is named: a table has columns, a text has letters.
std::string taskOf(const std::string &file)
{
    return file.ends_with(".csv") || file.ends_with(".tsv") ? "table" : "text";
}

Result<NetworkSpec> networkFor(const TaskShape &shape, const TrainOptions &options)
{
    NetworkSpec spec;
    spec.cell = *cellNamed(options.cell);
    spec.reset = options.reset == "before" ? ResetPlacement::before : ResetPlacement::after;
    spec.inputSize = shape.inputSize;
    spec.embeddingRows = shape.embeddingRows;
    spec.paddingRow = shape.paddingRow;
    spec.headOutputs = shape.outputs;
    spec.decoder = shape.decoder;
    spec.hiddenSize = options.hidden;
    spec.layers = options.layers;
    spec.bidirectional = options.bidirectional;
    if (const auto valid = check(spec); !valid)
        return valid.error();
    return spec;
}

/// The network that the training begins with.
struct Network {
    NetworkSpec spec;
    Parameters parameters;
};

Result<Network> freshNetwork(const TaskShape &shape, const TrainOptions &options)
{
    const auto spec = networkFor(shape, options);
    if (!spec)
        return spec.error();
    return Network{*spec, initialParameters(*spec, options.seed)};
}

/// The one of --model. Refuses a network that does not fit the task.
Result<Network> givenNetwork(const TaskShape &shape, const TrainOptions &options)
{
    auto opened = openNetwork(options.model);
    if (!opened)
        return inPlace(options.model, opened.error());
    if (const auto fits = check(shape, opened->spec); !fits)
        return inPlace(options.model, fits.error());
    return Network{opened->spec, std::move(opened->parameters)};
}

} // namespace

void TrainOptions::addTo(CLI::App &command)
{
    command.add_option("--task", task, "As `gatescope list tasks` names it");
    command.add_option("--data", data, "A text or a table (CSV) of your own; without --task a .csv is a table, all else a text");
    command.add_option("--cell", cell, "gru, lstm or rnn")->check(CLI::IsMember({"gru", "lstm", "rnn"}))->capture_default_str();
    command.add_option("--reset", reset, "Where a GRU's reset gate acts: after the product with U (PyTorch) or before")
        ->check(CLI::IsMember({"after", "before"}))->capture_default_str();
    command.add_option("--hidden", hidden, "Units of a layer")->capture_default_str();
    command.add_option("--layers", layers, "Layers")->capture_default_str();
    command.add_flag("--bidirectional", bidirectional, "Also read backwards");
    command.add_option("--updates", updates, "Updates at most")->check(CLI::Range(1, 100'000'000))->capture_default_str();
    command.add_option("--batch", batch, "Sequences in a batch")->check(CLI::Range(1, 1 << 20))->capture_default_str();
    command.add_option("--length", length, "Length of a sequence, in the task's own measure; its usual one if left out");
    command.add_option("--lr", learningRate, "Learning rate")->check(CLI::NonNegativeNumber)->capture_default_str();
    command.add_option("--optimizer", optimizer, "sgd, rmsprop, adam or adamw")
        ->check(CLI::IsMember(namesIn(optimizers)))->capture_default_str();
    command.add_option("--momentum", momentum, "Of sgd")->check(CLI::NonNegativeNumber)->capture_default_str();
    command.add_option("--weight-decay", weightDecay, "As torch.optim has it")->check(CLI::NonNegativeNumber)->capture_default_str();
    command.add_option("--schedule", schedule, "What becomes of the learning rate: constant, step (a tenth after each third of the "
                                               "updates) or cosine (to 0 at the last update)")
        ->check(CLI::IsMember(namesIn(schedules)))->capture_default_str();
    command.add_option("--warm-up", warmUp, "Updates over which the learning rate grows to its full size")
        ->check(CLI::NonNegativeNumber)->capture_default_str();
    command.add_option("--clip", clip, "Largest norm of the gradient; 0: any")->check(CLI::NonNegativeNumber)->capture_default_str();
    command.add_option("--clip-value", clipValue, "Largest number in the gradient; 0: any")->check(CLI::NonNegativeNumber)->capture_default_str();
    command.add_option("--update-bias", updateBias, "Sets the input bias of z (LSTM: of the forget gate) to this and its recurrent "
                                                    "bias to 0 at the start");
    command.add_flag("--carry-state", carryState, "Text and words: a batch goes on where the last one ended (truncated BPTT)");
    command.add_option("--patience", patience, "Stop after so many looks at held-out data without a smaller loss; 0: never")
        ->check(CLI::NonNegativeNumber)->capture_default_str();
    command.add_option("--seed", seed, "Of the weights and of the batches")->capture_default_str();
    command.add_option("--backend", backend, "auto, or as `gatescope list backends` names it")->capture_default_str();
    command.add_option("--threads", threads, "Threads")->check(CLI::Range(1, 256))->capture_default_str();
    command.add_flag("--until-solved", untilSolved, "Stop when the task is solved; exit with 1 if it never is");
    command.add_option("--log", log, "A line of JSON for each update");
    command.add_option("--save", save, "An experiment (.gatescope) with the trained network");
    CLI::Option *from = command.add_option("--model", model, "Begins with the network of this file instead of a fresh one");
    for (const char *ofAFreshOne : {"--cell", "--reset", "--hidden", "--layers", "--bidirectional"})
        from->excludes(command.get_option(ofAFreshOne));
    command.add_flag("--keep-zeros", keepZeros, "The weights of --model that are 0 stay 0: what was pruned is not learned anew")
        ->needs(from);
    command.add_option("--checkpoint", checkpoint, "Where to keep all that --resume needs, every minute and at the end");
    command.add_option("--resume", resume, "Goes on with a --checkpoint: its task, network and settings")
        ->excludes(from);
}

Result<StoppedTraining> TrainOptions::beginning() const
{
    StoppedTraining fresh;
    fresh.task = task.empty() && !data.empty() ? taskOf(data) : task;
    fresh.options = {.length = length, .file = data, .resources = {}, .carryState = carryState};
    const auto made = makeTask(fresh.task, fresh.options);
    if (!made)
        return made.error();
    auto network = model.empty() ? freshNetwork((*made)->shape(), *this) : givenNetwork((*made)->shape(), *this);
    if (!network)
        return network.error();
    fresh.spec = network->spec;
    if (updateBias)
        if (const auto set = setUpdateBias(network->spec, network->parameters, *updateBias); !set)
            return set.error();
    fresh.state.training = gatescope::beginning(network->spec, network->parameters);
    OptimizerSettings settings{.kind = kindNamed(optimizers, optimizer), .learningRate = learningRate, .momentum = momentum,
                               .weightDecay = weightDecay};
    settings.schedule = {.kind = kindNamed(schedules, schedule), .every = std::max(1, updates / 3), .length = updates, .warmUp = warmUp};
    settings.clipping = {clip, clipValue};
    fresh.settings = {.training = {settings, threads}, .sequences = batch, .seed = seed, .heldOutEvery = 25, .patience = patience};
    if (keepZeros)
        fresh.settings.training.mask = std::make_shared<const Parameters>(maskOfZeros(network->spec, network->parameters));
    fresh.backend = backend;
    return fresh;
}

Result<Trainer::Backends> backendsFor(const std::string &name)
{
    Trainer::Backends chosen;
    for (const char *next : {name == "auto" ? "cpu" : name.c_str(), "cpu", "reference"}) {
        auto found = backendNamed(next);
        if (!found)
            return found.error();
        const bool known = std::ranges::any_of(chosen, [&](const auto &each) { return each->name() == (*found)->name(); });
        if (!known)
            chosen.push_back(std::move(*found));
        if (std::string(next) == "reference")
            break;
    }
    return chosen;
}

} // namespace gatescope
