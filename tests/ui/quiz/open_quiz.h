// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/window/open_window.h"

#include "core/base/program_files.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/question_file.h"
#include "ui/document/learner.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/quiz/asking/question_stage.h"
#include "ui/quiz/quiz_place.h"
#include "ui/quiz/round/question_view.h"
#include "ui/quiz/round/quiz_start.h"
#include "ui/window/places.h"

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>

#include <algorithm>

namespace gatescope {

inline Question written(const char *id)
{
    static const ReadQuestions read = readQuestionFolder(resourceFolder(), readLessonFolder(resourceFolder()).lessons);
    return *std::ranges::find(read.questions, id, &Question::id);
}

inline Question generated(const char *name, std::uint64_t seed = 7)
{
    return makeQuestion(*generatorNamed(name), seed);
}

/// The real window, at the place Quiz.
struct OpenQuiz : OpenWindow {
    QuizPlace &place = window.quiz();
    QuizRound &round = place.round();

    OpenQuiz() { window.goTo(placeNamed("quiz")); }

    void ask(std::vector<Question> questions) { place.ask(std::move(questions)); }
    void type(const QString &text)
    {
        for (const QChar letter : text)
            QTest::keyClick(QApplication::focusWidget(), letter.toLatin1());
    }
    QString words(const char *label) { return place.question().findChild<QLabel *>(QLatin1String(label))->text(); }
    MarkingVerdict verdict() { return round.marking().value().verdict; }
    bool isRight() { return round.isMarked() && verdict() == MarkingVerdict::right; }
    /// Chooses the option by its digit.
    void choose(int option) { press(Qt::Key(Qt::Key_1 + option)); }
    /// A guest who has answered nothing, where one chooses.
    void beginAnew()
    {
        QVERIFY(window.learner().erase().ok());
        place.leave();
        if (place.page() != &place.start()) {
            round.end();
            place.leave();
        }
        place.start().about().setCurrentIndex(0);
        place.start().mode().setCurrentIndex(0);
        place.start().count().setValue(10);
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        place.setFocus();
    }
    PlayedStage &stage() { return place.question().stage().stage(); }
};

inline void askAboutTheScreen(OpenQuiz &open)
{
    QComboBox &about = open.place.start().about();
    for (int i = 0; i < about.count(); ++i)
        if (about.itemText(i).startsWith("the network on the screen"))
            about.setCurrentIndex(i);
    open.place.start().seed().setValue(7); // the same questions at each run
    open.place.begin();
}

/// An option that is wrong.
inline int wrongOption(const Question &question)
{
    return std::get<int>(question.answer) == 0 ? 1 : 0;
}

} // namespace gatescope
