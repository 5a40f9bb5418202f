// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/generators/arithmetic.h"
#include "core/learning/generators/draft.h"
#include "core/learning/generators/generator_rows.h"
#include "core/learning/generators/practice.h"
#include "core/learning/generators/reckoning.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace gatescope {

// Questions about a few numbers that they state themselves: the last two chapters'.

namespace {

std::optional<Question> productsLeft(const Studied &, Random &random)
{
    const int steps = 10 + random.below(90);
    const bool isAhead = random.below(2) == 1;
    const double right = isAhead ? steps + 1 : 6.0 * steps;
    Draft draft = Draft::counted(
        isAhead ? sentence("A GRU layer reads a sequence of %1 steps. The gates are stacked, and W x of all steps is "
                           "one product beforehand. How many products are there in all?",
                           {std::to_string(steps)})
                : sentence("A GRU layer reads a sequence of %1 steps, each gate and the candidate with matrices of "
                           "their own. How many products are there in all?",
                           {std::to_string(steps)}),
        right, sentence("Which products have to wait for the state of the step before?"));
    draft.question.check = {{"is", "products"}, {"steps", steps}, {"way", isAhead ? "all" : "six"}};
    if (isAhead) {
        draft.step(sentence("One product for all inputs, before the first step."));
        draft.step(sentence("One product U h in each step: 1 + %1 = %2.", {std::to_string(steps), numberText(right)}));
        draft.mistake(double(steps), sentence("And the one that reads all inputs?"));
    } else {
        draft.step(sentence("W_r, W_z, W_n read x; U_r, U_z, U_n read h: six a step."));
        draft.step(sentence("6 · %1 = %2.", {std::to_string(steps), numberText(right)}));
        draft.mistake(3.0 * steps, sentence("Three matrices read x, and three more read h."));
    }
    draft.mistake(2.0 * steps, sentence("That is two a step: the gates stacked, and nothing done ahead."));
    draft.mistake(isAhead ? 6.0 * steps : steps + 1.0,
                  isAhead ? sentence("That is six a step, before anything was merged.")
                          : sentence("That is after merging all that can be merged."));
    return draft.question;
}

std::optional<Question> hardSigmoid(const Studied &, Random &random)
{
    const double a = (random.below(91) - 45) / 10.0, right = std::min(1.0, std::max(0.0, a / 6 + 0.5));
    if (std::abs(a) < 0.05)
        return std::nullopt;
    Draft draft = Draft::measured(
        sentence("Keras 3's hard sigmoid is a/6 + ½, cut off at 0 and at 1. A gate's sum is %1. What is the gate? Two "
                 "decimals.",
                 {statedText(a)}),
        right, sentence("Compute the straight line first, then see whether it left 0 … 1."));
    draft.question.check = {{"is", "hard-sigmoid"}, {"of", a}};
    draft.step(sentence("%1.", {statedEquation(stated(a) / stated(6) + stated(0.5), a / 6 + 0.5)}));
    draft.step(sentence("Cut off to 0 … 1, the gate is %1.", {statedText(right)}));
    draft.mistake(sigmoid(a), sentence("That is the smooth sigmoid of this sum."));
    draft.mistake(a / 6 + 0.5, sentence("A gate is never below 0 or above 1: it is cut off there."));
    draft.mistake(std::min(1.0, std::max(0.0, 0.2 * a + 0.5)), sentence("That is Keras 2's, with 0.2·a."));
    draft.mistake(a / 6, sentence("And ½: a sum of 0 gives a gate that is half open."));
    return draft.question;
}

std::optional<Question> embeddingCount(const Studied &, Random &random)
{
    NetworkSpec spec;
    spec.embeddingRows = 100 * (2 + random.below(90));
    spec.inputSize = 4 * (2 + random.below(15));
    spec.hiddenSize = 4 * (2 + random.below(15));
    const double table = double(spec.embeddingRows) * spec.inputSize, layer = double(recurrentParameterCount(spec)),
                 right = table + layer;
    const std::string I = std::to_string(spec.inputSize), H = std::to_string(spec.hiddenSize);
    Draft draft = Draft::counted(
        sentence("An embedding of %1 words with %2 numbers each is read by nn.GRU(%2, %3). How many parameters have "
                 "the two together?",
                 {std::to_string(spec.embeddingRows), I, H}),
        right, sentence("The table has a number for each word and column; the layer has 3·H·(I + H + 2)."));
    draft.question.check = checkOf("parameters", spec);
    draft.step(sentence("The table: %1 · %2 = %3.", {std::to_string(spec.embeddingRows), I, numberText(table)}));
    draft.step(sentence("The layer: 3 · %1 · (%2 + %1 + 2) = %3.", {H, I, numberText(layer)}));
    draft.step(sentence("Together %1.", {numberText(right)}));
    draft.mistake(table, sentence("That is the table alone."));
    draft.mistake(layer, sentence("That is the layer alone."));
    draft.mistake(right - 3.0 * spec.hiddenSize, sentence("The layer has two biases a row."));
    return draft.question;
}

std::optional<Question> softmaxWarmed(const Studied &, Random &random)
{
    std::vector<double> scores;
    for (int i = 0; i < 3; ++i)
        scores.push_back(random.below(9) - 4);
    const double temperature = random.below(2) == 0 ? 2 : 0.5;
    const auto shareAt = [&](double warmth) {
        double sum = 0;
        for (const double score : scores)
            sum += std::exp(score / warmth);
        return std::exp(scores[0] / warmth) / sum;
    };
    const double right = shareAt(temperature);
    if (right < 0.02 || right > 0.98 || std::abs(right - shareAt(1)) < 0.02)
        return std::nullopt;
    if (std::exp(std::ranges::max(scores) / temperature) < 0.5)
        return std::nullopt; // four decimals of what is so small do not give the answer
    Draft draft = Draft::measured(
        sentence("For three letters a head says %1, %2 and %3. What probability has the first at temperature %4? Two "
                 "decimals.",
                 {numberText(scores[0]), numberText(scores[1]), numberText(scores[2]), statedText(temperature)}),
        right, sentence("Divide by the temperature, take e to each, divide by the sum of all."));
    draft.question.check = {{"is", "softmax"}, {"scores", scores}, {"temperature", temperature}, {"of", 0}};
    double sum = 0;
    std::vector<std::string> powers;
    for (const double score : scores) {
        sum += std::exp(score / temperature);
        powers.push_back(madeText(std::exp(score / temperature)));
    }
    draft.step(sentence("Divided by %1 and e to each: %2, %3 and %4, together %5.",
                        {statedText(temperature), powers[0], powers[1], powers[2], madeText(sum)}));
    draft.step(sentence("%1.", {equation(shown(std::exp(scores[0] / temperature)) / shown(sum), right)}));
    draft.mistake(shareAt(1), sentence("That is at temperature 1."));
    draft.mistake(shareAt(1 / temperature), sentence("You multiplied by the temperature. It divides."));
    draft.mistake(shareAt(1) / temperature,
                  sentence("You divided the probability. What the head says is divided, before the softmax."));
    return draft.question;
}

std::optional<Question> persistenceError(const Studied &, Random &random)
{
    std::vector<double> series, errors;
    for (int i = 0; i < 4; ++i)
        series.push_back(random.below(10));
    double squares = 0, sizes = 0;
    for (std::size_t i = 1; i < series.size(); ++i) {
        errors.push_back(series[i - 1] - series[i]);
        squares += errors.back() * errors.back();
        sizes += std::abs(errors.back());
    }
    const double mean = squares / 3, right = std::sqrt(mean);
    if (squares == 0)
        return std::nullopt;
    Draft draft = Draft::measured(
        sentence("A series goes %1, %2, %3, %4. Persistence forecasts each value but the first. What is the root of "
                 "the mean square of its errors? Two decimals.",
                 {numberText(series[0]), numberText(series[1]), numberText(series[2]), numberText(series[3])}),
        right, sentence("Persistence says: as before. There are three forecasts."));
    draft.question.check = {{"is", "root-mean-square"}, {"errors", errors}};
    draft.step(sentence("The errors are %1, %2 and %3; the mean of their squares is %4.",
                        {numberText(errors[0]), numberText(errors[1]), numberText(errors[2]), statedText(mean)}));
    draft.step(sentence("%1.", {statedEquation(squareRoot(stated(mean)), right)}));
    draft.mistake(mean, sentence("That is the mean square. Its root is asked."));
    draft.mistake(std::sqrt(squares / 4), sentence("You divided by 4. There are three forecasts."));
    draft.mistake(std::sqrt(squares), sentence("You did not divide: it is a mean."));
    draft.mistake(sizes / 3, sentence("That is the mean size of the errors. Squares weigh the large ones more."));
    return draft.question;
}

} // namespace

std::vector<Generator> statedQuestions()
{
    return {
        {"products-left", marked("Count the products"), "merging", "one-matrix-instead-of-six", Level::easy, smallGru,
         false, productsLeft},
        {"hard-sigmoid", marked("A sigmoid of straight lines"), "activations", "activations-and-layer-norm",
         Level::easy, smallGru, false, hardSigmoid},
        {"embedding-count", marked("Count words and weights"), "words", "from-words-to-numbers", Level::medium,
         smallGru, false, embeddingCount},
        {"softmax-warmed", marked("Warmer or colder"), "letters", "the-next-character", Level::hard, smallGru, false,
         softmaxWarmed},
        {"persistence-error", marked("How wrong an echo is"), "forecasts", "streams-and-forecasts", Level::medium,
         smallGru, false, persistenceError},
    };
}

} // namespace gatescope
