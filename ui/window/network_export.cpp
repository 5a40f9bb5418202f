// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/network_export.h"

#include "core/experiment/files/torch_project.h"
#include "core/io/model_file.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"

#include <QDir>
#include <QFileDialog>

namespace gatescope {

namespace {

const QString weightsEnding = QStringLiteral(".safetensors");

Result<void> writeProject(const Experiment &experiment, const std::filesystem::path &folder)
{
    auto project = torchProject(experiment);
    return project ? writeIntoNewFolder(folder, std::move(*project)) : Result<void>(project.error());
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
    QString chosen = project;
    QString path = QFileDialog::getSaveFileName(&m_window, tr("Export the network"), {},
                                                project + QStringLiteral(";;") + weights, &chosen);
    if (path.isEmpty())
        return;
    if (chosen == weights && !path.endsWith(weightsEnding))
        path += weightsEnding;
    exportTo(path);
}

void NetworkExport::exportTo(const QString &path)
{
    if (isBusy()) {
        emit refused(tr("The last export is not done yet."));
        return;
    }
    m_errand.start([experiment = m_document.sharedExperiment(), path](const std::stop_token &) {
        const std::filesystem::path to = path.toStdString();
        return Written{path,
                       path.endsWith(weightsEnding) ? writeModelFile(to, experiment->spec, experiment->parameters)
                                                    : writeProject(*experiment, to)};
    });
}

void NetworkExport::tell(const Written &written)
{
    const QString path = QDir::toNativeSeparators(written.path);
    if (!written.result)
        emit refused(said(written.result.error().sentence));
    else if (written.path.endsWith(weightsEnding))
        emit told(tr("The weights are saved as %1.").arg(path));
    else
        emit told(
            tr("The project is in %1: its README says how to go on; check.py compares PyTorch's numbers with these.")
                .arg(path));
}

} // namespace gatescope
