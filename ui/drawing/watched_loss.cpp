// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/watched_loss.h"

#include <QCoreApplication>

namespace gatescope {

QString watchedLossWords(const Objective &objective)
{
    const bool sums = objective.kind == LossKind::outputSum;
    switch (objective.watched) {
    case WatchedSteps::every:
        return sums ? QCoreApplication::translate("gatescope", "of the sum of the outputs")
                    : QCoreApplication::translate("gatescope", "of every step's loss (mean)");
    case WatchedSteps::last:
        return sums ? QCoreApplication::translate("gatescope", "of the last outputs' sum")
                    : QCoreApplication::translate("gatescope", "of the last step's loss");
    case WatchedSteps::one:
        break;
    }
    return (sums ? QCoreApplication::translate("gatescope", "of the sum of step %1's outputs")
                 : QCoreApplication::translate("gatescope", "of step %1's loss"))
        .arg(objective.step);
}

} // namespace gatescope
