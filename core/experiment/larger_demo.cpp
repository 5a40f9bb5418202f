// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/larger_demo.h"

#include "core/engine/backends.h"

namespace gatescope {

namespace {

TrainingPlan demoPlan(const TrainingPlan &plan, int digits, int layers, int units, int sequences, double rate,
                      int updates)
{
    TrainingPlan demo;
    demo.task = "sums";
    demo.options.length = digits;
    if (plan.task == "text" && !plan.options.file.empty()) {
        demo.task = plan.task;
        demo.options = plan.options;
    }
    demo.network.layers = layers;
    demo.network.hiddenSize = units;
    demo.settings.sequences = sequences;
    demo.settings.seed = plan.settings.seed;
    demo.settings.training.threads = plan.settings.training.threads;
    demo.settings.training.optimizer.learningRate = rate;
    demo.updates = updates;
    return demo;
}

} // namespace

LargerDemo largerDemo(const TrainingPlan &plan)
{
    LargerDemo demo{demoPlan(plan, 3, 2, 1024, 64, 1e-3, 20'000), demoPlan(plan, 1, 1, 64, 32, 1e-2, 3000)};
    demo.large.backend = "cuda";
    return demo;
}

PlanNeeds needsOf(const TrainingPlan &plan, const Task &task)
{
    NetworkSpec spec = plan.network;
    spec.inputSize = task.shape().inputSize;
    spec.headOutputs = task.shape().outputs;
    PlanNeeds needs;
    needs.parameters = parameterCount(spec);
    needs.letters = std::int64_t(plan.settings.sequences) * task.batch(1, plan.settings.seed, 1).batch.steps();
    needs.operations = 6.0 * double(needs.parameters) * double(needs.letters);
    // Of each unit at each step: what its parts were, and their gradients.
    const double traced = 2.0 * double(describe(spec.cell).recorded.size() + 1) * spec.layers * spec.hiddenSize;
    needs.bytes = 4 * (4.0 * double(needs.parameters) + traced * double(needs.letters));
    return needs;
}

std::optional<Error> whyNoDevice()
{
    const auto device = backendNamed("cuda");
    return device ? std::nullopt : std::optional(device.error());
}

} // namespace gatescope
