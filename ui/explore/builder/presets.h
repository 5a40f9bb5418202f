// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QList>
#include <QString>

#include <functional>

namespace gatescope {

/// A network to begin with: a demo of this build, or a spec as one writes it in PyTorch.
struct Preset {
    QString name;
    /// The experiment, made from the one that is there.
    std::function<Result<Experiment>(const Experiment &previous)> make;
};

QList<Preset> presets();

} // namespace gatescope
