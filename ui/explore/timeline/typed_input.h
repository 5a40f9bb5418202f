// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QString>

namespace gatescope {

// What a person types for a network to read.

/// Row numbers with spaces or commas between.
Result<std::vector<int>> rowNumbersOf(const QString &text);

/// The text as one would type it; row numbers with spaces between.
std::optional<QString> typedText(const Input &input, int sequence);

/// Whether no step of a sequence has a class that would be right.
bool isTruthUnknown(const Objective &objective, int sequence);

} // namespace gatescope
