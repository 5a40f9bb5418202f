// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/batch.h"
#include "core/model/objective.h"

#include <QTest>

#include <limits>

using namespace gatescope;

namespace {

const NetworkSpec gru{CellKind::gru, 3, 4};
const NetworkSpec withHead{CellKind::gru, 3, 4, 1, false, true, ResetPlacement::after, UpdateMeaning::keeps, 5};

Batch batchOf(std::vector<int> lengths)
{
    Batch batch = fullLengthBatch(TimeArray(6, int(lengths.size()), 3));
    batch.lengths = std::move(lengths);
    return batch;
}

std::string errorOf(const NetworkSpec &spec, const Batch &batch)
{
    const auto checked = check(spec, batch);
    return checked.ok() ? "no error" : checked.error().english();
}

std::string errorOf(const Objective &objective, const NetworkSpec &spec = withHead)
{
    const auto checked = check(spec, batchOf({6, 4}), objective);
    return checked.ok() ? "no error" : checked.error().english();
}

Objective classesOf(std::vector<std::vector<int>> classes)
{
    Objective objective;
    objective.kind = LossKind::crossEntropy;
    objective.watched = WatchedSteps::every;
    objective.classes = std::move(classes);
    return objective;
}

} // namespace

class BatchTest : public QObject
{
    Q_OBJECT

private slots:
    void aBatchThatFitsIsTaken()
    {
        Batch batch = batchOf({6, 4});
        QVERIFY(check(gru, batch).ok());
        batch.h0 = {Matrix::Zero(2, 4)};
        QVERIFY(check(gru, batch).ok());
        QVERIFY(check(gru, batchOf({3, 2})).ok()); // every sequence may be padded
    }

    void wrongInputsAreRefusedInPyTorchsWords()
    {
        QCOMPARE(errorOf(gru, fullLengthBatch(TimeArray(6, 2, 7))),
                 std::string(
                     "input.size(-1) must be equal to input_size. Expected 3, got 7: give each step 3 numbers, or set "
                     "input_size to 7."));
        QCOMPARE(
            errorOf(gru, fullLengthBatch(TimeArray(0, 2, 3))),
            std::string("Expected sequence length to be larger than 0 in RNN: give each sequence at least one step."));
        QCOMPARE(errorOf(gru, fullLengthBatch(TimeArray(6, 0, 3))),
                 std::string("The batch has no sequence: give the network at least one to read."));
    }

    void wrongLengthsAreRefusedInPyTorchsWords()
    {
        Batch batch = batchOf({6, 4, 2});
        batch.lengths = {6, 4};
        QCOMPARE(errorOf(gru, batch),
                 std::string("Expected `len(lengths)` to be equal to batch_size, but got 2 "
                             "(batch_size=3): give one length for each sequence."));
        QCOMPARE(errorOf(gru, batchOf({6, 0})),
                 std::string(
                     "Length of all samples has to be greater than 0, but found an element in 'lengths' that is <= 0: "
                     "sequence 1 has length 0, give it at least one step."));
        QCOMPARE(errorOf(gru, batchOf({7})),
                 std::string("Sequence 0 has length 7, but x has only 6 steps: shorten the length, or pad x."));
    }

    void wrongStatesAreRefusedInPyTorchsWords()
    {
        Batch batch = batchOf({6, 4});
        batch.h0 = {Matrix::Zero(2, 4), Matrix::Zero(2, 4)};
        QCOMPARE(errorOf(gru, batch),
                 std::string("Expected hidden size (1, 2, 4), got [2, 2, 4]: one row of units for each "
                             "layer and direction, and each sequence."));
        batch.h0 = {Matrix::Zero(2, 5)};
        QVERIFY(errorOf(gru, batch).starts_with("Expected hidden size (1, 2, 4), got [1, 2, 5]"));
        QVERIFY(errorOf({CellKind::lstm, 3, 4}, batch).starts_with("Expected hidden[0] size (1, 2, 4), got [1, 2, 5]"));
        batch.h0.clear();
        batch.c0 = {Matrix::Zero(3, 4)};
        QVERIFY(errorOf({CellKind::lstm, 3, 4}, batch).starts_with("Expected hidden[1] size (1, 2, 4), got [1, 3, 4]"));
        QCOMPARE(errorOf(gru, batch), std::string("c0 is given, but a GRU has no cell state: remove it."));
    }

    void numbersThatAreNotFiniteAreNamed()
    {
        Batch batch = batchOf({6, 4});
        batch.x.set(2, 1, 0, std::numeric_limits<double>::infinity());
        QCOMPARE(errorOf(gru, batch),
                 std::string("x is not finite at step 2 of sequence 1, value 0: replace it by a number."));
        batch = batchOf({6, 4});
        batch.h0 = {Matrix::Constant(2, 4, std::numeric_limits<double>::quiet_NaN())};
        QCOMPARE(errorOf(gru, batch),
                 std::string("hidden[0] holds a number that is not finite: replace each nan and infinity."));
    }

    void embeddingRowsMustExist()
    {
        NetworkSpec spec = gru;
        spec.embeddingRows = 3;
        Batch batch = batchOf({2, 1});
        batch.embeddingRows = {{0, 2}, {3}};
        QCOMPARE(errorOf(spec, batch),
                 std::string("index out of range in self: sequence 1 asks for row 3 of an embedding with "
                             "3 rows."));
        batch.embeddingRows = {{0}, {1}};
        QCOMPARE(errorOf(spec, batch),
                 std::string("Sequence 0 has 2 steps, but only 1 embedding rows: give one for each step."));
        batch.embeddingRows = {{0, 2}, {1}};
        QCOMPARE(errorOf(spec, batch), std::string("no error"));
    }

    void aRecordThatDoesNotFitMemoryIsRefused()
    {
        const NetworkSpec wide{CellKind::gru, 1, 20000};
        QCOMPARE(errorOf(wide, fullLengthBatch(TimeArray(200, 200, 1))),
                 std::string(
                     "A record of 200 steps of 200 sequences would not fit in memory: give the network fewer steps or "
                     "sequences, or fewer units."));
    }

    void targetsThatDoNotFitAreRefused()
    {
        QCOMPARE(
            errorOf(classesOf({{0, 1, 2, 3, 4, -1}, {0, 1, 2, 5}})),
            std::string("Target 5 is out of bounds: step 3 of sequence 1 may have a class 0 to 4, or -1 for no loss."));
        QCOMPARE(errorOf(classesOf({{0, 1, 2, 3, 4, 4}, {0, 1, 2}})),
                 std::string("Sequence 1 has 4 steps but only 3 classes: give one for each step, -1 for no loss."));
        QCOMPARE(errorOf(classesOf({{0, 1, 2, 3, 4, 4}})),
                 std::string(
                     "Expected input batch_size (2) to match target batch_size (1): give one list of classes for each "
                     "sequence."));
        QCOMPARE(
            errorOf(classesOf({}), gru),
            std::string("A loss against targets needs a head: give the network one, or watch the sum of its outputs."));
        Objective values;
        values.kind = LossKind::squaredError;
        values.values = TimeArray(6, 2, 1);
        QCOMPARE(errorOf(values),
                 std::string("Using a target size (6, 2, 1) that is different to the input size (6, 2, 5): give "
                             "one target for each output of the head at each step of each sequence."));
        values.values = TimeArray(6, 2, 5);
        values.values.set(5, 1, 4, std::numeric_limits<double>::quiet_NaN());
        QCOMPARE(errorOf(values),
                 std::string("A target at step 5 of sequence 1 is not finite: replace it by a number."));
    }

    void aWatchedStepMustExist()
    {
        Objective objective;
        objective.watched = WatchedSteps::one;
        objective.step = 6;
        QCOMPARE(errorOf(objective),
                 std::string("The loss of step 6 is watched, but the steps are 0 to 5: watch one of these."));
        objective.step = 5;
        QCOMPARE(errorOf(objective), std::string("no error"));
    }

    void watchedStepsAreRealChosenAndHaveATarget()
    {
        const Batch batch = batchOf({6, 4});
        Objective objective;
        objective.watched = WatchedSteps::every;
        QVERIFY(isWatched(objective, batch, 1, 3) && !isWatched(objective, batch, 1, 4));
        objective.watched = WatchedSteps::last;
        QVERIFY(isWatched(objective, batch, 0, 5) && isWatched(objective, batch, 1, 3));
        QVERIFY(!isWatched(objective, batch, 0, 3) && !isWatched(objective, batch, 1, 5));
        objective.watched = WatchedSteps::one;
        objective.step = 4;
        QVERIFY(isWatched(objective, batch, 0, 4) && !isWatched(objective, batch, 1, 4));
        const Objective targets = classesOf({{0, -1, 0, 0, 0, 0}, {0, 0, 0, 0}});
        QVERIFY(isWatched(targets, batch, 0, 0) && !isWatched(targets, batch, 0, 1));
    }
};

QTEST_GUILESS_MAIN(BatchTest)
#include "batch_test.moc"
