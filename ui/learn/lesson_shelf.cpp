// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/lesson_shelf.h"

#include "core/base/file.h"
#include "core/learning/own/own_questions.h"
#include "ui/common/learning_texts.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr std::size_t largestWritten = 16u << 20;

} // namespace

std::shared_ptr<const LessonShelf> readShelf(const std::filesystem::path &resources, const std::filesystem::path &own)
{
    LessonShelf shelf;
    shelf.read = lessonsAsSpoken(resources);
    ReadQuestions questions = questionsAsSpoken(resources, shelf.read.lessons);
    std::ranges::move(questions.refused, std::back_inserter(shelf.read.refused));
    shelf.around = {resources, shelf.read.lessons, std::move(questions.questions)};
    if (own.empty())
        return std::make_shared<const LessonShelf>(std::move(shelf));
    // What is wrong with one's own questions the quiz says.
    const OwnQuestions ownQuestions = readOwnQuestions(own / "questions", shelf.read.lessons, shelf.around.questions);
    std::vector<Question> asked = ownQuestions.askable();
    shelf.around.ownQuestions = asked.size();
    asked.insert(asked.end(), shelf.around.questions.begin(), shelf.around.questions.end());
    shelf.around.questions = std::move(asked);
    const OwnLessons lessons = readOwnLessons(own / "lessons", shelf.around);
    std::ranges::move(lessons.shown(), std::back_inserter(shelf.read.lessons));
    std::ranges::move(lessons.refused(), std::back_inserter(shelf.read.refused));
    return std::make_shared<const LessonShelf>(std::move(shelf));
}

std::string writtenIn(const std::filesystem::path &own)
{
    std::vector<std::string> files;
    if (own.empty())
        return {};
    for (const char *folder : {"lessons", "questions"}) {
        std::error_code problem;
        for (const auto &entry : std::filesystem::directory_iterator(own / folder, problem))
            if (entry.path().extension() == ".json" || entry.path().extension() == ".gatescope") {
                const auto text = readFile(entry.path(), largestWritten);
                files.push_back(entry.path().string() + "\n" + (text ? *text : std::string()));
            }
    }
    std::ranges::sort(files);
    std::string all;
    for (const std::string &file : files)
        all += file;
    return all;
}

} // namespace gatescope
