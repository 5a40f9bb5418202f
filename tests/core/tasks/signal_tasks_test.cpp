// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/number_table.h"
#include "some_task.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

const Baseline &named(const std::vector<Baseline> &baselines, std::string_view name)
{
    return *std::ranges::find(baselines, name, &Baseline::name);
}

/// The mean over all watched steps of (target − guess)², where guess is a function of (sequence, step).
template<typename Guess>
double meanSquare(const std::vector<TrainingBatch> &batches, Guess guess)
{
    double sum = 0;
    double count = 0;
    for (const TrainingBatch &one : batches) {
        for (int n = 0; n < one.batch.sequences(); ++n) {
            for (int t = 0; t < one.batch.steps(); ++t) {
                if (!isWatched(one.objective, one.batch, n, t))
                    continue;
                for (int i = 0; i < one.objective.values.units(); ++i, ++count)
                    sum += std::pow(one.objective.values(t, n, i) - guess(one.batch, n, t), 2);
            }
        }
    }
    return sum / count;
}

double lastRead(const Batch &batch, int n, int t)
{
    return batch.x(t, n, batch.x.units() - 1);
}

} // namespace

/// Tasks that read numbers.
class SignalTasksTest : public QObject
{
    Q_OBJECT
private slots:
    void theTargetIsTheSumOfTheMarkedValues_data()
    {
        QTest::addColumn<int>("T");
        for (const int T : {2, 3, 30, 31})
            QTest::addRow("%d steps", T) << T;
    }
    void theTargetIsTheSumOfTheMarkedValues()
    {
        QFETCH(int, T);
        const auto [batch, objective, _] = someTask("adding", {.length = T})->batch(100, 5, 2);
        QVERIFY(objective.kind == LossKind::squaredError && objective.watched == WatchedSteps::last);
        QCOMPARE(objective.tolerance, 0.1);
        for (int n = 0; n < 100; ++n) {
            double sum = 0;
            int marksInFirstHalf = 0, marks = 0;
            for (int t = 0; t < T; ++t) {
                const double value = batch.x(t, n, 0);
                QVERIFY(value >= 0 && value < 1);
                if (batch.x(t, n, 1) == 1) {
                    sum += value;
                    ++marks;
                    marksInFirstHalf += t < T / 2 ? 1 : 0;
                }
            }
            QCOMPARE(marks, 2);
            QCOMPARE(marksInFirstHalf, 1);
            QCOMPARE(objective.values(T - 1, n, 0), sum);
        }
    }

    void answeringOneCostsASixth()
    {
        const auto task = someTask("adding");
        const auto batch = task->batch(40000, 5, 2);
        const double loss = meanSquare({batch}, [](const Batch &, int, int) { return 1.0; });
        QCOMPARE(task->baselines()[0].loss, 1.0 / 6);
        QVERIFY2(std::abs(loss - 1.0 / 6) < 0.003, qPrintable(QString::number(loss)));
        double near = 0;
        for (int n = 0; n < 40000; ++n)
            near += std::abs(batch.objective.values(29, n, 0) - 1) < 0.1 ? 1.0 / 40000 : 0;
        QVERIFY(std::abs(near - task->baselines()[0].score) < 0.01);
    }

    void sumsBeginAnewAtASwitchAndTheCueDoesNot()
    {
        const auto [batch, objective, _] = someTask("context-switch")->batch(100, 5, 2);
        for (int n = 0; n < 100; ++n) {
            const double cue = batch.x(0, n, 4);
            QVERIFY(std::abs(cue) == 1 && batch.x(0, n, 3) == 1);
            int lastSwitch = 0;
            for (int t = 0; t < batch.steps(); ++t) {
                QVERIFY(t == 0 || batch.x(t, n, 4) == 0);
                if (t > 0 && batch.x(t, n, 3) == 1) {
                    QVERIFY(t - lastSwitch >= 2 && t - lastSwitch <= 6);
                    lastSwitch = t;
                }
                for (int i = 0; i < 3; ++i) {
                    double sum = 0;
                    for (int s = lastSwitch; s <= t; ++s)
                        sum += batch.x(s, n, i);
                    QVERIFY(std::abs(objective.values(t, n, i) - sum) < 1e-12);
                }
                QCOMPARE(objective.values(t, n, 3), cue);
            }
        }
    }

    void answeringNothingOrWhatIsReadCostsWhatTheBaselinesSay()
    {
        const auto task = someTask("context-switch", {.length = 11});
        const auto [batch, objective, _] = task->batch(20000, 5, 2);
        double nothing = 0, read = 0;
        const double count = 20000.0 * 11 * 4;
        for (int n = 0; n < 20000; ++n) {
            for (int t = 0; t < 11; ++t) {
                for (int i = 0; i < 4; ++i) {
                    const double target = objective.values(t, n, i);
                    nothing += target * target / count;
                    read += std::pow(target - batch.x(t, n, i < 3 ? i : 4), 2) / count;
                }
            }
        }
        QVERIFY2(std::abs(nothing - task->baselines()[0].loss) < 0.005, qPrintable(QString::number(nothing)));
        QVERIFY2(std::abs(read - task->baselines()[1].loss) < 0.005, qPrintable(QString::number(read)));
    }

    void theTargetIsTheValueThatIsReadNext_data()
    {
        QTest::addColumn<QByteArray>("name");
        for (const char *name : {"sine", "mackey-glass", "table"})
            QTest::newRow(name) << QByteArray(name);
    }
    void theTargetIsTheValueThatIsReadNext()
    {
        QFETCH(QByteArray, name);
        const auto [batch, objective, _] = someTask(name.toStdString())->batch(20, 5, 2);
        QVERIFY(objective.kind == LossKind::squaredError && objective.watched == WatchedSteps::every);
        for (int n = 0; n < 20; ++n)
            for (int t = 0; t + 1 < batch.steps(); ++t)
                QCOMPARE(objective.values(t, n, 0), lastRead(batch, n, t + 1));
    }

    void aSineIsTwoWavesAndALittleNoise()
    {
        const TrainingBatch batch = someTask("sine")->batch(2000, 5, 2);
        const double variance = meanSquare({batch}, [](const Batch &, int, int) { return 0.0; });
        QVERIFY2(std::abs(variance - (0.25 + 0.0025)) < 0.01, qPrintable(QString::number(variance)));
        for (int n = 0; n < 50; ++n)
            for (int t = 0; t < batch.batch.steps(); ++t)
                QVERIFY(std::abs(batch.batch.x(t, n, 0)) < 1 + 6 * 0.05);
    }

    void persistenceCostsWhatItsBaselineSays_data() { theTargetIsTheValueThatIsReadNext_data(); }
    void persistenceCostsWhatItsBaselineSays()
    {
        QFETCH(QByteArray, name);
        const auto task = someTask(name.toStdString());
        const bool fresh = task->heldOut().empty();
        const auto batches = fresh ? std::vector{task->batch(4000, 8, 8)} : task->heldOut();
        const double tolerance = fresh ? 0.05 : 1e-9;
        const double persistence = meanSquare(batches, lastRead);
        const Baseline baseline = named(task->baselines(), "persistence");
        QVERIFY2(std::abs(persistence / baseline.loss - 1) < tolerance, qPrintable(QString::number(persistence)));
        QVERIFY(std::abs(task->score(persistence, 0) / baseline.score - 1) < tolerance);
    }

    void leastSquaresBeatAnyOtherTwoWeights()
    {
        const auto task = someTask("sine");
        const std::vector<TrainingBatch> batches{task->batch(2000, 8, 8)};
        const double best = named(task->baselines(), "AR(2)").loss;
        const auto ofWeights = [&](double b, double c) {
            return meanSquare(batches, [=](const Batch &batch, int n, int t) {
                return b * lastRead(batch, n, t) + c * lastRead(batch, n, std::max(t - 1, 0));
            });
        };
        double smallest = 1;
        for (double b = 1; b < 2; b += 0.05)
            for (double c = -1; c < 0; c += 0.05)
                smallest = std::min(smallest, ofWeights(b, c));
        QVERIFY2(std::abs(smallest / best - 1) < 0.1, qPrintable(QString("%1 %2").arg(smallest).arg(best)));
    }

    void theMeanOfAStandardisedSeriesScoresOne()
    {
        for (const char *name : {"sine", "mackey-glass"})
            QVERIFY(std::abs(named(someTask(name)->baselines(), "mean").score - 1) < 0.1);
    }

    void mackeyGlassStaysWhereItsAttractorIs()
    {
        // Known of tau = 17: x stays within 0.2 … 1.4, with a mean near 0.92 and a spread near 0.23.
        const auto task = someTask("mackey-glass", {.length = 400});
        const TrainingBatch batch = task->batch(50, 1, 1);
        double low = 0, high = 0;
        for (int n = 0; n < 50; ++n) {
            for (int t = 0; t < 400; ++t) {
                low = std::min(low, batch.batch.x(t, n, 0));
                high = std::max(high, batch.batch.x(t, n, 0));
            }
        }
        QVERIFY2(low > (0.2 - 0.92) / 0.2 && low < -1.5, qPrintable(QString::number(low)));
        QVERIFY2(high < (1.4 - 0.92) / 0.2 && high > 1.2, qPrintable(QString::number(high)));
    }

    void rowsOfTheTableAreReadAndItsLastColumnIsAsked()
    {
        QByteArray csv = "day;level\n";
        for (int row = 0; row < 200; ++row)
            csv += QByteArray::number(row) + ";" + QByteArray::number(row * row % 37) + "\n";
        const auto task = someTask("table", {.length = 5, .file = written(csv)});
        QCOMPARE(task->shape().inputSize, 2);
        QVERIFY((task->inputSymbols() == std::vector<std::string>{"day", "level"}));

        // Standardised by the first 160 rows, in which the days have mean 79.5 and variance (160² − 1)/12.
        const double spread = std::sqrt((160.0 * 160 - 1) / 12);
        double mean = 0, variance = 0;
        for (int row = 0; row < 160; ++row)
            mean += row * row % 37 / 160.0;
        for (int row = 0; row < 160; ++row)
            variance += std::pow(row * row % 37 - mean, 2) / 160;
        const auto [batch, objective, _] = task->batch(50, 1, 1);
        for (int n = 0; n < 50; ++n) {
            for (int t = 0; t < 5; ++t) {
                const double day = batch.x(t, n, 0) * spread + 79.5;
                const int row = qRound(day);
                QVERIFY(std::abs(day - row) < 1e-9 && row + 1 < 160);
                QVERIFY(std::abs(batch.x(t, n, 1) - (row * row % 37 - mean) / std::sqrt(variance)) < 1e-9);
                QVERIFY(std::abs(objective.values(t, n, 0) - ((row + 1) * (row + 1) % 37 - mean) / std::sqrt(variance))
                        < 1e-9);
            }
        }

        const std::vector<TrainingBatch> held = task->heldOut();
        QCOMPARE(held.size(), std::size_t(1));
        QCOMPARE(held[0].batch.sequences(), 8); // all 40 rows from 160 on are asked once
        QVERIFY(std::abs(held[0].batch.x(0, 0, 0) * spread + 79.5 - 159) < 1e-9);
        QVERIFY(std::abs(held[0].batch.x(4, 7, 0) * spread + 79.5 - 198) < 1e-9);
    }

    void aTableThatCannotBeForecastIsRefused_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("said");
        QByteArray constant = "a,b\n";
        for (int row = 0; row < 200; ++row)
            constant += QByteArray::number(row) + ",0.1\n";
        QTest::newRow("no rows") << QByteArray("a,b\n") << QByteArray("no row of numbers");
        QTest::newRow("empty") << QByteArray("") << QByteArray("no row of numbers");
        QTest::newRow("a word") << QByteArray("a,b\n1,2\n3,many\n")
                                << QByteArray("Line 3, column 2: \"many\" is not a number");
        QTest::newRow("too few rows") << QByteArray("a,b\n1,2\n3,4\n")
                                      << QByteArray("has 2 rows; forecasts over 20 rows need at least 100");
        QTest::newRow("one row") << QByteArray("a,b\n1,2\n") << QByteArray("has one row: there is no next one");
        QTest::newRow("nothing but dates")
            << QByteArray("day\n2024-01-01\n2024-01-02\n") << QByteArray("nothing but dates");
        QTest::newRow("nothing to forecast")
            << constant << QByteArray("Column 2, the last, is what is forecast, but it is 0.1");
    }
    void aTableThatCannotBeForecastIsRefused()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, said);
        const std::string path = written(csv);
        const std::string refused = refusal("table", {.file = path});
        QVERIFY2(refused.find(said.toStdString()) != std::string::npos, refused.c_str());
        QVERIFY2(refused.find("table.csv") != std::string::npos, refused.c_str());
        QVERIFY(refusal("table", {.file = path + ".no"}).find("No such file") != std::string::npos);
    }

    void theShippedTableIsSplitByTime()
    {
        const auto shipped = readNumberFile(GATESCOPE_SOURCE_DIR "/resources/tables/invented_weather.csv");
        QVERIFY(shipped);
        QCOMPARE(shipped->front().values.rows(), 600);
        const auto task = someTask("table");
        QVERIFY((task->inputSymbols() == shipped->front().columns));
        QCOMPARE(task->heldOut()[0].batch.sequences(), 6);
    }

private:
    std::string written(const QByteArray &csv)
    {
        QFile file(m_folder.filePath("table.csv"));
        if (!file.open(QIODevice::WriteOnly) || file.write(csv) != csv.size())
            qFatal("cannot write the table");
        return file.fileName().toStdString();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(SignalTasksTest)
#include "signal_tasks_test.moc"
