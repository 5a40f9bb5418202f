// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/question_shelf.h"

#include "core/experiment/files/experiment_file.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/question_places.h"
#include "core/learning/questions/topics.h"
#include "ui/common/learning_texts.h"
#include "ui/common/translate.h"

#include <algorithm>

namespace gatescope {

QuestionShelf::QuestionShelf(const std::filesystem::path &resources, const std::filesystem::path &ownFolder)
    : m_ownFolder(ownFolder)
{
    ReadLessons lessons = lessonsAsSpoken(resources);
    ReadQuestions questions = questionsAsSpoken(resources, lessons.lessons);
    m_shipped = std::move(questions.questions);
    m_lessons = std::move(lessons.lessons);
    m_refused = std::move(questions.refused);
    std::ranges::move(lessons.refused, std::back_inserter(m_refused));
    readOwn();
}

void QuestionShelf::readOwn()
{
    m_own = readOwnQuestions(m_ownFolder, m_lessons, m_shipped);
    m_written = m_shipped;
    std::ranges::move(m_own.askable(), std::back_inserter(m_written));
}

std::vector<Error> QuestionShelf::refused() const
{
    std::vector<Error> all = m_refused;
    std::ranges::copy(m_own.refused, std::back_inserter(all));
    for (const OwnQuestion &own : m_own.all)
        if (own.trouble)
            all.push_back(inPlace(printable(own.file.filename().string()), *own.trouble));
    return all;
}

std::vector<std::string> QuestionShelf::lessonsOf(const Chapter &chapter) const
{
    std::vector<std::string> names;
    for (const Lesson &lesson : m_lessons)
        if (lesson.number >= chapter.firstLesson && lesson.number <= chapter.lastLesson)
            names.push_back(lesson.name);
    return names;
}

QString QuestionShelf::titleOfLesson(std::string_view name) const
{
    const auto found = std::ranges::find(m_lessons, name, &Lesson::name);
    return found == m_lessons.end()
        ? QString()
        : QStringLiteral("%1, %2").arg(found->number).arg(QString::fromStdString(found->title));
}

Record QuestionShelf::networkOf(const Question &question) const
{
    Record network;
    if (!playsOnTheStage(question))
        return network;
    if (!question.experiment.is_null()) {
        if (auto experiment = readExperiment(writeJson(question.experiment)))
            network.experiment = std::make_shared<const Experiment>(std::move(*experiment));
        return network;
    }
    if (auto experiment = lessonNetworkOf(question, m_lessons))
        network.experiment = std::make_shared<const Experiment>(std::move(*experiment));
    return network;
}

bool playsOnTheStage(const Question &question)
{
    return std::ranges::any_of(question.solution, [](const SolutionStep &step) { return step.place.has_value(); });
}

QString rungTitle(const Question &question)
{
    const std::string_view origin = std::string_view(question.id).substr(0, question.id.find(':'));
    const Generator *generator = generatorNamed(origin);
    const Topic *topic = topicNamed(question.topic);
    const std::string_view title = generator ? generator->title : topic ? topic->title : std::string_view();
    return translated(title);
}

} // namespace gatescope
