// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QList>
#include <QString>

#include <optional>

namespace gatescope {

/// A network to begin with: a demo of this build, or a spec as one writes it in PyTorch.
struct Preset {
    QString name;
    NetworkSpec spec;
    std::optional<Experiment> demo; ///< with its numbers and its input
};

QList<Preset> presets();

} // namespace gatescope
