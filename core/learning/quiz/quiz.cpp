// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/quiz/quiz.h"

#include "core/learning/generators/generator.h"
#include "core/learning/questions/mixed_options.h"

#include <algorithm>
#include <optional>

namespace gatescope {

namespace {

/// Seeds that a person can type again.
constexpr int largestQuizSeed = 1'000'000;

/// A written question, or a generator of questions.
struct Origin {
    const Question *written = nullptr;
    const Generator *generator = nullptr;
    bool wasAnswered = false; ///< this very question, by this learner

    Level level() const { return written ? written->level : generator->level; }
    std::string_view name() const { return written ? std::string_view(written->id) : generator->name; }
};

constexpr auto ofAnyLevel = [](std::string_view, Level) { return true; };

/// A written one as it is, a generator's with the numbers of a new seed.
std::optional<Question> askedBy(const Origin &origin, Random &random)
{
    return origin.written ? *origin.written
                          : makeQuestion(*origin.generator, std::uint64_t(random.below(largestQuizSeed)));
}

bool fits(const QuizChoice &choice, std::string_view topic, std::string_view lesson, Level level)
{
    return (choice.topic.empty() || choice.topic == topic) && (!choice.level || *choice.level == level)
        && (choice.lessons.empty() || std::ranges::find(choice.lessons, lesson) != choice.lessons.end());
}

std::vector<Origin> shuffled(std::vector<Origin> origins, Random &random)
{
    for (int i = static_cast<int>(origins.size()) - 1; i > 0; --i)
        std::swap(origins[std::size_t(i)], origins[std::size_t(random.below(i + 1))]);
    return origins;
}

struct Origins {
    std::vector<Origin> all;
    std::vector<Origin> makers; ///< those of them that give others again
};

/// Everything that fits, and of each topic only what `mayAsk` says of a level.
template<typename MayAsk>
Origins originsOf(const std::vector<Question> &written, const QuizChoice &choice, MayAsk mayAsk)
{
    Origins origins;
    for (const Question &question : written)
        if (fits(choice, question.topic, question.lesson, question.level) && mayAsk(question.topic, question.level))
            origins.all.push_back({&question, nullptr});
    for (const Generator &generator : generators())
        if (choice.mayGenerate && fits(choice, generator.topic, generator.lesson, generator.level)
            && mayAsk(generator.topic, generator.level))
            origins.makers.push_back({nullptr, &generator});
    std::ranges::copy(origins.makers, std::back_inserter(origins.all));
    return origins;
}

/// The same, knowing which written questions this learner has answered.
Origins knowing(const Progress &progress, Origins origins)
{
    for (Origin &origin : origins.all)
        origin.wasAnswered = origin.written && progress.hasAnswered(origin.written->id);
    return origins;
}

/// The moments of a run that the worked solution looks at.
std::vector<StagePlace> momentsOf(const Question &question)
{
    std::vector<StagePlace> moments;
    for (const SolutionStep &step : question.solution)
        if (step.place) {
            moments.push_back(*step.place);
            moments.back().part.clear();
        }
    return moments;
}

constexpr int mostTries = 12;

/// A question of this maker that tells nothing of those that are there; none where it has no such one.
template<typename Make>
std::optional<Question> otherThan(const std::vector<Question> &there, Make make,
                                  const std::vector<Question> &alsoThere = {})
{
    for (int i = 0; i < mostTries; ++i) {
        std::optional<Question> made = make();
        if (!made)
            return std::nullopt;
        const auto tells = [&](const Question &one) { return givesAway(one, *made); };
        if (std::ranges::none_of(there, tells) && std::ranges::none_of(alsoThere, tells))
            return made;
    }
    return std::nullopt;
}

/// So many, those that are new first; each origin once, and where they may come again the makers as often as it takes.
/// None tells of what is there already.
std::vector<Question> drawn(const Origins &origins, int count, bool mayComeAgain, Random &random,
                            const std::vector<Question> &there = {})
{
    std::vector<Question> quiz;
    bool hasFound = true;
    for (std::vector<Origin> round = shuffled(origins.all, random); hasFound && !round.empty();
         round = mayComeAgain ? shuffled(origins.makers, random) : std::vector<Origin>()) {
        hasFound = false;
        std::ranges::stable_partition(round, [](const Origin &origin) { return !origin.wasAnswered; });
        for (const Origin &origin : round) {
            if (std::ssize(quiz) >= count)
                return quiz;
            auto question = otherThan(
                quiz, [&] { return askedBy(origin, random); }, there);
            if (!question)
                continue;
            hasFound = true;
            quiz.push_back(std::move(*question));
        }
    }
    return quiz;
}

template<typename IsWanted>
Origins those(const Origins &origins, IsWanted isWanted)
{
    Origins some;
    std::ranges::copy_if(origins.all, std::back_inserter(some.all), isWanted);
    std::ranges::copy_if(origins.makers, std::back_inserter(some.makers), isWanted);
    return some;
}

/// Without the written questions that are there.
Origins notIn(const std::vector<Question> &quiz, const Origins &origins)
{
    return those(origins, [&](const Origin &one) {
        return !one.written || std::ranges::find(quiz, one.written->id, &Question::id) == quiz.end();
    });
}

/// A ladder: three of ten easy, three hard, the others between; where a level has too few new ones, from what is left.
std::vector<Question> ladderOf(const Origins &origins, int count, bool mayComeAgain, Random &random)
{
    const int hard = 3 * count / 10, easy = (3 * count + 9) / 10;
    std::vector<Question> quiz;
    for (const auto &[level, share] :
         {std::pair(Level::easy, easy), std::pair(Level::medium, count - hard - easy), std::pair(Level::hard, hard)}) {
        const Origins ofLevel
            = those(origins, [level = level](const Origin &one) { return one.level() == level && !one.wasAnswered; });
        std::ranges::move(drawn(ofLevel, share, false, random, quiz), std::back_inserter(quiz));
    }
    const int missing = count - static_cast<int>(quiz.size());
    std::ranges::move(drawn(notIn(quiz, origins), missing, mayComeAgain, random, quiz), std::back_inserter(quiz));
    return quiz;
}

/// Who writes a question often puts the right option first, and steps in their order: written ones get theirs mixed,
/// for each seed in another way. Generators have mixed their own.
std::vector<Question> mixed(std::vector<Question> quiz, std::uint64_t seed)
{
    for (Question &question : quiz)
        if (originOf(question) == question.id)
            mixOptions(question, seed);
    return quiz;
}

std::vector<Question> fromEasyToHard(std::vector<Question> quiz)
{
    std::ranges::stable_sort(quiz, {}, &Question::level);
    return quiz;
}

} // namespace

std::vector<Question> drawQuiz(const std::vector<Question> &written, const QuizChoice &choice)
{
    Random random(choice.seed);
    const Origins origins = originsOf(written, choice, ofAnyLevel);
    return fromEasyToHard(
        mixed(choice.level ? drawn(origins, choice.count, true, random) : ladderOf(origins, choice.count, true, random),
              choice.seed));
}

std::vector<Question> drawQuiz(const std::vector<Question> &written, const QuizChoice &choice, const Progress &progress)
{
    if (choice.level)
        return drawQuiz(written, choice);
    Random random(choice.seed);
    const auto isReached = [&](std::string_view topic, Level level) { return level >= progress.topic(topic).level; };
    const auto isBelow = [&](std::string_view topic, Level level) { return !isReached(topic, level); };
    const Origins reached = knowing(progress, originsOf(written, choice, isReached));
    std::vector<Question> quiz = ladderOf(reached, choice.count, false, random);
    const auto fill = [&](const Origins &from, bool mayComeAgain) {
        const int missing = choice.count - static_cast<int>(quiz.size());
        std::ranges::move(drawn(notIn(quiz, from), missing, mayComeAgain, random, quiz), std::back_inserter(quiz));
    };
    fill(knowing(progress, originsOf(written, choice, isBelow)), false); // rather than a maker's for the third time
    fill(knowing(progress, originsOf(written, choice, ofAnyLevel)), true);
    return fromEasyToHard(mixed(std::move(quiz), choice.seed));
}

std::vector<Question> drawRecall(const std::vector<Question> &written, const QuizChoice &choice,
                                 const Progress &progress)
{
    Random random(choice.seed);
    const std::vector<std::string> due = progress.due(), returning = progress.returning();
    const auto returns = [&](const Origin &one) { return std::ranges::find(returning, one.name()) != returning.end(); };
    std::vector<Origin> asked = shuffled(originsOf(written, choice, ofAnyLevel).all, random);
    std::erase_if(asked, [&](const Origin &one) { return !progress.hasAnswered(one.name()) && !returns(one); });
    const auto rank = [&](const Origin &one) {
        const auto waits = std::ranges::find(due, one.name()) - due.begin();
        return waits < std::ssize(due) ? waits : std::ssize(due) + (returns(one) ? 0 : 1);
    };
    std::ranges::stable_sort(asked, {}, rank);
    std::vector<Question> quiz;
    for (const Origin &origin : asked) {
        if (std::ssize(quiz) >= choice.count)
            break;
        if (auto question = otherThan(quiz, [&] { return askedBy(origin, random); }))
            quiz.push_back(std::move(*question));
    }
    return mixed(std::move(quiz), choice.seed);
}

std::vector<Question> drawChallenge(const std::vector<Question> &written, const QuizChoice &choice,
                                    const Progress &progress)
{
    QuizChoice hard = choice;
    hard.level = Level::hard;
    Random random(choice.seed);
    return mixed(drawn(knowing(progress, originsOf(written, hard, ofAnyLevel)), choice.count, true, random),
                 choice.seed);
}

std::vector<Question> drawQuizAbout(const Studied &studied, const QuizChoice &choice)
{
    Random random(choice.seed);
    std::vector<Origin> makers = originsOf({}, choice, ofAnyLevel).makers;
    std::vector<Question> quiz;
    bool hasFound = true;
    while (hasFound && std::ssize(quiz) < choice.count) {
        hasFound = false;
        for (const Origin &maker : makers = shuffled(makers, random)) {
            if (std::ssize(quiz) >= choice.count)
                break;
            auto question = otherThan(quiz, [&] {
                return askAbout(studied, *maker.generator, std::uint64_t(random.below(largestQuizSeed)));
            });
            if (!question)
                continue;
            hasFound = true;
            quiz.push_back(std::move(*question));
        }
    }
    return fromEasyToHard(std::move(quiz));
}

bool isWanted(const QuizChoice &choice, const Question &question)
{
    return fits(choice, question.topic, question.lesson, question.level);
}

bool givesAway(const Question &one, const Question &other)
{
    if (one.text.english() == other.text.english() && answerText(one, one.answer) == answerText(other, other.answer))
        return true; // whatever the order of its options
    if (one.experiment != other.experiment)
        return false; // other numbers
    const std::vector<StagePlace> seen = momentsOf(one);
    const bool isOfOneMaker = originOf(one) == originOf(other) && one.id != other.id;
    const bool isOfTheScreen = one.id.find(":screen:") != std::string::npos;
    return (isOfOneMaker || isOfTheScreen) && std::ranges::any_of(momentsOf(other), [&](const StagePlace &moment) {
               return moment.unit && std::ranges::find(seen, moment) != seen.end();
           });
}

Question withOtherNumbers(const Question &question, const Studied *screen, Random &random)
{
    const Generator *generator = generatorNamed(originOf(question));
    if (!generator)
        return question;
    const auto make = [&] {
        const auto seed = std::uint64_t(random.below(largestQuizSeed));
        return screen ? askAbout(*screen, *generator, seed) : std::optional(makeQuestion(*generator, seed));
    };
    const auto other = otherThan({question}, make);
    return other ? *other : make().value_or(question); // where it asks but one thing, its options in another order
}

std::optional<Question> questionAgain(const std::vector<Question> &written, std::string_view origin, std::uint64_t seed)
{
    const auto found = std::ranges::find(written, origin, &Question::id);
    if (found != written.end()) {
        Question again = *found;
        mixOptions(again, seed);
        return again;
    }
    if (const Generator *generator = generatorNamed(origin))
        return makeQuestion(*generator, seed % largestQuizSeed);
    return std::nullopt;
}

} // namespace gatescope
