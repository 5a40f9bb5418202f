// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/not_finite.h"

#include <algorithm>

namespace gatescope {

namespace {

bool isFinite(const LayerTrace &layer)
{
    return std::ranges::all_of(layer.parts, [](const auto &part) { return part.second.allFinite(); });
}

std::optional<Sentence> firstInLayer(const NetworkSpec &spec, const Batch &batch, const LayerTrace &layer, int index,
                                     Pass pass)
{
    const Direction direction = index % spec.directions() == 0 ? Direction::forward : Direction::backward;
    for (int k = 0; k < batch.steps(); ++k) {
        const int read = pass == Pass::forward ? k : batch.steps() - 1 - k;
        for (int n = 0; n < batch.sequences(); ++n) {
            const int length = batch.lengths[std::size_t(n)];
            if (read >= length)
                continue;
            const int t = direction == Direction::backward ? length - 1 - read : read;
            for (const Part part : describe(spec.cell).recorded)
                if (!layer[part].at(t, n).allFinite())
                    return sentence("%1: %2 (%3)",
                                    {placeText(index / spec.directions(), direction, t, n),
                                     worded(describe(part).label), std::string(describe(part).symbol)});
        }
    }
    return std::nullopt;
}

} // namespace

Sentence placeText(int layer, Direction direction, int step, int sequence)
{
    const std::string number = std::to_string(layer);
    return sentence("%1, step %2 of sequence %3",
                    {direction == Direction::forward ? sentence("Layer %1, forward", {number})
                                                     : sentence("Layer %1, backward", {number}),
                     std::to_string(step), std::to_string(sequence)});
}

std::optional<Sentence> firstNotFinite(const NetworkSpec &spec, const Batch &batch,
                                       const std::vector<LayerTrace> &layers, Pass pass)
{
    for (std::size_t i = 0; i < layers.size(); ++i) {
        const std::size_t index = pass == Pass::forward ? i : layers.size() - 1 - i;
        if (!isFinite(layers[index]))
            if (auto place = firstInLayer(spec, batch, layers[index], int(index), pass))
                return place;
    }
    return std::nullopt;
}

std::optional<std::string> firstNotFinite(const NetworkSpec &spec, const Parameters &parameters)
{
    for (const ConstParameterView &view : views(spec, parameters))
        if (!view.values.allFinite())
            return view.name;
    return std::nullopt;
}

} // namespace gatescope
