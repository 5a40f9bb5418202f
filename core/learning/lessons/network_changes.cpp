// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/network_changes.h"

#include "core/io/pins_json.h"
#include "core/model/pruning.h"
#include "core/model/quantisation.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr double largestScale = 1000;

/// A number of one row, or [column…].
Result<void> setRow(const JsonReader &json, const std::string &name, Eigen::Ref<Matrix> rows, Eigen::Index row)
{
    if (rows.cols() == 1 && !json.json().is_array()) {
        rows(row, 0) = json.number();
        return {};
    }
    const auto values = json.elements();
    if (std::ssize(values) != rows.cols())
        return error("weights.%1[%2]: it has so many numbers: %3; expected %4.",
                     {name, std::to_string(row), std::to_string(values.size()), std::to_string(rows.cols())});
    for (Eigen::Index column = 0; column < rows.cols(); ++column)
        rows(row, column) = values[std::size_t(column)].number();
    return {};
}

Result<void> setWeights(const JsonReader &json, Experiment &experiment)
{
    if (!json.isObject())
        return error("weights is not a list of tensors by name.");
    auto tensors = views(experiment.spec, experiment.parameters);
    for (const auto &[name, value] : json.json().items()) {
        const auto tensor = std::ranges::find(tensors, name, &ParameterView::name);
        if (tensor == tensors.end())
            return error("weights: the network has no tensor \"%1\".", {printable(name)});
        const auto rows = json[name.c_str()].elements();
        if (std::ssize(rows) != tensor->values.rows())
            return error("weights.%1: it has so many rows: %2; expected %3.",
                         {name, std::to_string(rows.size()), std::to_string(tensor->values.rows())});
        Matrix values = tensor->values;
        for (std::size_t row = 0; row < rows.size(); ++row)
            if (const auto set = setRow(rows[row], name, values, Eigen::Index(row)); !set)
                return set;
        tensor->values = values;
    }
    return {};
}

Result<void> dropFromRecurrent(const JsonReader &json, Experiment &experiment)
{
    const int units = experiment.spec.hiddenSize;
    const auto &blocks = describe(experiment.spec.cell).blocks;
    const double share = json["share"].number();
    if (!(share >= 0 && share < 1))
        return error("recurrent_dropout.share is not within 0 and 1.");
    Matrix &U = experiment.parameters.layers.front().U;
    U /= 1 - share;
    const JsonReader dropped = json["dropped"];
    if (!dropped.isObject())
        return error("recurrent_dropout.dropped is not a list of units by block.");
    for (const auto &[letter, list] : dropped.json().items()) {
        const auto block = std::ranges::find(blocks, letter, &Block::letter);
        if (block == blocks.end())
            return error("recurrent_dropout.dropped: this cell has no block \"%1\".", {printable(letter)});
        for (const int unit : dropped[letter.c_str()].wholes(0, units - 1))
            U.block((block - blocks.begin()) * units, std::min(unit, units - 1), units, 1).setZero();
    }
    return {};
}

Result<void> prune(double share, Experiment &experiment)
{
    auto less = pruned(experiment.spec, experiment.parameters, share, PruningScope::network);
    if (!less)
        return inPlace("pruned", less.error());
    experiment.parameters = std::move(less->parameters);
    return {};
}

Result<void> quantise(Experiment &experiment)
{
    const auto eight = quantised(experiment.spec, experiment.parameters, Granularity::tensor);
    if (!eight)
        return inPlace("quantised", eight.error());
    experiment.parameters = eight->dequantised();
    return {};
}

Result<void> hold(const Json &json, Experiment &experiment)
{
    std::vector<int> lengths;
    for (int n = 0; n < experiment.input.sequences(); ++n)
        lengths.push_back(experiment.input.length(n));
    auto pins = pinsFromJson(json, lengths);
    if (!pins)
        return pins.error();
    experiment.pins = std::move(*pins);
    return {};
}

Result<void> scaleRecurrent(double by, Experiment &experiment)
{
    if (!(std::abs(by) <= largestScale))
        return error("recurrent_scale is beyond %1.", {std::to_string(int(largestScale))});
    for (LayerParameters &layer : experiment.parameters.layers)
        layer.U *= by;
    return {};
}

} // namespace

Result<void> changeNetwork(const JsonReader &json, Experiment &experiment)
{
    Result<void> changed;
    if (json.has("weights"))
        changed = setWeights(json["weights"], experiment);
    if (changed && json.has("recurrent_scale"))
        changed = scaleRecurrent(json["recurrent_scale"].number(), experiment);
    if (changed && json.has("recurrent_dropout"))
        changed = dropFromRecurrent(json["recurrent_dropout"], experiment);
    if (changed && json.has("pruned"))
        changed = prune(json["pruned"].number(), experiment);
    if (changed && json.has("quantised") && json["quantised"].truth())
        changed = quantise(experiment);
    if (changed && json.has("pins"))
        changed = hold(json["pins"].json(), experiment);
    return changed;
}

} // namespace gatescope
