// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/labs/merging.h"
#include "core/learning/questions/question.h"

namespace gatescope {

// What one guesses before merging is shown.

/// How many products are left for T steps when all is merged that can be.
Question productsLeftQuestion(StackingConvention convention);
/// Whether merging changes the numbers; the reasons say what was measured.
Question numbersChangeQuestion(const MergingReading &reading);

} // namespace gatescope
