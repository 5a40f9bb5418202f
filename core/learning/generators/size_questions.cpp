// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/marked.h"
#include "core/learning/generators/draft.h"
#include "core/learning/generators/generator_rows.h"
#include "core/learning/generators/practice.h"
#include "core/learning/generators/reckoning.h"
#include "core/training/race.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

std::int64_t countWith(NetworkSpec spec, int units)
{
    spec.hiddenSize = units;
    return recurrentParameterCount(spec);
}

std::optional<Question> nearestUnits(const Studied &, Random &random)
{
    NetworkSpec gru, other;
    gru.inputSize = other.inputSize = 2 + random.below(20);
    gru.hiddenSize = 4 + random.below(40);
    other.cell = random.below(2) == 0 ? CellKind::lstm : CellKind::rnn;
    const std::string name(describe(other.cell).pytorchName);
    const std::int64_t budget = recurrentParameterCount(gru);
    const int right = unitsNearest(other, budget);
    const auto missedBy = [&](int units) { return std::abs(countWith(other, units) - budget); };
    if (missedBy(right - 1) == missedBy(right) || missedBy(right + 1) == missedBy(right))
        return std::nullopt;
    const int blocks = static_cast<int>(describe(other.cell).blocks.size());

    Draft draft = Draft::counted(
        sentence("%1 has %2 parameters. With how many units does an nn.%3 on the same %4 inputs come nearest to that?",
                 {pytorchConstructor(gru), std::to_string(budget), name, std::to_string(gru.inputSize)}),
        right,
        blocks == 1
            ? sentence("One block of H rows, each row with I + H weights and 2 biases: H · (I + H + 2). Try some H.")
            : sentence(
                "%1 blocks of H rows, each row with I + H weights and 2 biases: %1 · H · (I + H + 2). Try some H.",
                {std::to_string(blocks)}));
    draft.question.check = checkOf("units-nearest", other);
    draft.question.check["parameters"] = budget;
    const int rival = missedBy(right - 1) < missedBy(right + 1) ? right - 1 : right + 1;
    draft.step(sentence("%1 units have %2 · %1 · (%3 + %1 + 2) = %4, wrong by %5.",
                        {std::to_string(rival), std::to_string(blocks), std::to_string(gru.inputSize),
                         std::to_string(countWith(other, rival)), std::to_string(missedBy(rival))}));
    draft.step(
        sentence("%1 units have %2, wrong by %3: nearest comes %1.",
                 {std::to_string(right), std::to_string(countWith(other, right)), std::to_string(missedBy(right))}));
    draft.mistake(double(gru.hiddenSize),
                  sentence("With the same units it has %1 parameters: another number of blocks.",
                           {std::to_string(countWith(other, gru.hiddenSize))}));
    draft.mistake(std::round(3.0 * gru.hiddenSize / blocks),
                  sentence("You changed the units as the blocks. But weights grow with the square of the units."));
    draft.mistake(double(rival),
                  sentence("Near, but wrong by %1 parameters, and %2 units by %3.",
                           {std::to_string(missedBy(rival)), std::to_string(right), std::to_string(missedBy(right))}));
    return draft.question;
}

std::optional<Question> dropoutScale(const Studied &, Random &random)
{
    const double p = (10 + random.below(71)) / 100.0, right = 1 / (1 - p);
    Draft draft = Draft::measured(
        sentence(
            "While it learns, a network drops a share of %1 of what layer 0 hands up. By what does it multiply the "
            "rest, so that layer 1 hears as much on average? Two decimals.",
            {statedText(p)}),
        right, sentence("What is left, taken together, is to weigh as much as all of it did."));
    draft.question.check = {{"is", "dropout-scale"}, {"p", p}};
    draft.step(sentence("A share of 1 − %1 = %2 is left.", {statedText(p), statedText(1 - p)}));
    draft.step(sentence("%1.", {statedEquation(stated(1) / stated(1 - p), right)}));
    draft.mistake(1.0, sentence("Then layer 1 would hear less while learning than when answering."));
    draft.mistake(1 - p, sentence("That is what is left. It has to be made up for: 1 / (1 − p)."));
    draft.mistake(1 / p, sentence("1/p would make up for having kept only p. 1 − p is kept."));
    draft.mistake(1 + p, sentence("Nearly, for a small p: but (1 + p) · (1 − p) is below 1."));
    return draft.question;
}

} // namespace

std::vector<Generator> sizeQuestions()
{
    return {
        {"equal-budget", marked("The same budget"), "race", "rnn-gru-lstm", Level::hard, smallGru, false, nearestUnits},
        {"dropout-scale", marked("What dropout makes of the rest"), "dropout", "dropout-and-its-relatives",
         Level::medium, smallGru, false, dropoutScale},
    };
}

} // namespace gatescope
