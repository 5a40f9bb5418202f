// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/spec.h"

#include <QStringList>

namespace gatescope {

/// A network in a few words each, the most important first: "GRU 27 → 8, 1 layer, 888 parameters",
/// "head 8 → 27, 243", "PyTorch convention".
QStringList networkInWords(const NetworkSpec &spec);

} // namespace gatescope
