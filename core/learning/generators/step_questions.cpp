// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/generators/arithmetic.h"
#include "core/learning/generators/draft.h"
#include "core/learning/generators/generator_rows.h"
#include "core/learning/generators/practice.h"
#include "core/learning/generators/reckoning.h"
#include "core/model/conversion.h"

#include <cmath>

namespace gatescope {

namespace {

struct GateWords {
    Part part;
    int block;
    const char *name;
    const char *letter;
    const char *stepPart;
};

std::optional<Question> computeGate(const Studied &studied, Random &random, const GateWords &gate)
{
    if (!isPlainGru(studied))
        return std::nullopt;
    const Moment moment = anyMoment(studied, random);
    const int unit = random.below(studied.spec().hiddenSize);
    const BlockSums sums = blockSums(*studied.trace, studied.experiment.parameters, moment, gate.block);
    const double ofInput = sums.Wx[unit] + sums.bIn[unit], ofState = sums.Uh[unit] + sums.bRec[unit];
    const double sum = ofInput + ofState;
    const double right = studied.at(moment, gate.part, unit);

    Draft draft = Draft::measured(
        sentence("%1, unit %2. What comes from the input, W_%3 xₜ + b_i%3, is %4. What comes from the state, "
                 "U_%3 hₜ₋₁ + b_h%3, is %5. How large is the %6 %3? Two decimals.",
                 {momentText(studied, moment), std::to_string(unit), gate.letter, madeText(ofInput), madeText(ofState),
                  worded(gate.name)}),
        right, sentence("A gate lies between 0 and 1. Which function brings any sum there?"));
    draft.question.check = checkOf("part", moment, unit);
    draft.question.check["part"] = describe(gate.part).key;

    draft.step(sentence("Add what comes from the input and from the state: %1.",
                        {equation(shown(ofInput) + shown(ofState), sum)}),
               placeOf(moment, gate.stepPart, unit));
    draft.step(sentence("Squash the sum with σ(a) = 1 / (1 + e^−a), whose values lie between 0 and 1."),
               placeOf(moment, gate.stepPart, unit));
    draft.step(sentence("%1 = %2.", {gate.letter, equation(sigmoidOf(shown(sum)), right)}),
               placeOf(moment, gate.stepPart, unit));

    draft.mistake(hyperbolic(sum), sentence("That is tanh of the sum. tanh makes the candidate; a gate is made by σ."));
    if (gate.part == Part::update)
        if (const Converted other = withUpdateMeaning(
                studied.spec(), studied.experiment.parameters,
                studied.spec().update == UpdateMeaning::keeps ? UpdateMeaning::overwrites : UpdateMeaning::keeps);
            true) {
            Studied turned = studied;
            turned.experiment.spec = other.spec;
            turned.experiment.parameters = other.parameters;
            draft.mistake(made(stepAlone(turned, moment), gate.part, unit),
                          sentence("That is 1 − z, the gate as the other convention has it."));
        }
    draft.mistake(sigmoid(-sum), sentence("That is 1 − %1: the sign of the sum was lost.", {gate.letter}));
    Experiment deaf = stepAlone(studied, moment);
    deaf.parameters.layers[0].U.setZero();
    deaf.parameters.layers[0].bRec.setZero();
    draft.mistake(made(deaf, gate.part, unit),
                  sentence("You left the state out. The gate reads the input and the state."));
    draft.mistake(sigmoid(ofState), sentence("You left the input out. The gate reads the input and the state."));
    draft.mistake(sum, sentence("That is the sum. It still has to go through σ."));
    return draft.question;
}

std::optional<Question> computeUpdate(const Studied &studied, Random &random)
{
    return computeGate(studied, random, {Part::update, 1, marked("update gate"), "z", "update"});
}

std::optional<Question> computeReset(const Studied &studied, Random &random)
{
    return computeGate(studied, random, {Part::reset, 0, marked("reset gate"), "r", "reset"});
}

std::optional<Question> blendByHand(const Studied &studied, Random &random)
{
    if (!isPlainGru(studied))
        return std::nullopt;
    const Moment moment = anyMoment(studied, random);
    const int unit = random.below(studied.spec().hiddenSize);
    const double z = studied.at(moment, Part::update, unit), n = studied.at(moment, Part::candidate, unit);
    const double h = stateBefore(*studied.trace, moment)[unit], right = studied.at(moment, Part::state, unit);
    const bool keeps = studied.spec().update == UpdateMeaning::keeps;

    Draft draft = Draft::measured(
        sentence("%1 is about to end. Unit %2 has z = %3, the candidate n = %4 and the old state hₜ₋₁ = %5. "
                 "This network blends by %6. What will unit %2 hold? Two decimals.",
                 {momentText(studied, moment), std::to_string(unit), madeText(z), madeText(n), madeText(h),
                  blendRule(studied.spec().update)}),
        right,
        sentence("Ask first which of the two z multiplies. The new state lies between the old one and the candidate."));
    draft.question.check = checkOf("part", moment, unit);
    draft.question.check["part"] = "state";

    const double ofOld = keeps ? z : 1 - z;
    draft.step(sentence("Write the rule: %1.", {blendRule(studied.spec().update)}), placeOf(moment, "blend", unit));
    draft.step(sentence("The old state has the weight %1: %2.",
                        {madeText(ofOld), equation(shown(ofOld) * shown(h), ofOld * h)}),
               placeOf(moment, "update", unit));
    draft.step(sentence("The candidate has the weight %1: %2.",
                        {madeText(1 - ofOld), equation(shown(1 - ofOld) * shown(n), (1 - ofOld) * n)}),
               placeOf(moment, "candidate", unit));
    draft.step(sentence("Add the two: %1.", {equation(shown(ofOld * h) + shown((1 - ofOld) * n), right)}),
               placeOf(moment, "blend", unit));

    Experiment other = stepAlone(studied, moment);
    other.spec.update = keeps ? UpdateMeaning::overwrites : UpdateMeaning::keeps;
    draft.mistake(
        made(other, Part::state, unit),
        keeps ? sentence("You used z for the candidate: that is the other convention. Here z near 1 keeps.")
              : sentence("You used z for the old state: that is the other convention. Here z near 1 overwrites."));
    draft.mistake(made(holding(stepAlone(studied, moment), Part::update, 0.5), Part::state, unit),
                  sentence("That is the middle of the two. The gate weighs them, with z and 1 − z."));
    draft.mistake(n, sentence("That is the candidate. It replaces the state only as far as the gate lets it."));
    draft.mistake(h, sentence("That is the old state. Only a gate that keeps all leaves it as it was."));
    draft.mistake(ofOld * h, sentence("That is what is kept of the old state. The candidate's share is missing."));
    draft.mistake(z * h + n, sentence("The candidate came in whole. The two weights add up to 1."));
    return draft.question;
}

std::optional<Question> whichConvention(const Studied &studied, Random &random)
{
    if (!isPlainGru(studied))
        return std::nullopt;
    const Moment moment = anyMoment(studied, random);
    const int unit = random.below(studied.spec().hiddenSize);
    const double z = studied.at(moment, Part::update, unit), n = studied.at(moment, Part::candidate, unit);
    const double h = stateBefore(*studied.trace, moment)[unit], after = studied.at(moment, Part::state, unit);
    const double values[]{z * h + (1 - z) * n, (1 - z) * h + z * n, z * h + n, z * (h + n)};
    for (int i = 0; i < 4; ++i)
        for (int j = 0; j < i; ++j)
            if (std::abs(values[i] - values[j]) < 0.05)
                return std::nullopt;

    const int right = studied.spec().update == UpdateMeaning::keeps ? 0 : 1;
    Draft draft
        = Draft::of(QuestionKind::choice,
                    sentence("%1, unit %2. A trace shows z = %3, hₜ₋₁ = %4 before the step, n = %5, and hₜ = %6 after "
                             "it. Which rule made it?",
                             {momentText(studied, moment), std::to_string(unit), madeText(z), madeText(h), madeText(n),
                              madeText(after)}),
                    right, sentence("Put the numbers into each rule. Only one gives the new state."));
    draft.question.options
        = {sentence("hₜ = (1−z)⊙n + z⊙hₜ₋₁, where z keeps"), sentence("hₜ = (1−z)⊙hₜ₋₁ + z⊙n, where z overwrites"),
           sentence("hₜ = z⊙hₜ₋₁ + n"), sentence("hₜ = z⊙(hₜ₋₁ + n)")};
    draft.question.check = checkOf("blend-rule", moment, unit);
    for (int i = 0; i < 4; ++i)
        draft.mistake(
            i,
            i < 2 ? sentence("It would give %1, but the trace shows %2.", {madeText(values[i]), madeText(after)})
                  : sentence("It would give %1, not %2. In a blend the two weights add up to 1.",
                             {madeText(values[i]), madeText(after)}));
    draft.step(sentence("If z keeps: %1.", {equation(shown(z) * shown(h) + shown(1 - z) * shown(n), values[0])}),
               placeOf(moment, "blend", unit));
    draft.step(sentence("If z overwrites: %1.", {equation(shown(1 - z) * shown(h) + shown(z) * shown(n), values[1])}),
               placeOf(moment, "blend", unit));
    const Sentence rule = draft.question.options[std::size_t(right)];
    draft.step(sentence("The trace shows %1, so it is %2.", {madeText(after), rule}), placeOf(moment, "blend", unit));
    draft.shuffleOptions(random);
    return draft.question;
}

/// The sentences of a chain of which each link needs the one before.
std::optional<Question> orderOf(const std::vector<const char *> &chain, Sentence text, Sentence hint,
                                Sentence whySwapped, Random &random)
{
    std::vector<int> right;
    for (int i = 0; i < std::ssize(chain); ++i)
        right.push_back(i);
    Draft draft = Draft::of(QuestionKind::order, std::move(text), right, std::move(hint));
    std::vector<Argument> told; ///< four links
    for (const char *link : chain) {
        draft.question.options.push_back({link, {}});
        told.push_back(worded(link));
    }
    std::vector<int> swapped = right, reversed(right.rbegin(), right.rend());
    std::swap(swapped[1], swapped[2]);
    draft.mistake(swapped, std::move(whySwapped));
    draft.mistake(reversed, sentence("That is the way in the other direction."));
    draft.step(sentence("Ask of each what it is computed from: that must stand before it."));
    draft.step(sentence("So the order is %1 → %2 → %3 → %4.", told));
    draft.question.check = {{"is", "order"}, {"right", chain}};
    draft.shuffleOptions(random);
    return draft.question;
}

std::optional<Question> orderOfAStep(const Studied &studied, Random &random)
{
    if (!isPlainGru(studied))
        return std::nullopt;
    if (studied.spec().reset == ResetPlacement::before)
        return orderOf(
            {marked("the reset gate r"), marked("the product r⊙hₜ₋₁"), marked("the candidate n"),
             marked("the new state hₜ")},
            sentence("In this network the reset acts before the product with U_n. Put one step in its order."),
            sentence("The candidate hears what the reset gate leaves."),
            sentence("The candidate reads U_n (r⊙hₜ₋₁), so r⊙hₜ₋₁ comes first."), random);
    return orderOf({marked("the reset gate r"), marked("the product r⊙(U_n hₜ₋₁ + b_hn)"), marked("the candidate n"),
                    marked("the new state hₜ")},
                   sentence("Put one step of a GRU in the order in which it is computed."),
                   sentence("The candidate hears what the reset gate leaves."),
                   sentence("The candidate is tanh of a sum in which r⊙(U_n hₜ₋₁ + b_hn) stands, so that comes first."),
                   random);
}

} // namespace

std::vector<Generator> stepQuestions()
{
    return {
        {"compute-update-gate", marked("Compute the update gate"), "step", "one-step-by-hand", Level::medium, smallGru,
         true, computeUpdate},
        {"compute-reset-gate", marked("Compute the reset gate"), "step", "one-step-by-hand", Level::medium, smallGru,
         true, computeReset},
        {"blend-by-hand", marked("Predict the next value"), "step", "one-step-by-hand", Level::medium,
         smallGruOfEitherUpdate, true, blendByHand},
        {"which-convention", marked("Tell the convention"), "convention", "what-the-update-gate-keeps", Level::hard,
         smallGruOfEitherUpdate, true, whichConvention},
        {"order-of-a-step", marked("Order one step"), "step", "one-step-by-hand", Level::easy, smallGruOfEitherReset,
         false, orderOfAStep},
    };
}

} // namespace gatescope
