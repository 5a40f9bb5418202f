// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QString>

namespace gatescope {

/// A small untrained GRU made for a file of numbers or text, reading it: as many inputs as the file
/// has columns or different letters.
Result<Experiment> networkThatReads(const QString &path);

} // namespace gatescope
