// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <QList>
#include <QString>

namespace gatescope {

/// Tensors of the same kind and shape, and how many numbers they hold together.
struct ParameterCount {
    QString name;    ///< "weight_ih_l0", or "weight_ih_l1 … l3"
    QString formula; ///< "3H × I"
    QString shape;   ///< "24 × 27", for several tensors "2 · 24 × 27"
    qint64 count;
};

/// All parameters of a network that check() takes, layer by layer; equal layers are taken together.
QList<ParameterCount> parameterCounts(const NetworkSpec &spec);

} // namespace gatescope
