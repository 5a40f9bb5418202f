// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/quiz.h"

#include "core/learning/generators/generator.h"

#include <algorithm>

namespace gatescope {

namespace {

/// Seeds that a person can type again.
constexpr int largestSeed = 1'000'000;

/// A written question, or a generator of questions.
struct Origin {
    const Question *written = nullptr;
    const Generator *generator = nullptr;
};

bool fits(const QuizChoice &choice, std::string_view topic, Level level)
{
    return (choice.topic.empty() || choice.topic == topic) && (!choice.level || *choice.level == level);
}

std::vector<Origin> shuffled(std::vector<Origin> origins, Random &random)
{
    for (int i = static_cast<int>(origins.size()) - 1; i > 0; --i)
        std::swap(origins[std::size_t(i)], origins[std::size_t(random.below(i + 1))]);
    return origins;
}

} // namespace

std::vector<Question> drawQuiz(const std::vector<Question> &written, const QuizChoice &choice)
{
    std::vector<Origin> origins, makers;
    for (const Question &question : written)
        if (fits(choice, question.topic, question.level))
            origins.push_back({&question, nullptr});
    for (const Generator &generator : generators())
        if (fits(choice, generator.topic, generator.level))
            makers.push_back({nullptr, &generator});
    std::ranges::copy(makers, std::back_inserter(origins));

    Random random(choice.seed);
    std::vector<Question> quiz;
    for (std::vector<Origin> round = shuffled(origins, random); !round.empty(); round = shuffled(makers, random)) {
        for (const Origin &origin : round) {
            if (std::ssize(quiz) >= choice.count)
                break;
            quiz.push_back(origin.written ? *origin.written
                                          : makeQuestion(*origin.generator, std::uint64_t(random.below(largestSeed))));
        }
        if (std::ssize(quiz) >= choice.count)
            break;
    }
    std::ranges::stable_sort(quiz, {}, &Question::level);
    return quiz;
}

} // namespace gatescope
