// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/scene/state_scale.h"

#include "ui/drawing/marks/scales.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace gatescope {

namespace {

/// The largest size of any value at these steps, or of the first that is not small.
double largestWhileSmall(const TimeArray &values, int sequence, int steps, double soFar)
{
    const double *numbers = values.doubles(); // of long sequences there are millions
    for (int step = 0; step < steps && soFar < smallScale; ++step) {
        const auto row
            = (std::size_t(step) * std::size_t(values.batch()) + std::size_t(sequence)) * std::size_t(values.units());
        const double here = numbers ? Eigen::Map<const Vector>(numbers + row, values.units()).cwiseAbs().maxCoeff()
                                    : values.at(step, sequence).cwiseAbs().maxCoeff();
        soFar = std::max(soFar, here);
    }
    return soFar;
}

double measuredScale(const Trace &trace, int layer, Direction direction, int sequence)
{
    const int index = trace.spec.layerIndex(layer, direction);
    double largest = 0;
    if (const auto &h0 = trace.batch->h0; !h0.empty())
        largest = h0[static_cast<std::size_t>(index)].row(sequence).cwiseAbs().maxCoeff();
    for (const Part part : describe(trace.spec.cell).recorded)
        if (describe(part).range == Range::bounded && largest < smallScale)
            largest = largestWhileSmall(trace.at(layer, direction)[part], sequence, trace.length(sequence), largest);
    return largest > 0 && largest < smallScale ? fineScale(largest) : 1;
}

/// It keeps no trace alive.
struct KnownScale {
    std::weak_ptr<const Trace> trace;
    int layer = 0, sequence = 0;
    Direction direction = Direction::forward;
    double scale = 1;
};

} // namespace

double stateScale(const Scene &scene, int layer, Direction direction)
{
    if (scene.predicting)
        return 1;
    static thread_local std::array<KnownScale, 8> known;
    static thread_local std::size_t oldest = 0;
    const int sequence = scene.playhead.sequence;
    for (const KnownScale &one : known)
        if (one.layer == layer && one.sequence == sequence && one.direction == direction
            && one.trace.lock() == scene.record.trace)
            return one.scale;
    KnownScale &fresh = known[std::exchange(oldest, (oldest + 1) % known.size())];
    fresh = {scene.record.trace, layer, sequence, direction, measuredScale(scene.trace(), layer, direction, sequence)};
    return fresh.scale;
}

double stateScale(const Scene &scene)
{
    return stateScale(scene, scene.playhead.layer, scene.playhead.direction);
}

double scaleOfValue(double value, double ofStates)
{
    return ofStates < 1 ? ofStates : niceScale(std::abs(value));
}

double networkStateScale(const Scene &scene)
{
    double largest = 0;
    for (int layer = 0; layer < scene.spec().layers && largest < 1; ++layer) {
        largest = std::max(largest, stateScale(scene, layer, Direction::forward));
        if (scene.spec().bidirectional)
            largest = std::max(largest, stateScale(scene, layer, Direction::backward));
    }
    return largest;
}

} // namespace gatescope
