// SPDX-License-Identifier: GPL-3.0-or-later
#include "small_experiments.h"

namespace gatescope {

Experiment numberExperiment(CellKind cell, bool bidirectional)
{
    Experiment experiment;
    experiment.title = "Numbers";
    experiment.spec.cell = cell;
    experiment.spec.inputSize = 2;
    experiment.spec.hiddenSize = 3;
    experiment.spec.layers = 2;
    experiment.spec.bidirectional = bidirectional;
    experiment.parameters = initialParameters(experiment.spec, 7);

    NumberInput numbers;
    Random random(11);
    for (const int length : {4, 1, 3})
        numbers.sequences.push_back(Matrix::NullaryExpr(length, 2, [&random] { return random.uniform(-1, 1); }));
    experiment.input.source = numbers;
    return experiment;
}

Experiment letterExperiment()
{
    Experiment experiment;
    experiment.title = "Letters";
    experiment.spec.inputSize = 4;
    experiment.spec.hiddenSize = 3;
    experiment.spec.headOutputs = 4;
    experiment.parameters = initialParameters(experiment.spec, 5);
    experiment.input.source = CharacterInput{{"e", "h", "l", "o"}, {"hello", "ol"}};
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    return experiment;
}

} // namespace gatescope
