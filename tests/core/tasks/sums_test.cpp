// SPDX-License-Identifier: GPL-3.0-or-later
#include "some_task.h"

#include <QRegularExpression>
#include <QStringList>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace gatescope;

namespace {

/// What a sequence reads, and behind it the last letter that is asked.
QString textOf(const Task &task, const TrainingBatch &batch, int sequence)
{
    QString text;
    for (const int letter : hotPlaces(batch.batch, sequence))
        text += QString::fromStdString(task.symbols()[std::size_t(letter)]);
    return text + QString::fromStdString(task.symbols()[std::size_t(batch.objective.classes[sequence].back())]);
}

} // namespace

class SumsTest : public QObject
{
    Q_OBJECT
private slots:
    void everySumIsRight_data()
    {
        QTest::addColumn<int>("digits");
        for (const int digits : {1, 2, 3, 6})
            QTest::addRow("%d digits", digits) << digits;
    }
    void everySumIsRight()
    {
        QFETCH(int, digits);
        const auto task = someTask("sums", {.length = digits});
        static const QRegularExpression sum(QStringLiteral("^(0|[1-9]\\d*)\\+(0|[1-9]\\d*)=(0|[1-9]\\d*)$"));
        int largest = 0;
        for (int update = 1; update <= 20; ++update) {
            const TrainingBatch batch = task->batch(16, 3, update);
            for (int n = 0; n < 16; ++n) {
                const QStringList sums = textOf(*task, batch, n).split(u';');
                QVERIFY(sums.first().isEmpty());
                QVERIFY(sums.size() >= 5);                  // four whole ones at least
                for (int i = 1; i + 1 < sums.size(); ++i) { // the last one is cut
                    const auto match = sum.match(sums[i]);
                    QVERIFY2(match.hasMatch(), qPrintable(sums[i]));
                    QCOMPARE(match.captured(1).toInt() + match.captured(2).toInt(), match.captured(3).toInt());
                    largest = std::max(largest, match.captured(1).toInt());
                }
            }
        }
        QVERIFY(largest < std::pow(10, digits) && largest > 0.9 * std::pow(10, digits) - 1);
    }

    void atEveryStepTheNextLetterIsAsked()
    {
        const auto task = someTask("sums", {.length = 2});
        const TrainingBatch batch = task->batch(8, 5, 1);
        for (int n = 0; n < 8; ++n) {
            const std::vector<int> read = hotPlaces(batch.batch, n);
            for (std::size_t t = 0; t + 1 < read.size(); ++t)
                QCOMPARE(batch.objective.classes[n][t], read[t + 1]);
        }
    }

    /// One who adds pays for the summands alone, of one digit one in 10 each: the share of their digits among the
    /// letters that are asked.
    void whoAddsWithoutAMistakeSolvesIt()
    {
        const auto task = someTask("sums", {.length = 1});
        double digits = 0, letters = 0;
        for (int update = 1; update <= 100; ++update) {
            const TrainingBatch batch = task->batch(64, 9, update);
            for (int n = 0; n < 64; ++n) {
                for (const QString &sum : textOf(*task, batch, n).mid(1).split(u';'))
                    digits += sum.section(u'=', 0, 0).count(QRegularExpression(QStringLiteral("\\d")));
                letters += double(batch.objective.classes[n].size());
            }
        }
        const double paid = digits * std::log2(10) / letters;
        QVERIFY(task->isSolved((paid + 0.025) * std::numbers::ln2, 0));
        QVERIFY(!task->isSolved((paid + 0.035) * std::numbers::ln2, 0));
    }

    void pairsOfLettersDoNotSolveIt()
    {
        for (const int digits : {1, 3}) {
            const auto task = someTask("sums", {.length = digits});
            QCOMPARE(task->baselines().size(), std::size_t(2));
            QVERIFY(task->baselines()[1].loss < task->baselines()[0].loss);
            QVERIFY(!task->isSolved(0.95 * task->baselines()[1].loss, 0));
        }
    }
};

QTEST_GUILESS_MAIN(SumsTest)
#include "sums_test.moc"
