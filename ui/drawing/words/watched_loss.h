// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/objective.h"
#include "ui/document/record.h"

#include <QString>

namespace gatescope {

/// Which loss of such steps is watched, as its chooser calls it: "last step's loss", or, where there is no target, "sum
/// of the last h".
QString watchedLossName(LossKind kind, WatchedSteps watched, int step);
/// Which loss it is whose gradient is shown: "of the last step's loss".
QString watchedLossWords(const Objective &objective);
/// The same of a run; where no step has a target it is none.
QString watchedLossWords(const Record &record);
/// "last step's loss", or that there is none.
QString watchedLossName(const Record &record);

} // namespace gatescope
