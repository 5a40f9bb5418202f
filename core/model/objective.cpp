// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/objective.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::string shapeText(int steps, int sequences, int outputs)
{
    return "(" + std::to_string(steps) + ", " + std::to_string(sequences) + ", " + std::to_string(outputs) + ")";
}

/// `lengths` holds how many classes each sequence needs.
Result<void> checkClasses(const NetworkSpec &spec, const std::vector<int> &lengths, const Objective &objective)
{
    if (objective.classes.size() != lengths.size())
        return error(
            "Expected input batch_size (%1) to match target batch_size (%2): give one list of classes for each "
            "sequence.",
            {std::to_string(lengths.size()), std::to_string(objective.classes.size())});
    for (std::size_t n = 0; n < lengths.size(); ++n) {
        const std::vector<int> &classes = objective.classes[n];
        if (static_cast<int>(classes.size()) < lengths[n])
            return error("Sequence %1 has %2 steps but only %3 classes: give one for each step, -1 for no loss.",
                         {std::to_string(n), std::to_string(lengths[n]), std::to_string(classes.size())});
        for (std::size_t t = 0; t < classes.size(); ++t)
            if (classes[t] < -1 || classes[t] >= spec.headOutputs)
                return error(
                    "Target %1 is out of bounds: step %2 of sequence %3 may have a class 0 to %4, or -1 for no loss.",
                    {std::to_string(classes[t]), std::to_string(t), std::to_string(n),
                     std::to_string(spec.headOutputs - 1)});
    }
    return {};
}

/// A decoder's steps are those of the sequence that it writes.
Result<void> checkWritten(const NetworkSpec &spec, const Batch &batch, const Objective &objective)
{
    if (objective.kind != LossKind::crossEntropy)
        return error("A decoder writes symbols: watch the cross entropy of the sequence that it should write.");
    if (const auto classes = checkClasses(spec, std::vector<int>(batch.lengths.size(), 0), objective); !classes)
        return classes;
    std::size_t longest = 0;
    for (std::size_t n = 0; n < objective.classes.size(); ++n) {
        if (objective.classes[n].empty())
            return error("Sequence %1 has nothing to be written: give it at least one class.", {std::to_string(n)});
        longest = std::max(longest, objective.classes[n].size());
    }
    if (objective.watched == WatchedSteps::one && (objective.step < 0 || objective.step >= int(longest)))
        return error("The loss of step %1 is watched, but the steps are 0 to %2: watch one of these.",
                     {std::to_string(objective.step), std::to_string(longest - 1)});
    return {};
}

Result<void> checkValues(const NetworkSpec &spec, const Batch &batch, const Objective &objective)
{
    const TimeArray &values = objective.values;
    if (values.steps() != batch.steps() || values.batch() != batch.sequences() || values.units() != spec.headOutputs)
        return error(
            "Using a target size %1 that is different to the input size %2: give one target for each output of "
            "the head at each step of each sequence.",
            {shapeText(values.steps(), values.batch(), values.units()),
             shapeText(batch.steps(), batch.sequences(), spec.headOutputs)});
    const bool binary = objective.kind == LossKind::binaryCrossEntropy;
    if (!binary && values.allFinite())
        return {};
    for (int t = 0; t < values.steps(); ++t) {
        for (int n = 0; n < values.batch(); ++n) {
            const Vector at = values.at(t, n);
            if (!at.allFinite())
                return error("A target at step %1 of sequence %2 is not finite: replace it by a number.",
                             {std::to_string(t), std::to_string(n)});
            if (binary && (at.minCoeff() < 0 || at.maxCoeff() > 1))
                return error("A target at step %1 of sequence %2 is not between 0 and 1: binary cross-entropy wants a "
                             "probability for each output.",
                             {std::to_string(t), std::to_string(n)});
        }
    }
    return {};
}

bool isChosen(const Objective &objective, const Batch &batch, int sequence, int step)
{
    switch (objective.watched) {
    case WatchedSteps::every:
        return true;
    case WatchedSteps::last:
        return step == batch.lengths[sequence] - 1;
    case WatchedSteps::one:
        return step == objective.step;
    }
    return false;
}

} // namespace

Result<void> check(const NetworkSpec &spec, const Batch &batch, const Objective &objective)
{
    if (spec.decoder)
        return checkWritten(spec, batch, objective);
    if (objective.watched == WatchedSteps::one && (objective.step < 0 || objective.step >= batch.steps()))
        return error("The loss of step %1 is watched, but the steps are 0 to %2: watch one of these.",
                     {std::to_string(objective.step), std::to_string(batch.steps() - 1)});
    if (objective.kind == LossKind::outputSum)
        return {};
    if (spec.headOutputs == 0)
        return error("A loss against targets needs a head: give the network one, or watch the sum of its outputs.");
    return objective.kind == LossKind::crossEntropy ? checkClasses(spec, batch.lengths, objective)
                                                    : checkValues(spec, batch, objective);
}

bool isWatched(const Objective &objective, const Batch &batch, int sequence, int step)
{
    const bool isReal = step >= 0 && step < batch.lengths[sequence];
    if (!isReal || !isChosen(objective, batch, sequence, step))
        return false;
    if (objective.kind != LossKind::crossEntropy)
        return true;
    const std::vector<int> &classes = objective.classes[sequence];
    return step < static_cast<int>(classes.size()) && classes[step] >= 0;
}

int countWatched(const Objective &objective, const Batch &batch)
{
    int watched = 0;
    for (int n = 0; n < batch.sequences(); ++n)
        for (int t = 0; t < batch.lengths[n]; ++t)
            watched += isWatched(objective, batch, n, t);
    return watched;
}

} // namespace gatescope
