// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/builder/presets.h"

#include "core/experiment/files/experiment_file.h"

#include <QDir>
#include <QFile>

namespace gatescope {

namespace {

Preset ofSpec(const NetworkSpec &spec)
{
    return {QString::fromStdString(pytorchConstructor(spec)), spec, std::nullopt};
}

/// Experiments that come with the program are files of the resource folder "experiments".
QList<Preset> demoPresets()
{
    QList<Preset> list;
    const QDir folder(QStringLiteral(":/experiments"));
    for (const QString &name : folder.entryList({QStringLiteral("*.gatescope")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        if (const Result<Experiment> demo = readExperiment(file.readAll().toStdString()))
            list.append({QString::fromStdString(demo->title), demo->spec, *demo});
    }
    return list;
}

} // namespace

QList<Preset> presets()
{
    return demoPresets()
        << ofSpec({.cell = CellKind::gru, .inputSize = 10, .hiddenSize = 20})
        << ofSpec({.cell = CellKind::gru, .inputSize = 10, .hiddenSize = 20, .layers = 2, .bidirectional = true})
        << ofSpec({.cell = CellKind::lstm, .inputSize = 10, .hiddenSize = 20})
        << ofSpec({.cell = CellKind::rnn, .inputSize = 10, .hiddenSize = 20});
}

} // namespace gatescope
