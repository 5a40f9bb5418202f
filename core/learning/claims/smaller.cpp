// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/output_error.h"
#include "core/engine/reference_backend.h"
#include "core/learning/claims/claim_rows.h"
#include "core/learning/study/measured.h"
#include "core/model/pruning.h"
#include "core/model/quantisation.h"

#include <algorithm>

namespace gatescope {

namespace {

/// How many steps of all sequences a network names the right class at; none where it names none.
std::optional<int> rightSteps(const Experiment &experiment, const Parameters &parameters)
{
    const auto &classes = experiment.objective.classes;
    if (classes.empty() || experiment.spec.headOutputs == 0 || experiment.spec.decoder)
        return std::nullopt;
    const auto batch = batchOf(experiment);
    const auto trace = batch
        ? ReferenceBackend().run(experiment.spec, parameters, std::make_shared<const Batch>(*batch))
        : Result<std::shared_ptr<const Trace>>(batch.error());
    if (!trace)
        return std::nullopt;
    int right = 0;
    for (int n = 0; n < batch->sequences(); ++n)
        for (int t = 0; t < (*trace)->length(n); ++t) {
            int said = 0;
            (*trace)->headOutput.at(t, n).maxCoeff(&said);
            right += said == classes[std::size_t(n)][std::size_t(t)];
        }
    return right;
}

int allSteps(const Experiment &experiment)
{
    int steps = 0;
    for (int n = 0; n < experiment.input.sequences(); ++n)
        steps += experiment.input.length(n);
    return steps;
}

double errorOf(const Experiment &experiment, const Parameters &others)
{
    const auto batch = batchOf(experiment);
    const auto error = batch ? outputError(ReferenceBackend(), experiment.spec, experiment.parameters, others, *batch)
                             : Result<double>(batch.error());
    return error ? *error : 1e300;
}

Evidence eightBitsSuffice(const Studied &studied)
{
    const Experiment &experiment = studied.experiment;
    const auto before = rightSteps(experiment, experiment.parameters);
    const auto whole = quantised(experiment.spec, experiment.parameters, Granularity::tensor),
               rows = quantised(experiment.spec, experiment.parameters, Granularity::row);
    if (!before || !whole || !rows)
        return {};
    const Parameters byTensor = whole->dequantised(), byRow = rows->dequantised();
    const std::int64_t floats = 4 * parameterCount(experiment.spec);
    const double one = errorOf(experiment, byTensor), fine = errorOf(experiment, byRow);
    const int after = rightSteps(experiment, byTensor).value_or(0);
    return {*before > 0 && after == *before && one < 0.05 && whole->bytes() < floats / 2,
            sentence("%1 bytes as floats, %2 in eight bits. The head's outputs change by %3 %, with a scale for each "
                     "row by %4 %. Right letters: %5 of %6 before, %7 after.",
                     {std::to_string(floats), std::to_string(whole->bytes()), measuredText(100 * one),
                      measuredText(100 * fine), std::to_string(*before), std::to_string(allSteps(experiment)),
                      std::to_string(after)})};
}

constexpr double prunedShare = 0.9;

std::optional<Pruned> prunedBy(const Experiment &experiment, double share)
{
    auto result = pruned(experiment.spec, experiment.parameters, share, PruningScope::network);
    return result ? std::optional(std::move(*result)) : std::nullopt;
}

Evidence pruningBites(const Studied &studied)
{
    const Experiment &experiment = studied.experiment;
    const auto before = rightSteps(experiment, experiment.parameters);
    if (!before)
        return {};
    std::vector<double> errors;
    std::vector<int> right;
    std::vector<std::string> places;
    for (const double share : {0.0, 0.1, 0.3, 0.5, 0.7, 0.9}) {
        const auto less = prunedBy(experiment, share);
        if (!less)
            return {};
        errors.push_back(errorOf(experiment, less->parameters));
        right.push_back(rightSteps(experiment, less->parameters).value_or(0));
        places.push_back(measuredText(100 * share));
    }
    return {errors[0] == 0 && errors[5] > errors[3] && errors[3] > errors[1] && right[0] == *before
                && right[5] < right[0],
            sentence("The smallest 30 % of the weights put to 0: the outputs change by %1 %, %2 of %3 letters are "
                     "right. 50 %: %4 %, %5. 70 %: %6 %, %7. 90 %: %8 %, %9.",
                     {measuredText(100 * errors[2]), std::to_string(right[2]), std::to_string(allSteps(experiment)),
                      measuredText(100 * errors[3]), std::to_string(right[3]), measuredText(100 * errors[4]),
                      std::to_string(right[4]), measuredText(100 * errors[5]), std::to_string(right[5])}),
            {{sentence("outputs' error"), "", errors}},
            sentence("share of the outputs' length"),
            false,
            sentence("percent of the weights pruned"),
            places};
}

Evidence tuningMends(const Studied &studied)
{
    constexpr int updates = 150;
    const Experiment &experiment = studied.experiment;
    const auto less = prunedBy(experiment, prunedShare);
    const auto batch = batchOf(experiment);
    const auto cut = less ? rightSteps(experiment, less->parameters) : std::nullopt;
    if (!cut || !batch)
        return {};
    TrainingSettings settings;
    settings.optimizer.learningRate = 0.02;
    settings.mask = std::make_shared<const Parameters>(less->mask);
    Objective objective = experiment.objective;
    objective.watched = WatchedSteps::every;
    auto run = ReferenceBackend().startTraining(experiment.spec, less->parameters, settings);
    if (!run)
        return {};
    for (int i = 0; i < updates; ++i)
        if (!(*run)->update(*batch, objective))
            return {};
    const Parameters tuned = (*run)->parameters();
    std::int64_t zeros = 0, weights = 0;
    for (const auto &tensor : views(experiment.spec, tuned))
        if (isWeightMatrix(tensor.name)) {
            zeros += (tensor.values.array() == 0).count();
            weights += tensor.values.size();
        }
    const int mended = rightSteps(experiment, tuned).value_or(0);
    return {
        mended > *cut && double(zeros) >= prunedShare * double(weights) - 1,
        sentence("With %1 % of the weights at 0, %2 of %3 letters are right. After %4 updates of the others, %5 "
                 "are; %6 of %7 weights are still 0.",
                 {measuredText(100 * prunedShare), std::to_string(*cut), std::to_string(allSteps(experiment)),
                  std::to_string(updates), std::to_string(mended), std::to_string(zeros), std::to_string(weights)})};
}

} // namespace

std::vector<Claim> smallerClaims()
{
    return {
        {"eight-bits-suffice", "Weights of eight bits answer nearly the same", eightBitsSuffice},
        {"pruning-bites", "The more weights are put to 0, the more the answers suffer", pruningBites, true},
        {"tuning-mends", "What is left learns to do without", tuningMends},
    };
}

} // namespace gatescope
