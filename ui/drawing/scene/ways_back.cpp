// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/scene/ways_back.h"

#include <array>
#include <utility>

namespace gatescope {

namespace {

/// It keeps no record alive.
struct Remembered {
    std::weak_ptr<const GradientTrace> gradients;
    std::weak_ptr<const Experiment> experiment;
    Moment moment;
    Part part = Part::state;
    std::vector<GradientPath> ways;
};

} // namespace

std::vector<GradientPath> rememberedWaysBack(const Scene &scene, const Moment &moment, Part part)
{
    constexpr std::size_t mostRemembered = 4; // of this step and the one after it, of h and of c
    static thread_local std::array<Remembered, mostRemembered> remembered;
    static thread_local std::size_t oldest = 0;
    for (const Remembered &one : remembered)
        if (one.moment == moment && one.part == part && one.gradients.lock() == scene.record.gradients
            && one.experiment.lock() == scene.record.experiment)
            return one.ways;
    Remembered &fresh = remembered[std::exchange(oldest, (oldest + 1) % mostRemembered)];
    fresh = {scene.record.gradients, scene.record.experiment, moment, part,
             waysBack(scene.trace(), scene.gradients(), scene.record.experiment->parameters, moment, part)};
    return fresh.ways;
}

} // namespace gatescope
