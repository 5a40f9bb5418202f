// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/scene/gradient_decades.h"

#include "ui/drawing/marks/value_cells.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <utility>

namespace gatescope {

namespace {

constexpr double leastTold = 1e-36;        ///< as the meter, whose summary is in single precision
constexpr std::int64_t mostRead = 1 << 20; ///< numbers; of longer sequences every so many steps

/// Measured once; it keeps no record alive.
struct Reach {
    std::weak_ptr<const GradientTrace> gradients;
    int layer = 0;
    Direction direction = Direction::forward;
    int sequence = 0;
    int stride = 1;
    /// After so many strides of the backward pass, of the lengths that are not 0; `least` is 1 at most, `smallest` not.
    std::vector<double> least, smallest, largest;
};

/// Steps that the backward pass walks before this one.
int stepsBefore(const Scene &scene, int step)
{
    const int last = scene.trace().length(scene.playhead.sequence) - 1;
    return scene.playhead.direction == Direction::forward ? last - step : step;
}

Reach measured(const Scene &scene)
{
    const PlayheadState &at = scene.playhead;
    const int steps = scene.trace().length(at.sequence);
    const TimeArray &gradients = scene.gradients().at(scene.spec(), at.layer, at.direction)[Part::state];
    Reach reach{scene.record.gradients, at.layer, at.direction, at.sequence, 1, {}, {}, {}};
    reach.stride = 1 + static_cast<int>(std::int64_t(steps) * scene.spec().hiddenSize / mostRead);
    double least = 1, smallest = std::numeric_limits<double>::max(), largest = leastTold;
    for (int walked = 0; walked < steps; walked += reach.stride) {
        const int step = at.direction == Direction::forward ? steps - 1 - walked : walked;
        if (const double length = gradients.at(step, at.sequence).norm(); length >= leastTold) {
            least = std::min(least, length);
            smallest = std::min(smallest, length);
            largest = std::max(largest, length);
        }
        reach.least.push_back(least);
        reach.smallest.push_back(smallest);
        reach.largest.push_back(largest);
    }
    return reach;
}

const Reach &knownReach(const Scene &scene)
{
    static thread_local std::array<Reach, 2> known; // two stages may stand side by side
    static thread_local std::size_t oldest = 0;
    const PlayheadState &at = scene.playhead;
    for (const Reach &one : known)
        if (one.layer == at.layer && one.direction == at.direction && one.sequence == at.sequence
            && one.gradients.lock() == scene.record.gradients)
            return one;
    return known[std::exchange(oldest, (oldest + 1) % known.size())] = measured(scene);
}

/// How far the backward pass may be told of: all of it, or for somebody who is to predict, up to the playhead.
std::size_t toldAt(const Scene &scene, const Reach &reach)
{
    const auto here = static_cast<std::size_t>(stepsBefore(scene, scene.playhead.step) / reach.stride);
    return scene.predicting ? std::min(here, reach.least.size() - 1) : reach.least.size() - 1;
}

} // namespace

int gradientFloor(double smallest)
{
    const double power = std::log10(smallest);
    return power < -usualDecades ? static_cast<int>(std::floor(power / 6 + 1e-9)) * 6 : -usualDecades;
}

int gradientDecades(const Scene &scene)
{
    if (!scene.record.gradients || scene.playhead.pass != Pass::backward)
        return usualDecades;
    const Reach &reach = knownReach(scene);
    return reach.least.empty() ? usualDecades : -gradientFloor(reach.least[toldAt(scene, reach)]);
}

GradientScale gradientScale(double smallest, double largest)
{
    constexpr double explodes = 1e3;
    const int bottom = gradientFloor(std::min(smallest, 1.0));
    if (largest < explodes)
        return {bottom, 0};
    const double power = std::min(std::log10(largest), 300.0);
    return {smallest >= 1 ? 0 : bottom, static_cast<int>(std::ceil(power / 6 - 1e-9)) * 6};
}

GradientScale gradientScale(const Scene &scene)
{
    if (!scene.record.gradients || scene.playhead.pass != Pass::backward)
        return {};
    const Reach &reach = knownReach(scene);
    if (reach.least.empty())
        return {};
    const std::size_t here = toldAt(scene, reach);
    return gradientScale(reach.smallest[here], reach.largest[here]);
}

} // namespace gatescope
