// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/generators/draft.h"
#include "core/learning/generators/generator_rows.h"
#include "core/learning/generators/practice.h"
#include "core/learning/generators/reckoning.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

/// Lengths that can be told apart in four decimals, of a loss that is taken at the last step; empty for another
/// network.
std::vector<double> askableLengths(const Studied &studied)
{
    if (!isOneLane(studied) || studied.experiment.objective.watched != WatchedSteps::last)
        return {};
    std::vector<double> lengths = gradientsBack(*studied.trace, *studied.gradients);
    return lengths.size() < 4 || std::ranges::min(lengths) < 0.02 ? std::vector<double>() : lengths;
}

/// From step 0 on.
std::string toldInOrder(const std::vector<double> &back)
{
    std::string told;
    for (auto length = back.rbegin(); length != back.rend(); ++length)
        told += (told.empty() ? "" : ", ") + madeText(*length);
    return told;
}

std::optional<Question> gradientFactor(const Studied &studied, Random &)
{
    const std::vector<double> back = askableLengths(studied);
    if (back.empty())
        return std::nullopt;
    const int steps = static_cast<int>(back.size()) - 1;
    const double share = back.back() / back.front(), right = std::pow(share, 1.0 / steps);
    if (share > 0.7)
        return std::nullopt;
    Draft draft = Draft::measured(
        sentence("The loss is taken at the last step. The length of dL/dh at steps 0 to %1: %2. From the last step to "
                 "step 0 it is multiplied %1 times: by what, were it the same factor each time? Two decimals.",
                 {std::to_string(steps), toldInOrder(back)}),
        right, sentence("What is left is the factor multiplied by itself, once for each step back."));
    draft.question.check = checkOf("gradient-factor", Moment{}, 0);
    draft.step(sentence("Over %1 steps back this share of the gradient is left: %2.",
                        {std::to_string(steps), equation(shown(back.back()) / shown(back.front()), share)}),
               backwardPlace(steps, "blend"));
    draft.step(sentence("The factor is the root of that of degree %1: %2.",
                        {std::to_string(steps), equation(root(shown(share), steps), right)}),
               backwardPlace(0, "blend"));
    draft.mistake(share, sentence("That is what is left over all steps together. The factor of one step was asked."));
    draft.mistake(share / steps, sentence("Factors are multiplied, not added: take the root, do not divide."));
    draft.mistake(1 - (1 - share) / steps,
                  sentence("You took the same away at each step. A step takes its share of what is left."));
    draft.mistake(1 / right, sentence("That is the factor from step 0 on. Going back it is its reciprocal."));
    return draft.question;
}

std::optional<Question> gradientHalved(const Studied &studied, Random &)
{
    const std::vector<double> back = askableLengths(studied);
    if (back.empty())
        return std::nullopt;
    const auto isUnder = [&](double length) { return length < 0.5 * back.front(); };
    const auto isClose = [&](double length) { return std::abs(length - 0.5 * back.front()) < 0.02 * back.front(); };
    const auto under = std::ranges::find_if(back, isUnder);
    if (under == back.end() || std::ranges::any_of(back, isClose))
        return std::nullopt;
    const int last = static_cast<int>(back.size()) - 1, right = last - static_cast<int>(under - back.begin());
    Draft draft = Draft::of(QuestionKind::point,
                            sentence("The loss is taken at the last step. The length of dL/dh at steps 0 to %1: %2. At "
                                     "which step, going back, is "
                                     "the length for the first time less than half of the last step's?",
                                     {std::to_string(last), toldInOrder(back)}),
                            PointAnswer{{}, right, {}},
                            sentence("Begin at the end of the list and go to its front. Steps count from 0."));
    draft.question.check = checkOf("gradient-halved", Moment{}, 0);
    draft.mistake(PointAnswer{{}, last - right, {}},
                  sentence("That many steps back it is. The step itself was asked."));
    draft.mistake(PointAnswer{{}, right + 1, {}}, sentence("There half or more is left still."));
    draft.mistake(PointAnswer{{}, 0, {}},
                  sentence("There less than half is left too, but not for the first time going back."));
    draft.step(sentence("At the last step, %1, it is %2 long. Half of that is %3.",
                        {std::to_string(last), madeText(back.front()), madeText(0.5 * back.front())}),
               backwardPlace(last, "blend"));
    draft.step(sentence("Going back the first length under that is %1, at step %2.",
                        {madeText(*under), std::to_string(right)}),
               backwardPlace(right, "blend"));
    return draft.question;
}

} // namespace

std::vector<Generator> reachQuestions()
{
    return {
        {"gradient-halved", marked("Where half of the gradient is gone"), "gradient", "how-far-a-gradient-reaches",
         Level::medium, smallGru, true, gradientHalved},
        {"gradient-factor", marked("The factor of a step"), "gradient", "how-far-a-gradient-reaches", Level::hard,
         smallGru, true, gradientFactor},
    };
}

} // namespace gatescope
