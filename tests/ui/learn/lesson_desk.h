// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/program_files.h"
#include "core/experiment/files/experiment_file.h"
#include "core/learning/lessons/question_file.h"
#include "tests/ui/common/boxes.h"
#include "tests/ui/learn/own_lesson_form.h"
#include "ui/learn/own/place_fields.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>

namespace gatescope {

inline void choose(QComboBox &box, const QString &item)
{
    box.setCurrentIndex(box.findText(item));
    emit box.activated(box.currentIndex());
}

inline Experiment demo(const char *name)
{
    return readExperimentFile(resourceFolder() / "experiments" / (std::string(name) + ".gatescope")).value();
}

inline void typeCard(OwnLessonsWindow &window)
{
    QTest::keyClicks(&field<QLineEdit>(window, "title"), "An hour");
    QTest::keyClicks(&field<QLineEdit>(window, "card_title"), "Hold it");
    field<QPlainTextEdit>(window, "card_text").setPlainText("Push the slider.");
}

/// A lesson of two cards, typed field by field; the second one asks something.
inline void typeLesson(OwnLessonsWindow &window, const QString &title = "My hour")
{
    QTest::keyClicks(&field<QLineEdit>(window, "title"), title);
    QTest::keyClicks(&field<QLineEdit>(window, "card_title"), "Look");
    field<QPlainTextEdit>(window, "card_text").setPlainText("See the [update gate z](z).");
    field<PlaceFields>(window, "card_place").setPlace({.step = 4, .part = "update", .unit = 3}, std::nullopt);
    buttonOf(window, "Add a card")->click();
    QTest::keyClicks(&field<QLineEdit>(window, "card_title"), "Guess");
    field<QPlainTextEdit>(window, "card_text").setPlainText("And now you.");
    auto &asked = field<QComboBox>(window, "card_commitment");
    asked.setCurrentIndex(asked.findData("update-share"));
    field<QPlainTextEdit>(window, "card_after").setPlainText("So it is.");
}

/// Where lessons of one's own are written in a test: an empty folder for each, and the window over it.
class LessonDesk : public QObject
{
protected:
    QTemporaryDir m_all;
    std::filesystem::path m_own;

    static const LessonSurroundings &around()
    {
        static const LessonSurroundings all = [] {
            LessonSurroundings made{resourceFolder(), readLessonFolder(resourceFolder()).lessons, {}};
            made.questions = readQuestionFolder(resourceFolder(), made.lessons).questions;
            return made;
        }();
        return all;
    }
    std::unique_ptr<OwnLessonsWindow> window(OpenNetwork open = {}) const
    {
        auto made
            = std::make_unique<OwnLessonsWindow>(around(), m_own / "lessons", theme(ThemeName::light), std::move(open));
        made->followQuestions();
        return made;
    }
    std::string path(const char *name) const { return (m_own / name).string(); }
    QString qPath(const char *name) const { return QString::fromStdString(path(name)); }

    /// For the test that begins.
    void makeFolder()
    {
        m_own = std::filesystem::path(m_all.path().toStdString()) / QTest::currentTestFunction();
        if (QTest::currentDataTag())
            m_own /= QTest::currentDataTag();
        std::filesystem::create_directories(m_own / "lessons");
    }
};

} // namespace gatescope
