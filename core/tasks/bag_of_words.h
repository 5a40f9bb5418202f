// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/matrix.h"
#include "core/tasks/task.h"

namespace gatescope {

/// Sentences as lists of word numbers, and to which of two classes each belongs.
struct LabelledSentences {
    std::vector<std::vector<int>> words;
    std::vector<int> labels; ///< 0 or 1
};

/// Logistic regression on how often each of `vocabulary` words stands in a sentence, in whatever order:
/// p(1) = σ(w · counts + b), by gradient descent on the mean cross-entropy with 0.001 |w|²/2, fitted on one list and
/// measured on another.
Baseline bagOfWords(const LabelledSentences &fitted, const LabelledSentences &measured, int vocabulary);

} // namespace gatescope
