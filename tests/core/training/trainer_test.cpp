// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/backends.h"
#include "core/engine/cpu/cpu_backend.h"
#include "core/engine/output_error.h"
#include "core/model/pruning.h"
#include "core/model/storage.h"
#include "core/training/training_session.h"

#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

std::shared_ptr<const Task> taskNamed(const char *name, int length)
{
    auto task = makeTask(name, {.length = length, .file = {}, .resources = {}});
    if (!task)
        qFatal("%s", task.error().english().c_str());
    return std::move(*task);
}

NetworkSpec networkFor(const Task &task, CellKind cell, int units)
{
    NetworkSpec spec;
    spec.cell = cell;
    spec.hiddenSize = units;
    spec.inputSize = task.shape().inputSize;
    spec.embeddingRows = task.shape().embeddingRows;
    spec.paddingRow = task.shape().paddingRow;
    spec.headOutputs = task.shape().outputs;
    return spec;
}

TrainerSettings settingsWith(double learningRate, std::uint64_t seed = 0)
{
    TrainerSettings settings;
    settings.training.optimizer.learningRate = learningRate;
    settings.training.optimizer.clipping.norm = 1;
    settings.seed = seed;
    return settings;
}

/// The cpu backend, which fails at each update after so many.
class FailingBackend : public CpuBackend
{
public:
    explicit FailingBackend(int good) : m_good(good) { }
    std::string_view name() const override { return "failing"; }

    Result<std::unique_ptr<TrainingRun>> resumeTraining(const NetworkSpec &spec, const TrainingState &state,
                                                        const TrainingSettings &settings) const override
    {
        auto run = CpuBackend::resumeTraining(spec, state, settings);
        if (!run)
            return run.error();
        return std::unique_ptr<TrainingRun>(std::make_unique<Run>(std::move(*run), m_good));
    }

private:
    class Run : public TrainingRun
    {
    public:
        Run(std::unique_ptr<TrainingRun> good, int updates) : m_run(std::move(good)), m_left(updates) { }
        Result<UpdateReport> update(const Batch &batch, const Objective &objective) override
        {
            if (m_left-- <= 0)
                return error("The device was lost.");
            return m_run->update(batch, objective);
        }
        Result<UpdateReport> measure(const Batch &batch, const Objective &objective) override
        {
            if (m_left <= 0)
                return error("The device was lost.");
            return m_run->measure(batch, objective);
        }
        FinalStates finalStates() const override { return m_run->finalStates(); }
        Parameters parameters() const override { return m_run->parameters(); }
        TrainingState state() const override { return m_run->state(); }

    private:
        std::unique_ptr<TrainingRun> m_run;
        int m_left;
    };
    int m_good;
};

/// Zeros whose answers get further away from update to update where data are held out; held-out losses only rise.
class OverfittedTask : public Task
{
public:
    TaskShape shape() const override { return {.inputSize = 1, .outputs = 1}; }
    std::vector<Baseline> baselines() const override { return {}; }
    bool isSolved(double loss, double) const override { return loss < 1e-3; }
    std::string solvedRule() const override { return "loss below 0.001"; }
    TrainingBatch batch(int, std::uint64_t, int) const override { return answering(1); }
    std::vector<TrainingBatch> heldOut() const override { return {answering(-1)}; }

private:
    static TrainingBatch answering(double value)
    {
        TrainingBatch made{fullLengthBatch(TimeArray(1, 1, 1)), {}};
        made.objective.kind = LossKind::squaredError;
        made.objective.values = TimeArray(1, 1, 1);
        made.objective.values.set(0, 0, 0, value);
        return made;
    }
};

/// Each batch is one step long and asks for what the batch before has shown.
class EchoTask : public Task
{
public:
    TaskShape shape() const override { return {.inputSize = 1, .outputs = 1}; }
    std::vector<Baseline> baselines() const override { return {}; }
    bool isSolved(double, double) const override { return false; }
    std::string solvedRule() const override { return "never"; }
    TrainingBatch batch(int, std::uint64_t, int update) const override { return pair(update, update > 1); }
    std::vector<TrainingBatch> heldOut() const override { return {pair(1, false), pair(2, true), pair(3, true)}; }

private:
    static double shown(int update) { return update <= 0 ? 0 : 0.1 * std::sin(update); }
    static TrainingBatch pair(int update, bool continues)
    {
        TrainingBatch made{fullLengthBatch(TimeArray(1, 1, 1)), {}, continues};
        made.batch.x.set(0, 0, 0, shown(update));
        made.objective.kind = LossKind::squaredError;
        made.objective.values = TimeArray(1, 1, 1);
        made.objective.values.set(0, 0, 0, shown(update - 1));
        return made;
    }
};

std::unique_ptr<Trainer> started(const std::shared_ptr<const Task> &task, const NetworkSpec &spec,
                                 const TrainerSettings &settings,
                                 Trainer::Backends backends = {std::make_shared<CpuBackend>()})
{
    auto trainer = Trainer::start(task, spec, initialParameters(spec, settings.seed), settings, std::move(backends));
    if (!trainer)
        qFatal("%s", trainer.error().english().c_str());
    return std::move(*trainer);
}

void make(Trainer &trainer, int updates)
{
    for (int i = 0; i < updates; ++i)
        if (const auto record = trainer.update(); !record)
            qFatal("%s", record.error().english().c_str());
}

} // namespace

class TrainerTest : public QObject
{
    Q_OBJECT
private slots:
    void theNextUpdateMovesAWeightAsItIsTold()
    {
        const auto task = taskNamed("adding", 6);
        const NetworkSpec spec = networkFor(*task, CellKind::gru, 4);
        for (const OptimizerKind kind : {OptimizerKind::adam, OptimizerKind::sgd, OptimizerKind::rmsprop}) {
            TrainerSettings settings = settingsWith(0.01);
            settings.training.optimizer.kind = kind;
            settings.training.optimizer.clipping.norm = 0.05; // so that it clips
            Trainer::Backends backends;
            auto reference = backendNamed("reference");
            backends.push_back(std::move(*reference));
            const auto trainer = Trainer::start(task, spec, initialParameters(spec, 3), settings, backends);
            QVERIFY(trainer.ok());
            for (int update = 1; update <= 3; ++update) {
                const auto told = (*trainer)->story({"weight_hh_l0", 5, 2});
                QVERIFY(told.ok());
                QCOMPARE(told->update, update);
                QCOMPARE(told->before, (*trainer)->parameters().layers[0].U(5, 2));
                QVERIFY((*trainer)->update().ok());
                QVERIFY(std::abs(told->after - (*trainer)->parameters().layers[0].U(5, 2)) < 1e-12);
            }
        }
    }

    void aGruLearnsToAdd()
    {
        const auto task = taskNamed("adding", 10);
        const auto trainer = started(task, networkFor(*task, CellKind::gru, 16), settingsWith(0.01));
        while (trainer->updates() < 1500 && !trainer->solvedAt())
            make(*trainer, 1);
        QVERIFY(trainer->solvedAt().has_value());
        QVERIFY(*trainer->solvedAt() >= int(RecentOutcomes::most));
        QVERIFY(trainer->recent().loss < 0.01);
    }

    void theSameSeedMakesTheSameHistory()
    {
        const auto task = taskNamed("parity", 8);
        const auto records = [&](std::uint64_t seed) {
            const auto trainer = started(task, networkFor(*task, CellKind::lstm, 6), settingsWith(0.01, seed));
            std::vector<double> losses;
            for (int i = 0; i < 12; ++i) {
                const auto record = trainer->update();
                losses.insert(losses.end(), {record->outcome.loss, record->outcome.score, record->gradientNorm});
            }
            return losses;
        };
        QVERIFY(records(3) == records(3));
        QVERIFY(records(3) != records(4));
    }

    void aRunThatIsResumedGoesOnAsIfItHadNeverStopped()
    {
        const auto task = taskNamed("temporal-order", 20);
        const NetworkSpec spec = networkFor(*task, CellKind::gru, 8);
        const auto whole = started(task, spec, settingsWith(0.01));
        const auto first = started(task, spec, settingsWith(0.01));
        make(*whole, 30);
        make(*first, 13);
        auto second
            = Trainer::resume(task, spec, first->state(), settingsWith(0.01), {std::make_shared<CpuBackend>()}).value();
        make(*second, 17);
        QVERIFY(second->state().training == whole->state().training);
        QVERIFY(second->recent().loss == whole->recent().loss);
    }

    void aBatchThatContinuesBeginsWhereTheLastOneEnded()
    {
        // unit 0 holds x, unit 1 what unit 0 held before
        const auto task = std::make_shared<EchoTask>();
        const NetworkSpec spec = networkFor(*task, CellKind::rnn, 2);
        Parameters parameters = zeroParameters(spec);
        parameters.layers[0].W(0, 0) = 1;
        parameters.layers[0].U(1, 0) = 1;
        parameters.head->weight(0, 1) = 1;
        TrainerSettings settings = settingsWith(0);
        settings.heldOutEvery = 4;
        for (const char *backend : {"reference", "cpu"}) {
            auto trainer = Trainer::start(task, spec, parameters, settings,
                                          {std::shared_ptr<const Backend>(backendNamed(backend).value())});
            QVERIFY(trainer.ok());
            for (int update = 1; update <= 8; ++update) {
                const auto record = (*trainer)->update();
                QVERIFY(record.ok());
                QVERIFY(record->outcome.loss
                        < 1e-5); // tanh bends a little; the square of 0.1 sin(u) is a hundred times more
                QCOMPARE(record->heldOut.has_value(), update % 4 == 0);
                if (record->heldOut)
                    QVERIFY(record->heldOut->loss < 1e-5);
            }
        }
    }

    void whenABackendFailsTheNextGoesOnFromTheLastGoodUpdate()
    {
        const auto task = taskNamed("adding", 10);
        const NetworkSpec spec = networkFor(*task, CellKind::gru, 8);
        const auto undisturbed = started(task, spec, settingsWith(0.01));
        const auto disturbed = started(task, spec, settingsWith(0.01),
                                       {std::make_shared<FailingBackend>(73), std::make_shared<CpuBackend>()});
        make(*undisturbed, 90);
        make(*disturbed, 90);
        QCOMPARE(disturbed->handovers().size(), std::size_t(1));
        const std::string says = disturbed->handovers().front().english();
        QVERIFY2(says.find("update 73") != std::string::npos && says.find("device was lost") != std::string::npos,
                 says.c_str());
        QVERIFY(disturbed->state().training == undisturbed->state().training); // the other backend is the same inside
    }

    void aMaskIsKeptThroughAHandoverAndAResume()
    {
        const auto task = taskNamed("adding", 10);
        const NetworkSpec spec = networkFor(*task, CellKind::gru, 8);
        const Pruned half = pruned(spec, initialParameters(spec, 0), 0.5, PruningScope::network).value();
        TrainerSettings settings = settingsWith(0.01);
        settings.training.mask = std::make_shared<const Parameters>(half.mask);
        const auto begin = [&](Trainer::Backends backends) {
            return Trainer::start(task, spec, half.parameters, settings, std::move(backends)).value();
        };
        const auto first = begin({std::make_shared<FailingBackend>(7), std::make_shared<CpuBackend>()});
        make(*first, 10);
        QCOMPARE(first->handovers().size(), std::size_t(1));
        const auto second
            = Trainer::resume(task, spec, first->state(), settings, {std::make_shared<CpuBackend>()}).value();
        make(*second, 10);
        QVERIFY(maskOfZeros(spec, second->parameters()) == half.mask);
        QVERIFY(second->parameters() != half.parameters);
    }

    void fineTuningAfterPruningHalfBringsTheLossBack()
    {
        const auto task = taskNamed("adding", 10);
        const NetworkSpec spec = networkFor(*task, CellKind::gru, 16);
        const auto trainer = started(task, spec, settingsWith(0.01));
        make(*trainer, 1000);
        const Pruned half = pruned(spec, trainer->parameters(), 0.5, PruningScope::network).value();
        const TrainingBatch fresh = task->batch(200, 77, 1);
        const LossPair pruning
            = losses(CpuBackend(), spec, trainer->parameters(), half.parameters, fresh.batch, fresh.objective).value();

        TrainerSettings settings = settingsWith(0.01);
        settings.training.mask = std::make_shared<const Parameters>(half.mask);
        const auto tuned
            = Trainer::start(task, spec, half.parameters, settings, {std::make_shared<CpuBackend>()}).value();
        make(*tuned, 500);
        const LossPair tuning
            = losses(CpuBackend(), spec, half.parameters, tuned->parameters(), fresh.batch, fresh.objective).value();
        qInfo("loss %.4f, pruned %.4f, tuned %.4f", pruning.own, pruning.others, tuning.others);
        QVERIFY(pruning.others > 5 * pruning.own);
        QVERIFY(tuning.others < 0.001 && tuning.others < pruning.others / 5);
        const WeightCount count = countWeights(spec, tuned->parameters());
        QCOMPARE(count.zeros, count.weights / 2);
    }

    void whenNoBackendIsLeftTheRunSaysSo()
    {
        const auto task = taskNamed("adding", 10);
        const auto trainer = started(task, networkFor(*task, CellKind::gru, 8), settingsWith(0.01),
                                     {std::make_shared<FailingBackend>(5)});
        make(*trainer, 5);
        const Parameters last = trainer->parameters();
        const auto record = trainer->update();
        QVERIFY(!record.ok());
        QVERIFY(record.error().english().find("no other") != std::string::npos);
        QVERIFY(trainer->parameters() == last);
    }

    void aBackendThatFailsOnHeldOutDataIsReplacedToo()
    {
        const auto task = std::make_shared<OverfittedTask>();
        TrainerSettings settings = settingsWith(0.01);
        settings.heldOutEvery = 5;
        const NetworkSpec spec = networkFor(*task, CellKind::gru, 3);
        const auto disturbed
            = started(task, spec, settings, {std::make_shared<FailingBackend>(5), std::make_shared<CpuBackend>()});
        const auto undisturbed = started(task, spec, settings);
        for (int update = 1; update <= 8; ++update) {
            const auto record = disturbed->update(), expected = undisturbed->update();
            QVERIFY(record.ok() && expected.ok());
            QCOMPARE(record->update, update);
            QVERIFY(record->heldOut == expected->heldOut);
        }
        QCOMPARE(disturbed->handovers().size(), std::size_t(1));
        QVERIFY(disturbed->state().training == undisturbed->state().training);
    }

    // The second backend cannot even repeat what the first one did.
    void whenTheNextBackendFailsTooNothingIsLost()
    {
        const auto task = taskNamed("adding", 10);
        const auto trainer = started(task, networkFor(*task, CellKind::gru, 8), settingsWith(0.01),
                                     {std::make_shared<FailingBackend>(73), std::make_shared<FailingBackend>(3)});
        make(*trainer, 73);
        const TrainingState last = trainer->state().training;
        const auto record = trainer->update();
        QVERIFY(!record.ok());
        QVERIFY(record.error().english().find("and so did") != std::string::npos);
        QCOMPARE(trainer->updates(), 73);
        QVERIFY(trainer->state().training == last);
    }

    void aRunWhoseHeldOutDataGetNoBetterLosesPatienceAndKeepsTheBest()
    {
        const auto task = std::make_shared<OverfittedTask>();
        TrainerSettings settings = settingsWith(0.05);
        settings.heldOutEvery = 2;
        settings.patience = 4;
        const auto trainer = started(task, networkFor(*task, CellKind::gru, 3), settings);
        Parameters afterTwo;
        while (trainer->updates() < 100 && !trainer->hasLostPatience()) {
            make(*trainer, 1);
            if (trainer->updates() == 2)
                afterTwo = trainer->parameters();
        }
        QCOMPARE(trainer->updates(), 10); // the look at 2 was the best, then came four
        QCOMPARE(trainer->best()->update, 2);
        QVERIFY(trainer->bestParameters() == afterTwo);
        QVERIFY(!(trainer->parameters() == afterTwo));
        make(*trainer, 300);
        QVERIFY(trainer->recent().loss < 1e-3);
        QVERIFY(!trainer->solvedAt()); // on held-out data it is not
    }

    void aNetworkThatWouldReadTheAnswerIsRefused()
    {
        for (const char *name : {"text", "words", "sine", "mackey-glass", "table", "brackets", "anbn"}) {
            const auto task = taskNamed(name, 0);
            NetworkSpec spec = networkFor(*task, CellKind::gru, 4);
            spec.bidirectional = true;
            const auto trainer
                = Trainer::start(task, spec, initialParameters(spec, 0), {}, {std::make_shared<CpuBackend>()});
            QVERIFY2(!trainer.ok(), name);
            QVERIFY(trainer.error().english().find("look it up") != std::string::npos);
        }
    }

    void aNetworkThatDoesNotFitTheTaskIsRefused()
    {
        const auto task = taskNamed("adding", 10);
        NetworkSpec spec = networkFor(*task, CellKind::gru, 8);
        spec.inputSize = 3;
        const auto trainer
            = Trainer::start(task, spec, initialParameters(spec, 0), {}, {std::make_shared<CpuBackend>()});
        QVERIFY(!trainer.ok());
        QVERIFY(trainer.error().english().find("2 numbers at each step") != std::string::npos);
    }

    void aProbeShowsTheGradientFadeTowardsTheFirstStep()
    {
        const auto task = taskNamed("delayed-recall", 30);
        const auto trainer = started(task, networkFor(*task, CellKind::gru, 16), settingsWith(0.005));
        const auto probe = trainer->probe();
        QVERIFY(probe.ok());
        const std::vector<double> &norms = probe->layers.at(0).stepNorms;
        QCOMPARE(norms.size(), std::size_t(30));
        QVERIFY(norms.front() < 1e-3 * norms.back()); // at default initialisation the past is lost
        QCOMPARE(probe->gates.at(0).size(), std::size_t(2));
        QVERIFY(probe->gates[0][0].nearlyClosed + probe->gates[0][0].nearlyOpen <= 1);
    }

    void aSessionIsStartedPausedAndSteppedFromAnotherThread()
    {
        const auto task = taskNamed("adding", 10);
        TrainingSession session(started(task, networkFor(*task, CellKind::gru, 8), settingsWith(0.01)));
        QVERIFY(!session.takeSnapshot());
        session.updateOnce();
        QTRY_VERIFY(!session.isRunning());
        std::optional<TrainingSnapshot> snapshot = session.takeSnapshot(true);
        QVERIFY(snapshot && snapshot->records.size() == 1 && snapshot->probe);
        session.start();
        int seen = 1;
        while (seen < 200) {
            snapshot = session.takeSnapshot();
            if (!snapshot)
                continue;
            for (const UpdateRecord &record : snapshot->records)
                QCOMPARE(record.update, ++seen);
        }
        TrainingSession running(started(task, networkFor(*task, CellKind::gru, 8), settingsWith(0.01)));
        running.start(); // and is destroyed while it runs

        session.pause();
        const int updates = session.state().training.updates;
        QTest::qWait(20);
        QCOMPARE(session.state().training.updates, updates);
    }
};

QTEST_GUILESS_MAIN(TrainerTest)
#include "trainer_test.moc"
