// SPDX-License-Identifier: GPL-3.0-or-later
#include "some_experiments.h"

namespace gatescope {

Experiment letterExperiment()
{
    Experiment experiment;
    experiment.title = "Letters — “hello”";
    experiment.description = "Two lines,\nand a \"quote\".";
    experiment.spec.inputSize = 7;
    experiment.spec.hiddenSize = 3;
    experiment.spec.headOutputs = 7;
    experiment.parameters = initialParameters(experiment.spec, 1);
    experiment.input.source = CharacterInput{{"h", "e", "l", "o", "w", " ", "ü"}, {"hello", "wow"}};
    experiment.objective = naturalObjective(experiment.spec, experiment.input);
    experiment.view = {1, 2, 3, 0, Direction::forward, 2, true};
    return experiment;
}

Experiment tokenExperiment()
{
    Experiment experiment;
    experiment.title = "Tokens";
    experiment.spec.cell = CellKind::lstm;
    experiment.spec.inputSize = 4;
    experiment.spec.hiddenSize = 2;
    experiment.spec.embeddingRows = 6;
    experiment.spec.bias = false;
    experiment.parameters = initialParameters(experiment.spec, 2);
    experiment.input.source = TokenInput{{{3, 1, 5}, {0}}};
    experiment.input.h0 = {Matrix{{0.1, -0.2}, {0.3, 0.4}}};
    experiment.input.c0 = {Matrix{{1.5, -2}, {0, 0.25}}};
    experiment.objective.watched = WatchedSteps::one;
    experiment.objective.step = 1;
    return experiment;
}

Experiment numberExperiment()
{
    Experiment experiment;
    experiment.title = "Numbers";
    experiment.spec.inputSize = 2;
    experiment.spec.hiddenSize = 3;
    experiment.spec.layers = 2;
    experiment.spec.bidirectional = true;
    experiment.spec.reset = ResetPlacement::before;
    experiment.spec.update = UpdateMeaning::overwrites;
    experiment.spec.headOutputs = 1;
    experiment.parameters = initialParameters(experiment.spec, 3);
    experiment.input.source
        = NumberInput{{"sun", "rain"}, {Matrix{{1, 0.1}, {2, 0}, {3, -1}, {4, 1e-300}}, Matrix{{5, 6}, {7, 8}}}};
    experiment.objective.kind = LossKind::squaredError;
    experiment.objective.watched = WatchedSteps::every;
    experiment.objective.values = TimeArray(4, 2, 1);
    experiment.objective.values.set(3, 0, 0, 0.1);
    experiment.objective.values.set(0, 1, 0, -1.0 / 3);
    experiment.view.direction = Direction::backward;
    experiment.view.layer = 1;
    return experiment;
}

} // namespace gatescope
