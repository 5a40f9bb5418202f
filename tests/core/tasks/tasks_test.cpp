// SPDX-License-Identifier: GPL-3.0-or-later
#include "some_task.h"

#include <QTest>

#include <cmath>
#include <set>

using namespace gatescope;

namespace {

bool sameBatch(const TrainingBatch &one, const TrainingBatch &other)
{
    return one.batch == other.batch && one.objective == other.objective && one.continues == other.continues;
}

} // namespace

/// What holds for every task of the table.
class TasksTest : public QObject
{
    Q_OBJECT

    static void everyTask()
    {
        QTest::addColumn<QByteArray>("name");
        for (const TaskDescription &task : tasks())
            QTest::newRow(std::string(task.name).c_str()) << QByteArray(task.name.data(), std::ssize(task.name));
    }
    static std::unique_ptr<Task> fetched(bool carryState = false)
    {
        QFETCH(QByteArray, name);
        TaskOptions options;
        options.carryState = carryState;
        return someTask(name.toStdString(), options);
    }

private slots:
    void theNamesOfTheCommandLineAreAllThere()
    {
        std::set<std::string_view> names;
        for (const TaskDescription &task : tasks())
            QVERIFY2(names.insert(task.name).second, "a name stands twice");
        for (const char *name :
             {"adding", "temporal-order", "delayed-recall", "copy", "parity", "brackets", "context-switch",
              "vowel-next-door", "sine", "mackey-glass", "text", "words", "sentiment", "table", "reversal", "sums"})
            QVERIFY2(names.contains(name), name);
    }

    void anUnknownNameIsRefusedWithTheListOfNames()
    {
        const std::string said = refusal("addition", {});
        QVERIFY2(said.find("no task \"addition\"; there are adding, temporal-order") != std::string::npos,
                 said.c_str());
    }

    void lengthsOutsideTheLimitsAreRefused_data() { everyTask(); }
    void lengthsOutsideTheLimitsAreRefused()
    {
        QFETCH(QByteArray, name);
        for (const TaskDescription &task : tasks()) {
            if (task.name != name.toStdString())
                continue;
            QVERIFY(task.fewest >= 1 && task.usualLength >= task.fewest && task.usualLength <= task.most);
            for (const int length : {-1, task.most + 1}) {
                const std::string said = refusal(task.name, {.length = length});
                QVERIFY2(said.find("takes a length of") != std::string::npos, said.c_str());
            }
        }
    }

    void theSameSeedAndUpdateGiveTheSameBatch_data() { everyTask(); }
    void theSameSeedAndUpdateGiveTheSameBatch()
    {
        const auto task = fetched();
        const TrainingBatch first = task->batch(5, 3, 7);
        task->batch(5, 3, 8);
        QVERIFY(sameBatch(first, task->batch(5, 3, 7)));
        QVERIFY(sameBatch(first, fetched()->batch(5, 3, 7)));
    }

    void anotherUpdateOrSeedGivesAnotherBatch_data() { everyTask(); }
    void anotherUpdateOrSeedGivesAnotherBatch()
    {
        for (const bool carryState : {false, true}) {
            const auto task = fetched(carryState);
            const TrainingBatch first = task->batch(5, 3, 7);
            QVERIFY(!sameBatch(first, task->batch(5, 3, 8)));
            QVERIFY(!sameBatch(first, task->batch(5, 4, 7)));
            // What is mixed badly gives the same batch where seed and update have the same sum.
            QVERIFY(!sameBatch(first, task->batch(5, 4, 6)));
        }
    }

    void everyBatchFitsTheNetworkOfItsShape_data() { everyTask(); }
    void everyBatchFitsTheNetworkOfItsShape()
    {
        const auto task = fetched();
        const NetworkSpec spec = networkFor(*task);
        std::vector<TrainingBatch> batches = task->heldOut();
        for (const int sequences : {1, 32})
            batches.push_back(task->batch(sequences, 1, 1));
        for (const auto &[batch, objective, continues] : batches) {
            const auto fits = check(spec, batch);
            QVERIFY2(fits, fits ? "" : fits.error().english().c_str());
            const auto asks = check(spec, batch, objective);
            QVERIFY2(asks, asks ? "" : asks.error().english().c_str());
            for (int n = 0; n < batch.sequences(); ++n) {
                bool watched = false;
                for (int t = 0; t < batch.steps(); ++t)
                    watched |= isWatched(objective, batch, n, t);
                QVERIFY2(watched, "nothing is asked of a sequence");
            }
        }
    }

    void theSmallestLengthMakesABatchToo_data() { everyTask(); }
    void theSmallestLengthMakesABatchToo()
    {
        QFETCH(QByteArray, name);
        for (const TaskDescription &description : tasks()) {
            if (description.name != name.toStdString())
                continue;
            const auto task = someTask(description.name, {.length = description.fewest});
            const auto [batch, objective, continues] = task->batch(3, 1, 1);
            QVERIFY(check(networkFor(*task), batch));
            QVERIFY(check(networkFor(*task), batch, objective));
            for (const Baseline &baseline : task->baselines())
                QVERIFY(std::isfinite(baseline.loss) && std::isfinite(baseline.score));
        }
    }

    void xIsZeroPastTheEndOfASequence_data() { everyTask(); }
    void xIsZeroPastTheEndOfASequence()
    {
        const auto task = fetched();
        const Batch batch = task->batch(20, 1, 1).batch;
        for (int n = 0; n < batch.sequences(); ++n)
            for (int t = batch.lengths[n]; t < batch.steps(); ++t)
                QVERIFY(batch.x.at(t, n).isZero(0));
    }

    void anEmbeddingNeverReadsItsPaddingRow_data() { everyTask(); }
    void anEmbeddingNeverReadsItsPaddingRow()
    {
        const auto task = fetched();
        const Batch batch = task->batch(20, 1, 1).batch;
        QCOMPARE(batch.embeddingRows.empty(), task->shape().embeddingRows == 0);
        for (std::size_t n = 0; n < batch.embeddingRows.size(); ++n) {
            QCOMPARE(std::ssize(batch.embeddingRows[n]), batch.lengths[n]);
            for (const int row : batch.embeddingRows[n])
                QVERIFY(row != task->shape().paddingRow && row < task->shape().embeddingRows);
        }
    }

    void symbolsNameEveryOutputAndEveryInput_data() { everyTask(); }
    void symbolsNameEveryOutputAndEveryInput()
    {
        const auto task = fetched();
        const TaskShape shape = task->shape();
        const auto outputs = std::ssize(task->symbols());
        QVERIFY(outputs == 0 || outputs == shape.outputs);
        const auto inputs = std::ssize(task->inputSymbols());
        QVERIFY(inputs == 0 || inputs == (shape.embeddingRows > 0 ? shape.embeddingRows : shape.inputSize));
    }

    void noBaselineCountsAsSolved_data() { everyTask(); }
    void noBaselineCountsAsSolved()
    {
        const auto task = fetched();
        QVERIFY(!task->baselines().empty());
        QVERIFY(!task->solvedRule().empty() && !task->scoreMeaning().name.empty());
        for (const Baseline &baseline : task->baselines())
            QVERIFY2(!task->isSolved(baseline.loss, baseline.score), baseline.name.c_str());
        QVERIFY(task->isSolved(1e-6, task->score(1e-6, 1.0)));
    }

    void aSentenceSaysWhatEachTaskIs_data() { everyTask(); }
    void aSentenceSaysWhatEachTaskIs()
    {
        QFETCH(QByteArray, name);
        for (const TaskDescription &task : tasks()) {
            if (task.name == name.toStdString())
                QVERIFY(!task.title.empty() && task.description.ends_with('.') && !task.lengthMeans.empty());
        }
    }

    void neighbouringSeedsOfUpdatesHaveNothingInCommon()
    {
        std::set<std::uint64_t> seeds;
        int bitsChanged = 0;
        for (std::uint64_t seed = 0; seed < 30; ++seed) {
            for (int update = 1; update <= 30; ++update) {
                seeds.insert(batchSeed(seed, update));
                bitsChanged += std::popcount(batchSeed(seed, update) ^ batchSeed(seed, update + 1));
            }
        }
        QCOMPARE(seeds.size(), std::size_t(900));
        QVERIFY(std::abs(bitsChanged / 900.0 - 32) < 1);
    }
};

QTEST_GUILESS_MAIN(TasksTest)
#include "tasks_test.moc"
