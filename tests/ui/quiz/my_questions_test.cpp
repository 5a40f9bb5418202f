// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/program_files.h"
#include "core/learning/generators/generator.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/own/own_questions.h"
#include "core/learning/questions/question_json.h"
#include "tests/ui/common/mnemonics.h"
#include "tests/ui/quiz/question_desk.h"
#include "ui/classroom/class_phones.h"
#include "ui/quiz/quiz_place.h"
#include "ui/quiz/round/question_view.h"
#include "ui/quiz/round/quiz_start.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTest>

#include <algorithm>

using namespace gatescope;

/// A teacher writes questions of their own; nothing here is seen on a screen.
class MyQuestionsTest : public QuestionDesk
{
    Q_OBJECT
private slots:
    void whatIsSavedIsAskedAtOnce()
    {
        QTemporaryDir folder;
        ClassPhones phones;
        QuizPlace place(m_document, m_player, m_learner, phones, resourceFolder(), folder.path().toStdString());
        QComboBox &about = place.start().about();
        QCOMPARE(about.findText("my own questions"), -1);
        place.openOwnQuestions();
        auto *window = place.findChild<OwnQuestionsWindow *>();
        QVERIFY(window);
        typeSum(*window);
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
        QVERIFY(!window->isChanged());
        QCOMPARE(window->list().count(), 1);
        about.setCurrentIndex(about.findText("my own questions"));
        QVERIFY(about.currentIndex() > 0);
        place.begin();
        QCOMPARE(place.round().count(), 1);
        QCOMPARE(place.round().question().id, std::string("what-is-one-and-one"));
        place.round().answerTyped("2");
        QVERIFY(place.round().marking()->verdict == MarkingVerdict::right);
    }

    void everyKindOfQuestionIsShownAndSavedAsItWas()
    {
        begin("kinds");
        std::vector<Question> kinds;
        for (const QuestionKind kind : {QuestionKind::choice, QuestionKind::choices, QuestionKind::numeric,
                                        QuestionKind::shape, QuestionKind::order, QuestionKind::point}) {
            const auto of = std::ranges::find(m_shelf.shipped(), kind, &Question::kind);
            Question question = of != m_shelf.shipped().end() ? *of : Question();
            if (of == m_shelf.shipped().end())
                for (const Generator &generator : generators())
                    if (Question made = makeQuestion(generator, 1); made.kind == kind)
                        question = made;
            QVERIFY(question.kind == kind && !question.text.text.empty());
            question.id = "mine-" + std::string(nameOf(kind));
            kinds.push_back(question);
        }
        QVERIFY(addOwnQuestions(m_own, kinds).ok());
        m_shelf.readOwn();
        OwnQuestionsWindow window(m_shelf, {});
        QCOMPARE(window.list().count(), 6);
        for (int i = 0; i < 6; ++i) {
            window.list().setCurrentRow(i);
            QVERIFY(!window.isChanged());
            const ReadQuestion read = window.form().read();
            QVERIFY2(read.faults.empty(), qPrintable(window.form().inWords(read.faults)));
            QCOMPARE(writeJson(toJson(read.question)), writeJson(toJson(kinds[std::size_t(i)])));
            QVERIFY2(window.save(), qPrintable(window.form().problem()));
        }
        QCOMPARE(m_shelf.ownAskable().size(), std::size_t(6));
    }

    void whatIsWrongIsSaidAtItsField()
    {
        begin("wrong");
        OwnQuestionsWindow window(m_shelf, {});
        QVERIFY(!window.save());
        QVERIFY(!problemAt(window, "text").isEmpty());
        QVERIFY(window.message().contains("to be mended: 5.")); // text, options, hint, solution, lesson
        typeSum(window);
        field<QLineEdit>(window, "answer").setText("two");
        QVERIFY(!window.save());
        QVERIFY2(problemAt(window, "answer").contains("\"two\" is no answer"), qPrintable(problemAt(window, "answer")));
        QCOMPARE(field<QLineEdit>(window, "answer").accessibleDescription(), problemAt(window, "answer"));
        field<QLineEdit>(window, "answer").setText("3");
        QVERIFY(!window.save());
        QVERIFY(problemAt(window, "answer").isEmpty());
        QVERIFY(problemAt(window, "solution").contains("does not say the answer"));
        field<QLineEdit>(window, "answer").setText("2");
        field<QLineEdit>(window, "hint").clear();
        QVERIFY(!window.save());
        QVERIFY(!problemAt(window, "hint").isEmpty());
        field<QLineEdit>(window, "hint").setText("Count.");
        field<QLineEdit>(window, "id").setText("blend-by-hand");
        QVERIFY(!window.save());
        QVERIFY(problemAt(window, "id").contains("generated"));
        field<QLineEdit>(window, "id").clear();
        chooseKind(window, QuestionKind::choice);
        auto &options = field<LinesGrid>(window, "options");
        options.setLines({{false, "2", ""}, {false, "11", ""}});
        QVERIFY(!window.save());
        QVERIFY(problemAt(window, "options").contains("Tick the one"));
        options.setLines({{true, "2", ""}, {false, "11", ""}});
        QVERIFY(!window.save());
        QCOMPARE(problemAt(window, "options"), QStringLiteral("Say why it is wrong: Option B."));
        options.setLines({{true, "2", ""}, {false, "11", "These are two digits."}});
        QVERIFY2(window.save(), qPrintable(window.form().problem()));
        QVERIFY(window.message().contains("Saved"));
    }

    /// All of it at once, in the words of the form; the keys are in the first field that is to be mended.
    void everythingThatIsWrongIsSaidAtOnceAtItsField()
    {
        begin("all-wrong");
        OwnQuestionsWindow window(m_shelf, {});
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field<QPlainTextEdit>(window, "text").setPlainText("Which is right?");
        chooseKind(window, QuestionKind::choice);
        field<LinesGrid>(window, "options").setLines({{true, "One", ""}, {false, "one.", ""}, {false, "Two", ""}});
        field<QLineEdit>(window, "id").setText("blend-by-hand");
        QVERIFY(!window.save());
        QCOMPARE(problemAt(window, "options"),
                 QStringLiteral("Option B says the same as Option A. Say why it is wrong: Option B, Option C."));
        for (const char *name : {"hint", "solution", "lesson", "id"})
            QVERIFY2(!problemAt(window, name).isEmpty(), name);
        for (const char *name : {"text", "topic", "level"})
            QVERIFY2(problemAt(window, name).isEmpty(), name);
        QVERIFY2(window.message().contains("to be mended: 5."), qPrintable(window.message()));
        QVERIFY(field<LinesGrid>(window, "options").isAncestorOf(window.focusWidget()));
        QTest::keyClicks(&field<QLineEdit>(window, "hint"), "Look.");
        QVERIFY(problemAt(window, "hint").isEmpty()); // and the others are still to be mended
        QVERIFY(problemAt(window, "options").contains("Option B") && !problemAt(window, "lesson").isEmpty());
        chooseKind(window, QuestionKind::numeric);
        field<QLineEdit>(window, "answer").setText("2");
        field<QLineEdit>(window, "tolerance").setText("-1");
        field<LinesGrid>(window, "misconceptions").setLines({{false, "2", "No."}, {false, "two", ""}});
        QVERIFY(!window.save());
        QVERIFY(problemAt(window, "tolerance").contains("\"-1\" is no distance"));
        const QString mistakes = problemAt(window, "misconceptions");
        QVERIFY2(mistakes.contains("Mistake A: it would be marked right."), qPrintable(mistakes));
        QVERIFY2(mistakes.contains("Mistake B: \"two\" is no answer here. A number"), qPrintable(mistakes));
        QVERIFY2(mistakes.contains("Mistake B: say why it is wrong."), qPrintable(mistakes));
        chooseKind(window, QuestionKind::order);
        field<QLineEdit>(window, "answer").setText("A, A, C");
        QVERIFY(!window.save());
        QCOMPARE(problemAt(window, "answer"), QStringLiteral("\"A, A, C\" is no answer here."));
        bool wasAsked = false;
        answerNextBox("Discard", wasAsked);
        window.close();
    }

    void aNewQuestionIsOfTheLessonThatWasOpenOrChosenLast()
    {
        begin("lesson");
        const std::string open = m_shelf.lessons()[4].name, chosen = m_shelf.lessons()[6].name;
        const auto lessonOf = [](OwnQuestionsWindow &window) {
            return field<QComboBox>(window, "lesson").currentData().toString().toStdString();
        };
        {
            OwnQuestionsWindow window(m_shelf, {});
            QCOMPARE(lessonOf(window), std::string());
        }
        OwnQuestionsWindow window(m_shelf, {}, open);
        QCOMPARE(lessonOf(window), open);
        typeSum(window);
        field<QComboBox>(window, "lesson").setCurrentIndex(6);
        QVERIFY2(window.save(), qPrintable(window.form().problem()));
        window.writeNew();
        QCOMPARE(lessonOf(window), chosen);
        OwnQuestionsWindow later(m_shelf, {});
        later.writeNew();
        QCOMPARE(lessonOf(later), chosen); // as in the newest question
        Learner learner;
        ClassPhones phones;
        QuizPlace place(m_document, m_player, learner, phones, resourceFolder(), m_own);
        learner.reachCard(open, 0);
        place.writeOwnQuestion();
        QCOMPARE(lessonOf(*place.findChild<OwnQuestionsWindow *>()), open);
    }

    void fieldsThatTheFormDoesNotKnowStay()
    {
        begin("unknown");
        OwnQuestionsWindow(m_shelf, {}); // makes nothing
        QVERIFY(!std::filesystem::exists(m_own));
        std::filesystem::create_directories(m_own);
        const std::string text
            = "[{\"id\": \"a\", \"colour\": \"green\", \"topic\": \"gates\", \"lesson\": \"order-matters\", \"level\": "
              "\"easy\", \"kind\": \"numeric\", \"text\": \"1 + 1?\", \"answer\": 2, \"tolerance\": 0, \"hint\": "
              "\"Count.\", \"solution\": [\"It is 2\"], \"misconceptions\": [{\"answer\": 11, \"why\": \"No.\"}]},\n"
              " {\"id\": \"broken\", \"topic: }]";
        QVERIFY(writeFileAtomically(m_own / "mine.json", text).ok());
        m_shelf.readOwn();
        OwnQuestionsWindow window(m_shelf, {});
        window.list().setCurrentRow(0);
        field<QLineEdit>(window, "hint").setText("Use your fingers.");
        QVERIFY(window.save());
        const std::string now = readFile(m_own / "mine.json", 1 << 20).value();
        for (const char *kept : {"\"colour\": \"green\"", "Use your fingers.", ",\n {\"id\": \"broken\", \"topic: }]"})
            QVERIFY2(now.find(kept) != std::string::npos, now.c_str());
        window.list().setCurrentRow(1); // what cannot be read cannot be written over
        QVERIFY(!buttonOf(window, "&Save")->isEnabled());
        QVERIFY(!buttonOf(window, "De&lete…")->isEnabled());
        QVERIFY(window.message().contains("Mend it in the file"));
    }

    void aCopyAndADeletedOneAreAskedAbout()
    {
        begin("copies");
        OwnQuestionsWindow window(m_shelf, {});
        typeSum(window);
        QVERIFY(window.save());
        buttonOf(window, "&Duplicate")->click();
        QVERIFY(window.isChanged());
        QVERIFY(window.save());
        QCOMPARE(m_shelf.ownAskable().size(), std::size_t(2));
        QCOMPARE(m_shelf.ownAskable()[1].id, std::string("what-is-one-and-one-2"));
        bool wasAsked = false;
        answerNextBox("Cancel", wasAsked);
        buttonOf(window, "De&lete…")->click();
        QVERIFY(wasAsked);
        QCOMPARE(window.list().count(), 2);
        wasAsked = false;
        answerNextBox("Delete", wasAsked);
        buttonOf(window, "De&lete…")->click();
        QVERIFY(wasAsked);
        QCOMPARE(m_shelf.ownAskable().size(), std::size_t(1));
        QCOMPARE(m_shelf.ownAskable()[0].id, std::string("what-is-one-and-one"));
    }

    void aClosedWindowAsksAboutWhatIsNotSaved()
    {
        begin("closed");
        OwnQuestionsWindow window(m_shelf, {});
        window.show();
        field<QPlainTextEdit>(window, "text").setPlainText("Half a question");
        bool wasAsked = false;
        answerNextBox("Cancel", wasAsked);
        window.close();
        QVERIFY(wasAsked && window.isVisible());
        wasAsked = false;
        answerNextBox("Cancel", wasAsked);
        QTest::keyClick(&window, Qt::Key_Escape);
        QVERIFY(wasAsked && window.isVisible());
        wasAsked = false;
        answerNextBox("Discard", wasAsked);
        window.close();
        QVERIFY(wasAsked && !window.isVisible());
    }

    void thePreviewIsTheQuizAndEnterInItPressesNothing()
    {
        begin("preview");
        OwnQuestionsWindow window(m_shelf, {});
        window.show();
        auto *tabs = window.findChild<QTabWidget *>();
        tabs->setCurrentIndex(1);
        auto *preview = window.findChild<QuestionView *>();
        QVERIFY(preview->isHidden());
        tabs->setCurrentIndex(0);
        typeSum(window);
        tabs->setCurrentIndex(1);
        QVERIFY(!preview->isHidden());
        QVERIFY(preview->accessibleDescription().contains("What is one and one?"));
        QWidget *answer = preview->focusTarget();
        QVERIFY(answer);
        answer->setFocus();
        QTest::keyClicks(answer, "2");
        for (int i = 0; i < 3; ++i)
            QTest::keyClick(answer, Qt::Key_Return);
        QVERIFY(window.isVisible());
        QVERIFY(preview->findChild<QLabel *>("verdict")->text().contains("Right"));
        QVERIFY(window.isChanged());
        QVERIFY(!std::filesystem::exists(m_own)); // nothing was saved
        for (QPushButton *button : window.findChildren<QPushButton *>())
            QVERIFY(!button->autoDefault() && !button->isDefault());
        bool wasAsked = false;
        answerNextBox("Discard", wasAsked);
        window.close();
    }

    void everyMnemonicIsThereOnce()
    {
        begin("keys");
        OwnQuestionsWindow window(m_shelf, {});
        QStringList letters = mnemonicsOf(window);
        QVERIFY(letters.size() >= 22);
        QVERIFY2(letters.removeDuplicates() == 0, qPrintable(letters.join(u' ')));
    }

    void tabGoesFromLineToLineAlsoWhereAnotherQuestionIsShown()
    {
        begin("tab");
        OwnQuestionsWindow window(m_shelf, {});
        chooseKind(window, QuestionKind::choice);
        auto &options = field<LinesGrid>(window, "options");
        QWidget *after = options.findChildren<QLineEdit *>().constLast()->nextInFocusChain();
        options.setLines({{true, "2", ""}, {false, "11", "These are two digits."}, {false, "12", "No."}});
        QStringList reached;
        for (QWidget *at = options.nextInFocusChain(); at != after; at = at->nextInFocusChain())
            if (qobject_cast<QLineEdit *>(at))
                reached.append(at->accessibleName());
        QStringList wanted;
        for (const char letter : {'A', 'B', 'C', 'D'}) // three and an empty one
            wanted << QStringLiteral("Option %1").arg(letter)
                   << QStringLiteral("Option %1, why it is wrong").arg(letter);
        QCOMPARE(reached, wanted);
    }
};

QTEST_MAIN(MyQuestionsTest)
#include "my_questions_test.moc"
