// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"
#include "core/experiment/known_networks.h"

#include <QList>
#include <QString>

namespace gatescope {

/// An experiment that comes with the program.
struct Demo {
    QString name; ///< as on the command line: "hello-world"
    QString title;
};

/// All of them, the opening one first.
const QList<Demo> &demos();

/// The demo of that name; otherwise a sentence that lists the names there are.
Result<Experiment> openDemo(const QString &name);

/// The networks of all of them: what an experiment as text may begin from.
const KnownNetworks &demoNetworks();

/// What the window shows when it was given nothing: the first demo, at the place where its question
/// begins.
Result<Experiment> openingExperiment();

} // namespace gatescope
