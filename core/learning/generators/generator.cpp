// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/generators/generator.h"

#include "core/experiment/files/experiment_file.h"
#include "core/learning/generators/generator_rows.h"

#include <algorithm>
#include <charconv>

namespace gatescope {

namespace {

/// Choices that a seed may make before it must find a question; each network gives one in a few.
constexpr int mostTries = 200;

/// The seed's choices number so many.
Random randomOf(std::uint64_t seed, int attempt)
{
    return Random(Random(seed).next() + static_cast<std::uint64_t>(attempt));
}

std::optional<Question> tryOnce(const Generator &generator, const Studied &studied, Random &random)
{
    std::optional<Question> question = generator.make(studied, random);
    if (!question)
        return std::nullopt;
    question->topic = generator.topic;
    question->lesson = generator.lesson;
    question->level = generator.level;
    question->id = generator.name;
    return check(*question) ? question : std::nullopt;
}

} // namespace

const std::vector<Generator> &generators()
{
    static const std::vector<Generator> table = [] {
        std::vector<Generator> all;
        for (const auto family : {memoryQuestions, resetQuestions, stepQuestions, gradientQuestions, layerQuestions,
                                  reachQuestions, sizeQuestions, conventionQuestions, statedQuestions})
            std::ranges::move(family(), std::back_inserter(all));
        return all;
    }();
    return table;
}

const Generator *generatorNamed(std::string_view name)
{
    const auto found = std::ranges::find(generators(), name, &Generator::name);
    return found == generators().end() ? nullptr : &*found;
}

Question makeQuestion(const Generator &generator, std::uint64_t seed)
{
    for (int attempt = 0; attempt < mostTries; ++attempt) {
        Random random = randomOf(seed, attempt);
        const auto studied = study(generator.practice(random));
        auto question = studied ? tryOnce(generator, *studied, random) : std::nullopt;
        if (!question)
            continue;
        question->id += ":" + std::to_string(seed);
        const bool playsOnTheStage
            = std::ranges::any_of(question->solution, [](const SolutionStep &step) { return step.place.has_value(); });
        if (generator.aboutNumbers || playsOnTheStage)
            question->experiment = parseJson(writeExperiment(studied->experiment)).value();
        return std::move(*question);
    }
    assert(false && "a generator's own networks must give questions");
    return {};
}

std::optional<Question> askAbout(const Studied &studied, const Generator &generator, std::uint64_t seed)
{
    for (int attempt = 0; attempt < mostTries; ++attempt) {
        Random random = randomOf(seed, attempt);
        if (auto question = tryOnce(generator, studied, random)) {
            question->id += ":screen:" + std::to_string(seed);
            return question;
        }
    }
    return std::nullopt;
}

std::optional<Question> questionOfId(std::string_view id)
{
    const std::size_t colon = id.find(':');
    const Generator *generator = generatorNamed(id.substr(0, colon));
    if (!generator || colon == std::string_view::npos)
        return std::nullopt;
    const std::string_view digits = id.substr(colon + 1);
    std::uint64_t seed = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), seed);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size())
        return std::nullopt;
    return makeQuestion(*generator, seed);
}

} // namespace gatescope
