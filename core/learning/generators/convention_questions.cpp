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

/// The step alone, read by a program that has the other rule.
Experiment misread(Experiment alone)
{
    alone.spec.update = alone.spec.update == UpdateMeaning::keeps ? UpdateMeaning::overwrites : UpdateMeaning::keeps;
    return alone;
}

std::optional<Question> misreadGate(const Studied &studied, Random &random)
{
    if (!isPlainGru(studied))
        return std::nullopt;
    const Moment moment = anyMoment(studied, random);
    const int unit = random.below(studied.spec().hiddenSize);
    const double z = studied.at(moment, Part::update, unit), n = studied.at(moment, Part::candidate, unit),
                 h = stateBefore(*studied.trace, moment)[unit], own = studied.at(moment, Part::state, unit);
    const Experiment other = misread(stepAlone(studied, moment));
    const double right = made(other, Part::state, unit);
    if (std::abs(right - own) < tooNear)
        return std::nullopt;
    const bool keeps = other.spec.update == UpdateMeaning::keeps;
    const Reckoning ofOld = shown(keeps ? z : 1 - z), ofNew = shown(keeps ? 1 - z : z);

    Draft draft = Draft::measured(
        sentence(
            "%1, unit %2. hₜ₋₁ = %3, n = %4, z = %5. These weights were trained with %6. A program that has %7 reads "
            "them and converts nothing: what does it make of hₜ at this step? Two decimals.",
            {momentText(studied, moment), std::to_string(unit), madeText(h), madeText(n), madeText(z),
             blendRule(studied.spec().update), blendRule(other.spec.update)}),
        right, sentence("The gate z is the same number; it only multiplies the other one of the two."));
    draft.question.check = checkOf("misread-state", moment, unit);
    draft.step(sentence("The weights make the same z and the same n as before."), placeOf(moment, "update", unit));
    draft.step(sentence("By the program's rule the old state counts with %1, the candidate with %2.",
                        {ofOld.text, ofNew.text}),
               placeOf(moment, "blend", unit));
    draft.step(sentence("%1.", {equation(ofOld * shown(h) + ofNew * shown(n), right)}), placeOf(moment, "blend", unit));
    draft.mistake(own, sentence("That is what the network makes by its own rule. The program has the other one."));
    draft.mistake(h, sentence("That is the old state. It counts with %1 here, not with 1.", {ofOld.text}));
    draft.mistake(n, sentence("That is the candidate. It counts with %1 here, not with 1.", {ofNew.text}));
    draft.mistake(h + n, sentence("The two shares make 1 together: it is a mean, not a sum."));
    return draft.question;
}

} // namespace

std::vector<Generator> conventionQuestions()
{
    return {
        {"misread-gate", marked("Read by the other rule"), "convention", "two-conventions-that-disagree", Level::medium,
         smallGruOfEitherUpdate, true, misreadGate},
    };
}

} // namespace gatescope
