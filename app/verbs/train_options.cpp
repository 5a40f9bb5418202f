// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/verbs/train_options.h"

#include "core/engine/backends.h"
#include "core/ops/optimizer_names.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gatescope {

namespace {

constexpr std::array initialisers{std::pair("pytorch", Initialiser::pytorch), std::pair("keras", Initialiser::keras)};
constexpr std::array gateActivations{std::pair("sigmoid", GateActivation::sigmoid),
                                     std::pair("hard_sigmoid", GateActivation::hardSigmoid),
                                     std::pair("hard_sigmoid_keras2", GateActivation::hardSigmoidKeras2)};
constexpr std::array stateActivations{std::pair("tanh", StateActivation::tanh),
                                      std::pair("relu", StateActivation::relu)};

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

NetworkSpec networkOf(const TrainOptions &options)
{
    NetworkSpec spec;
    spec.cell = *cellNamed(options.cell);
    spec.reset = options.reset == "before" ? ResetPlacement::before : ResetPlacement::after;
    spec.hiddenSize = options.hidden;
    spec.layers = options.layers;
    spec.bidirectional = options.bidirectional;
    spec.gateActivation = kindNamed(gateActivations, options.gateActivation);
    spec.stateActivation = kindNamed(stateActivations, options.stateActivation);
    spec.layerNorm = options.layerNorm;
    spec.headReads = options.attention ? HeadReads::attention : HeadReads::everyStep;
    return spec;
}

} // namespace

void TrainOptions::addTo(CLI::App &command)
{
    command.add_option("--task", task, "As `gatescope list tasks` names it");
    command.add_option("--data", data,
                       "A text or a table (CSV) of your own; without --task a .csv is a table, all else a text");
    command
        .add_option("--columns", columns,
                    "Columns of a table, by name or number from 1; the last one is forecast. Without it all "
                    "but those of dates")
        ->delimiter(',');
    command
        .add_option("--missing", missing,
                    "Rows of a table that lack a value: refuse, drop them, or fill in the last value")
        ->check(CLI::IsMember(namesIn(missingValueNames)))
        ->capture_default_str();
    command.add_flag("--differences", differences,
                     "Learn by how much a table's last column changes from row to row, not its values");
    command.add_option("--cell", cell, "gru, lstm or rnn")
        ->check(CLI::IsMember({"gru", "lstm", "rnn"}))
        ->capture_default_str();
    command.add_option("--reset", reset, "Where a GRU's reset gate acts: after the product with U (PyTorch) or before")
        ->check(CLI::IsMember({"after", "before"}))
        ->capture_default_str();
    command.add_option("--hidden", hidden, "Units of a layer")->capture_default_str();
    command.add_option("--layers", layers, "Layers")->capture_default_str();
    command.add_flag("--bidirectional", bidirectional, "Also read backwards");
    command.add_option("--gate-activation", gateActivation, "sigmoid, hard_sigmoid (Keras 3) or hard_sigmoid_keras2")
        ->check(CLI::IsMember(namesIn(gateActivations)))
        ->capture_default_str();
    command.add_option("--state-activation", stateActivation, "tanh or relu")
        ->check(CLI::IsMember(namesIn(stateActivations)))
        ->capture_default_str();
    command.add_flag("--layer-norm", layerNorm, "Normalise W x and U h of a GRU");
    command.add_flag("--attention", attention, "The head reads all steps, weighted by attention");
    command.add_option("--init", initialiser, "pytorch or keras: whose numbers the network begins with")
        ->check(CLI::IsMember(namesIn(initialisers)))
        ->capture_default_str();
    command.add_option("--dropout", dropout.betweenLayers,
                       "Share of a layer's output that training drops (PyTorch's dropout)");
    command.add_option("--input-dropout", dropout.input,
                       "Share of the inputs that a batch drops at all steps (Keras' dropout)");
    command.add_option("--recurrent-dropout", dropout.recurrent,
                       "The same of the state that U reads (Keras' recurrent_dropout)");
    command.add_option("--updates", updates, "Updates at most; 2000 if left out")->check(CLI::Range(1, 100'000'000));
    command.add_option("--stop-after", stopAfter, "Stop here although more updates are planned; go on with --resume")
        ->check(CLI::PositiveNumber);
    command.add_option("--batch", batch, "Sequences in a batch")->check(CLI::Range(1, 1 << 20))->capture_default_str();
    command.add_option("--length", length,
                       "Length of a sequence, in the task's own measure; its usual one if left out");
    command.add_option("--lr", learningRate, "Learning rate")->check(CLI::NonNegativeNumber)->capture_default_str();
    command.add_option("--optimizer", optimizer, "sgd, rmsprop, adam or adamw")
        ->check(CLI::IsMember(namesIn(optimizerNames)))
        ->capture_default_str();
    command.add_option("--momentum", momentum, "Of sgd")->check(CLI::NonNegativeNumber)->capture_default_str();
    command.add_option("--weight-decay", weightDecay, "As torch.optim has it")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command
        .add_option("--schedule", schedule,
                    "What becomes of the learning rate: constant, step (a tenth after each third of the "
                    "updates) or cosine (to 0 at the last update)")
        ->check(CLI::IsMember(namesIn(scheduleNames)))
        ->capture_default_str();
    command.add_option("--warm-up", warmUp, "Updates over which the learning rate grows to its full size")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command.add_option("--clip", clip, "Largest norm of the gradient; 0: any")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command.add_option("--clip-value", clipValue, "Largest number in the gradient; 0: any")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command.add_option("--update-bias", updateBias,
                       "Sets the input bias of z (LSTM: of the forget gate) to this and its recurrent "
                       "bias to 0 at the start");
    command.add_flag("--pin-reset", pinReset, "A GRU's reset gate is 1 and stays so: to see what it is good for");
    command.add_flag("--carry-state", carryState,
                     "Text and words: a batch goes on where the last one ended (truncated BPTT)");
    command
        .add_option("--patience", patience,
                    "Stop after so many looks at held-out data without a smaller loss; 0: never")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command
        .add_option("--held-out-every", heldOutEvery,
                    "Updates between two looks at held-out data, where the task has such")
        ->check(CLI::PositiveNumber)
        ->capture_default_str();
    command
        .add_option("--probe-every", probeEvery,
                    "Updates between two looks inside, for the log: the gradient at each step, the "
                    "gates' saturation; 0: none")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command.add_option("--seed", seed, "Of the weights and of the batches")->capture_default_str();
    command.add_option("--backend", backend, "auto, or as `gatescope list backends` names it")->capture_default_str();
    command.add_option("--precision", precision, "Of the cuda backend's products: float32, tf32 or bf16")
        ->check(CLI::IsMember({"float32", "tf32", "bf16"}))
        ->capture_default_str();
    command.add_option("--threads", threads, "Threads")->check(CLI::Range(1, 256))->capture_default_str();
    command.add_flag("--until-solved", untilSolved, "Stop when the task is solved; exit with 1 if it never is");
    command.add_option("--log", log, "A line of JSON for each update");
    command.add_option("--save", save, "An experiment (.gatescope) with the trained network");
    CLI::Option *from
        = command.add_option("--model", model, "Begins with the network of this file instead of a fresh one");
    for (const char *ofAFreshOne : {"--cell", "--reset", "--hidden", "--layers", "--bidirectional", "--gate-activation",
                                    "--state-activation", "--layer-norm", "--attention", "--init"})
        from->excludes(command.get_option(ofAFreshOne));
    command
        .add_flag("--keep-zeros", keepZeros,
                  "The weights of --model that are 0 stay 0: what was pruned is not learned anew")
        ->needs(from)
        ->excludes(command.get_option("--pin-reset"));
    command.add_option("--checkpoint", checkpoint,
                       "Where to keep all that --resume needs, every minute and at the end");
    CLI::Option *resumed = command.add_option("--resume", resume,
                                              "Goes on with a --checkpoint: its task, network and settings; the log is "
                                              "continued");
    for (CLI::Option *other : command.get_options())
        if (!other->check_name("--updates") && !other->check_name("--stop-after")
            && !other->check_name("--until-solved") && !other->check_name("--log") && !other->check_name("--save")
            && !other->check_name("--checkpoint") && !other->check_name("--help") && other != resumed)
            resumed->excludes(other);
}

Result<void> TrainOptions::check() const
{
    struct Contradiction {
        bool is;
        const char *sentence;
    };
    const bool hasOwnData = !data.empty();
    const bool readsFiles = task.empty() || task == "text" || task == "words" || task == "sentiment" || task == "table";
    const bool isStream
        = task == "text" || task == "words" || (task.empty() && hasOwnData && taskOfFile(data) == "text");
    const Contradiction all[]{
        {task.empty() && data.empty() && resume.empty(),
         "train needs --task NAME, --data FILE or --resume FILE; `gatescope list tasks` has the names."},
        {hasOwnData && !readsFiles, "--data is for text, words, sentiment and table: the other tasks make their own."},
        {carryState && !isStream,
         "--carry-state is for text and words: the other tasks' batches have nothing to do with one another."},
        {(!columns.empty() || missing != "refuse" || differences) && task != "table"
             && !(task.empty() && hasOwnData && taskOfFile(data) == "table"),
         "--columns, --missing and --differences are for tables."},
        {!save.empty() && !save.ends_with(".gatescope"), "--save writes an experiment: end its name with .gatescope."},
        {!save.empty() && save == data, "--save would overwrite the file of --data."},
        {momentum > 0 && optimizer != "sgd", "--momentum is of sgd: the other optimizers have moments of their own."},
        {reset == "before" && cell != "gru", "--reset is of a GRU: no other cell has a reset gate."},
        {gateActivation != "sigmoid" && cell == "rnn", "--gate-activation does nothing in an RNN: it has no gates."},
        {dropout.betweenLayers > 0 && layers < 2 && model.empty(),
         "--dropout acts between layers, as PyTorch's does: with one layer it does nothing. See --input-dropout."},
    };
    for (const Contradiction &each : all)
        if (each.is)
            return error(each.sentence);
    for (const double number : {learningRate, clip, clipValue, momentum, weightDecay, updateBias.value_or(0),
                                dropout.betweenLayers, dropout.input, dropout.recurrent})
        if (!std::isfinite(number))
            return error("The numbers of a training should be finite; one of them is not.");
    return gatescope::check(dropout);
}

TrainingPlan TrainOptions::plan() const
{
    OptimizerSettings settings{.kind = kindNamed(optimizerNames, optimizer),
                               .learningRate = learningRate,
                               .momentum = momentum,
                               .weightDecay = weightDecay};
    settings.schedule.kind = kindNamed(scheduleNames, schedule);
    settings.schedule.warmUp = warmUp;
    settings.clipping = {clip, clipValue};
    TrainingPlan plan{.task = task,
                      .options = {.length = length,
                                  .file = data,
                                  .resources = {},
                                  .carryState = carryState,
                                  .table = {columns, kindNamed(missingValueNames, missing), differences}},
                      .model = model,
                      .network = networkOf(*this),
                      .initialiser = kindNamed(initialisers, initialiser),
                      .updateBias = updateBias,
                      .pinReset = pinReset,
                      .keepZeros = keepZeros};
    plan.settings = {.training = {settings, threads},
                     .sequences = batch,
                     .seed = seed,
                     .heldOutEvery = heldOutEvery,
                     .dropout = dropout,
                     .patience = patience,
                     .probeEvery = probeEvery};
    plan.updates = updates.value_or(plan.updates);
    plan.backend = withProducts(backend, *productPrecisionNamed(precision));
    return plan;
}

} // namespace gatescope
