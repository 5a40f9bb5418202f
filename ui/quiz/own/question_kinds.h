// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"

#include <QString>

#include <vector>

namespace gatescope {

/// A kind of question that one can write in the form.
struct WritableKind {
    QuestionKind kind;
    const char *label;
    const char *how; ///< how the answer is written; of ticked options empty
};

const std::vector<WritableKind> &writableKinds();

/// Whether the options are ticked, so that there is no field for the answer.
bool isTicked(QuestionKind kind);
/// How an answer of this kind is written; of ticked options empty.
QString howToAnswer(QuestionKind kind);

} // namespace gatescope
