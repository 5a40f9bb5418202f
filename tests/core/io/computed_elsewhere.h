// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/model_file.h"

#include <QString>

namespace gatescope {

/// Runs the network on what a golden file has as "x" or "tokens" and compares the output, the last states, the head's
/// numbers (at every step, "head", or the last, "head_last") and the gradient of the sum of the output by what the
/// first layer reads with what another program computed. Says what differs by more than the tolerance, or is missing
/// here; empty where nothing is.
QString differenceFrom(const QString &goldenFile, const ImportedModel &model, double tolerance);

/// What reading the file notes, a line each.
std::string notesIn(const QString &path);

} // namespace gatescope
