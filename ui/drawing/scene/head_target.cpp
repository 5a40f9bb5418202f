// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/scene/head_target.h"

#include "core/model/objective.h"

namespace gatescope {

std::optional<Vector> targetAt(const Scene &scene, int step)
{
    const Objective &objective = scene.record.experiment->objective;
    const bool aimed = objective.kind == LossKind::squaredError || objective.kind == LossKind::binaryCrossEntropy;
    if (!aimed || objective.values.empty()
        || (objective.watched == WatchedSteps::last
            && !isWatched(objective, *scene.trace().batch, scene.playhead.sequence, step)))
        return std::nullopt;
    return objective.values.at(step, scene.playhead.sequence);
}

} // namespace gatescope
