// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/quiz/open_quiz.h"

#include "core/base/program_files.h"
#include "ui/common/fonts.h"
#include "ui/common/languages.h"
#include "ui/common/translate.h"
#include "ui/quiz/asking/answer_keys.h"
#include "ui/quiz/class/class_view.h"
#include "ui/quiz/class/hands_row.h"

#include <QLineEdit>
#include <QPushButton>

using namespace gatescope;

/// A quiz from the front of the room.
class ClassQuizTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenQuiz> m_open; ///< one window for all, for each takes its time to open

private slots:
    void initTestCase() { m_open = std::make_unique<OpenQuiz>(); }
    void cleanupTestCase() { m_open.reset(); }
    void init() { m_open->beginAnew(); }

    void aClassIsDrivenByAClicker();
    void aClassIsAskedByKeysAloneFromTheFirstPageToTheLast();
    void handsAreCountedByKeysAndTyped();
    void aClassReadsHowToAnswer();
    void anOrderIsSaidInTheLanguageOfTheWindow();
    void ofManyAnswersNoneIsCut();
    void ofStepsAHandIsRaisedByTheStepsOwnNumber();
    void aClocksTimeIsThatInWhichTheClassLooksOn();
    void namesOfAProgramStandInTheFaceOfNumbers();
};

void ClassQuizTest::aClassIsDrivenByAClicker()
{
    OpenQuiz &open = *m_open;
    open.place.start().count().setValue(2);
    open.place.start().seed().setValue(5);
    open.place.beginClass();
    ClassRound &round = open.place.classRound();
    QCOMPARE(round.count(), 2);
    QVERIFY(open.place.isPresenting());
    QVERIFY(open.window.windowState().testFlag(Qt::WindowFullScreen));
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(round.number(), i);
        QVERIFY(round.phase() == ClassRound::Phase::asking);
        open.press(Qt::Key_PageDown);
        QVERIFY(round.phase() == ClassRound::Phase::revealed);
        for (int row = 0; row < int(round.question().solution.size()); ++row)
            open.press(Qt::Key_PageDown);
        QCOMPARE(round.told(), int(round.question().solution.size()));
        open.press(Qt::Key_PageUp);
        QCOMPARE(round.told(), int(round.question().solution.size()) - 1);
        open.press(Qt::Key_Space);
        open.press(Qt::Key_Space);
    }
    QVERIFY(round.isOver());
    open.press(Qt::Key_Escape);
    QVERIFY(!open.place.isPresenting());
    QVERIFY(!open.window.windowState().testFlag(Qt::WindowFullScreen));
    QCOMPARE(open.window.learner().progress().answered(), 0); // a class is nobody's progress
}

void ClassQuizTest::aClassIsAskedByKeysAloneFromTheFirstPageToTheLast()
{
    OpenQuiz &open = *m_open;
    const auto tabTo = [&](QWidget *target) {
        for (int i = 0; i < 40 && QApplication::focusWidget() != target; ++i)
            open.press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), target);
    };
    QPushButton *ask = nullptr;
    for (QPushButton *button : open.place.start().findChildren<QPushButton *>())
        ask = button->text() == QStringLiteral("Ask a class") ? button : ask;
    tabTo(&open.place.start().count());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_A, Qt::ControlModifier);
    open.type("3");
    tabTo(&open.place.start().clock());
    open.press(Qt::Key_Down);
    tabTo(ask);
    open.press(Qt::Key_Return);
    QVERIFY(open.place.isPresenting());
    ClassRound &round = open.place.classRound();
    QCOMPARE(round.count(), 3);
    QVERIFY(round.secondsLeft().has_value());
    auto *view = open.place.findChild<ClassView *>();
    for (int question = 0; question < 3; ++question) {
        QCOMPARE(round.number(), question);
        std::vector<Sentence> answers;
        for (const ClassAnswer &answer : round.answers())
            answers.push_back(answer.text);
        const std::vector<int> keys = keysOf(answers); // of steps and units their own numbers
        for (const int row : {0, 1, 1})
            open.press(Qt::Key(Qt::Key_0 + keys[std::size_t(row)]));
        open.press(Qt::Key_H);
        QVERIFY(round.isHintShown());
        QCOMPARE(round.allHands(), 3);
        open.press(Qt::Key_Space); // reveals
        QVERIFY(round.phase() == ClassRound::Phase::revealed);
        for (std::size_t row = 0; row < round.question().solution.size(); ++row)
            open.press(Qt::Key_Space);
        QVERIFY(round.phase() == ClassRound::Phase::telling);
        QVERIFY(!view->accessibleDescription().isEmpty());
        open.press(Qt::Key_Space);
    }
    QVERIFY(round.isOver());
    QCOMPARE(round.outcomes()[2].hands, 3);
    open.press(Qt::Key_Space);
    QVERIFY(open.place.page() == &open.place.start());
    open.place.start().clock().setCurrentIndex(0);
}

void ClassQuizTest::aClassReadsHowToAnswer()
{
    OpenQuiz &open = *m_open;
    open.place.beginClass();
    ClassRound &round = open.place.classRound();
    const auto *how = open.place.findChild<QLabel *>(QStringLiteral("classHow"));
    round.begin({written("order-matters-where")});
    QVERIFY(how->isVisible());
    QCOMPARE(how->text(), QStringLiteral("Choose all that apply."));
    round.begin({generated("share-left")});
    QVERIFY(!how->isVisible()); // its answers are offered as they are: nobody types "Two decimals."
    round.begin({written("order-bag")});
    QVERIFY(!how->isVisible());
}

void ClassQuizTest::anOrderIsSaidInTheLanguageOfTheWindow()
{
    OpenQuiz &open = *m_open;
    const SpokenLanguage german("de",
                                {QString::fromStdString(resourceFolder().string()) + QStringLiteral("/translations")});
    open.place.beginClass();
    ClassRound &round = open.place.classRound();
    round.begin({generated("order-of-a-step")});
    const Question &question = round.question();
    QVERIFY(question.kind == QuestionKind::order);
    const auto rows = open.place.findChild<ClassView *>()->findChildren<HandsRow *>();
    QCOMPARE(rows.size(), qsizetype(round.answers().size()));
    for (const HandsRow *row : rows)
        for (const Sentence &option : question.options) {
            const QString english = QString::fromStdString(option.english());
            QVERIFY2(said(option) != english, qPrintable(english)); // so that the test tells the two apart
            QVERIFY2(row->accessibleName().contains(said(option)), qPrintable(row->accessibleName()));
            QVERIFY2(!row->accessibleName().contains(english), qPrintable(row->accessibleName()));
        }
}

void ClassQuizTest::ofManyAnswersNoneIsCut()
{
    OpenQuiz &open = *m_open;
    open.place.beginClass();
    open.window.setWindowState({});
    open.window.resize(1280, 800);
    ClassRound &round = open.place.classRound();
    Question question = generated("steps-without-gradient");
    question.text.text = "A GRU reads forwards and takes its loss at one step alone. The states of which of all of "
                         "these steps have no gradient whatsoever, so that nothing is learned there?";
    question.text.arguments.clear();
    round.begin({question});
    QVERIFY(round.answers().size() > 5);
    round.raiseHand(0, 9);
    round.on();
    QTest::qWait(50);
    QRect before;
    for (const auto *row : open.place.findChildren<HandsRow *>()) {
        const QRect place = row->geometry();
        QVERIFY(place.height() >= row->heightForWidth(place.width()));
        QVERIFY(row->parentWidget()->rect().contains(place));
        QVERIFY(!place.intersects(before));
        before = place;
    }
}

void ClassQuizTest::ofStepsAHandIsRaisedByTheStepsOwnNumber()
{
    OpenQuiz &open = *m_open;
    open.place.beginClass();
    ClassRound &round = open.place.classRound();
    round.begin({generated("steps-without-gradient")});
    open.press(Qt::Key_0);
    open.press(Qt::Key_2);
    open.press(Qt::Key_2);
    open.press(Qt::Key_2, Qt::ShiftModifier);
    QCOMPARE(round.hands()[0], 1); // step 0
    QCOMPARE(round.hands()[2], 1);
    QCOMPARE(round.allHands(), 2);
}

void ClassQuizTest::handsAreCountedByKeysAndTyped()
{
    OpenQuiz &open = *m_open;
    open.place.beginClass();
    ClassRound &round = open.place.classRound();
    round.begin({written("order-bag")}); // the second answer is right
    auto *view = open.place.findChild<ClassView *>();
    QCOMPARE(QApplication::focusWidget(), view);
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_2, Qt::Key_2, Qt::Key_3})
        open.press(key);
    open.press(Qt::Key_1, Qt::ShiftModifier);
    open.press(Qt::Key_1, Qt::ShiftModifier); // never below none
    QCOMPARE(round.hands(), (std::vector{0, 3, 1}));
    auto *typed = view->findChildren<QSpinBox *>().at(2);
    typed->setFocus();
    QTest::keyClick(typed, Qt::Key_A, Qt::ControlModifier);
    open.type("12");
    open.press(Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), view);
    QCOMPARE(round.hands(), (std::vector{0, 3, 12}));
    open.press(Qt::Key_Escape); // a slip of a finger loses nothing
    QVERIFY(open.place.page() == &open.place.start());
    for (QPushButton *button : open.place.start().findChildren<QPushButton *>())
        if (button->text() == QStringLiteral("Go on with the class"))
            button->click();
    QVERIFY(open.place.page() == view);
    QCOMPARE(round.hands(), (std::vector{0, 3, 12}));
    open.press(Qt::Key_Space);
    open.press(Qt::Key_1); // too late
    QCOMPARE(round.hands(), (std::vector{0, 3, 12}));
    QCOMPARE(round.outcomes()[0].right, 3);
    QCOMPARE(round.outcomes()[0].hands, 15);
    QCOMPARE(*round.commonestMistake(), 2);
    const QString why = QString::fromStdString(round.answers()[2].why.english());
    QVERIFY(view->findChild<QLabel *>(QStringLiteral("classUnder"))->text().contains(why.toHtmlEscaped()));
}

/// Whoever goes elsewhere and comes back finds the clock where it stood, the limit as it was chosen.
void ClassQuizTest::aClocksTimeIsThatInWhichTheClassLooksOn()
{
    OpenQuiz &open = *m_open;
    QComboBox &clock = open.place.start().clock();
    clock.setCurrentIndex(clock.findData(20));
    open.place.beginClass();
    ClassRound &round = open.place.classRound();
    QCOMPARE(round.secondsLeft(), std::optional(20));
    QTRY_COMPARE(round.secondsLeft(), std::optional(19));
    open.press(Qt::Key_1, Qt::AltModifier);
    QVERIFY(!open.place.isVisible());
    QTest::qWait(1200);
    QCOMPARE(round.secondsLeft(), std::optional(19));
    open.window.goTo(placeNamed("quiz"));
    QVERIFY(open.place.isPresenting());
    QTRY_COMPARE(round.secondsLeft(), std::optional(18));
    round.begin({written("order-bag")}, 1);
    auto *label = open.place.findChild<QLabel *>(QStringLiteral("classClock"));
    QTRY_COMPARE(label->text(), QStringLiteral("time is up  0:00"));
    open.press(Qt::Key_2); // who raised a hand is still counted
    QCOMPARE(round.allHands(), 1);
    clock.setCurrentIndex(0);
}

void ClassQuizTest::namesOfAProgramStandInTheFaceOfNumbers()
{
    OpenQuiz &open = *m_open;
    Question question = written("order-bag");
    question.text = {"Which shape has weight_ih_l0?", {}};
    const QString code = QStringLiteral("<span style=\"font-family:'%1'\">weight_ih_l0</span>")
                             .arg(numberFont(10).families().constFirst());
    open.place.beginClass();
    open.place.classRound().begin({question});
    const auto *ofClass = open.place.findChild<QLabel *>(QStringLiteral("classAsks"));
    QVERIFY2(ofClass->text().contains(code), qPrintable(ofClass->text()));
    open.press(Qt::Key_Escape);
    open.ask({question});
    QVERIFY2(open.words("asks").contains(code), qPrintable(open.words("asks")));
}

QTEST_MAIN(ClassQuizTest)
#include "class_quiz_test.moc"
