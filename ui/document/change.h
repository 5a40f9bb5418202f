// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QString>

#include <functional>
#include <memory>

namespace gatescope {

/// An edit that is still to be made: what it is called in the undo menu, with which others in a row it is one, and what
/// it makes of an experiment, on whatever thread.
struct Change {
    QString name;
    QString mergeKey;
    std::function<Result<Experiment>(const Experiment &)> make;
};

/// What it makes of an experiment, looking at what is there; refused where its parts do not fit together.
Result<std::shared_ptr<const Experiment>> made(const Change &change, const Experiment &experiment);

} // namespace gatescope
