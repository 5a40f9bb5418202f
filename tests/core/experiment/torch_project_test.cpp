// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/torch_project.h"

#include "core/base/json.h"
#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"
#include "core/io/model_file.h"
#include "core/io/safetensors.h"
#include "tests/core/experiment/some_experiments.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gatescope;

Q_DECLARE_METATYPE(gatescope::Experiment)

namespace {

std::string bytesOf(const std::vector<FileToWrite> &files, const std::string &name)
{
    const auto found = std::ranges::find(files, std::filesystem::path(name), &FileToWrite::path);
    return found == files.end() ? std::string() : found->bytes;
}

/// The tensor of a file of the project; an empty one where there is none.
Tensor tensorOf(const std::vector<FileToWrite> &files, const std::string &file, const std::string &name)
{
    const auto read = readSafetensors(bytesOf(files, file));
    if (!read)
        return {};
    const auto found = std::ranges::find(read->tensors, name, &Tensor::name);
    return found == read->tensors.end() ? Tensor{} : *found;
}

Evaluation evaluated(const Experiment &experiment)
{
    const auto batch = std::make_shared<const Batch>(*batchOf(experiment));
    return *evaluate(ReferenceBackend(), experiment.spec, experiment.parameters, batch, experiment.objective);
}

/// The head reads all letters of a sequence.
Experiment attentiveExperiment()
{
    Experiment experiment = letterExperiment();
    experiment.spec.headReads = HeadReads::attention;
    experiment.parameters = initialParameters(experiment.spec, 3);
    return experiment;
}

/// A decoder writes two symbols of the first sequence, and three of the second.
Experiment writingExperiment()
{
    Experiment experiment = letterExperiment();
    experiment.spec.decoder = true;
    experiment.parameters = initialParameters(experiment.spec, 3);
    experiment.objective = {};
    experiment.objective.kind = LossKind::crossEntropy;
    experiment.objective.watched = WatchedSteps::every;
    experiment.objective.classes = {{1, 0}, {2, 1, 0}};
    return experiment;
}

} // namespace

/// What PyTorch makes of a project was tried by running its check.py; this holds what the project says against the
/// engine.
class TorchProjectTest : public QObject
{
    Q_OBJECT
private slots:
    void whatItSaysIsWhatTheEngineComputed_data()
    {
        QTest::addColumn<Experiment>("experiment");
        QTest::newRow("letters") << letterExperiment();
        QTest::newRow("rows of an embedding") << tokenExperiment();
        Experiment numbers = numberExperiment();
        numbers.spec.reset = ResetPlacement::after;
        numbers.spec.update = UpdateMeaning::keeps;
        QTest::newRow("numbers") << numbers;
        QTest::newRow("attention") << attentiveExperiment();
        QTest::newRow("decoder") << writingExperiment();
    }
    void whatItSaysIsWhatTheEngineComputed()
    {
        QFETCH(Experiment, experiment);
        experiment.pins.clear();
        const auto files = torchProject(experiment);
        QVERIFY2(files, files ? "" : files.error().english().c_str());
        for (const char *name : {"network.py", "data.py", "check.py", "train.py", "README.md", "network.json"})
            QVERIFY2(!bytesOf(*files, name).empty(), name);
        const Evaluation evaluation = evaluated(experiment);
        QCOMPARE(tensorOf(*files, "expected.safetensors", "loss").values, std::vector{evaluation.loss});
        const Tensor output = tensorOf(*files, "expected.safetensors", "output");
        const TimeArray &traced = evaluation.trace->output;
        QVERIFY((output.shape == std::vector<std::int64_t>{traced.batch(), traced.steps(), traced.units()}));
        std::size_t at = 0;
        for (int n = 0; n < traced.batch(); ++n) {
            for (int t = 0; t < traced.steps(); ++t) {
                for (int j = 0; j < traced.units(); ++j)
                    QCOMPARE(output.values[at++], traced(t, n, j));
            }
        }
        ModelForm form;
        form.prefix = "recurrent.";
        form.isOwnModule = true;
        for (const ConstParameterView &view : views(experiment.spec, evaluation.gradients->parameters)) {
            const std::string name = "gradient of " + storedName(form, view.name);
            const Tensor gradient = tensorOf(*files, "expected.safetensors", name);
            QVERIFY2(!gradient.shape.empty(), name.c_str());
            QVERIFY2(toMatrix(gradient) == view.values, name.c_str());
        }
    }

    void whatADecoderIsTaughtIsAmongTheData()
    {
        const Experiment experiment = writingExperiment();
        const auto files = torchProject(experiment);
        QVERIFY(files);
        QCOMPARE(tensorOf(*files, "data.safetensors", "written").values, (std::vector<double>{2, 3}));
        QCOMPARE(tensorOf(*files, "data.safetensors", "classes").values, (std::vector<double>{1, 0, 0, 2, 1, 0}));
        QCOMPARE(tensorOf(*files, "data.safetensors", "watched").values, (std::vector<double>{1, 1, 0, 1, 1, 1}));
        const Tensor scores = tensorOf(*files, "expected.safetensors", "scores");
        QCOMPARE(scores.shape, (std::vector<std::int64_t>{2, 3, experiment.spec.headOutputs}));
        QCOMPARE(scores.values.at(std::size_t(experiment.spec.headOutputs)),
                 evaluated(experiment).decoder->headOutput(1, 0, 0));
    }

    void aFileOfWeightsAloneHasNeitherAttentionNorADecoder()
    {
        for (const Experiment &experiment : {attentiveExperiment(), writingExperiment()}) {
            const auto file = modelFile(experiment.spec, experiment.parameters);
            QVERIFY(!file);
            QVERIFY(file.error().english().find("save it as .gatescope") != std::string::npos);
        }
    }

    void itsWeightsAreTheNetworkAgain()
    {
        const Experiment experiment = letterExperiment();
        const auto files = torchProject(experiment);
        QVERIFY(files);
        const auto read = readSafetensors(bytesOf(*files, "weights.safetensors"));
        QVERIFY(read);
        const auto inventory = takeInventory(read->tensors);
        QVERIFY(inventory);
        const auto model = importModel(*inventory);
        QVERIFY2(model, model ? "" : model.error().english().c_str());
        QCOMPARE(model->prefix, std::string("recurrent."));
        QVERIFY(model->parameters == experiment.parameters);
    }

    void anUpdateGateThatOverwritesIsTurnedRound()
    {
        Experiment experiment = letterExperiment();
        experiment.spec.update = UpdateMeaning::overwrites;
        const auto files = torchProject(experiment);
        QVERIFY(files);
        // PyTorch's z keeps: the same states from the negated rows of z
        const Converted keeping = withUpdateMeaning(experiment.spec, experiment.parameters, UpdateMeaning::keeps);
        const auto read = readSafetensors(bytesOf(*files, "weights.safetensors"));
        const auto model = importModel(*takeInventory(read->tensors));
        QVERIFY(model);
        QVERIFY(model->parameters == keeping.parameters);
        QVERIFY(model->parameters.layers[0].U != experiment.parameters.layers[0].U);
        QCOMPARE(tensorOf(*files, "expected.safetensors", "loss").values.at(0), evaluated(experiment).loss);
    }

    void whatTorchWouldComputeOtherwiseIsRefused()
    {
        Experiment experiment = letterExperiment();
        experiment.spec.reset = ResetPlacement::before;
        const auto files = torchProject(experiment);
        QVERIFY(!files);
        QVERIFY(files.error().english().find("reset") != std::string::npos);
    }

    void aNewFolderIsFilledAndAnotherLeftAlone()
    {
        const QTemporaryDir root;
        const QDir folder(root.filePath("a/project"));
        const auto files = torchProject(letterExperiment());
        QVERIFY(files);
        QVERIFY(writeIntoNewFolder(folder.path().toStdString(), *files).ok());
        QCOMPARE(folder.entryList(QDir::Files).size(), qsizetype(files->size()));
        const auto again = writeIntoNewFolder(folder.path().toStdString(), *files);
        QVERIFY(!again);
        QVERIFY(again.error().english().find("is there already") != std::string::npos);
        QCOMPARE(folder.entryList(QDir::Files).size(), qsizetype(files->size()));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        const QTemporaryDir root;
        QFile file(root.filePath("file"));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto written = writeIntoNewFolder(root.filePath("file/project").toStdString(), {{"a", "b"}});
        QVERIFY(!written);
        QVERIFY(written.error().english().find("cannot be made") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TorchProjectTest)
#include "torch_project_test.moc"
