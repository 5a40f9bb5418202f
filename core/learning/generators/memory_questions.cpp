// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/engine/reference_backend.h"
#include "core/learning/generators/draft.h"
#include "core/learning/generators/generator_rows.h"
#include "core/learning/generators/practice.h"
#include "core/learning/generators/reckoning.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int heldSteps = 80;

std::string twoDecimals(double value)
{
    char text[32];
    std::snprintf(text, sizeof text, "%.2f", value);
    return text;
}

/// The state of one unit that begins at 1, with its gate held at z and its candidate at 0: what is left after each
/// step.
Vector whatIsLeft(double z)
{
    Experiment experiment;
    experiment.spec.hiddenSize = 1;
    experiment.parameters = zeroParameters(experiment.spec);
    experiment.input.source = NumberInput{{}, {Matrix::Zero(heldSteps, 1)}};
    experiment.input.h0 = {Matrix::Ones(1, 1)};
    experiment = holding(holding(experiment, Part::update, z), Part::candidate, 0);
    const auto trace = ReferenceBackend().run(experiment.spec, experiment.parameters,
                                              std::make_shared<const Batch>(batchOf(experiment).value()));
    Vector left(heldSteps);
    for (int t = 0; t < heldSteps; ++t)
        left[t] = (*trace)->output(t, 0, 0);
    return left;
}

std::optional<Question> stepsSurvived(const Studied &, Random &random)
{
    const double z = (70 + random.below(28)) / 100.0;
    const Vector left = whatIsLeft(z);
    const auto under = std::find_if(left.begin(), left.end(), [](double value) { return value < 0.5; });
    if (under == left.end() || std::abs(*under - 0.5) < 1e-6)
        return std::nullopt;
    const int last = static_cast<int>(under - left.begin()); // so many steps leave at least half
    const double right = last + 1;

    Draft draft = Draft::counted(
        sentence("A unit holds 1. Its update gate stays at z = %1, as PyTorch has it (z keeps), and its candidate "
                 "stays at 0. After how many steps is less than half left for the first time?",
                 {twoDecimals(z)}),
        right, sentence("Each step keeps the share z of what is left, so after k steps z^k is left."));
    draft.question.check = {{"is", "steps-until-under"}, {"z", z}, {"share", 0.5}};
    draft.step(sentence("One step leaves %1 of what was there. After k steps %1^k is left.", {twoDecimals(z)}));
    if (last == 1)
        draft.step(sentence("After one step: %1. That is still half or more.", {madeText(left[0])}));
    else if (last > 1)
        draft.step(sentence("After %1 steps: %2. That is still half or more.",
                            {std::to_string(last), madeText(left[last - 1])}));
    draft.step(sentence("One step more leaves %1, less than half. So it takes this many steps: %2.",
                        {madeText(left[last]), numberText(right)}));
    const double straight = std::floor(0.5 / (1 - z) + 1e-9) + 1;
    draft.mistake(straight,
                  sentence("You took %1 of the start away at each step. A step takes its share of what is left, and "
                           "that shrinks.",
                           {twoDecimals(1 - z)}));
    draft.mistake(right - 1, sentence("That is the last step with half or more. Less than half comes one later."));
    draft.mistake(1.0,
                  sentence("You used z for the candidate: that is the other convention. In PyTorch z near 1 keeps."));
    draft.mistake(right + 1, sentence("One too many: the first step already takes its share."));
    return draft.question;
}

std::optional<Question> shareLeft(const Studied &, Random &random)
{
    const double z = (60 + random.below(38)) / 100.0;
    const int steps = 2 + random.below(9);
    const double right = whatIsLeft(z)[steps - 1];
    Draft draft = Draft::measured(
        sentence("A unit's update gate stays at z = %1, as PyTorch has it (z keeps), for %2 steps. Which share of "
                 "its old state is left after them? Two decimals.",
                 {twoDecimals(z), std::to_string(steps)}),
        right, sentence("What is left after one step is the start of the next."));
    draft.question.check = {{"is", "power"}, {"z", z}, {"steps", steps}};
    draft.step(sentence("Each step multiplies the old state by z = %1.", {twoDecimals(z)}));
    draft.step(sentence("%1 steps multiply it %1 times: %2.",
                        {std::to_string(steps), equation(power({twoDecimals(z), z}, steps), right)}));
    draft.mistake(z, sentence("That is left after one step."));
    draft.mistake(1 - steps * (1 - z),
                  sentence("You took the same amount away at each step. A step takes its share of what is left."));
    draft.mistake(whatIsLeft(1 - z)[steps - 1],
                  sentence("You used z for the candidate: that is the other convention."));
    draft.mistake(1 - right, sentence("That is what is lost. What is left was asked."));
    draft.mistake(z / steps, sentence("The shares are multiplied, not divided by the number of steps."));
    return draft.question;
}

std::optional<Question> keptTerm(const Studied &studied, Random &random)
{
    if (!isPlainGru(studied))
        return std::nullopt;
    const Moment moment = anyMoment(studied, random);
    const int unit = random.below(studied.spec().hiddenSize);
    const double z = studied.at(moment, Part::update, unit);
    if (z > 0.25 && z < 0.75)
        return std::nullopt;
    const bool keeps = studied.spec().update == UpdateMeaning::keeps;
    const double ofOld = keeps ? z : 1 - z;
    const bool old = ofOld > 0.5;

    Draft draft = Draft::of(
        QuestionKind::choice,
        sentence(
            "%1, unit %2: z = %3. This network blends by %4. Which of the two has the larger weight in the new state?",
            {momentText(studied, moment), std::to_string(unit), madeText(z), blendRule(studied.spec().update)}),
        old ? 0 : 1, sentence("Look which of the two z multiplies, and which 1 − z."));
    draft.question.options
        = {sentence("the old state hₜ₋₁"), sentence("the candidate n"), sentence("both have the same weight")};
    draft.question.check = checkOf("kept-term", moment, unit);
    draft.mistake(0,
                  sentence("The old state has only the weight %1 here. You read z as in the other convention.",
                           {madeText(ofOld)}));
    draft.mistake(1,
                  sentence("The candidate has only the weight %1 here. You read z as in the other convention.",
                           {madeText(1 - ofOld)}));
    draft.mistake(2, sentence("That would need z = 0.5; here z is %1.", {madeText(z)}));
    draft.step(sentence("In %1 the old state is multiplied by %2 = %3.",
                        {blendRule(studied.spec().update), keeps ? "z" : "1 − z", madeText(ofOld)}),
               placeOf(moment, "update", unit));
    draft.step(sentence("The candidate has the rest, %1.", {madeText(1 - ofOld)}), placeOf(moment, "blend", unit));
    draft.step(old ? sentence("The larger weight is on the old state hₜ₋₁.")
                   : sentence("The larger weight is on the candidate n."),
               placeOf(moment, "blend", unit));
    return draft.question;
}

/// The place of the largest and the smallest value of a list, and whether both stand out by 0.03.
struct Extremes {
    int largest = 0;
    int smallest = 0;
    bool clear = false;

    explicit Extremes(const Vector &values)
    {
        values.maxCoeff(&largest);
        values.minCoeff(&smallest);
        Vector sorted = values;
        std::ranges::sort(sorted);
        clear = sorted.size() > 2 && sorted[1] - sorted[0] > 0.03
            && sorted[sorted.size() - 1] - sorted[sorted.size() - 2] > 0.03;
    }
};

std::string listed(const Vector &values)
{
    std::string text;
    for (const double value : values)
        text += (text.empty() ? "" : ", ") + twoDecimals(value);
    return text;
}

std::optional<Question> gateCloses(const Studied &studied, Random &random)
{
    if (!isPlainGru(studied) || studied.trace->length(0) > 16)
        return std::nullopt;
    Moment moment = anyMoment(studied, random, 0);
    const int unit = random.below(studied.spec().hiddenSize), length = studied.trace->length(moment.sequence);
    Vector z(length);
    for (int t = 0; t < length; ++t)
        z[t] = studied.trace->at(moment.layer, moment.direction)[Part::update](t, moment.sequence, unit);
    const Extremes extremes(z);
    if (!extremes.clear)
        return std::nullopt;
    const bool keeps = studied.spec().update == UpdateMeaning::keeps;
    moment.step = keeps ? extremes.smallest : extremes.largest;
    const int other = keeps ? extremes.largest : extremes.smallest;

    Draft draft = Draft::of(
        QuestionKind::point,
        sentence("Unit %1's update gate z at steps 0 to %2: %3. The network blends by %4. At which step is the "
                 "most of the old state overwritten?",
                 {std::to_string(unit), std::to_string(length - 1), listed(z), blendRule(studied.spec().update)}),
        PointAnswer{{}, moment.step, {}},
        sentence("Does z near 1 keep or overwrite here? Then look for that end. Steps count from 0."));
    draft.question.check = checkOf("overwritten-step", moment, unit);
    draft.mistake(PointAnswer{{}, other, {}},
                  keeps ? sentence("There z is largest, so the most is kept. Here z near 1 keeps.")
                        : sentence("There z is smallest, so the most is kept. Here z near 1 overwrites."));
    draft.mistake(PointAnswer{{}, moment.step + 1, {}}, sentence("Steps count from 0: the first value is step 0."));
    draft.step(
        sentence("In %1 the old state is multiplied by %2.", {blendRule(studied.spec().update), keeps ? "z" : "1 − z"}),
        placeOf(moment, "blend", unit));
    draft.step(sentence("So the most is overwritten where z is %1: z = %2, at step %3.",
                        {keeps ? sentence("smallest") : sentence("largest"), twoDecimals(z[moment.step]),
                         std::to_string(moment.step)}),
               placeOf(moment, "update", unit));
    return draft.question;
}

std::optional<Question> unitThatKeeps(const Studied &studied, Random &random)
{
    if (!isPlainGru(studied) || studied.spec().hiddenSize > 12)
        return std::nullopt;
    const Moment moment = anyMoment(studied, random);
    const Vector z = studied.trace->at(moment.layer, moment.direction)[Part::update].at(moment.step, moment.sequence);
    const Extremes extremes(z);
    if (!extremes.clear)
        return std::nullopt;
    const bool keeps = studied.spec().update == UpdateMeaning::keeps;
    const int right = keeps ? extremes.largest : extremes.smallest,
              other = keeps ? extremes.smallest : extremes.largest;
    Draft draft = Draft::of(
        QuestionKind::point,
        sentence(
            "%1. The update gate z of units 0 to %2: %3. The network blends by %4. Which unit keeps the "
            "largest share of its old state?",
            {momentText(studied, moment), std::to_string(z.size() - 1), listed(z), blendRule(studied.spec().update)}),
        PointAnswer{{}, {}, right}, sentence("Which factor stands before hₜ₋₁? Units count from 0."));
    draft.question.check = checkOf("keeping-unit", moment, right);
    draft.mistake(PointAnswer{{}, {}, other},
                  sentence("That one keeps the smallest share. Look again which factor stands before hₜ₋₁."));
    draft.mistake(PointAnswer{{}, {}, right + 1}, sentence("Units count from 0: the first value is unit 0."));
    draft.step(sentence("The old state is multiplied by %1.", {keeps ? "z" : "1 − z"}), placeOf(moment, "blend"));
    draft.step(
        sentence("That is largest where z is %1, %2: unit %3.",
                 {keeps ? sentence("largest") : sentence("smallest"), twoDecimals(z[right]), std::to_string(right)}),
        placeOf(moment, "update", right));
    return draft.question;
}

} // namespace

std::vector<Generator> memoryQuestions()
{
    return {
        {"kept-term", marked("Which term is kept"), "update-gate", "what-the-update-gate-keeps", Level::easy,
         smallGruOfEitherUpdate, true, keptTerm},
        {"share-left", marked("What is left"), "memory", "what-the-update-gate-keeps", Level::medium, smallGru, false,
         shareLeft},
        {"steps-survived", marked("How long it lasts"), "memory", "a-game-of-keep-and-erase", Level::hard, smallGru,
         false, stepsSurvived},
        {"gate-closes", marked("Find where it overwrites"), "update-gate", "a-game-of-keep-and-erase", Level::easy,
         smallGruOfEitherUpdate, true, gateCloses},
        {"unit-that-keeps", marked("Find the unit that keeps"), "gates", "two-gates-one-notebook", Level::medium,
         smallGruOfEitherUpdate, true, unitThatKeeps},
    };
}

} // namespace gatescope
