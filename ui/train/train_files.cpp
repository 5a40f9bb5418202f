// SPDX-License-Identifier: GPL-3.0-or-later
// What the place Train reads and writes: texts and tables of one's own, the larger demo, kept runs, and the network
// that goes to Explore.
#include "ui/train/train_place.h"

#include "core/base/within_memory.h"
#include "core/experiment/task_experiment.h"
#include "ui/common/translate.h"
#include "ui/document/file_reading.h"
#include "ui/document/training/training.h"
#include "ui/train/demo_dialog.h"
#include "ui/train/history_bar.h"
#include "ui/train/table_dialog.h"
#include "ui/train/training_form.h"

#include <QDir>
#include <QFileDialog>

namespace gatescope {

void TrainPlace::openInExplore()
{
    const StoppedTraining *run = m_training.run();
    if (!run)
        return;
    const auto session = m_training.session();
    KeptNetwork network{0, nullptr};
    if (session)
        network = m_history->lookedAt() ? session->keptNear(*m_history->lookedAt()) : session->newest();
    auto experiment = experimentOf(m_training.description(), *m_training.task(), run->spec,
                                   network.parameters ? *network.parameters : run->state.training.parameters);
    if (experiment)
        experiment->title += tr(", update %1").arg(network.update).toStdString();
    if (experiment)
        emit openInExploreRequested(*experiment);
    else
        setMessage(said(experiment.error().sentence));
}

void TrainPlace::chooseFile(bool isTable)
{
    const QString path = QFileDialog::getOpenFileName(
        this, isTable ? tr("A table to learn") : tr("A text to learn"), {},
        isTable ? tr("Tables (*.csv *.tsv);;All files (*)") : tr("Texts (*.txt *.csv);;All files (*)"));
    if (path.isEmpty())
        return;
    if (isTable)
        openTable(path);
    else
        m_form->setFile(path);
}

void TrainPlace::learnFile(const QString &path)
{
    const bool isText = path.endsWith(QLatin1String(".txt"), Qt::CaseInsensitive);
    const TrainingPlan before = m_training.planned().plan();
    m_form->chooseTask(isText ? QStringLiteral("text") : QStringLiteral("table"));
    if (isText)
        return m_form->setFile(path);
    if (!openTable(path))
        m_training.setPlan(before); // nothing was chosen
}

void TrainPlace::offerLargerDemo()
{
    DemoDialog dialog(m_training.planned(), whyNoDevice(), this);
    if (dialog.exec() == QDialog::Accepted)
        m_training.setPlan(dialog.plan());
}

/// Shows the table before it is learned; one that has neither names nor gaps, as .npy, is taken whole. False where it
/// was not taken.
bool TrainPlace::openTable(const QString &path)
{
    const auto preview = previewTableFile(path.toStdString());
    if (!preview && (path.endsWith(QLatin1String(".npy")) || path.endsWith(QLatin1String(".json")))) {
        m_form->setFile(path);
        return true;
    }
    if (!preview) {
        setMessage(said(preview.error().sentence));
        return false;
    }
    const TaskOptions &before = m_training.planned().plan().options;
    const bool isSame = QString::fromStdString(before.file) == path;
    TableDialog dialog(path, *preview, isSame ? before.table : TableChoice(), before.length, this);
    if (dialog.exec() != QDialog::Accepted)
        return false;
    setMessage({});
    m_form->setFile(path, dialog.choice(), dialog.length());
    return true;
}

bool TrainPlace::keepRun()
{
    if (!m_training.session())
        return false;
    QFileDialog dialog(this, tr("Keep the run"), {}, tr("Trainings (*.training)"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setDefaultSuffix(QStringLiteral("training"));
    dialog.selectFile(QString::fromStdString(m_training.run()->task));
    if (dialog.exec() != QDialog::Accepted)
        return false;
    const QString path = dialog.selectedFiles().constFirst();
    const StoppedTraining kept = m_training.kept();
    const auto written = writeTrainingFile(path.toStdString(), kept);
    if (written)
        m_training.setKeptAt(kept.state.training.updates);
    setMessage(written ? tr("The run is kept in %1.").arg(QDir::toNativeSeparators(path))
                       : said(written.error().sentence));
    return written.ok();
}

void TrainPlace::resumeRun(FileReading &reading)
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Go on with a kept run"), {},
                                                      tr("Trainings (*.training);;All files (*)"));
    if (path.isEmpty())
        return;
    reading.read(path, [this, file = path.toStdString()](const std::stop_token &stop) -> FileReading::Taking {
        const auto stopped
            = std::make_shared<const Result<StoppedTraining>>(withinMemory([&] { return readTrainingFile(file); }));
        std::optional<ReadModel> model;
        if (*stopped && (*stopped)->first && !(*stopped)->first->model.empty())
            model = readModel((*stopped)->first->model, stop);
        return [this, stopped, model] { goOnWith(*stopped, model); };
    });
}

void TrainPlace::goOnWith(const Result<StoppedTraining> &stopped, const std::optional<ReadModel> &model)
{
    if (!stopped)
        return setMessage(said(stopped.error().sentence));
    const auto resumed = m_training.resume(*stopped, model);
    setMessage(resumed ? tr("The run goes on behind update %1.").arg(stopped->state.training.updates)
                       : said(resumed.error().sentence));
}

} // namespace gatescope
