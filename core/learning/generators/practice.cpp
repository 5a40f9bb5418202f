// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/generators/practice.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

double rounded(double value, double digits)
{
    return std::round(value * digits) / digits;
}

/// Weights large enough that gates open and shut.
Parameters practiceParameters(const NetworkSpec &spec, Random &random)
{
    Parameters parameters = zeroParameters(spec);
    for (ParameterView &tensor : views(spec, parameters))
        for (double &value : tensor.values.reshaped<Eigen::RowMajor>())
            value = rounded(random.uniform(-1.6, 1.6), 100);
    return parameters;
}

Matrix practiceSequence(int length, int inputSize, Random &random)
{
    Matrix x(length, inputSize);
    for (double &value : x.reshaped<Eigen::RowMajor>())
        value = rounded(random.uniform(-1.5, 1.5), 10);
    return x;
}

Experiment reading(const NetworkSpec &spec, const std::vector<int> &lengths, Random &random)
{
    Experiment experiment;
    experiment.title = "A small network for a question";
    experiment.spec = spec;
    experiment.parameters = practiceParameters(spec, random);
    NumberInput input;
    for (const int length : lengths)
        input.sequences.push_back(practiceSequence(length, spec.inputSize, random));
    experiment.input.source = std::move(input);
    return experiment;
}

NetworkSpec anySpec(Random &random)
{
    NetworkSpec spec;
    const int kind = random.below(8);
    spec.cell = kind == 0 ? CellKind::lstm : kind == 1 ? CellKind::rnn : CellKind::gru;
    spec.inputSize = 2 + random.below(23);
    do
        spec.hiddenSize = 2 + random.below(23);
    while (spec.hiddenSize == spec.inputSize);
    spec.layers = 1 + random.below(3);
    spec.bidirectional = random.below(2) == 1;
    spec.bias = random.below(4) > 0;
    return spec;
}

/// Several sequences of one length, no size the same as another.
Experiment readingSome(const NetworkSpec &spec, Random &random)
{
    int sequences = 0, length = 0;
    do {
        sequences = 2 + random.below(7);
        length = 3 + random.below(8);
    } while (sequences == length || sequences == spec.hiddenSize || length == spec.hiddenSize
             || sequences == spec.inputSize || length == spec.inputSize
             || sequences == spec.layers * spec.directions());
    return reading(spec, std::vector<int>(std::size_t(sequences), length), random);
}

} // namespace

Experiment smallGru(Random &random)
{
    NetworkSpec spec;
    spec.inputSize = 2;
    spec.hiddenSize = 2 + random.below(3);
    return reading(spec, {4 + random.below(5)}, random);
}

Experiment smallGruOfEitherUpdate(Random &random)
{
    Experiment experiment = smallGru(random);
    experiment.spec.update = random.below(2) == 0 ? UpdateMeaning::keeps : UpdateMeaning::overwrites;
    return experiment;
}

Experiment smallGruOfEitherReset(Random &random)
{
    NetworkSpec spec;
    spec.inputSize = 2;
    spec.hiddenSize = 2;
    spec.reset = random.below(2) == 0 ? ResetPlacement::after : ResetPlacement::before;
    return reading(spec, {4 + random.below(3)}, random);
}

Experiment smallGruWithInnerLoss(Random &random)
{
    Experiment experiment = smallGru(random);
    experiment.objective.watched = WatchedSteps::one;
    experiment.objective.step = 1 + random.below(experiment.input.longest() - 2);
    return experiment;
}

Experiment anyShape(Random &random)
{
    return readingSome(anySpec(random), random);
}

Experiment anyBothWays(Random &random)
{
    NetworkSpec spec = anySpec(random);
    spec.bidirectional = true;
    return readingSome(spec, random);
}

Experiment anyDeep(Random &random)
{
    NetworkSpec spec = anySpec(random);
    spec.layers = 2 + random.below(2);
    return readingSome(spec, random);
}

Experiment paddedSequences(Random &random)
{
    NetworkSpec spec;
    spec.inputSize = 2;
    spec.hiddenSize = 3;
    std::vector<int> lengths;
    const int sequences = 3 + random.below(3);
    for (int n = 0; n < sequences; ++n)
        lengths.push_back(1 + random.below(8));
    return reading(spec, lengths, random);
}

} // namespace gatescope
