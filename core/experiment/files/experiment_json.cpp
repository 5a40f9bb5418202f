// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/experiment_json.h"

#include <algorithm>
#include <array>
#include <limits>

namespace gatescope {

namespace {

constexpr int anyCount = std::numeric_limits<int>::max();

constexpr std::array lossNames{std::pair("output_sum", LossKind::outputSum),
                               std::pair("cross_entropy", LossKind::crossEntropy),
                               std::pair("squared_error", LossKind::squaredError),
                               std::pair("binary_cross_entropy", LossKind::binaryCrossEntropy)};

Tensor tensorOf(const std::vector<Matrix> &slices)
{
    Tensor tensor;
    tensor.shape = {static_cast<std::int64_t>(slices.size()), slices.front().rows(), slices.front().cols()};
    for (const Matrix &slice : slices)
        tensor.values.insert(tensor.values.end(), slice.data(), slice.data() + slice.size());
    return tensor;
}

std::vector<Matrix> slicesOf(const Tensor &tensor)
{
    std::vector<Matrix> slices;
    const std::int64_t size = tensor.shape[1] * tensor.shape[2];
    for (std::int64_t i = 0; i < tensor.shape[0]; ++i)
        slices.push_back(Eigen::Map<const Matrix>(tensor.values.data() + i * size, tensor.shape[1], tensor.shape[2]));
    return slices;
}

Json sourceToJson(const CharacterInput &input)
{
    return {{"kind", "characters"}, {"alphabet", input.alphabet}, {"texts", input.texts}};
}

Json sourceToJson(const TokenInput &input)
{
    return {{"kind", "tokens"}, {"sequences", input.sequences}};
}

/// Sequences of several lengths are padded with zeros to the longest.
Json sourceToJson(const NumberInput &input)
{
    std::vector<Matrix> padded = input.sequences;
    std::vector<Eigen::Index> lengths;
    for (const Matrix &sequence : input.sequences)
        lengths.push_back(sequence.rows());
    const Eigen::Index longest = *std::ranges::max_element(lengths);
    for (Matrix &sequence : padded) {
        const Eigen::Index length = sequence.rows();
        sequence.conservativeResize(longest, Eigen::NoChange);
        sequence.bottomRows(longest - length).setZero();
    }
    Json json{{"kind", "numbers"}, {"x", tensorToJson(tensorOf(padded))}};
    if (std::ranges::any_of(lengths, [=](Eigen::Index length) { return length != longest; }))
        json["lengths"] = lengths;
    if (!input.features.empty())
        json["features"] = input.features;
    return json;
}

NumberInput readNumberInput(const JsonReader &json)
{
    NumberInput input;
    input.sequences = slicesOf(json["x"].tensor(3));
    if (json.has("features"))
        input.features = json["features"].texts();
    if (!json.has("lengths"))
        return input;
    const auto lengths = json["lengths"].elements();
    if (lengths.size() != input.sequences.size()) {
        json["lengths"].refuse(
            sentence("%1 lengths, one for each sequence of x", {std::to_string(input.sequences.size())}));
        return input;
    }
    for (std::size_t n = 0; n < lengths.size(); ++n) {
        Matrix &sequence = input.sequences[n];
        sequence = sequence.topRows(lengths[n].whole(1, static_cast<int>(sequence.rows()))).eval();
    }
    return input;
}

} // namespace

Json inputToJson(const Input &input)
{
    Json json = std::visit([](const auto &source) { return sourceToJson(source); }, input.source);
    if (!input.h0.empty())
        json["h0"] = tensorToJson(tensorOf(input.h0));
    if (!input.c0.empty())
        json["c0"] = tensorToJson(tensorOf(input.c0));
    return json;
}

Input readInput(const JsonReader &json)
{
    Input input;
    const std::string kind = json["kind"].text();
    if (kind == "characters") {
        input.source = CharacterInput{json["alphabet"].texts(), json["texts"].texts()};
    } else if (kind == "tokens") {
        TokenInput tokens;
        for (const JsonReader &sequence : json["sequences"].elements())
            tokens.sequences.push_back(sequence.wholes(0, anyCount));
        input.source = std::move(tokens);
    } else if (kind == "numbers") {
        input.source = readNumberInput(json);
    } else {
        json["kind"].refuse(sentence("characters, tokens or numbers"));
    }
    if (json.has("h0"))
        input.h0 = slicesOf(json["h0"].tensor(3));
    if (json.has("c0"))
        input.c0 = slicesOf(json["c0"].tensor(3));
    return input;
}

/// Whether the targets are numbers, not classes.
bool hasValues(LossKind kind)
{
    return kind == LossKind::squaredError || kind == LossKind::binaryCrossEntropy;
}

Json objectiveToJson(const Objective &objective)
{
    Json json;
    json["loss"] = std::ranges::find(lossNames, objective.kind, &std::pair<const char *, LossKind>::second)->first;
    if (objective.watched == WatchedSteps::one)
        json["watched"] = {{"step", objective.step}};
    else
        json["watched"] = objective.watched == WatchedSteps::every ? "every" : "last";
    if (objective.kind == LossKind::crossEntropy)
        json["classes"] = objective.classes;
    if (objective.kind == LossKind::squaredError)
        json["tolerance"] = objective.tolerance;
    if (!hasValues(objective.kind))
        return json;

    const TimeArray &values = objective.values; // [time, batch, outputs], in the file [batch, time, outputs]
    std::vector<Matrix> sequences(values.batch(), Matrix(values.steps(), values.units()));
    for (int n = 0; n < values.batch(); ++n)
        for (int t = 0; t < values.steps(); ++t)
            sequences[n].row(t) = values.at(t, n).transpose();
    json["values"] = tensorToJson(tensorOf(sequences));
    return json;
}

Objective readObjective(const JsonReader &json)
{
    Objective objective;
    const std::string loss = json["loss"].text();
    const auto *named = std::ranges::find(lossNames, loss, &std::pair<const char *, LossKind>::first);
    if (named == lossNames.end())
        json["loss"].refuse(sentence("output_sum, cross_entropy, squared_error or binary_cross_entropy"));
    else
        objective.kind = named->second;

    const JsonReader watched = json["watched"];
    if (watched.isObject()) {
        objective.watched = WatchedSteps::one;
        objective.step = watched["step"].whole(0, anyCount);
    } else if (watched.isText() && watched.text() == "every") {
        objective.watched = WatchedSteps::every;
    } else if (!watched.isText() || watched.text() != "last") {
        watched.refuse(sentence("\"every\", \"last\" or {\"step\": number}"));
    }

    if (objective.kind == LossKind::crossEntropy)
        for (const JsonReader &sequence : json["classes"].elements())
            objective.classes.push_back(sequence.wholes(-1, anyCount));
    if (objective.kind == LossKind::squaredError && json.has("tolerance"))
        objective.tolerance = json["tolerance"].number();
    if (!hasValues(objective.kind))
        return objective;
    const Tensor values = json["values"].tensor(3);
    const auto sizes = std::array{static_cast<int>(values.shape[0]), static_cast<int>(values.shape[1]),
                                  static_cast<int>(values.shape[2])};
    objective.values = TimeArray(sizes[1], sizes[0], sizes[2]);
    std::size_t i = 0;
    for (int n = 0; n < sizes[0]; ++n)
        for (int t = 0; t < sizes[1]; ++t)
            for (int output = 0; output < sizes[2]; ++output)
                objective.values.set(t, n, output, values.values[i++]);
    return objective;
}

Json viewToJson(const ExperimentView &view, CellKind cell)
{
    return {{"sequence", view.sequence},
            {"step", view.step},
            {"part", describe(cell).stepParts[view.part].name},
            {"layer", view.layer},
            {"direction", view.direction == Direction::forward ? "forward" : "backward"},
            {"unit", view.unit},
            {"backward_pass", view.backwardPass},
            {"level", view.level}};
}

ExperimentView readView(const JsonReader &json, CellKind cell)
{
    ExperimentView view;
    if (json.has("sequence"))
        view.sequence = json["sequence"].whole(0, anyCount);
    if (json.has("step"))
        view.step = json["step"].whole(0, anyCount);
    if (json.has("layer"))
        view.layer = json["layer"].whole(0, anyCount);
    if (json.has("unit"))
        view.unit = json["unit"].whole(0, anyCount);
    if (json.has("backward_pass"))
        view.backwardPass = json["backward_pass"].truth();
    if (json.has("level"))
        view.level = json["level"].whole(0, 2);
    if (json.has("direction")) {
        const std::string direction = json["direction"].text();
        view.direction = direction == "backward" ? Direction::backward : Direction::forward;
        if (direction != "forward" && direction != "backward")
            json["direction"].refuse(sentence("\"forward\" or \"backward\""));
    }
    if (json.has("part")) {
        const auto &parts = describe(cell).stepParts;
        const std::string name = json["part"].text();
        const auto found = std::ranges::find(parts, name, &StepPart::name);
        if (found == parts.end())
            json["part"].refuse(sentence("the name of a part of a step"));
        else
            view.part = static_cast<int>(found - parts.begin());
    }
    return view;
}

Json breakpointsToJson(const std::vector<Breakpoint> &breakpoints)
{
    Json json = Json::array();
    for (const Breakpoint &breakpoint : breakpoints)
        json.push_back(breakpointText(breakpoint));
    return json;
}

std::vector<Breakpoint> readBreakpoints(const JsonReader &json, CellKind cell)
{
    std::vector<Breakpoint> breakpoints;
    for (const JsonReader &element : json.elements()) {
        const auto read = parseBreakpoint(element.text(), cell);
        if (read)
            breakpoints.push_back(*read);
        else
            element.refuse(inPlace(element.place(), read.error()));
    }
    return breakpoints;
}

} // namespace gatescope
