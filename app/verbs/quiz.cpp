// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/output.h"
#include "app/verbs/verb.h"

#include "core/base/program_files.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/questions/question_json.h"
#include "core/learning/questions/topics.h"
#include "core/learning/quiz/quiz.h"

namespace gatescope {

namespace {

constexpr int mostQuestions = 100'000;

std::string asJson(const std::vector<Question> &quiz)
{
    Json json = Json::array();
    for (const Question &question : quiz)
        json.push_back(toJson(question));
    return writeJson(json, 1) + "\n";
}

/// A sheet to print: the questions, and behind each its answer with the way to it.
std::string asText(const std::vector<Question> &quiz)
{
    std::string text;
    for (std::size_t i = 0; i < quiz.size(); ++i) {
        const Question &question = quiz[i];
        text += std::to_string(i + 1) + ". (" + std::string(nameOf(question.level)) + ", " + question.topic + ") "
            + question.text.english() + "\n";
        for (std::size_t option = 0; option < question.options.size(); ++option)
            text += std::string("   ") + static_cast<char>('A' + option) + "  " + question.options[option].english()
                + "\n";
        text += "   Hint: " + question.hint.english() + "\n";
        for (const SolutionStep &step : question.solution)
            text += "   - " + step.text.english() + "\n";
        text += "   Answer: " + answerText(question, question.answer) + "\n\n";
    }
    return text;
}

struct QuizCommand {
    QuizChoice choice;
    std::string level;
    bool json = false;

    ExitCode run()
    {
        choice.level = levelNamed(level);
        const ReadQuestions read = readQuestionFolder(resourceFolder(), readLessonFolder(resourceFolder()).lessons);
        for (const Error &refused : read.refused)
            note(refused.english());
        const std::vector<Question> quiz = drawQuiz(read.questions, choice);
        if (std::ssize(quiz) < choice.count)
            note("There are " + std::to_string(quiz.size()) + " questions of this topic and level.");
        return writeOutput({}, json ? asJson(quiz) : asText(quiz));
    }
};

} // namespace

std::function<ExitCode()> declareQuiz(CLI::App &command)
{
    auto quiz = std::make_shared<QuizCommand>();
    std::vector<std::string> names;
    for (const Topic &topic : topics())
        names.emplace_back(topic.name);
    command.add_option("--topic", quiz->choice.topic, "Only this topic; `gatescope list topics` tells them")
        ->check(CLI::IsMember(names));
    command.add_option("--level", quiz->level, "easy, medium or hard")
        ->check(CLI::IsMember({"easy", "medium", "hard"}));
    command.add_option("--seed", quiz->choice.seed, "The same seed gives the same questions");
    command.add_option("--count", quiz->choice.count, "How many")->check(CLI::Range(1, mostQuestions));
    command.add_flag("--json", quiz->json, "With everything needed to ask, mark and explain them");
    return [quiz] { return quiz->run(); };
}

} // namespace gatescope
