// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/generators/arithmetic.h"
#include "core/learning/generators/draft.h"
#include "core/learning/generators/generator_rows.h"
#include "core/learning/generators/practice.h"
#include "core/learning/generators/reckoning.h"

#include <cmath>

namespace gatescope {

namespace {

constexpr int candidateBlock = 2;

/// "(0.5000, −1.2000)"
std::string vectorText(const Vector &values)
{
    std::string text = "(";
    for (Eigen::Index i = 0; i < values.size(); ++i)
        text += (i == 0 ? "" : ", ") + madeText(values[i]);
    return text + ")";
}

/// W_n xₜ + b_in of a unit.
double fromInput(const Studied &studied, const Moment &moment, int unit)
{
    const BlockSums sums = blockSums(*studied.trace, studied.experiment.parameters, moment, candidateBlock);
    return sums.Wx[unit] + sums.bIn[unit];
}

bool resetsAfter(const Studied &studied)
{
    return studied.spec().reset == ResetPlacement::after;
}

std::optional<Question> candidateByHand(const Studied &studied, Random &random)
{
    if (!isPlainGru(studied))
        return std::nullopt;
    const Moment moment = anyMoment(studied, random);
    const int unit = random.below(studied.spec().hiddenSize);
    const double a = fromInput(studied, moment, unit), r = studied.at(moment, Part::reset, unit);
    const double u = studied.at(moment, Part::recurrentCandidate, unit),
                 right = studied.at(moment, Part::candidate, unit);
    const bool after = resetsAfter(studied);
    const double past = after ? r * u : u;

    Draft draft = Draft::measured(
        after ? sentence(
            "%1, unit %2. From the input W_n xₜ + b_in = %3, from the state u = U_n hₜ₋₁ + b_hn = %4, and the reset "
            "gate r = %5. This network resets after the product: n = tanh(W_n xₜ + b_in + r⊙u). How large is n? "
            "Two decimals.",
            {momentText(studied, moment), std::to_string(unit), madeText(a), madeText(u), madeText(r)})
              : sentence(
                  "%1, unit %2. From the input W_n xₜ + b_in = %3, and u = U_n (r⊙hₜ₋₁) + b_hn = %4, where r = %5. "
                  "This network resets before the product: n = tanh(W_n xₜ + b_in + u). How large is n? Two decimals.",
                  {momentText(studied, moment), std::to_string(unit), madeText(a), madeText(u), madeText(r)}),
        right, sentence("The reset gate only scales what comes from the past, and it does so once."));
    draft.question.check = checkOf("part", moment, unit);
    draft.question.check["part"] = "candidate";

    if (after)
        draft.step(
            sentence("The reset gate lets this much of the past through: %1.", {equation(shown(r) * shown(u), past)}),
            placeOf(moment, "reset", unit));
    else
        draft.step(sentence("The reset gate has acted already, inside u. The past brings %1.", {madeText(u)}),
                   placeOf(moment, "reset", unit));
    draft.step(sentence("Add the input's part: %1.", {equation(shown(a) + shown(past), a + past)}),
               placeOf(moment, "candidate", unit));
    draft.step(sentence("n = %1.", {equation(tanhOf(shown(a + past)), right)}), placeOf(moment, "candidate", unit));

    if (after) {
        draft.mistake(made(holding(stepAlone(studied, moment), Part::reset, 1), Part::candidate, unit),
                      sentence("You left the reset gate out: that is n with r = 1."));
        draft.mistake(made(holding(stepAlone(studied, moment), Part::reset, 0), Part::candidate, unit),
                      sentence("You left the past out: that is n with r = 0."));
        draft.mistake(made(holding(stepAlone(studied, moment), Part::reset, studied.at(moment, Part::update, unit)),
                           Part::candidate, unit),
                      sentence("You used z in the place of r. The update gate acts later, in the blend."));
        draft.mistake(hyperbolic(r * (a + u)),
                      sentence("The reset gate scales only the past. The input comes in whole."));
    } else {
        draft.mistake(hyperbolic(a + r * u),
                      sentence("r acted twice. With the reset before the product it is inside u already."));
        draft.mistake(hyperbolic(a), sentence("You left the past out."));
    }
    draft.mistake(a + past, sentence("That is the sum. It still has to go through tanh."));
    draft.mistake(1 / (1 + std::exp(-(a + past))),
                  sentence("That is σ of the sum. σ makes the gates; the candidate is made by tanh."));
    return draft.question;
}

std::optional<Question> resetShut(const Studied &studied, Random &random)
{
    if (!isPlainGru(studied) || !studied.spec().bias)
        return std::nullopt;
    const Moment moment = anyMoment(studied, random);
    const int unit = random.below(studied.spec().hiddenSize);
    const bool after = resetsAfter(studied);
    const BlockSums sums = blockSums(*studied.trace, studied.experiment.parameters, moment, candidateBlock);
    const double a = fromInput(studied, moment, unit), b = sums.bRec[unit],
                 now = studied.at(moment, Part::candidate, unit);
    const double u = studied.at(moment, Part::recurrentCandidate, unit);
    const double right = made(holding(stepAlone(studied, moment), Part::reset, 0), Part::candidate, unit);
    if (std::abs(right - now) < tooNear)
        return std::nullopt;

    Draft draft = Draft::measured(
        sentence(
            "%1, unit %2. W_n xₜ + b_in = %3, %4 = %5, b_hn = %6, and n is %7. What would n be if the reset gate were "
            "0 in every unit? Two decimals.",
            {momentText(studied, moment), std::to_string(unit), madeText(a),
             after ? "u = U_n hₜ₋₁ + b_hn" : "u = U_n (r⊙hₜ₋₁) + b_hn", madeText(u), madeText(b), madeText(now)}),
        right,
        after ? sentence("This network resets after the product: n = tanh(W_n xₜ + b_in + r⊙u). Put r = 0.")
              : sentence(
                  "This network resets before the product: n = tanh(W_n xₜ + b_in + U_n (r⊙hₜ₋₁) + b_hn). Put r = 0."));
    draft.question.check = checkOf("part", moment, unit);
    draft.question.check["part"] = "candidate";
    draft.question.check["hold"] = {{"part", "reset"}, {"value", 0}};

    if (after)
        draft.step(sentence("r⊙u is 0, with all that is inside u, the bias b_hn too."), placeOf(moment, "reset", unit));
    else
        draft.step(sentence("r⊙hₜ₋₁ is 0, so U_n (r⊙hₜ₋₁) is 0. The bias b_hn = %1 stands outside and "
                            "stays.",
                            {madeText(b)}),
                   placeOf(moment, "reset", unit));
    const double sum = after ? a : a + b;
    draft.step(sentence("Only the present is left: the sum is %1.", {madeText(sum)}),
               placeOf(moment, "candidate", unit));
    draft.step(sentence("n = %1.", {equation(tanhOf(shown(sum)), right)}), placeOf(moment, "candidate", unit));

    draft.mistake(now,
                  sentence("That is n as it is. The reset gate decides how much of the past n hears, so it changes."));
    draft.mistake(0.0, sentence("The input still speaks. r = 0 silences the past alone."));
    draft.mistake(made(holding(stepAlone(studied, moment), Part::reset, 1), Part::candidate, unit),
                  sentence("That is n with r = 1, when all of the past is heard."));
    draft.mistake(hyperbolic(after ? a + b : a),
                  after ? sentence("b_hn stands inside the bracket that r multiplies, so it goes too.")
                        : sentence("b_hn stands outside the bracket that r multiplies, so it stays."));
    draft.mistake(sum, sentence("That is the sum. It still has to go through tanh."));
    return draft.question;
}

/// What the past brings to the candidate, with the reset on either side of the product.
std::optional<Question> resetPlacement(const Studied &studied, Random &random)
{
    if (!isPlainGru(studied) || studied.spec().hiddenSize > 3 || !studied.spec().bias)
        return std::nullopt;
    const Moment moment = anyMoment(studied, random);
    const int H = studied.spec().hiddenSize, unit = random.below(H);
    const auto &layer = studied.experiment.parameters.layers[studied.spec().layerIndex(moment.layer, moment.direction)];
    const Vector row = layer.U.row(2 * H + unit).transpose(), h = stateBefore(*studied.trace, moment);
    const Vector r = studied.trace->at(moment.layer, moment.direction)[Part::reset].at(moment.step, moment.sequence);
    const double b = layer.bRec[2 * H + unit], u = studied.at(moment, Part::recurrentCandidate, unit);
    const bool after = resetsAfter(studied);
    const double right = after ? r[unit] * u : u;
    Experiment other = stepAlone(studied, moment);
    other.spec.reset = after ? ResetPlacement::before : ResetPlacement::after;
    const double otherU = made(other, Part::recurrentCandidate, unit);
    const double otherWay = after ? otherU : r[unit] * otherU;

    Draft draft = Draft::measured(
        sentence("%1. hₜ₋₁ = %2, r = %3. The row of U_n that feeds unit %4 is %5, its b_hn is %6. The reset acts %7. "
                 "How much does the past add to the sum under the tanh? Two decimals.",
                 {momentText(studied, moment), vectorText(h), vectorText(r), std::to_string(unit), vectorText(row),
                  madeText(b),
                  after ? sentence("after the product: r⊙(U_n hₜ₋₁ + b_hn)")
                        : sentence("before the product: U_n (r⊙hₜ₋₁) + b_hn")}),
        right,
        sentence("After the product each unit has one r for its whole sum. Before it, each old state has its own."));
    draft.question.check = checkOf("past", moment, unit);

    if (after) {
        draft.step(sentence("The product first: U_n hₜ₋₁ + b_hn = %1.", {madeText(u)}),
                   placeOf(moment, "inputs", unit));
        draft.step(sentence("Then unit %1's own r scales it: %2.",
                            {std::to_string(unit), equation(shown(r[unit]) * shown(u), right)}),
                   placeOf(moment, "reset", unit));
    } else {
        const Vector rh = r.cwiseProduct(h);
        draft.step(sentence("The reset first: r⊙hₜ₋₁ = %1.", {vectorText(rh)}), placeOf(moment, "reset", unit));
        draft.step(sentence("Then the product and the bias: %1.", {equation(shown(u - b) + shown(b), right)}),
                   placeOf(moment, "candidate", unit));
    }
    draft.mistake(otherWay,
                  after ? sentence("That is the reset before the product, U_n (r⊙hₜ₋₁) + b_hn: the other convention.")
                        : sentence("That is the reset after the product, r⊙(U_n hₜ₋₁ + b_hn): the other convention."));
    draft.mistake(row.dot(h) + b, sentence("You left the reset gate out."));
    draft.mistake(after ? r[unit] * row.dot(h) : right - b, sentence("You left the bias b_hn out."));
    draft.mistake(after ? r[unit] * row.dot(h) + b : r[unit] * row.dot(h),
                  sentence("Look where b_hn stands: after the product r multiplies it too, before it r does not."));
    return draft.question;
}

} // namespace

std::vector<Generator> resetQuestions()
{
    return {
        {"candidate-by-hand", marked("Compute the candidate"), "step", "one-step-by-hand", Level::medium,
         smallGruOfEitherReset, true, candidateByHand},
        {"reset-shut", marked("What if r were 0"), "gates", "two-gates-one-notebook", Level::medium,
         smallGruOfEitherReset, true, resetShut},
        {"reset-placement", marked("Reset before or after"), "convention", "one-step-by-hand", Level::hard,
         smallGruOfEitherReset, true, resetPlacement},
    };
}

} // namespace gatescope
