// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_backend.h"
#include "core/model/initialisation.h"
#include "core/training/trainer.h"
#include "some_task.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace gatescope;

namespace {

constexpr int rows = 600, training = 480;

/// A wave that rises all along, so that the held-out fifth lies above all that is learned from.
double risingWave(int row)
{
    return 0.3 * row + 4 * std::sin(2 * std::numbers::pi * row / 25);
}

double scoreOf(const Task &task, std::string_view baseline)
{
    const std::vector<Baseline> baselines = task.baselines();
    return std::ranges::find(baselines, baseline, &Baseline::name)->score;
}

/// The best that a small GRU does on held-out data.
double learnedScore(const std::shared_ptr<const Task> &task)
{
    NetworkSpec spec = networkFor(*task);
    spec.hiddenSize = 10;
    TrainerSettings settings;
    settings.training.optimizer.learningRate = 0.01;
    settings.training.optimizer.clipping.norm = 1;
    const auto trainer
        = Trainer::start(task, spec, initialParameters(spec, 0), settings, {std::make_shared<CpuBackend>()}).value();
    while (trainer->updates() < 400)
        if (!trainer->update())
            qFatal("an update failed");
    return trainer->best()->outcome.score;
}

} // namespace

/// A table of which the changes from row to row are learned in place of the values.
class DifferencesTest : public QObject
{
    Q_OBJECT
private slots:
    void whereATableRisesItsChangesAreLearnedAndItsValuesAreNot()
    {
        const std::string path = written(risingWave);
        const double persistence = scoreOf(*taskOf(path, true), "persistence");
        const double byValues = learnedScore(taskOf(path, false)), byChanges = learnedScore(taskOf(path, true));
        qInfo("NRMSE on the last fifth: persistence %.4f, values %.4f, changes %.4f", persistence, byValues, byChanges);
        QVERIFY(byValues > 2 * persistence);
        QVERIFY(byChanges < 0.7 * persistence);
    }

    void persistenceIsOffByTheSameWhicheverIsLearned()
    {
        const std::string path = written(risingWave);
        const double ofValues = scoreOf(*taskOf(path, false), "persistence");
        const double ofChanges = scoreOf(*taskOf(path, true), "persistence");
        QVERIFY(std::abs(ofChanges / ofValues - 1) < 1e-9);
    }

    void aChangeStandsOnTheValueThatIsKnownAtItsStep()
    {
        const auto task = taskOf(written(risingWave), true);
        const std::vector<TrainingBatch> held = task->heldOut();
        const Matrix known = task->countedFrom();
        QCOMPARE(held.size(), std::size_t(1));
        QCOMPARE(known.rows(), Eigen::Index(20));
        QCOMPARE(known.cols(), Eigen::Index(held[0].batch.sequences()));
        QCOMPARE(known.cols(), Eigen::Index(6)); // all 120 rows of the last fifth are asked
        for (int n = 0; n < known.cols(); ++n) {
            for (int t = 0; t < known.rows(); ++t) {
                const int asked = training + 20 * n + t;
                const double change = task->outputScale().whole(held[0].objective.values(t, n, 0));
                QVERIFY(std::abs(known(t, n) - risingWave(asked - 1)) < 1e-9);
                QVERIFY(std::abs(known(t, n) + change - risingWave(asked)) < 1e-9);
            }
        }
        QVERIFY(taskOf(written(risingWave), false)->countedFrom().size() == 0);
    }

    void theOtherColumnsAreReadAsTheyAre()
    {
        const auto task = taskOf(written(risingWave), true);
        QVERIFY((task->inputSymbols() == std::vector<std::string>{"row", "Δ level"}));
        QVERIFY((task->symbols() == std::vector<std::string>{"level"}));
        const Batch batch = task->heldOut()[0].batch;
        const std::vector<Scale> scales = task->inputScales();
        QVERIFY(std::abs(scales[0].whole(batch.x(0, 0, 0)) - (training - 1)) < 1e-9);
        QVERIFY(std::abs(scales[1].whole(batch.x(0, 0, 1)) - (risingWave(training - 1) - risingWave(training - 2)))
                < 1e-9);
    }

    void anotherLengthReadsTheSameChanges()
    {
        const auto task = taskOf(written(risingWave), true)->ofLength(12).value();
        QCOMPARE(task->countedFrom().rows(), Eigen::Index(12));
        QVERIFY(std::abs(task->countedFrom()(0, 1) - risingWave(training - 1 + 12)) < 1e-9);
    }

    void whatRisesEvenlyIsRefused()
    {
        const std::string said = refusal(
            "table",
            {.length = 20, .file = written([](int row) { return 3.0 * row; }), .table = {.differences = true}});
        QVERIFY2(said.find("it changes by 3") != std::string::npos, said.c_str());
    }

private:
    template<typename Level>
    std::string written(Level level)
    {
        QFile file(m_folder.filePath("level.csv"));
        if (!file.open(QIODevice::WriteOnly))
            qFatal("cannot write the table");
        file.write("row,level\n");
        for (int row = 0; row < rows; ++row)
            file.write(QByteArray::number(row) + "," + QByteArray::number(level(row), 'g', 17) + "\n");
        return file.fileName().toStdString();
    }

    static std::shared_ptr<const Task> taskOf(const std::string &path, bool differences)
    {
        return someTask("table", {.length = 20, .file = path, .table = {.differences = differences}});
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(DifferencesTest)
#include "differences_test.moc"
