// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/quiz/open_quiz.h"

#include "core/learning/generators/generator.h"
#include "ui/document/learner.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/drawing/timeline/timeline_drawing.h"
#include "ui/quiz/asking/lane_view.h"
#include "ui/quiz/asking/question_stage.h"
#include "ui/quiz/quiz_place.h"
#include "ui/quiz/round/question_view.h"
#include "ui/quiz/round/quiz_start.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTableWidget>

#include <algorithm>

using namespace gatescope;

/// How each kind of question is answered, by keys and with the pointer.
class QuizAnswersTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<OpenQuiz> m_open; ///< one window for all, for each takes its time to open

private slots:
    void initTestCase() { m_open = std::make_unique<OpenQuiz>(); }
    void cleanupTestCase() { m_open.reset(); }
    void init() { m_open->beginAnew(); }

    void aChoiceIsADigitAndEnter();
    void theReasonOfJustThisWrongOptionIsSaid();
    void ofSeveralOptionsDigitsTakeAndLeave();
    void ofStepsEachHasItsOwnNumberForAKey();
    void theChosenRowOfAnOrderIsSeenInEveryTheme();
    void aNumberIsTypedAndAnAmbiguousOneAskedAgain();
    void sizesAreTyped();
    void anOrderIsMadeByKeysAndByDragging();
    void aStepIsPointedAtByKeysAndByAClick();
    void aUnitIsPointedAtOnTheRealCell();
    void aPartIsPointedAtOnTheRealCell();
    void theExcerptDoesNotTellTheAnswer();
    void whereOneStandsAtFirstIsNotTheAnswer();
};

void QuizAnswersTest::aChoiceIsADigitAndEnter()
{
    OpenQuiz &open = *m_open;
    const Question question = written("update-half-gate");
    open.ask({question, written("order-bag")});
    open.press(Qt::Key_Return);
    QVERIFY(!open.round.isMarked()); // nothing was chosen
    QVERIFY(open.words("why").contains("Choose one first"));
    open.choose(wrongOption(question));
    open.choose(std::get<int>(question.answer));
    QVERIFY(!open.round.isMarked());
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
    QVERIFY(open.words("verdict").contains("Right"));
    open.press(Qt::Key_Return);
    QCOMPARE(open.round.question().id, std::string("order-bag"));
}

void QuizAnswersTest::theReasonOfJustThisWrongOptionIsSaid()
{
    OpenQuiz &open = *m_open;
    const Question question = written("loop-what-is-a-state");
    for (int option = 0; option < int(question.options.size()); ++option) {
        if (Answer(option) == question.answer)
            continue;
        open.ask({question});
        open.choose(option);
        open.press(Qt::Key_Return);
        QCOMPARE(open.verdict(), MarkingVerdict::wrong);
        const auto why = std::ranges::find(question.misconceptions, Answer(option), &Misconception::answer);
        QCOMPARE(open.words("why"), QString::fromStdString(why->why.english()).toHtmlEscaped());
    }
}

void QuizAnswersTest::ofSeveralOptionsDigitsTakeAndLeave()
{
    OpenQuiz &open = *m_open;
    open.ask({written("order-matters-where")});                            // 0 and 2 are right
    QCOMPARE(open.words("how"), QStringLiteral("Choose all that apply.")); // once, though its text says so too
    for (const int option : {1, 0, 2, 1})
        open.choose(option);
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
}

void QuizAnswersTest::ofStepsEachHasItsOwnNumberForAKey()
{
    OpenQuiz &open = *m_open;
    const Question question = makeQuestion(*generatorNamed("steps-without-gradient"), 1);
    open.ask({question});
    QVERIFY(open.words("how").contains("all that apply"));
    for (const int step : std::get<std::vector<int>>(question.answer))
        open.press(Qt::Key(Qt::Key_0 + step));
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
}

void QuizAnswersTest::theChosenRowOfAnOrderIsSeenInEveryTheme()
{
    OpenQuiz &open = *m_open;
    for (const ThemeName name : {ThemeName::light, ThemeName::dark, ThemeName::contrast}) {
        open.window.look().setTheme(name);
        open.ask({written("gates-order")});
        auto *list = open.place.question().findChild<QListWidget *>(QStringLiteral("orderAnswer"));
        list->setCurrentRow(1);
        const QImage picture = list->viewport()->grab().toImage();
        const QRect chosen = list->visualItemRect(list->item(1)), other = list->visualItemRect(list->item(2));
        // Its frame, from its left end to its right one.
        const QColor frame = picture.pixelColor(chosen.center().x(), chosen.top() + 1);
        QVERIFY2(contrastRatio(frame, picture.pixelColor(other.center().x(), other.top() + 1)) >= 3,
                 qPrintable(keyOf(name)));
        // The paper is whole around it, so the round frame of the list is.
        QCOMPARE(picture.pixelColor(1, chosen.center().y()), picture.pixelColor(1, other.center().y()));
    }
    open.window.look().setTheme(ThemeName::light);
}

void QuizAnswersTest::aNumberIsTypedAndAnAmbiguousOneAskedAgain()
{
    OpenQuiz &open = *m_open;
    open.ask({written("layer-1920"), written("update-half")});
    open.type("1,920");
    open.press(Qt::Key_Return);
    QCOMPARE(open.verdict(), MarkingVerdict::unclear);
    QVERIFY2(open.words("why").contains("Do you mean"), qPrintable(open.words("why")));
    QCOMPARE(open.round.answered(), 0);
    open.type("1920"); // over what is selected
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
    open.press(Qt::Key_N);
    open.type("nonsense");
    open.press(Qt::Key_Return);
    QCOMPARE(open.verdict(), MarkingVerdict::unclear);
    open.type("0,36");
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
}

void QuizAnswersTest::sizesAreTyped()
{
    OpenQuiz &open = *m_open;
    open.ask({written("layer-weight-ih")});
    open.type("60 x 10");
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
}

void QuizAnswersTest::anOrderIsMadeByKeysAndByDragging()
{
    OpenQuiz &open = *m_open;
    const Question question = written("gates-order");
    open.ask({question, generated("order-backwards")});
    const auto put = [&](const std::vector<int> &order) {
        for (int place = 0; place < int(order.size()); ++place) {
            auto *list = open.place.question().findChild<QListWidget *>(QStringLiteral("orderAnswer"));
            QCOMPARE(QApplication::focusWidget(), list);
            int row = 0;
            while (list->item(row)->data(Qt::UserRole).toInt() != order[std::size_t(place)])
                ++row;
            while (list->currentRow() < row)
                open.press(Qt::Key_Down);
            while (list->currentRow() > row)
                open.press(Qt::Key_Up);
            for (; row > place; --row)
                open.press(Qt::Key_Up, Qt::ShiftModifier);
        }
    };
    put(std::get<std::vector<int>>(question.answer));
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
    open.press(Qt::Key_N);
    auto *list = qobject_cast<QListWidget *>(QApplication::focusWidget());
    QVERIFY(list);
    QCOMPARE(list->dragDropMode(), QAbstractItemView::InternalMove);
    // What a drop does: the rows have another order.
    const auto right = std::get<std::vector<int>>(open.round.question().answer);
    for (int place = 0; place < int(right.size()); ++place)
        for (int row = place; row < list->count(); ++row)
            if (list->item(row)->data(Qt::UserRole).toInt() == right[std::size_t(place)])
                list->insertItem(place, list->takeItem(row));
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
}

void QuizAnswersTest::aStepIsPointedAtByKeysAndByAClick()
{
    OpenQuiz &open = *m_open;
    const Question question = generated("gate-closes");
    const int step = *std::get<PointAnswer>(question.answer).step;
    open.ask({question, question});
    open.press(Qt::Key_Return);
    QVERIFY(!open.round.isMarked()); // nothing is pointed at yet
    for (int i = 0; i <= step; ++i)
        open.press(Qt::Key_Right);
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
    open.press(Qt::Key_N);

    auto *lanes = open.place.question().findChild<LaneView *>();
    QVERIFY(lanes->isVisible());
    const Record &record = open.stage().document().record();
    const HitAreas areas
        = timelineAreas(lanes->size(), {record, open.stage().playhead().state(), theme(ThemeName::light)});
    const auto column = std::ranges::find_if(areas, [&](const HitArea &area) { return area.leadsTo.step == step; });
    QTest::mouseClick(lanes, Qt::LeftButton, {}, column->where.center().toPoint());
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
}

void QuizAnswersTest::aUnitIsPointedAtOnTheRealCell()
{
    OpenQuiz &open = *m_open;
    const Question question = generated("unit-that-keeps");
    const int unit = *std::get<PointAnswer>(question.answer).unit;
    open.ask({question, question});
    open.press(Qt::Key(Qt::Key_0 + unit));
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
    open.press(Qt::Key_N);
    open.stage().grab();
    const HitAreas &areas = open.stage().hitAreas();
    const auto cell = std::ranges::find_if(areas, [&](const HitArea &area) { return area.leadsTo.unit == unit; });
    QVERIFY(cell != areas.end());
    QTest::mouseClick(&open.stage(), Qt::LeftButton, {}, cell->where.center().toPoint());
    QVERIFY(open.place.question().stage().pointed().has_value());
    QCOMPARE(open.stage().playhead().state().level, 1.0);
}

void QuizAnswersTest::aPartIsPointedAtOnTheRealCell()
{
    OpenQuiz &open = *m_open;
    open.ask({written("gates-point-past"), written("gates-point-mix")});
    open.press(Qt::Key_Right); // inputs
    open.press(Qt::Key_Right);
    QCOMPARE(open.place.question().stage().pointed()->part, std::string("reset"));
    open.press(Qt::Key_Return);
    QVERIFY(open.isRight());
    open.press(Qt::Key_N);
    open.press(Qt::Key_2); // counted from 0: update
    open.press(Qt::Key_Return);
    QCOMPARE(open.verdict(), MarkingVerdict::wrong);
    QVERIFY(open.words("why").contains("they are mixed later"));
}

/// While a value is asked, nothing in the picture says it.
void QuizAnswersTest::theExcerptDoesNotTellTheAnswer()
{
    OpenQuiz &open = *m_open;
    int looked = 0;
    for (const Generator &generator : generators())
        for (std::uint64_t seed = 0; seed < 2; ++seed) {
            const Question question = makeQuestion(generator, seed);
            if (question.kind != QuestionKind::numeric || question.experiment.is_null() || !generator.aboutNumbers)
                continue;
            open.ask({question});
            QVERIFY(open.place.question().stage().isVisible());
            open.stage().grab();
            ++looked;
            const QString answer = QString::fromStdString(numberText(std::get<double>(question.answer)));
            for (const HitArea &area : open.stage().hitAreas())
                QVERIFY2(!area.says().contains(answer) || open.words("given").contains(answer),
                         qPrintable(QString::fromStdString(question.id) + ' ' + answer + ' ' + area.says()));
        }
    QVERIFY(looked >= 10);
}

/// The step that is asked for would be read off the frame.
void QuizAnswersTest::whereOneStandsAtFirstIsNotTheAnswer()
{
    OpenQuiz &open = *m_open;
    int asked = 0;
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        const Question question = makeQuestion(*generatorNamed("smallest-gradient"), seed);
        open.ask({question});
        const auto &answer = std::get<PointAnswer>(question.answer);
        QVERIFY(answer.step);
        QVERIFY(open.place.question().stage().stage().playhead().state().step != *answer.step);
        QVERIFY(!open.place.question().stage().findChild<LaneView *>()->isFramed()); // nothing is pointed at
        open.press(Qt::Key_1);
        QVERIFY(open.place.question().stage().findChild<LaneView *>()->isFramed());
        asked += *answer.step == 0;
    }
    QVERIFY(asked > 0); // the first step is the answer of some
    for (std::uint64_t seed = 0; seed < 6; ++seed) {
        const Question question = makeQuestion(*generatorNamed("unit-that-keeps"), seed);
        open.ask({question});
        QVERIFY(open.place.question().stage().stage().playhead().state().unit
                != *std::get<PointAnswer>(question.answer).unit);
    }
}

QTEST_MAIN(QuizAnswersTest)
#include "quiz_answers_test.moc"
