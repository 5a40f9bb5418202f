// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <QStringList>

namespace gatescope {

/// What a listing calls the functions that squash, and the lines that stand above it: the layer that computes the same
/// or what it lacks, and how a function is written that the framework does not have.
struct CodeNames {
    QStringList heading;
    QString gate;  ///< "sigmoid"
    QString state; ///< "tanh"
};

CodeNames pytorchNames(const NetworkSpec &spec);
CodeNames kerasNames(const NetworkSpec &spec);

/// "no hard sigmoid, no relu": what torch.nn's layer of this cell cannot do of what the network does; empty where it
/// can do all.
QString lackedByPyTorch(const NetworkSpec &spec);

} // namespace gatescope
