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

/// |dL/dh_t| of every step of the top layer, forwards.
Vector gradientLengths(const Studied &studied, int sequence)
{
    const int layer = studied.spec().layers - 1;
    const TimeArray &state = studied.gradients->at(studied.spec(), layer, Direction::forward)[Part::state];
    Vector lengths(studied.trace->length(sequence));
    for (int t = 0; t < lengths.size(); ++t)
        lengths[t] = state.at(t, sequence).norm();
    return lengths;
}

std::optional<Question> smallestGradient(const Studied &studied, Random &)
{
    if (!isOneLane(studied))
        return std::nullopt;
    const Vector lengths = gradientLengths(studied, 0);
    Eigen::Index smallest = 0, largest = 0;
    lengths.minCoeff(&smallest);
    lengths.maxCoeff(&largest);
    std::vector<double> sorted(lengths.begin(), lengths.end());
    std::ranges::sort(sorted);
    if (sorted.size() < 3 || sorted[0] <= 0 || sorted[1] < 1.1 * sorted[0] || smallest == largest)
        return std::nullopt;
    std::string told;
    for (const double length : lengths)
        told += (told.empty() ? "" : ", ") + madeText(length);

    Draft draft = Draft::of(
        QuestionKind::point,
        sentence("The loss is taken at the last step. The length of dL/dh at steps 0 to %1: %2. From which "
                 "step can the network learn the least?",
                 {std::to_string(lengths.size() - 1), told}),
        PointAnswer{{}, static_cast<int>(smallest), {}},
        sentence("A weight is changed by the gradient that arrives. Look for the smallest; steps count from 0."));
    draft.question.check = checkOf("smallest-gradient-step", Moment{}, 0);
    draft.mistake(PointAnswer{{}, static_cast<int>(largest), {}},
                  sentence("There the gradient is largest, so the network learns the most from it."));
    draft.mistake(PointAnswer{{}, static_cast<int>(smallest) + 1, {}},
                  sentence("Steps count from 0: the first value is step 0."));
    draft.mistake(PointAnswer{{}, 0, {}},
                  sentence("Often the first step is the smallest, but not here: look at the numbers."));
    draft.step(sentence("What a step's state adds to the learning is scaled by the gradient that reaches it."),
               backwardPlace(static_cast<int>(lengths.size()) - 1, "blend"));
    draft.step(
        sentence("The smallest length is %1, at step %2.", {madeText(lengths[smallest]), std::to_string(smallest)}),
        backwardPlace(static_cast<int>(smallest), "blend"));
    return draft.question;
}

std::optional<Question> stepsWithoutGradient(const Studied &studied, Random &)
{
    if (!isOneLane(studied) || studied.experiment.objective.watched != WatchedSteps::one)
        return std::nullopt;
    const Vector lengths = gradientLengths(studied, 0);
    const int watched = studied.experiment.objective.step;
    std::vector<int> silent;
    for (int t = 0; t < lengths.size(); ++t)
        if (lengths[t] == 0)
            silent.push_back(t);
    if (silent.empty() || std::ssize(silent) == lengths.size())
        return std::nullopt;

    Draft draft = Draft::of(
        QuestionKind::choices,
        sentence("A GRU reads steps 0 to %1 forwards. The loss is taken at step %2 alone. The states of which "
                 "steps have no gradient at all?",
                 {std::to_string(lengths.size() - 1), std::to_string(watched)}),
        silent, sentence("Which states can have moved the loss?"));
    draft.question.check = checkOf("steps-without-gradient", Moment{}, 0);
    std::vector<Argument> names;
    for (int t = 0; t < lengths.size(); ++t) {
        draft.question.options.push_back(sentence("step %1", {std::to_string(t)}));
        if (std::ranges::binary_search(silent, t))
            names.push_back(draft.question.options.back());
    }
    for (int t = 0; t < lengths.size(); ++t) {
        std::vector<int> wrong = silent;
        if (std::erase(wrong, t) == 0)
            wrong.insert(std::ranges::lower_bound(wrong, t), t);
        draft.mistake(
            wrong,
            t > watched
                ? sentence("Step %1 comes after the loss. Nothing of it reached the loss, so nothing flows back.",
                           {std::to_string(t)})
                : t == watched
                ? sentence("Step %1 is where the loss is taken: its state is read directly.", {std::to_string(t)})
                : sentence("Step %1 comes before the loss. It reaches the loss through the states between; "
                           "its gradient may be small, but it is not 0.",
                           {std::to_string(t)}));
    }
    draft.step(sentence("A state has a gradient if changing it would change the loss."),
               backwardPlace(watched, "blend"));
    draft.step(sentence("The loss at step %1 knows steps 0 to %1. Later ones have none: %2.",
                        {std::to_string(watched), joined(names, ", ")}),
               backwardPlace(silent.front(), "blend"));
    return draft.question;
}

std::optional<Question> conveyor(const Studied &studied, Random &random)
{
    if (!isPlainGru(studied))
        return std::nullopt;
    const Moment moment = anyMoment(studied, random);
    const int unit = random.below(studied.spec().hiddenSize);
    const TimeArray &state = studied.gradients->at(studied.spec(), moment.layer, moment.direction)[Part::state];
    const double arriving = state(moment.step, moment.sequence, unit), z = studied.at(moment, Part::update, unit);
    const auto ways = waysBack(*studied.trace, *studied.gradients, studied.experiment.parameters, moment);
    const double right = ways.front().gradient[unit];
    if (std::abs(arriving) < 0.05)
        return std::nullopt;
    const bool keeps = studied.spec().update == UpdateMeaning::keeps;
    const double weight = keeps ? z : 1 - z;

    Draft draft = Draft::measured(
        sentence("%1, unit %2. The gradient that arrives at the new state is dL/dhₜ = %3, and z = %4. The "
                 "network blends by %5. What gradient arrives at the old state by the straight way, past all "
                 "weights? Two decimals.",
                 {momentText(studied, moment), std::to_string(unit), madeText(arriving), madeText(z),
                  blendRule(studied.spec().update)}),
        right, sentence("In the blend, what stands before hₜ₋₁? A gradient goes back through the same factor."));
    draft.question.check = checkOf("conveyor", moment, unit);
    StagePlace place = placeOf(moment, "blend", unit);
    place.backwardPass = true;
    draft.step(
        sentence("In %1 the old state is multiplied by %2.", {blendRule(studied.spec().update), keeps ? "z" : "1 − z"}),
        place);
    draft.step(
        sentence("So the gradient is multiplied by it too: %1.", {equation(shown(weight) * shown(arriving), right)}),
        place);
    draft.mistake((keeps ? 1 - z : z) * arriving,
                  sentence("That goes to the candidate. You took the other of the two factors."));
    draft.mistake(keeps ? z : 1 - z,
                  sentence("That is the share which goes on. What arrives is it times %1.", {madeText(arriving)}));
    draft.mistake(arriving, sentence("All of it would arrive only through a gate that keeps everything."));
    double all = 0;
    for (const GradientPath &way : ways)
        all += way.gradient[unit];
    draft.mistake(all, sentence("That is the sum of all ways back. The straight way alone was asked."));
    draft.mistake(arriving * z * (1 - z), sentence("σ′ = z(1 − z) belongs to the way through the gate's own sum."));
    return draft.question;
}

std::optional<Question> orderBackwards(const Studied &, Random &random)
{
    const std::vector<const char *> chain{"dL/dhₜ", "dL/dn", "dL/dr", "dL/dW_r"};
    Draft draft = Draft::of(
        QuestionKind::order,
        sentence("The gradient flows back through one step of a GRU. Put these in the order in which they are known."),
        std::vector{0, 1, 2, 3}, sentence("Backwards, each needs the gradient of what it was used for."));
    for (const char *link : chain)
        draft.question.options.push_back({link, {}});
    draft.question.check = {{"is", "order"}, {"right", chain}};
    draft.mistake(std::vector{3, 2, 1, 0},
                  sentence("That is the order of the forward pass. Back from the loss it is the other way."));
    draft.mistake(std::vector{0, 2, 1, 3}, sentence("r was used for n, so dL/dn must be known before dL/dr."));
    draft.step(sentence("r is made with W_r, n with r, hₜ with n. So the gradient of each is known before that of what "
                        "it was made with."));
    draft.step(sentence("dL/dhₜ → dL/dn → dL/dr → dL/dW_r."));
    draft.shuffleOptions(random);
    return draft.question;
}

} // namespace

std::vector<Generator> gradientQuestions()
{
    return {
        {"smallest-gradient", marked("Where the gradient dies"), "gradient", "the-loop-that-forgets", Level::medium,
         smallGru, true, smallestGradient},
        {"steps-without-gradient", marked("Steps without a gradient"), "gradient", "the-loop-that-forgets",
         Level::medium, smallGruWithInnerLoss, true, stepsWithoutGradient},
        {"conveyor", marked("The straight way back"), "gradient", "what-the-update-gate-keeps", Level::hard,
         smallGruOfEitherUpdate, true, conveyor},
        {"order-backwards", marked("Order the backward pass"), "gradient", "how-far-a-gradient-reaches", Level::hard,
         smallGru, false, orderBackwards},
    };
}

} // namespace gatescope
