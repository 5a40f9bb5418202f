// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/questions/question.h"

#include <QString>

namespace gatescope {

/// A question's text in its parts: what is given, the sentence that asks, and what may follow on how to answer.
struct AskedText {
    QString given, asks, how;
};
AskedText partsOf(const QString &text);
/// A question's own; where several options may apply and its text does not say so, that follows.
AskedText askedText(const Question &question);

} // namespace gatescope
