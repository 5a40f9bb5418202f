// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/questions/marking.h"
#include "core/learning/questions/typed_number.h"

#include <QTest>

using namespace gatescope;

class MarkingTest : public QObject
{
    Q_OBJECT

private slots:
    void aNumberIsUnderstood_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<double>("meant");
        const auto row
            = [](const char *typed, double meant) { QTest::newRow(typed) << QString::fromUtf8(typed) << meant; };
        row("0.75", 0.75);
        row("0,75", 0.75);
        row(" .75 ", 0.75);
        row("3/4", 0.75);
        row("-3 / 4", -0.75);
        row("1 1/2", 1.5);
        row("-1 1/2", -1.5);
        row("−0,75", -0.75);
        row("7.5e-1", 0.75);
        row("2·10^−3", 0.002);
        row("2 x 10^3", 2000);
        row("75 %", 0.75);
        row("z = 0.75", 0.75);
        row("1 920", 1920);
        row("1\u202F920", 1920);
        row("1.234,5", 1234.5);
        row("1,234.5", 1234.5);
        row("1,234,567", 1234567);
        row("+2", 2);
        row("0.95^20", 0.3584859224085419);
        row("0,5 ^ 2", 0.25);
        row("10^−3", 0.001);
    }

    void aNumberIsUnderstood()
    {
        QFETCH(QString, typed);
        QFETCH(double, meant);
        const auto numbers = numbersMeant(typed.toStdString());
        QCOMPARE(numbers.size(), std::size_t(1));
        QVERIFY(std::abs(numbers[0] - meant) < 1e-12);
    }

    void whatIsNoNumberIsNone()
    {
        for (const char *typed : {"", " ", "abc", "1/0", "0.5 0.6", "--1", "1e", "nan", "inf", "1,2,3", "12 parameters",
                                  "1e999", "2^", "^2", "-2^2", "0^-1", "2^3^4", "1,920^2"})
            QVERIFY2(numbersMeant(typed).empty(), typed);
    }

    void anAmbiguousNumberIsAskedAgain()
    {
        Question question;
        question.kind = QuestionKind::numeric;
        question.answer = 1920.0;
        question.hint = {"hint", {}};
        QCOMPARE(markTyped(question, "1,920").verdict, MarkingVerdict::unclear);
        QCOMPARE(markTyped(question, "1.920").verdict, MarkingVerdict::unclear);
        QCOMPARE(markTyped(question, "1,920").why.english().find("1.9200 or 1920") != std::string::npos, true);
        QCOMPARE(markTyped(question, "1 920").verdict, MarkingVerdict::right);
        question.tolerance = 0.005;
        question.answer = 1.204;
        QCOMPARE(markTyped(question, "1.204").verdict, MarkingVerdict::right); // a measured number has a point
        QCOMPARE(markTyped(question, "1,204").verdict, MarkingVerdict::unclear);
        QCOMPARE(markTyped(question, "nothing").verdict, MarkingVerdict::unclear);
    }

    void aMistakeIsToldByItsReason()
    {
        Question question;
        question.kind = QuestionKind::numeric;
        question.answer = -0.12;
        question.tolerance = 0.005;
        question.hint = {"hint", {}};
        question.misconceptions = {{0.32, {"the other convention", {}}}};
        QCOMPARE(markTyped(question, "−0,123").verdict, MarkingVerdict::right);
        QCOMPARE(markTyped(question, "0.32").why.english(), std::string("the other convention"));
        QCOMPARE(markTyped(question, "0.12").why.english(), std::string("The size is right, the sign is not."));
        QCOMPARE(markTyped(question, "0.9").why.english(), std::string("hint"));
        QCOMPARE(markTyped(question, "-0.126").verdict, MarkingVerdict::wrong);
    }

    void shapesLettersAndPlacesAreRead()
    {
        Question question;
        question.hint = {"hint", {}};
        question.kind = QuestionKind::shape;
        question.answer = std::vector{4, 7, 3};
        for (const char *typed : {"(4, 7, 3)", "4 7 3", "4x7x3", "4×7×3", "torch.Size([4, 7, 3])"})
            QCOMPARE(markTyped(question, typed).verdict, MarkingVerdict::right);
        QCOMPARE(markTyped(question, "(7, 4, 3)").verdict, MarkingVerdict::wrong);
        QCOMPARE(markTyped(question, "(4, -7, 3)").verdict, MarkingVerdict::unclear);

        question.kind = QuestionKind::choices;
        question.options = {{"a", {}}, {"b", {}}, {"c", {}}};
        question.answer = std::vector{0, 2};
        question.misconceptions
            = {{std::vector{2}, {"a is right too", {}}}, {std::vector{0, 1, 2}, {"b is wrong", {}}}};
        QCOMPARE(markTyped(question, "c, A").verdict, MarkingVerdict::right);
        QCOMPARE(markTyped(question, "c").why.english(), std::string("a is right too"));
        QCOMPARE(markTyped(question, "b c a").why.english(), std::string("b is wrong"));
        QCOMPARE(markTyped(question, "d").verdict, MarkingVerdict::unclear);
        question.kind = QuestionKind::order;
        question.answer = std::vector{2, 0, 1};
        QCOMPARE(markTyped(question, "C > A > B").verdict, MarkingVerdict::right);
        QCOMPARE(markTyped(question, "CA").verdict, MarkingVerdict::unclear);
        question.kind = QuestionKind::choice;
        question.answer = 1;
        QCOMPARE(markTyped(question, "b").verdict, MarkingVerdict::right);
        QCOMPARE(markTyped(question, "a b").verdict, MarkingVerdict::unclear);

        question.kind = QuestionKind::point;
        question.answer = PointAnswer{{}, 3, {}};
        QCOMPARE(markTyped(question, "Step 3").verdict, MarkingVerdict::right);
        QCOMPARE(markTyped(question, "4").verdict, MarkingVerdict::wrong);
        QCOMPARE(markTyped(question, "three").verdict, MarkingVerdict::unclear);
        question.answer = PointAnswer{"reset", {}, {}};
        QCOMPARE(markTyped(question, "Reset").verdict, MarkingVerdict::right);
        QCOMPARE(markTyped(question, "blend").verdict, MarkingVerdict::wrong);
        QCOMPARE(markTyped(question, "gate").verdict, MarkingVerdict::unclear);
    }
};

QTEST_GUILESS_MAIN(MarkingTest)
#include "marking_test.moc"
