// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/chapters.h"
#include "core/learning/lesson.h"
#include "core/learning/question.h"
#include "ui/document/record.h"

#include <QString>

#include <filesystem>

namespace gatescope {

/// The written questions and the lessons that they belong to, read once; and which network a question is about.
class QuestionShelf
{
public:
    /// Reads the folders `questions` and `lessons` of the resources.
    explicit QuestionShelf(const std::filesystem::path &resources);

    const std::vector<Question> &written() const { return m_written; }
    /// What could not be read, each with its file, the line where it is known, and the reason.
    const std::vector<Error> &refused() const { return m_refused; }
    std::vector<std::string> lessonsOf(const Chapter &chapter) const;
    /// "4, What the update gate keeps"; empty where there is no such lesson.
    QString titleOfLesson(std::string_view name) const;

    /// The network that the question brings with it, or its lesson's, which has not run yet; without experiment where
    /// nothing of it plays on one.
    Record networkOf(const Question &question) const;

private:
    std::vector<Question> m_written;
    std::vector<Lesson> m_lessons;
    std::vector<Error> m_refused;
};

/// Whether the stage can show something of the question.
bool playsOnTheStage(const Question &question);
/// What a rung of the ladder is called: what a generator practises, or a written question's topic.
QString rungTitle(const Question &question);

} // namespace gatescope
