// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/training_plan.h"

#include "core/experiment/files/open_file.h"
#include "core/model/pruning.h"

#include <algorithm>

namespace gatescope {

namespace {

/// The network that the training begins with.
struct Network {
    NetworkSpec spec;
    Parameters parameters;
};

Result<Network> freshNetwork(const TrainingPlan &plan, const TaskShape &shape)
{
    NetworkSpec spec = plan.network;
    spec.inputSize = shape.inputSize;
    spec.embeddingRows = shape.embeddingRows;
    spec.paddingRow = shape.paddingRow;
    spec.headOutputs = shape.outputs;
    spec.decoder = shape.decoder;
    if (const auto valid = check(spec); !valid)
        return valid.error();
    return Network{spec, initialParameters(spec, plan.initialiser, plan.settings.seed)};
}

/// The one of the plan's file. Refuses a network that does not fit the task.
Result<Network> givenNetwork(const TrainingPlan &plan, const TaskShape &shape, const Result<Experiment> &model)
{
    if (!model)
        return inPlace(plan.model, model.error());
    if (const auto fits = check(shape, model->spec); !fits)
        return inPlace(plan.model, fits.error());
    return Network{model->spec, model->parameters};
}

/// Which weights stay as they are, or null: all learn. Sets those that are pinned.
Result<std::shared_ptr<const Parameters>> fixedWeights(Network &network, const TrainingPlan &plan)
{
    using Mask = std::shared_ptr<const Parameters>;
    if (plan.keepZeros)
        return Mask(std::make_shared<const Parameters>(maskOfZeros(network.spec, network.parameters)));
    if (!plan.pinReset)
        return Mask();
    auto pinned = pinResetGate(network.spec, network.parameters);
    if (!pinned)
        return pinned.error();
    return Mask(std::make_shared<const Parameters>(std::move(*pinned)));
}

std::string taskOf(const TrainingPlan &plan)
{
    return plan.task.empty() && !plan.options.file.empty() ? taskOfFile(plan.options.file) : plan.task;
}

} // namespace

NetworkSpec usualNetwork()
{
    NetworkSpec spec;
    spec.hiddenSize = 16;
    return spec;
}

TrainerSettings usualSettings()
{
    TrainerSettings settings;
    settings.training.optimizer.learningRate = 5e-3;
    settings.training.optimizer.clipping.norm = 1;
    return settings;
}

std::string taskOfFile(const std::string &file)
{
    return file.ends_with(".csv") || file.ends_with(".tsv") ? "table" : "text";
}

std::optional<Sentence> doubtOf(const TrainingPlan &plan)
{
    const OptimizerSettings &optimizer = plan.settings.training.optimizer;
    const bool isPlain = optimizer.kind == OptimizerKind::sgd;
    // The others move a weight by about the rate at each update, whatever its gradient.
    const double most = isPlain ? 5 : 0.2;
    if (optimizer.learningRate > most)
        return isPlain
            ? sentence("So large a learning rate seldom settles; 0.1 is usual for this method.")
            : sentence("So large a learning rate moves every weight by about as much at each update and never "
                       "settles; 0.005 is usual.");
    if (optimizer.learningRate == 0)
        return sentence("With a learning rate of 0 nothing is learned.");
    return std::nullopt;
}

Result<StoppedTraining> beginning(const TrainingPlan &plan)
{
    const auto task = makeTask(taskOf(plan), plan.options);
    return task ? beginning(plan, (*task)->shape()) : task.error();
}

Result<StoppedTraining> beginning(const TrainingPlan &plan, const TaskShape &shape, const Result<Experiment> *model)
{
    auto network = plan.model.empty() ? freshNetwork(plan, shape)
        : model                       ? givenNetwork(plan, shape, *model)
                                      : givenNetwork(plan, shape, openNetwork(plan.model));
    if (!network)
        return network.error();
    if (plan.updateBias)
        if (const auto set = setUpdateBias(network->spec, network->parameters, *plan.updateBias); !set)
            return set.error();
    auto mask = fixedWeights(*network, plan);
    if (!mask)
        return mask.error();
    StoppedTraining fresh;
    fresh.task = taskOf(plan);
    fresh.options = plan.options;
    fresh.spec = network->spec;
    fresh.state.training = beginning(network->spec, network->parameters);
    fresh.settings = plan.settings;
    Schedule &schedule = fresh.settings.training.optimizer.schedule;
    schedule.every = std::max(1, plan.updates / 3);
    schedule.length = plan.updates;
    fresh.settings.training.mask = std::move(*mask);
    fresh.plannedUpdates = plan.updates;
    fresh.backend = plan.backend;
    fresh.first = FirstNumbers{plan.initialiser, plan.updateBias, plan.model, plan.pinReset, plan.keepZeros};
    return fresh;
}

} // namespace gatescope
