// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/study/prediction.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <numeric>

namespace gatescope {

namespace {

/// A candidate nearer to 0 than this has no clear sign: the middle third of −1 … 1.
constexpr double unclearSign = 1.0 / 3;
/// A state that moves by less than this stays about as it was.
constexpr double still = 0.05;
constexpr std::size_t letterOptions = 4;

std::string inFourDecimals(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", std::abs(value) < 0.00005 ? 0.0 : value);
    return text;
}

Sentence outcomeOf(Part part, int unit, double value)
{
    return sentence("%1 of unit %2 became %3.",
                    {std::string(describe(part).symbol), std::to_string(unit), inFourDecimals(value)});
}

/// "the update gate (z) of unit 2"
std::vector<Argument> namesOf(Part part, int unit)
{
    return {worded(describe(part).label), std::string(describe(part).symbol), std::to_string(unit)};
}

Prediction gatePrediction(Part part, int unit, double value)
{
    return {sentence("How far will the %1 (%2) of unit %3 open?", namesOf(part, unit)),
            {sentence("0 to ¼"), sentence("¼ to ½"), sentence("½ to ¾"), sentence("¾ to 1")},
            static_cast<std::size_t>(std::clamp(std::floor(value * 4), 0.0, 3.0)),
            outcomeOf(part, unit, value)};
}

Prediction signPrediction(Part part, int unit, double value)
{
    return {sentence("Which sign will the %1 (%2) of unit %3 have?", namesOf(part, unit)),
            {sentence("negative: under −⅓"), sentence("near 0: −⅓ to ⅓"), sentence("positive: over ⅓")},
            value < -unclearSign      ? 0u
                : value > unclearSign ? 2u
                                      : 1u,
            outcomeOf(part, unit, value)};
}

Prediction changePrediction(Part part, int unit, double before, double after)
{
    const double change = after - before;
    return {sentence("Where will the %1 (%2) of unit %3 go from here?", namesOf(part, unit)),
            {sentence("down"), sentence("it stays, within 0.05"), sentence("up")},
            change < -still      ? 0u
                : change > still ? 2u
                                 : 1u,
            outcomeOf(part, unit, after)};
}

/// The alphabet over which the head gives its answer, or null.
const std::vector<std::string> *answerLetters(const Experiment &experiment, const Trace &trace)
{
    const auto *letters = std::get_if<CharacterInput>(&experiment.input.source);
    const bool names = experiment.objective.kind == LossKind::crossEntropy && letters && !trace.headOutput.empty()
        && std::ssize(letters->alphabet) == trace.spec.headOutputs;
    return names ? &letters->alphabet : nullptr;
}

Prediction letterPrediction(const std::vector<std::string> &alphabet, const Trace &trace, const Moment &moment)
{
    const Vector probabilities = headProbabilities(trace, moment.step, moment.sequence);
    std::vector<std::size_t> rows(alphabet.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::ranges::sort(rows, [&](std::size_t a, std::size_t b) { return probabilities[a] > probabilities[b]; });
    rows.resize(std::min(rows.size(), letterOptions));
    const std::size_t likeliest = rows.front();
    std::ranges::sort(rows); // in the order of the alphabet, which tells nothing

    Prediction prediction{.question = sentence("Which letter will it say next?"), .options = {}, .outcome = {}};
    for (const std::size_t row : rows)
        prediction.options.push_back(sentence("%1", {visibleLetter(alphabet[row])}));
    prediction.right = static_cast<std::size_t>(std::ranges::find(rows, likeliest) - rows.begin());
    prediction.outcome = sentence("It says %1, with a probability of %2.",
                                  {visibleLetter(alphabet[likeliest]), inFourDecimals(probabilities[likeliest])});
    return prediction;
}

} // namespace

std::optional<Prediction> predictionOf(const Experiment &experiment, const Trace &trace, const Moment &moment,
                                       int stepPart, int unit)
{
    const std::vector<StepPart> &parts = describe(trace.spec.cell).stepParts;
    const std::optional<Part> part = parts[static_cast<std::size_t>(stepPart)].completes;
    if (!part)
        return std::nullopt;
    const bool answers
        = stepPart + 1 == std::ssize(parts) && moment.layer + 1 == trace.spec.layers && !trace.spec.bidirectional;
    if (const auto *alphabet = answerLetters(experiment, trace); alphabet && answers)
        return letterPrediction(*alphabet, trace, moment);

    const double value = trace.at(moment.layer, moment.direction)[*part](moment.step, moment.sequence, unit);
    if (*part == Part::state || *part == Part::cell)
        return changePrediction(*part, unit, stateBefore(trace, moment, *part)[unit], value);
    return describe(*part).range == Range::gate ? gatePrediction(*part, unit, value)
                                                : signPrediction(*part, unit, value);
}

} // namespace gatescope
