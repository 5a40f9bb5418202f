// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tasks/objectives.h"

namespace gatescope {

Objective classesAtTheEnd(const Batch &batch, const std::vector<int> &classes)
{
    Objective objective;
    objective.kind = LossKind::crossEntropy;
    objective.watched = WatchedSteps::last;
    for (int n = 0; n < batch.sequences(); ++n) {
        std::vector<int> &steps = objective.classes.emplace_back(batch.lengths[n], -1);
        steps.back() = classes[n];
    }
    return objective;
}

Objective classesAtEveryStep(std::vector<std::vector<int>> classes)
{
    Objective objective;
    objective.kind = LossKind::crossEntropy;
    objective.watched = WatchedSteps::every;
    objective.classes = std::move(classes);
    return objective;
}

Objective squaredErrors(WatchedSteps watched, TimeArray values, double tolerance)
{
    Objective objective;
    objective.kind = LossKind::squaredError;
    objective.watched = watched;
    objective.values = std::move(values);
    objective.tolerance = tolerance;
    return objective;
}

Objective binaryAtEveryStep(TimeArray values)
{
    Objective objective;
    objective.kind = LossKind::binaryCrossEntropy;
    objective.watched = WatchedSteps::every;
    objective.values = std::move(values);
    return objective;
}

} // namespace gatescope
