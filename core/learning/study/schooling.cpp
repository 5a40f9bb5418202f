// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/study/schooling.h"

#include "core/base/program_files.h"
#include "core/model/initialisation.h"
#include "core/training/training_backends.h"

namespace gatescope {

std::shared_ptr<const Task> shippedTask(std::string_view name, int length, const std::string &file)
{
    TaskOptions options;
    options.length = length;
    options.resources = resourceFolder().string();
    if (!file.empty())
        options.file = options.resources + "/" + file;
    auto task = makeTask(name, options);
    return task ? std::shared_ptr<const Task>(std::move(*task)) : nullptr;
}

NetworkSpec fitted(const TaskShape &shape, NetworkSpec spec)
{
    spec.inputSize = shape.inputSize;
    spec.embeddingRows = shape.embeddingRows;
    spec.paddingRow = shape.paddingRow;
    spec.headOutputs = shape.outputs;
    spec.decoder = shape.decoder;
    return spec;
}

std::unique_ptr<Trainer> schooled(const Schooling &schooling, const std::stop_token &stop,
                                  const std::function<void(const UpdateRecord &, const Trainer &)> &seen)
{
    if (!schooling.task)
        return nullptr;
    TrainerSettings settings;
    settings.training.optimizer.learningRate = schooling.learningRate;
    settings.training.optimizer.clipping.norm = 1;
    settings.sequences = schooling.sequences;
    settings.seed = schooling.seed;
    settings.heldOutEvery = schooling.heldOutEvery;
    const NetworkSpec spec = fitted(schooling.task->shape(), schooling.spec);
    Parameters first = initialParameters(spec, schooling.seed);
    if (schooling.keepsAtFirst && !setUpdateBias(spec, first, *schooling.keepsAtFirst))
        return nullptr;
    auto backends = trainingBackends("auto", spec, settings);
    if (!backends)
        return nullptr;
    auto trainer = Trainer::start(schooling.task, spec, first, settings, std::move(*backends));
    if (!trainer)
        return nullptr;
    while ((*trainer)->updates() < schooling.updates) {
        if (stop.stop_requested())
            return nullptr;
        const auto record = (*trainer)->update();
        if (!record)
            return nullptr;
        if (seen)
            seen(*record, **trainer);
    }
    return std::move(*trainer);
}

} // namespace gatescope
