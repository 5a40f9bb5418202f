// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "core/base/program_files.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/lessons/translation.h"
#include "ui/common/languages.h"
#include "ui/document/learner.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/learn/card_panel.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/lesson_view.h"
#include "ui/quiz/quiz_place.h"
#include "ui/quiz/round/progress_page.h"
#include "ui/quiz/round/quiz_start.h"
#include "ui/window/places.h"

#include <QComboBox>
#include <QDir>

#include <algorithm>
#include <map>

// What one looks at after a change to Learn or Quiz: every card before and after what it asks, and each kind of
// question as it is asked, misjudged and explained, alone and for a class.
//     learning_pictures FOLDER light|dark|contrast 1280x800 [LANGUAGE]

using namespace gatescope;

namespace {

int placeRow(std::string_view name)
{
    return int(std::ranges::find(placeTable(), name, &PlaceRow::name) - placeTable().begin());
}

struct Pictures : OpenWindow {
    QDir folder;
    std::string language;

    void take(const QString &name)
    {
        QTest::qWait(60);
        if (const LessonView *lesson = window.learn().lesson(); lesson && lesson->isMeasuring()) {
            (void)QTest::qWaitFor([&] { return !lesson->isMeasuring(); }, 120'000);
            QTest::qWait(60);
        }
        if (!window.grab().save(folder.filePath(name + ".png")))
            qFatal("The picture cannot be written.");
    }

    void takeLessons()
    {
        window.goTo(placeRow("learn"));
        window.learn().setReducedMotion(true);
        LearnPlace &learn = window.learn();
        take("learn");
        for (int lesson = 0; lesson < int(learn.lessons().size()); ++lesson)
            for (int card = 0; card < int(learn.lessons()[std::size_t(lesson)].cards.size()); ++card) {
                learn.openLesson(lesson, card);
                const QString name
                    = QStringLiteral("lesson-%1-%2").arg(lesson + 1, 2, 10, QChar('0')).arg(card, 2, 10, QChar('0'));
                take(name);
                CommitmentPanel &asked = learn.lesson()->panel().commitment();
                if (!asked.question())
                    continue;
                for (int i = 0; i < 3 && !asked.isAnswered(); ++i)
                    learn.lesson()->goOn(); // shows the answer
                take(name + "-after");
            }
    }

    void takeAnswers(const Question &question, const QString &name)
    {
        QuizRound &round = window.quiz().round();
        (void)window.learner().erase(); // so that no other question is due
        window.quiz().ask({question});
        take(name + "-asked");
        round.showHint();
        take(name + "-hint");
        if (!question.misconceptions.empty())
            round.answer(question.misconceptions.front().answer);
        else
            round.answer(question.answer);
        take(name + "-wrong");
        round.tellMore();
        take(name + "-told");
        while (round.tellMore())
            ;
        take(name + "-all");
    }

    /// What recall shows before and after the options.
    void takeRecall(const Question &question)
    {
        QuizRound &round = window.quiz().round();
        QuizStart &start = window.quiz().start();
        (void)window.learner().erase();
        window.learner().note(question, false);
        start.about().setCurrentIndex(0);
        start.mode().setCurrentIndex(start.mode().findData(int(QuizMode::recall)));
        window.quiz().begin();
        take("quiz-recall-thinking");
        round.showOptions();
        take("quiz-recall-options");
        round.end();
        window.quiz().leave();
    }

    void takeChallenge()
    {
        QuizStart &start = window.quiz().start();
        start.mode().setCurrentIndex(start.mode().findData(int(QuizMode::challenge)));
        take("quiz-challenge-start");
        window.quiz().begin();
        QuizRound &round = window.quiz().round();
        round.answer(round.question().answer);
        round.next();
        take("quiz-challenge-asked");
        round.answer(round.question().misconceptions.front().answer);
        take("quiz-challenge-wrong");
        round.next();
        take("quiz-challenge-result");
        start.mode().setCurrentIndex(0);
    }

    void takeClass(const Question &question, const QString &name)
    {
        const QSize size = window.size();
        window.quiz().beginClass();
        window.setWindowState({}); // the screen that there is may have another size
        window.resize(size);
        ClassRound &round = window.quiz().classRound();
        round.begin({question}, 60);
        round.raiseHand(0, 9);
        round.raiseHand(1, 4);
        take(name + "-asked");
        round.on();
        take(name + "-shown");
        for (std::size_t i = 0; i < question.solution.size(); ++i)
            round.on();
        take(name + "-told");
        round.on();
        take(name + "-over");
        window.quiz().leave();
        window.resize(size);
    }

    void takeQuiz()
    {
        window.goTo(placeRow("quiz"));
        window.quiz().setReducedMotion(true);
        take("quiz");
        std::vector<Question> asked
            = readQuestionFolder(resourceFolder(), readLessonFolder(resourceFolder()).lessons).questions;
        if (language != "en")
            (void)translate(asked, {language, {resourceFolder()}, resourceFolder()});
        for (const Generator &generator : generators())
            asked.push_back(makeQuestion(generator, 7));
        std::map<std::pair<QuestionKind, bool>, int> taken;
        for (const Question &question : asked) {
            const bool isGenerated = question.id.find(':') != std::string::npos;
            if (taken[{question.kind, isGenerated}]++ >= (isGenerated ? 8 : 1))
                continue;
            const QString kind = QString::fromStdString(std::string(nameOf(question.kind)));
            const QString id = QString::fromStdString(question.id).section(':', 0, 0);
            takeAnswers(question, QStringLiteral("quiz-%1-%2").arg(kind, id));
            if (taken[{question.kind, isGenerated}] == 1)
                takeClass(question, QStringLiteral("class-%1-%2").arg(kind, id));
        }
        window.quiz().round().end();
        take("quiz-result");
        window.quiz().leave();
        takeRecall(asked.front());
        takeChallenge();
    }
};

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const auto name = arguments.size() == 4 || arguments.size() == 5 ? themeNamed(arguments[2]) : std::nullopt;
    const QStringList sides = arguments.value(3).split('x');
    if (!name || sides.size() != 2 || !QDir().mkpath(arguments[1])) {
        qInfo("learning_pictures FOLDER light|dark|contrast WIDTHxHEIGHT [LANGUAGE]");
        return 2;
    }
    const QString translations = QString::fromStdString(resourceFolder().string()) + "/translations";
    const SpokenLanguage spoken(arguments.value(4, "en"), {translations});
    Pictures pictures;
    pictures.folder.setPath(arguments[1]);
    pictures.language = arguments.value(4, "en").toStdString();
    pictures.window.look().setTheme(*name);
    pictures.window.resize(sides[0].toInt(), sides[1].toInt());
    if (!arguments[1].endsWith("-quiz"))
        pictures.takeLessons();
    pictures.takeQuiz();
    return 0;
}
