// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/training/training_sample.h"

#include <QStringList>

namespace gatescope {

/// What the picture of one sequence says of its task.
struct SampleWords {
    QStringList inputs;             ///< what each input, or each place of a one-hot input, stands for
    QStringList outputs;            ///< what the head's outputs are called
    std::vector<Scale> inputScales; ///< of the inputs; empty: they are what they are
    Scale outputScale;
    Matrix countedFrom;  ///< see Task::countedFrom()
    QString solvedMeans; ///< see Task::solvedRule()
};

} // namespace gatescope
