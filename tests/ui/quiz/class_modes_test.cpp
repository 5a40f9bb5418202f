// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/quiz/open_quiz.h"

#include "core/base/file.h"
#include "ui/quiz/class/class_list_dialog.h"
#include "ui/quiz/class/class_memory.h"
#include "ui/quiz/class/class_result.h"
#include "ui/quiz/class/class_view.h"
#include "ui/quiz/class/hands_row.h"
#include "ui/quiz/class/names_field.h"

#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>

using namespace gatescope;

/// Recall and challenge with a class, what is said at the end, and what is kept of it.
class ClassModesTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenQuiz> m_open; ///< one window for all, for each takes its time to open

private slots:
    void initTestCase() { m_open = std::make_unique<OpenQuiz>(); }
    void cleanupTestCase() { m_open.reset(); }
    void init() { m_open->beginAnew(); }

    void inRecallAClassThinksFirstAndIsAskedWhatItMissed();
    void aChallengeOfAClassEndsWhereMostHandsAreWrong();
    void theEndSaysEachQuestionOnceAndTheWorstFirst();
    void ofAClassWithNamesItIsSaidHowManyHandsAreCounted();
    void whatAClassWasAskedIsKeptApartFromLearners();
    void aListOfNamesThatCannotBeReadIsNotWrittenOver();
    void aListOfNamesThatNobodyChangesStaysAsItWasWritten();
};

namespace {

void chooseMode(OpenQuiz &open, QuizMode mode)
{
    QComboBox &box = open.place.start().mode();
    box.setCurrentIndex(box.findData(int(mode)));
}

QString startMessage(OpenQuiz &open)
{
    return open.place.start().findChild<QLabel *>(QStringLiteral("quizMessage"))->text();
}

int indexOf(const ClassRound &round, bool isRight)
{
    return int(std::ranges::find(round.answers(), isRight, &ClassAnswer::isRight) - round.answers().begin());
}

/// So many hands for a right answer and for a wrong one; then the answer, and the next question.
void passOver(ClassRound &round, int right, int wrong)
{
    round.setHands(indexOf(round, true), right);
    round.setHands(indexOf(round, false), wrong);
    round.reveal();
    const int number = round.number();
    while (!round.isOver() && round.number() == number)
        round.on();
}

} // namespace

void ClassModesTest::inRecallAClassThinksFirstAndIsAskedWhatItMissed()
{
    OpenQuiz &open = *m_open;
    QVERIFY(open.place.classMemory().forgetAnswers().ok());
    chooseMode(open, QuizMode::recall);
    open.place.beginClass();
    QVERIFY(!open.place.isPresenting());
    QVERIFY2(startMessage(open).contains("what the class was asked before"), qPrintable(startMessage(open)));
    chooseMode(open, QuizMode::ladder);
    open.place.start().count().setValue(3);
    open.place.beginClass();
    ClassRound &round = open.place.classRound();
    QVERIFY(startMessage(open).isEmpty());
    const std::string missed(originOf(round.questions()[1]));
    passOver(round, 5, 2);
    passOver(round, 3, 4); // most are wrong
    passOver(round, 0, 0); // nobody knows
    open.press(Qt::Key_Escape);
    QCOMPARE(open.window.learner().progress().answered(), 0);
    QCOMPARE(open.place.classMemory().progress().answered(), 2);
    chooseMode(open, QuizMode::recall);
    open.place.beginClass();
    QCOMPARE(round.count(), 2);
    QCOMPARE(std::string(originOf(round.question())), missed);
    auto *view = open.place.findChild<ClassView *>();
    const auto rows = view->findChildren<HandsRow *>();
    QVERIFY(round.areAnswersHidden() && !rows.isEmpty());
    for (const HandsRow *row : rows)
        QVERIFY(!row->isVisible());
    QVERIFY(view->findChild<QLabel *>(QStringLiteral("classHow"))->text().contains("Think of an answer first"));
    open.press(Qt::Key_1); // there is nothing yet to raise a hand for
    QCOMPARE(round.allHands(), 0);
    open.press(Qt::Key_Space);
    QVERIFY(!round.areAnswersHidden() && round.phase() == ClassRound::Phase::asking);
    for (const HandsRow *row : rows)
        QVERIFY(row->isVisible());
    open.press(Qt::Key_Space);
    QVERIFY(round.phase() == ClassRound::Phase::revealed);
    chooseMode(open, QuizMode::ladder);
}

void ClassModesTest::aChallengeOfAClassEndsWhereMostHandsAreWrong()
{
    OpenQuiz &open = *m_open;
    chooseMode(open, QuizMode::challenge);
    open.place.beginClass();
    ClassRound &round = open.place.classRound();
    QVERIFY(round.count() > 3);
    for (const Question &question : round.questions())
        QVERIFY(question.level == Level::hard);
    open.press(Qt::Key_H);
    QVERIFY(!round.isHintShown());
    passOver(round, 4, 3);
    passOver(round, 9, 0);
    QVERIFY(!round.isOver());
    passOver(round, 3, 3);
    QVERIFY(round.isOver());
    QCOMPARE(round.count(), 3);
    QCOMPARE(round.right(), 2);
    QCOMPARE(open.place.classMemory().progress().longestChallenge(), 2);
    const auto *asks = open.place.findChild<QLabel *>(QStringLiteral("classAsks"));
    QVERIFY2(asks->text().contains("2"), qPrintable(asks->text()));
    chooseMode(open, QuizMode::ladder);
}

void ClassModesTest::theEndSaysEachQuestionOnceAndTheWorstFirst()
{
    OpenQuiz &open = *m_open;
    open.place.beginClass();
    ClassRound &round = open.place.classRound();
    round.begin(
        {generated("blend-by-hand", 1), generated("blend-by-hand", 2), written("order-bag"), written("step-blend")});
    passOver(round, 9, 1);
    passOver(round, 1, 9);
    passOver(round, 0, 0);
    passOver(round, 5, 5);
    QVERIFY(round.isOver());
    auto &result = open.place.findChild<ClassView *>()->result();
    QTableWidget &table = result.table();
    QVERIFY(table.isVisible());
    QCOMPARE(table.rowCount(), 4);
    const auto cells = [&](int column) {
        QStringList texts;
        for (int row = 0; row < table.rowCount(); ++row)
            texts += table.item(row, column)->text();
        return texts;
    };
    QStringList asked = cells(1);
    asked.removeDuplicates();
    QCOMPARE(asked.size(), 4); // also of two that one generator has made
    QCOMPARE(cells(0), QStringList({"2", "4", "1", "3"}));
    QCOMPARE(cells(2), QStringList({"10 %", "50 %", "90 %", "not counted"}));
    QCOMPARE(cells(3), QStringList({"1 of 10", "5 of 10", "9 of 10", "–"}));
    QPushButton *worst = nullptr;
    for (QPushButton *button : result.findChildren<QPushButton *>())
        worst = button->text() == QStringLiteral("&Worst first") ? button : worst;
    QVERIFY(worst);
    worst->click();
    QCOMPARE(cells(0), QStringList({"1", "2", "3", "4"}));
    table.sortByColumn(2, Qt::AscendingOrder);
    QVERIFY(worst->isChecked());
    for (int tabs = 0; tabs < 6 && QApplication::focusWidget() != worst; ++tabs)
        open.press(Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), worst);
    open.press(Qt::Key_Return);
    QCOMPARE(cells(0), QStringList({"1", "2", "3", "4"}));
    open.press(Qt::Key_Escape);
    QVERIFY(!open.place.isPresenting());
    QPushButton *back = nullptr; // who pressed Space once too often finds it again
    for (QPushButton *button : open.place.start().findChildren<QPushButton *>())
        back = button->text() == QStringLiteral("Result of the class") ? button : back;
    QVERIFY(back && back->isVisible());
    back->click();
    QVERIFY(open.place.isPresenting() && table.isVisible());
    QCOMPARE(cells(0), QStringList({"1", "2", "3", "4"}));
    open.press(Qt::Key_Escape);
}

void ClassModesTest::ofAClassWithNamesItIsSaidHowManyHandsAreCounted()
{
    OpenQuiz &open = *m_open;
    QVERIFY(open.place.classMemory().setList("Ada\nBob\nCem\n").ok());
    open.place.beginClass();
    auto *view = open.place.findChild<ClassView *>();
    open.place.classRound().begin({written("order-bag")});
    open.press(Qt::Key_1);
    open.press(Qt::Key_2);
    const auto labels = view->findChildren<QLabel *>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text().endsWith("hands: 2 of 3"); }));
    QVERIFY(open.place.classMemory().setList({}).ok());
}

void ClassModesTest::whatAClassWasAskedIsKeptApartFromLearners()
{
    const QTemporaryDir folder;
    const std::filesystem::path there = std::filesystem::path(folder.path().toStdString()) / "class";
    {
        ClassMemory memory(there);
        QVERIFY(!std::filesystem::exists(there)); // before there is anything to keep
        QVERIFY(memory.setList("Name;Class\nLovelace, Ada;9a\n").ok());
        QVERIFY(!memory.setList("Ada\nAda\n").ok());
        QVERIFY(memory.note(written("order-bag"), false).ok());
    }
    ClassMemory memory(there);
    QCOMPARE(memory.names(), std::vector<std::string>{"Lovelace, Ada"});
    QCOMPARE(memory.progress().answered(), 1);
    QVERIFY(memory.setList(" \n").ok());
    QVERIFY(memory.forgetAnswers().ok());
    QVERIFY(std::filesystem::is_empty(there));
    QVERIFY(writeFileAtomically(there / "answers.json", "spoilt").ok());
    ClassMemory spoilt(there);
    QVERIFY(!spoilt.note(written("order-bag"), true).ok());
    QCOMPARE(readFile(there / "answers.json", 100).value(), std::string("spoilt")); // it is not written over
}

void ClassModesTest::aListOfNamesThatCannotBeReadIsNotWrittenOver()
{
    const QTemporaryDir folder;
    const std::filesystem::path there(folder.path().toStdString());
    const std::string spoilt("Ada\0Bob", 7);
    QVERIFY(writeFileAtomically(there / "names.txt", spoilt).ok());
    QVERIFY(writeFileAtomically(there / "names-unreadable.txt", "an older one").ok());
    ClassMemory memory(there);
    QVERIFY(memory.names().empty());
    QVERIFY(memory.setList(" ").ok());
    QCOMPARE(readFile(there / "names.txt", 100).value(), spoilt);
    {
        ClassListDialog dialog(memory);
        QVERIFY2(dialog.message().contains("names.txt") && dialog.message().contains("names-unreadable-2.txt"),
                 qPrintable(dialog.message()));
        dialog.accept();
        QCOMPARE(readFile(there / "names.txt", 100).value(), spoilt);
    }
    QVERIFY(memory.setList("Cem\n").ok());
    QCOMPARE(readFile(there / "names.txt", 100).value(), std::string("Cem\n"));
    QCOMPARE(readFile(there / "names-unreadable.txt", 100).value(), std::string("an older one"));
    QCOMPARE(readFile(there / "names-unreadable-2.txt", 100).value(), spoilt);
    QVERIFY(ClassListDialog(memory).message().isEmpty());
}

/// By another program: in Latin-1, with the ends of lines that it writes.
void ClassModesTest::aListOfNamesThatNobodyChangesStaysAsItWasWritten()
{
    const QTemporaryDir folder;
    const std::filesystem::path there(folder.path().toStdString());
    const std::string bytes("M\xfcller\r\nAda\r\n");
    QVERIFY(writeFileAtomically(there / "names.txt", bytes).ok());
    ClassMemory memory(there);
    QCOMPARE(memory.names(), (std::vector<std::string>{"Müller", "Ada"}));
    ClassListDialog dialog(memory);
    QCOMPARE(dialog.names().edit().toPlainText(), QStringLiteral("Müller\nAda\n"));
    dialog.accept();
    QCOMPARE(dialog.result(), int(QDialog::Accepted));
    QCOMPARE(readFile(there / "names.txt", 100).value(), bytes);
}

QTEST_MAIN(ClassModesTest)
#include "class_modes_test.moc"
