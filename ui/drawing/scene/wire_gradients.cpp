// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/scene/wire_gradients.h"

#include "core/trace/input_gradient.h"

#include <array>
#include <utility>

namespace gatescope {

/// Of each wire a column, [step, wire].
struct WireGradients::Lengths {
    Matrix out;     ///< at NetworkSpec::layerIndex
    Matrix outBoth; ///< at the layer
    Matrix into;    ///< at NetworkSpec::layerIndex
};

namespace {

/// Products for all shown steps of a layer; more take longer than a picture may.
constexpr double mostWireProducts = 4e8;

Matrix headGradients(const Scene &scene, int first, int end)
{
    const TimeArray &output = scene.gradients().output;
    Matrix rows = Matrix::Zero(end - first, scene.spec().outputSize());
    for (int step = first; step < end && !output.empty(); ++step)
        rows.row(step - first) = output.at(step, scene.playhead.sequence).transpose();
    return rows;
}

std::shared_ptr<const WireGradients::Lengths> measuredLengths(const Scene &scene, int first, int end)
{
    const NetworkSpec &spec = scene.spec();
    const int H = spec.hiddenSize, steps = end - first, directions = spec.directions();
    auto lengths = std::make_shared<WireGradients::Lengths>();
    lengths->out = lengths->into = Matrix::Zero(steps, spec.layers * directions);
    lengths->outBoth = Matrix::Zero(steps, spec.layers);
    Matrix arriving = headGradients(scene, first, end); // from above at the states of a layer, both directions
    for (int layer = spec.layers - 1; layer >= 0; --layer) {
        for (int d = 0; d < directions; ++d)
            lengths->into.col(layer * directions + d) = arriving.middleCols(d * H, H).rowwise().norm();
        const auto &parameters = scene.record.experiment->parameters;
        const int units = spec.layerInputSize(layer);
        arriving = Matrix::Zero(steps, units);
        if (double(steps) * directions * spec.blockRows() * double(units) > mostWireProducts)
            continue;
        for (int d = 0; d < directions; ++d) {
            const Direction direction = d == 0 ? Direction::forward : Direction::backward;
            const Matrix sent = inputGradients(scene.trace(), scene.gradients(), parameters,
                                               {layer, direction, first, scene.playhead.sequence}, steps);
            lengths->out.col(spec.layerIndex(layer, direction)) = sent.rowwise().norm();
            arriving += sent;
        }
        lengths->outBoth.col(layer) = arriving.rowwise().norm();
    }
    return lengths;
}

/// It keeps no record alive.
struct KnownLengths {
    std::weak_ptr<const GradientTrace> gradients;
    std::weak_ptr<const Experiment> experiment;
    int sequence = 0, first = 0, end = 0;
    std::shared_ptr<const WireGradients::Lengths> lengths;
};

std::shared_ptr<const WireGradients::Lengths> knownLengths(const Scene &scene, int first, int end)
{
    static thread_local std::array<KnownLengths, 2> known; // two stages may stand side by side
    static thread_local std::size_t oldest = 0;
    for (const KnownLengths &one : known)
        if (one.sequence == scene.playhead.sequence && one.first == first && one.end == end
            && one.gradients.lock() == scene.record.gradients && one.experiment.lock() == scene.record.experiment)
            return one.lengths;
    KnownLengths &fresh = known[std::exchange(oldest, (oldest + 1) % known.size())];
    fresh = {scene.record.gradients,
             scene.record.experiment,
             scene.playhead.sequence,
             first,
             end,
             measuredLengths(scene, first, end)};
    return fresh.lengths;
}

} // namespace

WireGradients::WireGradients(const Scene &scene, int first, int end)
    : m_lengths(knownLengths(scene, first, end)), m_first(first)
{
}

double WireGradients::outOf(int layer, Direction direction, int step) const
{
    const auto directions = m_lengths->out.cols() / m_lengths->outBoth.cols();
    return m_lengths->out(step - m_first, layer * directions + (direction == Direction::backward ? 1 : 0));
}

double WireGradients::outOf(int layer, int step) const
{
    return m_lengths->outBoth(step - m_first, layer);
}

double WireGradients::into(int layer, Direction direction, int step) const
{
    const auto directions = m_lengths->out.cols() / m_lengths->outBoth.cols();
    return m_lengths->into(step - m_first, layer * directions + (direction == Direction::backward ? 1 : 0));
}

} // namespace gatescope
