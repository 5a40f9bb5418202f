// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/cpu/cpu_backend.h"
#include "core/io/table_preview.h"
#include "core/training/trainer.h"

#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

const std::string river = GATESCOPE_SOURCE_DIR "/tests/core/tasks/data/river.csv";

Result<std::unique_ptr<Task>> riverTask(const TableChoice &choice)
{
    return makeTask("table", {.length = 20, .file = river, .table = choice});
}

const TableChoice usual{{"rain_mm", "temperature_c", "level_cm"}, MissingValues::lastValue};

} // namespace

/// A table as an office exports it: dates, a column that never changes, remarks, silent days, decimal commas.
class RiverTest : public QObject
{
    Q_OBJECT
private slots:
    void thePreviewSaysWhatIsInTheTable()
    {
        const TablePreview preview = previewTableFile(river).value();
        QCOMPARE(preview.rows, 1096);
        QCOMPARE(preview.format.decimal, ',');
        std::vector<ColumnKind> kinds;
        for (const ColumnPreview &column : preview.columns)
            kinds.push_back(column.kind);
        using enum ColumnKind;
        QVERIFY((kinds == std::vector{date, number, number, number, text, number}));
        QVERIFY(preview.columns[1].isConstant && !preview.columns[5].isConstant);
        QVERIFY(preview.columns[2].missing > 3 && preview.columns[5].missing > 25);
    }

    void withoutAChoiceWhatIsNoNumberIsRefused()
    {
        const auto task = riverTask({});
        QVERIFY(!task.ok());
        QVERIFY2(task.error().english().find("Column 5 (remark) holds text") != std::string::npos,
                 task.error().english().c_str());
        const auto gaps = riverTask({usual.columns});
        QVERIFY(!gaps.ok());
        QVERIFY2(gaps.error().english().find("has no value") != std::string::npos, gaps.error().english().c_str());
    }

    void droppedRowsAreFewer()
    {
        const auto rows = [](MissingValues missing) {
            return readChosenTable(river, {usual.columns, missing})->values.rows();
        };
        QCOMPARE(rows(MissingValues::lastValue), Eigen::Index(1096));
        QVERIFY(rows(MissingValues::dropRow) < 1096 - 30);
    }

    void aGruForecastsTheLastFifthBetterThanPersistence()
    {
        const std::shared_ptr<const Task> task = riverTask(usual).value();
        NetworkSpec spec;
        spec.inputSize = task->shape().inputSize;
        spec.hiddenSize = 12;
        spec.headOutputs = 1;
        TrainerSettings settings;
        settings.training.optimizer.learningRate = 0.01;
        settings.training.optimizer.clipping.norm = 1;
        const auto trainer
            = Trainer::start(task, spec, initialParameters(spec, 0), settings, {std::make_shared<CpuBackend>()})
                  .value();
        while (trainer->updates() < 400)
            QVERIFY(trainer->update().ok());
        const auto baselines = task->baselines();
        const auto persistence = std::ranges::find(baselines, "persistence", &Baseline::name);
        qInfo("NRMSE on the last fifth: %.3f, persistence %.3f", trainer->best()->outcome.score, persistence->score);
        QVERIFY(trainer->best()->outcome.score < 0.9 * persistence->score);
    }
};

QTEST_GUILESS_MAIN(RiverTest)
#include "river_test.moc"
