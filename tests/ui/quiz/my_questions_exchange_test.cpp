// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/program_files.h"
#include "core/learning/quiz/results_csv.h"
#include "tests/ui/quiz/question_desk.h"
#include "ui/classroom/class_phones.h"
#include "ui/quiz/class/class_result.h"
#include "ui/quiz/class/class_view.h"
#include "ui/quiz/quiz_place.h"
#include "ui/quiz/round/progress_page.h"
#include "ui/quiz/round/quiz_start.h"

#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTest>

#include <algorithm>

using namespace gatescope;

/// Questions of one's own come from other programs and go there, and so do results; nothing here is seen on a screen.
class MyQuestionsExchangeTest : public QuestionDesk
{
    Q_OBJECT
private slots:
    void questionsOfEveryFormatComeInAndGoOut_data()
    {
        QTest::addColumn<QString>("ending");
        for (const char *ending : {"txt", "xml", "csv", "json"})
            QTest::newRow(ending) << QString::fromLatin1(ending);
    }

    void questionsOfEveryFormatComeInAndGoOut()
    {
        QFETCH(QString, ending);
        begin(qPrintable("exchange-" + ending));
        OwnQuestionsWindow window(m_shelf, {});
        typeSum(window);
        QVERIFY(window.save());
        const QString file = m_folder.filePath("out." + ending);
        window.exportTo(file);
        QVERIFY2(window.message().startsWith("Exported"), qPrintable(window.message()));
        bool wasAsked = false;
        answerNextBox("Delete", wasAsked);
        buttonOf(window, "De&lete…")->click();
        QVERIFY(m_shelf.own().all.empty());
        window.importFrom(file);
        QTRY_VERIFY(!window.isBusy());
        QVERIFY2(window.message().startsWith("Imported: 1 new that can be asked, 0 new to be completed; 0 were there "
                                             "already, 0 were not read."),
                 qPrintable(window.message()));
        QCOMPARE(m_shelf.ownAskable().size(), std::size_t(1));
        QCOMPARE(m_shelf.ownAskable()[0].text.english(), std::string("What is one and one?"));
        QVERIFY(m_shelf.ownAskable()[0].answer == Answer(2.0));
        window.importFrom(file);
        QTRY_VERIFY(!window.isBusy());
        QVERIFY2(window.message().startsWith("Imported: 0 new that can be asked, 0 new to be completed; 1 were there "
                                             "already, 0 were not read."),
                 qPrintable(window.message()));
        QCOMPARE(m_shelf.own().all.size(), std::size_t(1));
    }

    void aFileOfOursTakesNoIdFromAnotherQuestion()
    {
        begin("twice");
        OwnQuestionsWindow window(m_shelf, {});
        typeSum(window);
        QVERIFY(window.save());
        const QString file = m_folder.filePath("twice.json");
        window.exportTo(file);
        field<QPlainTextEdit>(window, "text").setPlainText("What is one and one, then?"); // another one by now
        QVERIFY2(window.save(), qPrintable(window.form().problem()));
        window.importFrom(file);
        QTRY_VERIFY(!window.isBusy());
        QVERIFY2(window.message().startsWith("Imported: 1 new that can be asked, 0 new to be completed; 0 were there "),
                 qPrintable(window.message()));
        QCOMPARE(m_shelf.ownAskable().size(), std::size_t(2));
        QVERIFY(m_shelf.ownAskable()[0].id != m_shelf.ownAskable()[1].id);
    }

    void anUnfinishedQuestionOfGiftIsCompletedInTheForm()
    {
        begin("gift");
        const QString file = m_folder.filePath("unfinished.txt");
        QVERIFY(writeFileAtomically(file.toStdString(), "::Sum:: 1 + 1? {=2 ~11}").ok());
        OwnQuestionsWindow window(m_shelf, {});
        window.importFrom(file);
        QTRY_VERIFY(!window.isBusy());
        QVERIFY2(window.message().startsWith("Imported: 0 new that can be asked, 1 new to be completed"),
                 qPrintable(window.message()));
        QCOMPARE(window.list().count(), 1);
        QVERIFY(window.list().item(0)->text().startsWith("to be completed"));
        window.list().setCurrentRow(0);
        QVERIFY(!window.form().problem().isEmpty());
        field<QLineEdit>(window, "hint").setText("Count.");
        field<LinesGrid>(window, "options").setLines({{true, "2", ""}, {false, "11", "These are two digits."}});
        field<QPlainTextEdit>(window, "solution").setPlainText("It is 2");
        QVERIFY2(window.save(), qPrintable(window.form().problem()));
        QCOMPARE(m_shelf.ownAskable().size(), std::size_t(1));
        window.importFrom(m_folder.filePath("nowhere.txt"));
        QTRY_VERIFY(!window.isBusy());
        QVERIFY(window.message().contains("nowhere.txt"));
    }

    void resultsOfALearnerAndOfAClassAreSaved()
    {
        Learner learner;
        ClassPhones phones;
        QuizPlace place(m_document, m_player, learner, phones, resourceFolder());
        place.ask({m_shelf.shipped().front()});
        place.round().answer(place.round().question().answer);
        const QString mine = m_folder.filePath("mine.csv"), ours = m_folder.filePath("ours.csv");
        place.progress().saveResults(mine);
        const auto scores = readResultsCsv(readFile(mine.toStdString(), 1 << 20).value()).value();
        QCOMPARE(scores.size(), std::size_t(1));
        QCOMPARE(scores[0].right, 1);
        QCOMPARE(scores[0].learner, std::string("guest"));

        learner.noteChallenge(7);
        place.show();
        emit place.start().progressRequested();
        const auto labels = place.progress().findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains("Longest challenge: 7 in a row."); }));
        QCOMPARE(place.progress().recall().count(), 1);
        QVERIFY(place.progress().recall().item(0)->text().startsWith("known: "));
        for (int i = 0; i < 4; ++i) // missed, and then its time has come
            learner.note(m_shelf.shipped()[std::size_t(i == 0 ? 1 : 2)], i > 0);
        QVERIFY2(place.progress().recall().item(0)->text().startsWith("missed, comes now: "),
                 qPrintable(place.progress().recall().item(0)->text()));

        place.start().count().setValue(2);
        place.beginClass();
        ClassRound &round = place.classRound();
        const auto right
            = int(std::ranges::find(round.answers(), true, &ClassAnswer::isRight) - round.answers().begin());
        round.setHands(right, 7);
        round.setHands(right == 0 ? 1 : 0, 3);
        while (!round.isOver())
            round.on();
        place.findChild<ClassView *>()->result().saveResults(ours);
        const auto hands = readHandsCsv(readFile(ours.toStdString(), 1 << 20).value()).value();
        QCOMPARE(hands.size(), std::size_t(2));
        QCOMPARE(hands[0].right, 7);
        QCOMPARE(hands[0].hands, 10);
        QCOMPARE(hands[1].hands, 0);
        QCOMPARE(hands[0].question, round.questions()[0].id);
    }
};

QTEST_MAIN(MyQuestionsExchangeTest)
#include "my_questions_exchange_test.moc"
