// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/check/drawn_case.h"

#include "core/base/random.h"

namespace gatescope::trial {

namespace {

TimeArray drawnArray(int steps, int sequences, int units, double low, double high, Random &random)
{
    TimeArray array(steps, sequences, units);
    for (int t = 0; t < steps; ++t)
        for (int n = 0; n < sequences; ++n)
            for (int i = 0; i < units; ++i)
                array.set(t, n, i, random.uniform(low, high));
    return array;
}

int pick(Random &random, std::initializer_list<int> choices)
{
    return choices.begin()[random.below(int(choices.size()))];
}

/// More units than are drawn else, for the kernels that take all steps at once.
void drawLarge(NetworkSpec &spec, Random &random)
{
    spec.hiddenSize = pick(random, {132, 384, 512, 768, 1024});
    spec.layers = 1;
    spec.bidirectional = false;
}

NetworkSpec drawnSpec(Random &random, CaseSize size)
{
    NetworkSpec spec;
    const CellKind cells[] = {CellKind::gru, CellKind::gru, CellKind::lstm, CellKind::rnn};
    spec.cell = cells[random.below(4)];
    spec.inputSize = pick(random, {1, 3, 16, 33, 128});
    spec.hiddenSize = size == CaseSize::small ? pick(random, {1, 3, 16, 33, 64, 72, 136})
                                              : pick(random, {1, 3, 16, 33, 64, 100, 128, 256});
    spec.layers = 1 + random.below(3);
    spec.bidirectional = random.below(2) == 0;
    spec.bias = random.below(4) > 0;
    spec.reset = random.below(2) ? ResetPlacement::before : ResetPlacement::after;
    spec.update = random.below(3) ? UpdateMeaning::keeps : UpdateMeaning::overwrites;
    spec.headOutputs = random.below(2) ? pick(random, {1, 3, 8, 40}) : 0;
    if (size == CaseSize::any && random.below(8) == 0)
        drawLarge(spec, random);
    return spec;
}

Objective drawnObjective(const NetworkSpec &spec, const Batch &batch, Random &random)
{
    Objective objective;
    objective.watched = random.below(2) ? WatchedSteps::every : WatchedSteps::last;
    if (spec.headOutputs == 0)
        return objective;
    const LossKind losses[] = {LossKind::crossEntropy, LossKind::squaredError, LossKind::binaryCrossEntropy};
    objective.kind = losses[random.below(3)];
    if (objective.kind == LossKind::crossEntropy)
        for (int n = 0; n < batch.sequences(); ++n)
            for (int t = 0; t < batch.steps(); ++t) {
                if (t == 0)
                    objective.classes.emplace_back();
                objective.classes.back().push_back(random.below(spec.headOutputs));
            }
    else
        objective.values = drawnArray(batch.steps(), batch.sequences(), spec.headOutputs, 0, 1, random);
    return objective;
}

void drawStates(const NetworkSpec &spec, Batch &batch, Random &random)
{
    const auto states = [&] {
        std::vector<Matrix> drawn(std::size_t(spec.layers * spec.directions()),
                                  Matrix(batch.sequences(), spec.hiddenSize));
        for (Matrix &state : drawn)
            for (double &value : state.reshaped())
                value = random.uniform(-1, 1);
        return drawn;
    };
    batch.h0 = states();
    if (describe(spec.cell).hasCellState)
        batch.c0 = states();
}

} // namespace

std::string DrawnCase::text() const
{
    return std::string(describe(spec.cell).key) + " " + std::to_string(spec.layers) + "×"
        + std::to_string(spec.hiddenSize) + (spec.bidirectional ? ", both directions, " : ", ")
        + std::to_string(batch->steps()) + " steps of " + std::to_string(batch->sequences()) + " sequences";
}

DrawnCase drawnCase(std::uint64_t seed, CaseSize size, bool mayDrop)
{
    Random random(seed);
    DrawnCase drawn;
    drawn.spec = drawnSpec(random, size);
    drawn.parameters = initialParameters(drawn.spec, random.next());
    const bool isShort = size == CaseSize::small || drawn.spec.hiddenSize > 256;
    const int steps = isShort ? pick(random, {1, 2, 5}) : pick(random, {1, 2, 12, 50});
    const int sequences = pick(random, {1, 2, 7, 16, 33});
    Batch batch = fullLengthBatch(drawnArray(steps, sequences, drawn.spec.inputSize, -1, 1, random));
    if (random.below(2))
        for (int &length : batch.lengths)
            length = 1 + random.below(steps);
    if (random.below(2))
        drawStates(drawn.spec, batch, random);
    if (random.below(2) && mayDrop)
        batch.dropout = drawMasks(drawn.spec, {random.below(2) * 0.3, random.below(2) * 0.2, random.below(2) * 0.4},
                                  steps, sequences, random.next());
    drawn.objective = drawnObjective(drawn.spec, batch, random);
    drawn.batch = std::make_shared<const Batch>(std::move(batch));
    return drawn;
}

DrawnCase demoCase(int units)
{
    constexpr int steps = 100, sequences = 32, characters = 16;
    Random random(1);
    DrawnCase drawn;
    drawn.spec.inputSize = characters;
    drawn.spec.hiddenSize = units;
    drawn.spec.layers = 2;
    drawn.spec.headOutputs = characters;
    drawn.parameters = initialParameters(drawn.spec, 1);
    TimeArray x(steps, sequences, characters);
    drawn.objective.kind = LossKind::crossEntropy;
    drawn.objective.watched = WatchedSteps::every;
    drawn.objective.classes.assign(sequences, std::vector<int>(steps));
    for (int n = 0; n < sequences; ++n)
        for (int t = 0; t < steps; ++t) {
            x.set(t, n, random.below(characters), 1);
            drawn.objective.classes[std::size_t(n)][std::size_t(t)] = random.below(characters);
        }
    drawn.batch = std::make_shared<const Batch>(fullLengthBatch(x));
    return drawn;
}

DrawnCase timedCase(const TimedLayer &layer)
{
    Random random(1);
    DrawnCase drawn;
    drawn.spec.cell = layer.cell;
    drawn.spec.inputSize = drawn.spec.hiddenSize = layer.units;
    drawn.parameters = initialParameters(drawn.spec, 1);
    drawn.batch = std::make_shared<const Batch>(
        fullLengthBatch(drawnArray(layer.steps, layer.sequences, layer.units, -1, 1, random)));
    drawn.objective.watched = WatchedSteps::every;
    return drawn;
}

} // namespace gatescope::trial
