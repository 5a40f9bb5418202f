// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_backend.h"
#include "ui/document/training/training.h"
#include "ui/document/training/training_sample.h"
#include "ui/train/answer_range.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>

using namespace gatescope;

/// The training of the window, without a window.
class TrainingTest : public QObject
{
    Q_OBJECT

private slots:
    void resetGivesTheSameCurveBitByBit();
    void aPausedRunGoesOnAsIfItHadNeverStopped();
    void itPausesAtTheUpdateThatSolves();
    void whatCannotBeginIsSaidBeforeTheStart();
    void theAxisOfAnswersStaysTheSameWhileARunGoesOn();
    void theSpeedIsThatOfTheLastTimeThatItWentOn();
    void whatGoesOnForAMomentHasASpeedOfItsOwn();
    void anotherPlanLeavesTheRunUntilTheNextStart();
    void anEditedTableIsLearnedAsItIsNow();
    void aKeptRunComesBackWithItsPast();
    void aRunIsKeptWholeWhileItGoesOn();
    void networksOfThePastComeBackWithAKeptRun();
    void aRunOpenedFromItsFileShowsTheSameHistoryAndBeginsAnewAlike();
};

namespace {

/// A short run as fast as it can.
void planShort(Training &training)
{
    TrainingPlan plan = Training::usualPlan();
    plan.network.hiddenSize = 6;
    plan.options.length = 8;
    plan.updates = 30;
    training.setPlan(plan);
    training.setPace(0);
    training.setStopsWhenSolved(false);
}

bool finishes(Training &training)
{
    training.start();
    return QTest::qWaitFor([&] { return training.stage() == Training::Stage::done; }, 30'000);
}

bool makesOneByOne(Training &training, int updates)
{
    for (int i = 1; i <= updates; ++i) {
        training.updateOnce();
        if (!QTest::qWaitFor([&] { return training.updates() == i; }, 30'000))
            return false;
    }
    return training.stage() == Training::Stage::paused;
}

void writeTable(const QString &path, int stride)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    for (int row = 0; row < 60; ++row)
        file.write(QByteArray::number(1 + row * stride % 7) + '\n');
}

} // namespace

void TrainingTest::resetGivesTheSameCurveBitByBit()
{
    Training training;
    planShort(training);
    QVERIFY(finishes(training));
    const std::vector<UpdateRecord> first = training.records();
    QCOMPARE(int(first.size()), 30);
    training.reset();
    QCOMPARE(training.updates(), 0);
    QVERIFY(training.records().empty());
    QVERIFY(finishes(training));
    QVERIFY(training.records() == first);
}

void TrainingTest::aPausedRunGoesOnAsIfItHadNeverStopped()
{
    Training whole, halved;
    planShort(whole);
    planShort(halved);
    QVERIFY(finishes(whole));
    QVERIFY(makesOneByOne(halved, 5));
    QVERIFY(finishes(halved));
    QVERIFY(halved.records() == whole.records());
}

void TrainingTest::itPausesAtTheUpdateThatSolves()
{
    Training training;
    training.setPace(0);
    training.start();
    QVERIFY(QTest::qWaitFor([&] { return training.stage() == Training::Stage::paused; }, 60'000));
    QVERIFY(training.solvedAt());
    QCOMPARE(training.updates(), *training.solvedAt());
}

void TrainingTest::theAxisOfAnswersStaysTheSameWhileARunGoesOn()
{
    const SampleData data = sampleData(**makeTask("adding", {}));
    NetworkSpec spec;
    spec.inputSize = 2;
    spec.hiddenSize = 4;
    spec.headOutputs = 1;
    Parameters parameters = initialParameters(spec, 0);
    for (const double bias : {0.0, -0.7, 1.2, 3.0}) {
        parameters.head->bias[0] = bias;
        const auto sample
            = takeSample(ReferenceBackend(), spec, 0, std::make_shared<const Parameters>(parameters), data, {});
        QVERIFY(sample.ok());
        const AnswerRange range = answerRange(*sample, {});
        QCOMPARE(range.lowMark, 0.0); // sums of two numbers from 0 to 1
        QCOMPARE(range.highMark, 2.0);
        for (int t = 0; t < sample->trace->length(0); ++t) {
            const double share = range.share(sample->trace->headOutput(t, 0, 0));
            QVERIFY(share >= 0 && share <= 1); // an answer beyond them is not cut off
        }
    }
}

void TrainingTest::theSpeedIsThatOfTheLastTimeThatItWentOn()
{
    using namespace std::chrono_literals;
    TrainingSpeed speed;
    const TrainingSpeed::Clock::time_point begin;
    speed.start(begin);
    speed.add(10, 1000, begin + 100ms);
    QCOMPARE(speed.updatesPerSecond(), 0.0); // not known yet
    speed.add(10, 1000, begin + 250ms);
    QCOMPARE(speed.updatesPerSecond(), 80.0);
    speed.pause(begin + 260ms); // too little since then to know better
    QCOMPARE(speed.tokensPerSecond(), 8000.0);
    // It goes on for less than the usual time, and faster.
    speed.start(begin + 10s);
    speed.add(30, 3000, begin + 10s + 90ms);
    QCOMPARE(speed.updatesPerSecond(), 80.0);
    speed.pause(begin + 10s + 100ms);
    QCOMPARE(speed.updatesPerSecond(), 300.0);
    // One update that is asked for alone, a minute later, has no speed.
    speed.add(1, 100, begin + 70s);
    QCOMPARE(speed.updatesPerSecond(), 300.0);
    speed.forget();
    QCOMPARE(speed.updatesPerSecond(), 0.0);
}

void TrainingTest::whatGoesOnForAMomentHasASpeedOfItsOwn()
{
    Training training;
    planShort(training);
    TrainingPlan plan = training.planned().plan();
    plan.updates = 400;
    training.setPlan(plan);
    training.setPace(100);
    training.start();
    QVERIFY(QTest::qWaitFor([&] { return training.updates() >= 30; }, 30'000));
    training.pause();
    const double slow = training.speed().updatesPerSecond();
    QVERIFY2(slow > 10 && slow < 130, qPrintable(QString::number(slow)));
    training.setPace(0);
    QVERIFY(finishes(training)); // in less than a second, as a rule
    const double fast = training.speed().updatesPerSecond();
    QVERIFY2(fast > 1.5 * slow, qPrintable(QString("%1, before %2").arg(fast).arg(slow)));
}

void TrainingTest::whatCannotBeginIsSaidBeforeTheStart()
{
    Training training;
    TrainingPlan plan = Training::usualPlan();
    plan.task = "text"; // says at each step what comes next
    plan.options.length = 20;
    plan.network.bidirectional = true;
    training.setPlan(plan);
    QVERIFY(training.planned().problem());
    QVERIFY(training.planned().problem()->english().find("backwards") != std::string::npos);
    training.start();
    QCOMPARE(training.stage(), Training::Stage::ready);
    plan.network.bidirectional = false;
    training.setPlan(plan);
    QVERIFY(!training.planned().problem());
}

void TrainingTest::anotherPlanLeavesTheRunUntilTheNextStart()
{
    Training training;
    planShort(training);
    QVERIFY(finishes(training));
    TrainingPlan other = training.planned().plan();
    other.settings.seed = 3;
    training.setPlan(other);
    QVERIFY(training.isPlanNew());
    QCOMPARE(training.updates(), 30);
    const double before = training.records().front().outcome.loss;
    QVERIFY(finishes(training));
    QVERIFY(training.records().front().outcome.loss != before);
}

void TrainingTest::anEditedTableIsLearnedAsItIsNow()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("mine.csv"));
    writeTable(path, 2);
    Training training;
    planShort(training);
    TrainingPlan plan = training.planned().plan();
    plan.task = "table";
    plan.options.file = path.toStdString();
    training.setPlan(plan);
    QVERIFY(finishes(training));
    const std::vector<UpdateRecord> before = training.records();
    training.reset();
    QVERIFY(finishes(training));
    QVERIFY(training.records().back().outcome.loss == before.back().outcome.loss);

    // Of as many bytes: the time of writing tells it.
    writeTable(path, 3);
    QVERIFY(!training.isPlanNew());
    training.setPlan(plan);
    QVERIFY(training.isPlanNew());
    training.takeRunsPlan();
    writeTable(path, 4);
    const QSignalSpy told(&training, &Training::told);
    training.reset();
    QVERIFY(finishes(training));
    QCOMPARE(told.count(), 1);
    Training fresh;
    planShort(fresh);
    fresh.setPlan(plan);
    QVERIFY(finishes(fresh));
    QVERIFY(training.records().back().outcome.loss == fresh.records().back().outcome.loss);
    QVERIFY(training.records().back().outcome.loss != before.back().outcome.loss);
}

void TrainingTest::aKeptRunComesBackWithItsPast()
{
    Training whole, stopped, resumed;
    planShort(whole);
    planShort(stopped);
    QVERIFY(finishes(whole));
    QVERIFY(makesOneByOne(stopped, 4));
    QVERIFY(resumed.resume(stopped.kept()).ok());
    QCOMPARE(resumed.updates(), 4);
    QVERIFY(resumed.records() == stopped.records());
    resumed.setPace(0);
    resumed.setStopsWhenSolved(false);
    QVERIFY(finishes(resumed));
    QVERIFY(resumed.records() == whole.records());
}

void TrainingTest::aRunIsKeptWholeWhileItGoesOn()
{
    Training training;
    planShort(training);
    TrainingPlan plan = training.planned().plan();
    plan.updates = 1'000'000;
    training.setPlan(plan);
    training.start();
    QVERIFY(QTest::qWaitFor([&] { return training.updates() > 20; }, 30'000));
    const StoppedTraining kept = training.kept();
    training.stop();
    const std::vector<UpdateRecord> past = kept.history.records();
    QCOMPARE(past.back().update, kept.state.training.updates);
    for (std::size_t i = 0; i < past.size(); ++i)
        QCOMPARE(past[i].update, int(i + 1));
}

void TrainingTest::networksOfThePastComeBackWithAKeptRun()
{
    Training stopped, resumed;
    planShort(stopped);
    QVERIFY(makesOneByOne(stopped, 4));
    QVERIFY(resumed.resume(stopped.kept()).ok());
    for (const int update : {0, 2, 4}) {
        const KeptNetwork before = stopped.session()->keptNear(update), after = resumed.session()->keptNear(update);
        QCOMPARE(after.update, update);
        QVERIFY(*after.parameters == *before.parameters);
    }
}

void TrainingTest::aRunOpenedFromItsFileShowsTheSameHistoryAndBeginsAnewAlike()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("run.training")).toStdString();
    Training training, opened;
    planShort(training);
    TrainingPlan plan = training.planned().plan();
    plan.updateBias = 1.5;
    plan.initialiser = Initialiser::keras;
    training.setPlan(plan);
    QVERIFY(finishes(training));
    QVERIFY(writeTrainingFile(path, training.kept()).ok());
    const auto stopped = readTrainingFile(path);
    QVERIFY(stopped.ok());
    QVERIFY(opened.resume(*stopped).ok());
    QVERIFY(opened.records() == training.records());
    QVERIFY(std::ranges::any_of(opened.records(), [](const UpdateRecord &record) { return record.probe.has_value(); }));
    QCOMPARE(*opened.planned().plan().updateBias, 1.5);
    QVERIFY(opened.planned().plan().initialiser == Initialiser::keras);

    QSignalSpy told(&opened, &Training::told);
    opened.reset();
    QVERIFY(told.isEmpty()); // the file says how it began
    opened.setPace(0);
    opened.setStopsWhenSolved(false);
    QVERIFY(finishes(opened));
    QVERIFY(opened.records() == training.records());
}

QTEST_MAIN(TrainingTest)
#include "training_test.moc"
