// SPDX-License-Identifier: GPL-3.0-or-later
#include "random_network.h"

#include "core/model/initialisation.h"
#include "core/model/pinning.h"
#include "core/model/squash.h"

#include <algorithm>

namespace gatescope {

namespace {

std::vector<Matrix> randomStates(const NetworkSpec &spec, int sequences, Random &random)
{
    std::vector<Matrix> states(std::size_t(spec.layers * spec.directions()), Matrix(sequences, spec.hiddenSize));
    for (Matrix &state : states)
        for (double &value : state.reshaped())
            value = random.uniform(-1, 1);
    return states;
}

Objective randomObjective(const Shape &shape, Random &random)
{
    Objective objective;
    objective.kind = shape.loss;
    objective.watched = shape.watched;
    objective.step = shape.step;
    const int sequences = int(shape.lengths.size());
    if (shape.loss == LossKind::squaredError)
        objective.values = randomArray(shape.steps, sequences, shape.spec.headOutputs, random);
    if (shape.loss == LossKind::binaryCrossEntropy) {
        objective.values = TimeArray(shape.steps, sequences, shape.spec.headOutputs);
        for (int t = 0; t < shape.steps; ++t)
            for (double &value : objective.values.step(t).reshaped())
                value = random.uniform();
    }
    if (shape.loss == LossKind::crossEntropy) {
        objective.classes.assign(std::size_t(sequences), std::vector<int>(std::size_t(shape.steps)));
        for (std::vector<int> &classes : objective.classes)
            for (int &target : classes)
                target = random.below(shape.spec.headOutputs);
        if (shape.watched == WatchedSteps::every)
            objective.classes[0][0] = -1;
    }
    return objective;
}

} // namespace

TimeArray randomArray(int steps, int sequences, int units, Random &random)
{
    TimeArray array(steps, sequences, units);
    for (int t = 0; t < steps; ++t)
        for (int n = 0; n < sequences; ++n)
            for (int i = 0; i < units; ++i)
                array.set(t, n, i, random.uniform(-1, 1));
    return array;
}

RandomNetwork randomNetwork(const Shape &shape, std::uint64_t seed)
{
    Random random(seed);
    const int sequences = int(shape.lengths.size());
    RandomNetwork network{shape.spec, zeroParameters(shape.spec), nullptr, randomObjective(shape, random)};
    for (ParameterView &view : views(network.spec, network.parameters))
        for (double &value : view.values.reshaped())
            value = random.uniform(-0.8, 0.8);

    Batch batch = fullLengthBatch(randomArray(shape.steps, sequences, shape.spec.inputSize, random));
    batch.lengths = shape.lengths;
    batch.dropout = drawMasks(shape.spec, shape.dropout, shape.steps, sequences, seed);
    batch.pins = shape.pins;
    if (shape.initialStates) {
        batch.h0 = randomStates(shape.spec, sequences, random);
        if (describe(shape.spec.cell).hasCellState)
            batch.c0 = randomStates(shape.spec, sequences, random);
    }
    network.batch = std::make_shared<const Batch>(std::move(batch));
    return network;
}

RandomNetwork initialNetwork(const Shape &shape, std::uint64_t seed)
{
    RandomNetwork network = randomNetwork(shape, seed);
    network.parameters = initialParameters(network.spec, seed);
    return network;
}

std::vector<Pin> randomPins(const NetworkSpec &spec, const std::vector<int> &lengths, int ofEachPart,
                            std::uint64_t seed)
{
    Random random(seed);
    std::vector<Pin> pins;
    for (const Part part : describe(spec.cell).recorded) {
        for (int i = 0; i < ofEachPart && canBePinned(spec.cell, part); ++i) {
            Pin pin;
            pin.layer = random.below(spec.layers);
            pin.direction = random.below(spec.directions()) == 1 ? Direction::backward : Direction::forward;
            pin.part = part;
            pin.unit = random.below(spec.hiddenSize);
            if (random.below(2) == 0)
                pin.sequence = random.below(int(lengths.size()));
            const int steps = pin.sequence ? lengths[*pin.sequence] : *std::ranges::max_element(lengths);
            pin.firstStep = random.below(steps);
            pin.lastStep = std::min(steps - 1, pin.firstStep + random.below(2));
            pin.value = random.uniform(rangeOf(spec, part) == Range::gate ? 0 : -1, 1);
            pins = withPin(pins, pin, lengths);
        }
    }
    return pins;
}

Batch sequenceAlone(const Batch &batch, int sequence)
{
    TimeArray x(batch.lengths[sequence], 1, batch.x.units());
    for (int t = 0; t < x.steps(); ++t)
        x.step(t).row(0) = batch.x.step(t).row(sequence);
    Batch alone = fullLengthBatch(std::move(x));
    for (const Matrix &h0 : batch.h0)
        alone.h0.push_back(h0.row(sequence));
    for (const Matrix &c0 : batch.c0)
        alone.c0.push_back(c0.row(sequence));
    return alone;
}

} // namespace gatescope
