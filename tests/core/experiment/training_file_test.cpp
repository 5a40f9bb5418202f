// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/experiment/training_file.h"
#include "core/model/pruning.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

namespace {

StoppedTraining stoppedTraining()
{
    StoppedTraining stopped;
    stopped.task = "adding";
    stopped.spec = {CellKind::gru, 2, 5};
    stopped.spec.headOutputs = 1;
    stopped.backend = "auto";
    stopped.state.training = beginning(stopped.spec, initialParameters(stopped.spec, 4));
    stopped.state.training.updates = 12;
    return stopped;
}

} // namespace

class TrainingFileTest : public QObject
{
    Q_OBJECT

private slots:
    void aMaskIsCarriedOn()
    {
        StoppedTraining stopped = stoppedTraining();
        Pruned half = pruned(stopped.spec, stopped.state.training.parameters, 0.5, PruningScope::tensor).value();
        stopped.settings.training.mask = std::make_shared<const Parameters>(half.mask);
        QVERIFY(writeTrainingFile(path(), stopped).ok());
        const auto read = readTrainingFile(path());
        QVERIFY2(read.ok(), read.ok() ? "" : read.error().english().c_str());
        QVERIFY(read->settings.training.mask && *read->settings.training.mask == half.mask);
        QVERIFY(read->state.training == stopped.state.training);
    }

    void withoutAMaskThereIsNone()
    {
        QVERIFY(writeTrainingFile(path(), stoppedTraining()).ok());
        const auto read = readTrainingFile(path());
        QVERIFY(read.ok() && !read->settings.training.mask);
    }

    void aMaskThatIsNoneIsRefused()
    {
        StoppedTraining stopped = stoppedTraining();
        stopped.settings.training.mask = std::make_shared<const Parameters>(initialParameters(stopped.spec, 1));
        QVERIFY(writeTrainingFile(path(), stopped).ok());
        const auto read = readTrainingFile(path());
        QVERIFY(!read.ok());
        QVERIFY2(read.error().english().find("weight_ih_l0") != std::string::npos, read.error().english().c_str());

        QVERIFY(writeFileAtomically(path(), R"({"format": "gatescope-training", "version": 1})").ok());
        QVERIFY(!readTrainingFile(path()).ok());
    }

private:
    std::string path() const { return m_folder.filePath("training.json").toStdString(); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TrainingFileTest)
#include "training_file_test.moc"
