// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment.h"

#include "core/experiment/example_input.h"
#include "core/experiment/typed_truth.h"
#include "core/model/initialisation.h"
#include "core/model/pinning.h"

#include <algorithm>

namespace gatescope {

namespace {

/// The lengths and the shape of what an input becomes, without its numbers: what a target must fit.
Batch shapeOf(const NetworkSpec &spec, const Input &input)
{
    Batch batch
        = fullLengthBatch(TimeArray(input.longest(), input.sequences(), spec.inputSize, TimeArray::Precision::f32));
    for (int n = 0; n < input.sequences(); ++n)
        batch.lengths[n] = input.length(n);
    return batch;
}

bool watchesSomething(const Objective &objective, const Batch &batch)
{
    for (int n = 0; n < batch.sequences(); ++n)
        for (int t = 0; t < batch.lengths[n]; ++t)
            if (isWatched(objective, batch, n, t))
                return true;
    return false;
}

bool fits(const Objective &objective, const NetworkSpec &spec, const Input &input)
{
    Batch batch = shapeOf(spec, input);
    if (!check(spec, batch, objective))
        return false;
    if (spec.decoder) // its steps are those of what it writes
        for (int n = 0; n < batch.sequences(); ++n)
            batch.lengths[n] = static_cast<int>(objective.classes[n].size());
    return watchesSomething(objective, batch);
}

/// The place of every symbol among those that the head can say: letters of an alphabet, or rows of an embedding; none
/// where the head says something else.
std::optional<std::vector<std::vector<int>>> sayableSymbols(const NetworkSpec &spec, const Input &input)
{
    if (spec.headOutputs == 0)
        return std::nullopt;
    if (const auto *tokens = std::get_if<TokenInput>(&input.source))
        return spec.embeddingRows == spec.headOutputs ? std::optional(tokens->sequences) : std::nullopt;
    const auto *characters = std::get_if<CharacterInput>(&input.source);
    if (!characters || static_cast<int>(characters->alphabet.size()) != spec.headOutputs)
        return std::nullopt;
    auto rows = letterRows(characters->alphabet, characters->texts);
    return rows ? std::optional(std::move(*rows)) : std::nullopt;
}

/// The symbol that follows each symbol; none follows the last.
std::optional<std::vector<std::vector<int>>> nextSymbols(const NetworkSpec &spec, const Input &input)
{
    auto symbols = sayableSymbols(spec, input);
    if (!symbols || std::ranges::any_of(*symbols, &std::vector<int>::empty))
        return std::nullopt;
    for (std::vector<int> &sequence : *symbols) {
        sequence.erase(sequence.begin());
        sequence.push_back(-1);
    }
    return symbols;
}

/// To write what was read, where that is letters which the head can say; otherwise one symbol.
Objective writingObjective(const NetworkSpec &spec, const Input &input)
{
    Objective objective;
    objective.kind = LossKind::crossEntropy;
    objective.watched = WatchedSteps::every;
    const auto *characters = std::get_if<CharacterInput>(&input.source);
    if (characters && static_cast<int>(characters->alphabet.size()) == spec.headOutputs)
        if (auto rows = letterRows(characters->alphabet, characters->texts))
            objective.classes = std::move(*rows);
    if (!fits(objective, spec, input))
        objective.classes.assign(static_cast<std::size_t>(input.sequences()), {0});
    return objective;
}

} // namespace

Result<Batch> batchOf(const Experiment &experiment)
{
    auto batch = toBatch(experiment.input, experiment.spec, experiment.parameters);
    if (!batch)
        return batch.error();
    if (const auto fits = check(experiment.spec, batch->lengths, experiment.pins); !fits)
        return fits.error();
    batch->pins = experiment.pins;
    return batch;
}

Result<void> check(const Experiment &experiment)
{
    if (auto fine = check(experiment.spec); !fine)
        return fine;
    if (auto fine = check(experiment.spec, experiment.parameters); !fine)
        return fine;
    const auto batch = batchOf(experiment);
    if (!batch)
        return batch.error();
    if (auto fine = check(experiment.spec, *batch, experiment.objective); !fine)
        return fine;
    return check(experiment.spec, experiment.units);
}

Result<void> checkView(const Experiment &experiment)
{
    struct Place {
        const char *name;
        int value;
        int count;
    };
    const ExperimentView &view = experiment.view;
    const NetworkSpec &spec = experiment.spec;
    const Input &input = experiment.input;
    const int sequence = std::clamp(view.sequence, 0, input.sequences() - 1);
    const int directions = view.direction == Direction::backward ? 2 : 1;
    for (const Place &place : {Place{"sequence", view.sequence, input.sequences()},
                               {"step", view.step, input.length(sequence)},
                               {"part", view.part, static_cast<int>(describe(spec.cell).stepParts.size())},
                               {"layer", view.layer, spec.layers},
                               {"unit", view.unit, spec.hiddenSize}})
        if (place.value < 0 || place.value >= place.count)
            return error("The view looks at %1 %2, but there are only 0 to %3.",
                         {place.name, std::to_string(place.value), std::to_string(place.count - 1)});
    if (directions > spec.directions())
        return error("The view looks at the backward direction, but the network reads only forwards.");
    return {};
}

ExperimentView nearestView(const ExperimentView &view, const NetworkSpec &spec, const Input &input)
{
    ExperimentView found = view;
    found.sequence = std::clamp(view.sequence, 0, input.sequences() - 1);
    found.step = std::clamp(view.step, 0, input.length(found.sequence) - 1);
    found.part = std::clamp(view.part, 0, static_cast<int>(describe(spec.cell).stepParts.size()) - 1);
    found.layer = std::clamp(view.layer, 0, spec.layers - 1);
    found.unit = std::clamp(view.unit, 0, spec.hiddenSize - 1);
    if (!spec.bidirectional)
        found.direction = Direction::forward;
    return found;
}

std::vector<Pin> fittingPins(const std::vector<Pin> &pins, const NetworkSpec &spec, const Input &input)
{
    if (pins.empty())
        return {};
    std::vector<int> lengths;
    for (int n = 0; n < input.sequences(); ++n)
        lengths.push_back(input.length(n));
    return fittingPins(pins, spec, lengths);
}

Objective naturalObjective(const NetworkSpec &spec, const Input &input)
{
    if (spec.decoder)
        return writingObjective(spec, input);
    Objective nextSymbol;
    nextSymbol.kind = LossKind::crossEntropy;
    nextSymbol.watched = WatchedSteps::every;
    if (auto classes = nextSymbols(spec, input)) {
        nextSymbol.classes = std::move(*classes);
        if (fits(nextSymbol, spec, input))
            return nextSymbol;
    }
    return Objective{};
}

Objective adaptedObjective(const Objective &objective, const NetworkSpec &spec, const Input &input)
{
    const Objective natural = naturalObjective(spec, input);
    Objective adapted = objective;
    if (!spec.decoder && objective.kind == LossKind::crossEntropy && natural.kind == LossKind::crossEntropy) {
        adapted.classes = natural.classes;
        // What was to follow the end of a text follows the new text too.
        const std::size_t texts = std::min(adapted.classes.size(), objective.classes.size());
        for (std::size_t n = 0; n < texts; ++n)
            if (!objective.classes[n].empty())
                adapted.classes[n].back() = objective.classes[n].back();
    }
    return fits(adapted, spec, input) ? adapted : natural;
}

Objective withoutTruth(const Objective &objective, const NetworkSpec &spec, const Input &input, int sequence)
{
    const bool followsFromInput = naturalObjective(spec, input).kind == LossKind::crossEntropy;
    if (objective.kind != LossKind::crossEntropy || followsFromInput)
        return adaptedObjective(objective, spec, input);
    Objective unknown = objective;
    unknown.classes[std::size_t(sequence)].assign(std::size_t(input.length(sequence)), -1);
    return check(spec, shapeOf(spec, input), unknown) ? unknown : adaptedObjective(objective, spec, input);
}

Experiment experimentFor(const NetworkSpec &spec, const Experiment &previous, std::uint64_t seed)
{
    Experiment next = previous;
    next.spec = spec;
    NetworkSpec previousShape = previous.spec;
    previousShape.reset = spec.reset;
    previousShape.update = spec.update;
    previousShape.gateActivation = spec.gateActivation;
    previousShape.stateActivation = spec.stateActivation;
    if (spec != previousShape) {
        next.parameters = roundedToFloat(spec, initialParameters(spec, seed));
        next.description.clear(); // it told of the old numbers
        next.units.clear();       // so did the names
    }
    next.input = fittingInput(spec, previous.input);
    const bool sameQuestion = next.input.source == previous.input.source && spec.decoder == previous.spec.decoder;
    next.objective
        = sameQuestion ? adaptedObjective(previous.objective, spec, next.input) : naturalObjective(spec, next.input);
    next.pins = fittingPins(previous.pins, spec, next.input);
    next.view = nearestView(previous.view, spec, next.input);
    if (spec.cell != previous.spec.cell)
        next.view.part = 0;
    return next;
}

} // namespace gatescope
