// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/engine/cpu/cpu_backend.h"
#include "core/experiment/files/training_file.h"
#include "core/experiment/task_experiment.h"
#include "core/io/tensor.h"
#include "core/model/pruning.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

/// A training of next words that has looked at held-out data.
StoppedTraining stoppedTraining()
{
    StoppedTraining stopped;
    stopped.task = "words";
    stopped.options.carryState = true;
    stopped.backend = "cpu";
    const std::shared_ptr<const Task> task = makeTask(stopped.task, stopped.options).value();
    const TaskShape shape = task->shape();
    stopped.spec.cell = CellKind::lstm;
    stopped.spec.hiddenSize = 3;
    stopped.spec.inputSize = shape.inputSize;
    stopped.spec.embeddingRows = shape.embeddingRows;
    stopped.spec.paddingRow = shape.paddingRow;
    stopped.spec.headOutputs = shape.outputs;
    stopped.settings = {.training = {{.kind = OptimizerKind::adamw,
                                      .learningRate = 0.01,
                                      .weightDecay = 0.1,
                                      .schedule = {.kind = ScheduleKind::step, .every = 7, .factor = 0.3, .warmUp = 3},
                                      .clipping = {0.7, 0.2}},
                                     2},
                        .sequences = 5,
                        .seed = 0xfedcba9876543210u,
                        .heldOutEvery = 2,
                        .patience = 9};
    auto trainer = Trainer::start(task, stopped.spec, initialParameters(stopped.spec, 1), stopped.settings,
                                  {std::make_shared<CpuBackend>()});
    for (int i = 0; i < 5; ++i) {
        const auto record = (*trainer)->update();
        if (!record)
            qFatal("an update failed");
        stopped.history.add(*record);
    }
    stopped.state = (*trainer)->state();
    return stopped;
}

/// Calls visit(a copy in which one value is `other`) for every value of the document.
template<typename Visit>
void forEachDamaged(const Json &whole, const Json &other, const Visit &visit)
{
    const Json flat = whole.flatten();
    for (const auto &[place, value] : flat.items()) {
        Json damaged = whole;
        damaged[Json::json_pointer(place)] = other;
        visit(damaged, place);
    }
}

} // namespace

class TrainingFileTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;
    std::string at(const char *name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void whatIsWrittenIsReadBitForBit()
    {
        const StoppedTraining stopped = stoppedTraining();
        QVERIFY(writeTrainingFile(at("run.json"), stopped).ok());
        const auto read = readTrainingFile(at("run.json"));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().english().c_str());
        QCOMPARE(read->task, stopped.task);
        QCOMPARE(read->options.carryState, true);
        QCOMPARE(read->backend, stopped.backend);
        QVERIFY(read->spec == stopped.spec);
        QVERIFY(read->settings.training.optimizer == stopped.settings.training.optimizer);
        QCOMPARE(read->settings.seed, stopped.settings.seed);
        QCOMPARE(read->settings.sequences, 5);
        QCOMPARE(read->settings.training.threads, 2);
        QVERIFY(read->state.training == stopped.state.training);
        QVERIFY(read->state.recent == stopped.state.recent);
        QVERIFY(read->state.best == stopped.state.best && read->state.best.has_value());
        QCOMPARE(read->plannedUpdates, stopped.plannedUpdates);
        QCOMPARE(read->state.carried.h.size(), std::size_t(1));
        QVERIFY(same(read->state.carried.h[0], stopped.state.carried.h[0]));
        QVERIFY(same(read->state.carried.c[0], stopped.state.carried.c[0]));
    }

    void aRunThatIsOpenedShowsTheSamePast()
    {
        const std::shared_ptr<const Task> task = makeTask("table", {}).value();
        StoppedTraining stopped;
        stopped.task = "table";
        stopped.backend = "cpu";
        stopped.spec = {.inputSize = task->shape().inputSize, .hiddenSize = 4, .layers = 2, .headOutputs = 1};
        stopped.settings.probeEvery = 3;
        stopped.settings.heldOutEvery = 4;
        const auto start = [&](TrainerState state) {
            return Trainer::resume(task, stopped.spec, std::move(state), stopped.settings,
                                   {std::make_shared<CpuBackend>()})
                .value();
        };
        TrainerState begun;
        begun.training = beginning(stopped.spec, initialParameters(stopped.spec, 7));
        const auto whole = start(begun);
        for (int i = 0; i < 13; ++i) {
            stopped.kept.add(whole->updates(), std::make_shared<const Parameters>(whole->parameters()));
            stopped.history.add(whole->update().value());
        }
        stopped.state = whole->state();
        QVERIFY(writeTrainingFile(at("past.json"), stopped).ok());
        const auto read = readTrainingFile(at("past.json"));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().english().c_str());
        QVERIFY(read->history.records() == stopped.history.records());
        QVERIFY(read->history.records()[2].probe && read->history.records()[3].heldOut);
        QCOMPARE(read->kept.all().size(), std::size_t(13));
        for (std::size_t i = 0; i < 13; ++i) {
            QCOMPARE(read->kept.all()[i].update, int(i));
            QVERIFY(*read->kept.all()[i].parameters == *stopped.kept.all()[i].parameters);
        }
        const auto resumed = start(read->state);
        for (int i = 0; i < 9; ++i)
            QVERIFY(resumed->update().value() == whole->update().value());
        QVERIFY(resumed->state().training == whole->state().training);
    }

    void aTablesDifferencesAreKeptAndAFileThatDoesNotSaySoLearnsValues()
    {
        StoppedTraining stopped = stoppedTraining();
        stopped.options.table = {{"rain", "level"}, MissingValues::dropRow, true};
        QVERIFY(writeTrainingFile(at("changes.json"), stopped).ok());
        const auto read = readTrainingFile(at("changes.json"));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().english().c_str());
        QVERIFY(read->options.table == stopped.options.table);

        const JsonLimits limits{.bytes = std::size_t(1) << 26};
        Json old = *parseJson(*readFile(at("changes.json"), limits.bytes), limits);
        QVERIFY(old["task"]["table"].erase("differences") == 1);
        QVERIFY(writeFileAtomically(at("values.json"), writeJson(old)).ok());
        const auto values = readTrainingFile(at("values.json"));
        QVERIFY2(values.ok(), values.ok() ? "" : values.error().english().c_str());
        QVERIFY((values->options.table == TableChoice{{"rain", "level"}, MissingValues::dropRow, false}));
        old["task"]["table"]["differences"] = "yes";
        QVERIFY(writeFileAtomically(at("values.json"), writeJson(old)).ok());
        QVERIFY(!readTrainingFile(at("values.json")).ok());
    }

    void filesOfBeforeThereWasAHistoryStillOpen()
    {
        QVERIFY(writeTrainingFile(at("new.json"), stoppedTraining()).ok());
        Json old = *parseJson(*readFile(at("new.json"), std::size_t(1) << 26), {.bytes = std::size_t(1) << 26});
        QVERIFY(old.erase("history") == 1);
        QVERIFY(writeFileAtomically(at("old.json"), writeJson(old)).ok());
        const auto read = readTrainingFile(at("old.json"));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().english().c_str());
        QVERIFY(read->history.records().empty() && read->kept.all().empty());
        QVERIFY(read->state.training == stoppedTraining().state.training);
    }

    void aPastThatContradictsItselfIsRefused()
    {
        QVERIFY(writeTrainingFile(at("whole.json"), stoppedTraining()).ok());
        const Json whole
            = *parseJson(*readFile(at("whole.json"), std::size_t(1) << 26), {.bytes = std::size_t(1) << 26});
        const auto refusal = [&](const auto &damage) {
            Json damaged = whole;
            damage(damaged["history"]);
            if (!writeFileAtomically(at("past.json"), writeJson(damaged)))
                qFatal("not written");
            const auto read = readTrainingFile(at("past.json"));
            return read ? std::string("accepted") : read.error().english();
        };
        const auto column = [](std::vector<double> numbers) {
            return tensorToJson(
                toTensor("", Eigen::Map<const Vector>(numbers.data(), Eigen::Index(numbers.size())), true));
        };
        const auto says
            = [&](const auto &damage, const char *words) { return refusal(damage).find(words) != std::string::npos; };
        QVERIFY(says([](Json &) {}, "accepted"));
        QVERIFY(says([&](Json &history) { history["update"] = column({1, 2, 2, 4, 5}); }, "rise"));
        QVERIFY(says([&](Json &history) { history["update"] = column({1, 2, 2.5, 4, 5}); }, "rise"));
        QVERIFY(says([&](Json &history) { history["loss"] = column({1, 2}); }, "expected 5"));
        QVERIFY(says([&](Json &history) { history["tokens"] = column({1, 2, 3, 4, 1e300}); }, "tokens"));
        QVERIFY(says([&](Json &history) { history["held_out"]["update"] = column({3, 9}); }, "not in the history"));
    }

    void aMaskIsCarriedOn()
    {
        StoppedTraining stopped = stoppedTraining();
        const Pruned half = pruned(stopped.spec, stopped.state.training.parameters, 0.5, PruningScope::tensor).value();
        stopped.settings.training.mask = std::make_shared<const Parameters>(half.mask);
        QVERIFY(writeTrainingFile(at("masked.json"), stopped).ok());
        const auto read = readTrainingFile(at("masked.json"));
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().english().c_str());
        QVERIFY(read->settings.training.mask && *read->settings.training.mask == half.mask);
    }

    void aMaskThatIsNoneIsRefused()
    {
        StoppedTraining stopped = stoppedTraining();
        stopped.settings.training.mask = std::make_shared<const Parameters>(initialParameters(stopped.spec, 1));
        QVERIFY(writeTrainingFile(at("masked.json"), stopped).ok());
        const auto read = readTrainingFile(at("masked.json"));
        QVERIFY(!read.ok());
        QVERIFY2(read.error().english().find("weight_ih_l0") != std::string::npos, read.error().english().c_str());
    }

    // Nothing crashes, and what is read fits together.
    void aDamagedFileIsRefusedOrHarmless()
    {
        QVERIFY(writeTrainingFile(at("whole.json"), stoppedTraining()).ok());
        const Json whole
            = *parseJson(*readFile(at("whole.json"), std::size_t(1) << 26), {.bytes = std::size_t(1) << 26});
        int refused = 0;
        for (const Json &other : {Json(nullptr), Json(-1), Json("x"), Json(Json::array()), Json(1e300)}) {
            forEachDamaged(whole, other, [&](const Json &damaged, const std::string &place) {
                QVERIFY(writeFileAtomically(at("damaged.json"), writeJson(damaged)).ok());
                const auto read = readTrainingFile(at("damaged.json"));
                refused += !read.ok();
                if (!read) {
                    QVERIFY2(!read.error().english().empty(), place.c_str());
                    return;
                }
                const auto task = makeTask(read->task, read->options);
                if (!task)
                    return;
                const auto trainer
                    = Trainer::resume(std::shared_ptr<const Task>(makeTask(read->task, read->options).value()),
                                      read->spec, read->state, read->settings, {std::make_shared<CpuBackend>()});
                if (trainer && read->settings.sequences < 100 && read->settings.training.threads < 10)
                    static_cast<void>((*trainer)->update());
            });
        }
        QVERIFY(refused > 100);
    }

    void whatIsNoTrainingIsRefused()
    {
        for (const char *text : {"", "{}", "[1, 2]", "{\"format\": \"gatescope-experiment\"}",
                                 "{\"format\": \"gatescope-training\", \"version\": 2}"}) {
            QVERIFY(writeFileAtomically(at("other.json"), text).ok());
            QVERIFY(!readTrainingFile(at("other.json")).ok());
        }
    }

    void aTrainedNetworkCanBeLookedAt_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("carryState");
        for (const TaskDescription &task : tasks())
            for (const bool carryState : {false, true})
                QTest::addRow("%s%s", task.name.data(), carryState ? ", state carried on" : "")
                    << QString::fromUtf8(task.name.data(), qsizetype(task.name.size())) << carryState;
    }
    void aTrainedNetworkCanBeLookedAt()
    {
        QFETCH(QString, name);
        QFETCH(bool, carryState);
        const std::shared_ptr<const Task> task = makeTask(name.toStdString(), {.carryState = carryState}).value();
        const TaskShape shape = task->shape();
        NetworkSpec spec;
        spec.hiddenSize = 3;
        spec.inputSize = shape.inputSize;
        spec.embeddingRows = shape.embeddingRows;
        spec.paddingRow = shape.paddingRow;
        spec.headOutputs = shape.outputs;
        spec.decoder = shape.decoder;
        const auto &description = *std::ranges::find(tasks(), name.toStdString(), &TaskDescription::name);
        const auto experiment = experimentOf(description, *task, spec, initialParameters(spec, 1));
        QVERIFY2(experiment.ok(), experiment.ok() ? "" : experiment.error().english().c_str());
        const auto batch = toBatch(experiment->input, spec, experiment->parameters);
        QVERIFY(batch.ok());
        const TrainingBatch shown = shownBatch(*task);
        QCOMPARE(batch->lengths, shown.batch.lengths);
        if (shown.batch.embeddingRows.empty())
            QVERIFY(batch->x == shown.batch.x);
        else
            QCOMPARE(batch->embeddingRows, shown.batch.embeddingRows);
    }
};

QTEST_GUILESS_MAIN(TrainingFileTest)
#include "training_file_test.moc"
