// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tasks/task.h"

#include <QString>

#include <optional>

namespace gatescope {

/// What the charts of a run say about its task.
struct LearningFacts {
    std::vector<Baseline> baselines;
    QString lossName;  ///< "mean squared error"
    QString scoreName; ///< "accuracy"
    bool lowerScoreIsBetter = false;
    bool scoreIsShare = true;          ///< 0 … 1
    std::optional<double> solvedLoss;  ///< counts as solved below it, where the loss decides
    std::optional<double> solvedScore; ///< … beyond it, where the score decides
    QString solvedMeans;               ///< "accuracy above 97 %"
    bool hasHeldOut = false;
    double clipNorm = 0; ///< 0: gradients are not clipped by their norm
};

LearningFacts learningFacts(const Task &task, bool hasHeldOut, double clipNorm);

} // namespace gatescope
