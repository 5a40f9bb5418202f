// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/words/watched_loss.h"

#include <QCoreApplication>

namespace gatescope {

namespace {

/// What has no target has no loss: PyTorch users call it output.sum().
QString sumName(WatchedSteps watched, int step)
{
    switch (watched) {
    case WatchedSteps::every:
        return QCoreApplication::translate("gatescope", "sum of every h");
    case WatchedSteps::last:
        return QCoreApplication::translate("gatescope", "sum of the last h");
    case WatchedSteps::one:
        break;
    }
    return QCoreApplication::translate("gatescope", "sum of h at step %1").arg(step);
}

} // namespace

QString watchedLossName(LossKind kind, WatchedSteps watched, int step)
{
    if (kind == LossKind::outputSum)
        return sumName(watched, step);
    switch (watched) {
    case WatchedSteps::every:
        return QCoreApplication::translate("gatescope", "every step's loss");
    case WatchedSteps::last:
        return QCoreApplication::translate("gatescope", "last step's loss");
    case WatchedSteps::one:
        break;
    }
    return QCoreApplication::translate("gatescope", "step %1's loss").arg(step);
}

QString watchedLossWords(const Objective &objective)
{
    const QString name = watchedLossName(objective.kind, objective.watched, objective.step);
    if (objective.kind == LossKind::outputSum)
        return QCoreApplication::translate("gatescope", "of the %1", "sum").arg(name);
    switch (objective.watched) {
    case WatchedSteps::every:
        return QCoreApplication::translate("gatescope", "of %1 (mean)").arg(name);
    case WatchedSteps::last:
        return QCoreApplication::translate("gatescope", "of the %1").arg(name);
    case WatchedSteps::one:
        break;
    }
    return QCoreApplication::translate("gatescope", "of %1").arg(name);
}

namespace {

/// A decoder's steps are its own, and always have targets.
bool hasNoTarget(const Record &record)
{
    return !record.experiment->spec.decoder && countWatched(record.experiment->objective, *record.trace->batch) == 0;
}

} // namespace

QString watchedLossName(const Record &record)
{
    const Objective &objective = record.experiment->objective;
    return hasNoTarget(record) ? QCoreApplication::translate("gatescope", "no loss")
                               : watchedLossName(objective.kind, objective.watched, objective.step);
}

QString watchedLossWords(const Record &record)
{
    const Objective &objective = record.experiment->objective;
    if (hasNoTarget(record))
        return QCoreApplication::translate("gatescope", "of no loss, for no step has a target");
    return watchedLossWords(objective);
}

} // namespace gatescope
