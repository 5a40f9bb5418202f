// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/network_export.h"

#include "core/base/goes_on.h"
#include "core/experiment/files/torch_project.h"
#include "core/io/model_file.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"

#include <QDir>
#include <QFileDialog>
#include <QHeaderView>
#include <QTreeView>

namespace gatescope {

namespace {

const QString weightsEnding = QStringLiteral(".safetensors");

Result<void> writeProject(const Experiment &experiment, const std::filesystem::path &folder,
                          const std::stop_token &stop)
{
    auto project = torchProject(experiment);
    if (const auto on = goesOn(stop); !on)
        return on;
    return project ? writeIntoNewFolder(folder, std::move(*project)) : Result<void>(project.error());
}

/// Where the dialog is Qt's own it would cut sizes, types and dates short.
void showWholeColumns(QFileDialog &dialog)
{
    dialog.resize(960, 540);
    for (const QTreeView *list : dialog.findChildren<QTreeView *>()) {
        list->header()->setStretchLastSection(false);
        list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
        list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    }
}

/// What PyTorch's convention made of the network, behind a sentence.
QString whatChanged(bool isTurned)
{
    return isTurned
        ? QStringLiteral(" ") + NetworkExport::tr("Its update gate is turned round there, so that z near 1 keeps.")
        : QString();
}

} // namespace

NetworkExport::NetworkExport(const Document &document, QWidget &window)
    : QObject(&window), m_document(document), m_window(window),
      m_errand([this](const Written &written) { tell(written); })
{
}

void NetworkExport::chooseAndExport()
{
    const QString project = tr("Project of PyTorch, a new folder") + QStringLiteral(" (*)");
    const QString weights = tr("Weights alone") + QStringLiteral(" (*%1)").arg(weightsEnding);
    QFileDialog dialog(&m_window, tr("Export the network"));
    dialog.setAcceptMode(QFileDialog::AcceptSave);
    dialog.setNameFilters({project, weights});
    showWholeColumns(dialog);
    // The dialog itself adds the ending, so that it asks before another file is written over.
    connect(&dialog, &QFileDialog::filterSelected, &dialog, [&dialog, weights](const QString &chosen) {
        dialog.setDefaultSuffix(chosen == weights ? weightsEnding.mid(1) : QString());
    });
    if (dialog.exec() == QDialog::Accepted && !dialog.selectedFiles().isEmpty())
        exportTo(dialog.selectedFiles().constFirst());
}

void NetworkExport::exportTo(const QString &path)
{
    if (isBusy()) {
        emit refused(tr("The last export is not done yet."));
        return;
    }
    m_errand.start([experiment = m_document.sharedExperiment(), path](const std::stop_token &stop) {
        const std::filesystem::path to = path.toStdString();
        const bool isTurned
            = experiment->spec.cell == CellKind::gru && experiment->spec.update == UpdateMeaning::overwrites;
        return Written{path, isTurned,
                       path.endsWith(weightsEnding) ? writeModelFile(to, experiment->spec, experiment->parameters)
                                                    : writeProject(*experiment, to, stop)};
    });
}

void NetworkExport::tell(const Written &written)
{
    const QString path = QDir::toNativeSeparators(written.path);
    if (!written.result)
        emit refused(said(written.result.error().sentence));
    else if (written.path.endsWith(weightsEnding))
        emit told(tr("The weights are saved as %1.").arg(path) + whatChanged(written.isTurned));
    else
        emit told(
            tr("The project is in %1: its README says how to go on; check.py compares PyTorch's numbers with these.")
                .arg(path)
            + whatChanged(written.isTurned));
}

} // namespace gatescope
