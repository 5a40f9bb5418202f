// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/explore/experiments.h"

#include "core/engine/reference_backend.h"

namespace gatescope::testing {

namespace {

Matrix spread(int rows, int columns, double from)
{
    Matrix values(rows, columns);
    for (int i = 0; i < values.size(); ++i)
        values.data()[i] = from + 0.37 * (i % 5) - 0.21 * (i % 3);
    return values;
}

} // namespace

Experiment spelling(NetworkSpec spec, std::uint64_t seed)
{
    Experiment experiment;
    const CharacterInput letters{{"h", "e", "l", "o", "d", " "}, {"hello", "hold"}};
    spec.inputSize = int(letters.alphabet.size());
    spec.headOutputs = spec.inputSize;
    experiment.title = "spelling";
    experiment.spec = spec;
    experiment.parameters = initialParameters(spec, seed);
    experiment.input.source = letters;
    experiment.objective = naturalObjective(spec, experiment.input);
    return experiment;
}

Experiment counting(NetworkSpec spec, std::uint64_t seed)
{
    Experiment experiment;
    spec.inputSize = 3;
    spec.headOutputs = 0;
    experiment.title = "counting";
    experiment.spec = spec;
    experiment.parameters = initialParameters(spec, seed);
    experiment.input.source = NumberInput{{"a", "b", "c"}, {spread(4, 3, -0.6), spread(2, 3, 0.4)}};
    for (int i = 0; i < spec.layers * spec.directions(); ++i)
        experiment.input.h0.push_back(spread(2, spec.hiddenSize, 0.1 * i));
    if (describe(spec.cell).hasCellState)
        experiment.input.c0 = experiment.input.h0;
    experiment.objective = naturalObjective(spec, experiment.input);
    experiment.objective.watched = WatchedSteps::every;
    return experiment;
}

Record recordOf(const Experiment &experiment)
{
    const ReferenceBackend backend;
    Result<Record> record = computeRecord(backend, std::make_shared<const Experiment>(experiment));
    return record ? *record : Record{};
}

} // namespace gatescope::testing
