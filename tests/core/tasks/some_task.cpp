// SPDX-License-Identifier: GPL-3.0-or-later
#include "some_task.h"

#include <cstdio>
#include <cstdlib>

namespace gatescope {

std::unique_ptr<Task> someTask(std::string_view name, const TaskOptions &options)
{
    auto task = makeTask(name, options);
    if (!task) {
        std::fprintf(stderr, "%s\n", task.error().english().c_str());
        std::abort();
    }
    return std::move(*task);
}

std::string refusal(std::string_view name, const TaskOptions &options)
{
    const auto task = makeTask(name, options);
    return task ? "accepted" : task.error().english();
}

NetworkSpec networkFor(const Task &task)
{
    const TaskShape shape = task.shape();
    NetworkSpec spec;
    spec.inputSize = shape.inputSize;
    spec.hiddenSize = 4;
    spec.headOutputs = shape.outputs;
    spec.embeddingRows = shape.embeddingRows;
    spec.paddingRow = shape.paddingRow;
    spec.decoder = shape.decoder;
    return spec;
}

int hotPlace(const Batch &batch, int sequence, int step)
{
    int hot = -1;
    for (int i = 0; i < batch.x.units(); ++i) {
        const double x = batch.x(step, sequence, i);
        if (x == 0)
            continue;
        if (x != 1 || hot >= 0)
            return -1;
        hot = i;
    }
    return hot;
}

std::vector<int> hotPlaces(const Batch &batch, int sequence)
{
    std::vector<int> places;
    for (int t = 0; t < batch.lengths[sequence]; ++t)
        places.push_back(hotPlace(batch, sequence, t));
    return places;
}

} // namespace gatescope
