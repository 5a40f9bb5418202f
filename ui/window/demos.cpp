// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/demos.h"

#include "core/experiment/files/experiment_file.h"

#include <QDir>
#include <QFile>

#include <algorithm>

namespace gatescope {

namespace {

const QString openingDemo = QStringLiteral("hello-world");

Result<Experiment> readResource(const QString &name)
{
    QFile file(QStringLiteral(":/experiments/%1.gatescope").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return error("The demo %1 is missing from this build.", {name.toStdString()});
    return readExperiment(file.readAll().toStdString());
}

QList<Demo> listDemos()
{
    QList<Demo> list;
    const QStringList files
        = QDir(QStringLiteral(":/experiments")).entryList({QStringLiteral("*.gatescope")}, QDir::Files, QDir::Name);
    for (const QString &file : files) {
        const QString name = file.chopped(int(qstrlen(".gatescope")));
        if (const Result<Experiment> demo = readResource(name))
            list.append({name, QString::fromStdString(demo->title)});
    }
    std::ranges::stable_partition(list, [](const Demo &demo) { return demo.name == openingDemo; });
    return list;
}

} // namespace

const QList<Demo> &demos()
{
    static const QList<Demo> list = listDemos();
    return list;
}

Result<Experiment> openDemo(const QString &name)
{
    if (std::ranges::find(demos(), name, &Demo::name) != demos().end())
        return readResource(name);
    QStringList names;
    for (const Demo &demo : demos())
        names.append(demo.name);
    return error("There is no demo %1; there are: %2.",
                 {name.toStdString(), names.join(QStringLiteral(", ")).toStdString()});
}

const KnownNetworks &demoNetworks()
{
    static const KnownNetworks networks = [] {
        KnownNetworks known;
        for (const Demo &demo : demos())
            if (const Result<Experiment> experiment = readResource(demo.name))
                known.push_back({demo.name.toStdString(), experiment->spec, experiment->parameters});
        return known;
    }();
    return networks;
}

Result<Experiment> openingExperiment()
{
    constexpr int firstL = 2; // of "hello world": the same letter follows, and then again at 9
    Result<Experiment> experiment = openDemo(openingDemo);
    if (experiment)
        experiment->view.step = firstL;
    return experiment;
}

} // namespace gatescope
