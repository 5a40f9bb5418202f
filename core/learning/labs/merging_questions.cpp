// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/merging_questions.h"

namespace gatescope {

namespace {

Question choice(const char *id, Sentence text, std::vector<Sentence> options, int right, Sentence why)
{
    Question question;
    question.id = id;
    question.topic = "layer";
    question.lesson = "building-nn-gru";
    question.level = Level::medium;
    question.text = std::move(text);
    question.options = std::move(options);
    question.answer = right;
    question.solution.push_back({std::move(why), std::nullopt});
    return question;
}

} // namespace

Question productsLeftQuestion(StackingConvention convention)
{
    const bool isBefore = resetOf(convention) == ResetPlacement::before;
    const std::vector<Sentence> options = isBefore ? std::vector{sentence("2"), sentence("1 + T"), sentence("1 + 2·T")}
                                                   : std::vector{sentence("2"), sentence("1 + T"), sentence("2·T")};
    Question question = isBefore
        ? choice("products-left-before",
                 sentence("Six matrices make 6·T products for T steps. With reset_after=False, how many are left when "
                          "all is merged that can be?"),
                 options, 2,
                 sentence("1 + 2·T: one for all inputs; at each step one for r and z, and then one for n, which "
                          "multiplies r∘h and so waits for r."))
        : choice("products-left",
                 sentence("Six matrices make 6·T products for T steps. How many are left when all is merged that can "
                          "be?"),
                 options, 1,
                 sentence("1 + T: all inputs are known at the start, so one product reads them all; each h comes out "
                          "of the step before, so U multiplies it step by step."));
    question.hint = sentence("What of x is known before the first step, and what of h?");
    question.misconceptions.push_back(
        {0, sentence("All states at once cannot be: the state of step 2 comes out of step 1.")});
    if (isBefore)
        question.misconceptions.push_back(
            {1, sentence("One product a step gives U_n h; here U_n (r∘h) is asked, and r is not known yet.")});
    else
        question.misconceptions.push_back({2,
                                           sentence("Two a step is what stacking alone leaves; the inputs need not "
                                                    "wait for their step.")});
    return question;
}

Question numbersChangeQuestion(const MergingReading &reading)
{
    const std::string single = numberText(reading.farthestInSingle);
    Question question = choice(
        "numbers-change", sentence("Do the merged products give the same states?"),
        {sentence("Other ones: the gates share a matrix now"), sentence("The same, apart from rounding"),
         sentence("The same to the last bit, everywhere")},
        1,
        sentence("The same, apart from rounding: each number is the same sum of the same products. Here the states "
                 "differ by at most %1 in single precision.",
                 {single}));
    question.hint = sentence("A row of a stacked matrix is a row of one of the six.");
    question.misconceptions.push_back(
        {0, sentence("Stacked is not mixed: every row stays what it was and gives the number it gave.")});
    question.misconceptions.push_back(
        {2,
         sentence("A product of another shape may add up in another order, on another machine in yet another; then "
                  "the last bits differ. Here: by at most %1.",
                  {single})});
    return question;
}

} // namespace gatescope
