// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/chapters.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/own/own_questions.h"
#include "ui/document/record.h"

#include <QString>

#include <filesystem>

namespace gatescope {

/// The written questions, a teacher's own among them, and the lessons that they belong to; and which network a question
/// is about.
class QuestionShelf
{
public:
    /// Reads the folders `questions` and `lessons` of the resources once, and the teacher's own folder; an empty one:
    /// there is none.
    explicit QuestionShelf(const std::filesystem::path &resources, const std::filesystem::path &ownFolder = {});

    /// Those of the program, and of the teacher's own those that can be asked.
    const std::vector<Question> &written() const { return m_written; }
    const std::vector<Question> &shipped() const { return m_shipped; }
    const std::vector<Lesson> &lessons() const { return m_lessons; }
    const std::filesystem::path &ownFolder() const { return m_ownFolder; }
    const OwnQuestions &own() const { return m_own; }
    std::vector<Question> ownAskable() const { return m_own.askable(); }
    /// Reads the teacher's folder again; what is new there is asked from now on.
    void readOwn();
    /// What could not be read, each with its file, the line where it is known, and the reason.
    std::vector<Error> refused() const;
    std::vector<std::string> lessonsOf(const Chapter &chapter) const;
    /// "4, What the update gate keeps"; empty where there is no such lesson.
    QString titleOfLesson(std::string_view name) const;

    /// The network that the question brings with it, or its lesson's, which has not run yet; without experiment where
    /// nothing of it plays on one.
    Record networkOf(const Question &question) const;

private:
    std::filesystem::path m_ownFolder;
    std::vector<Question> m_shipped, m_written;
    std::vector<Lesson> m_lessons;
    OwnQuestions m_own;
    std::vector<Error> m_refused;
};

/// Whether the stage can show something of the question.
bool playsOnTheStage(const Question &question);
/// What a rung of the ladder is called: what a generator practises, or a written question's topic.
QString rungTitle(const Question &question);

} // namespace gatescope
