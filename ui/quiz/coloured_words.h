// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/question.h"
#include "ui/common/theme.h"

#include <QString>

namespace gatescope {

/// A sentence of a question as rich text: the letters of a step (x, r, z, n, h, h′) in the face and colour that they
/// have everywhere, weights and biases with their index, and powers raised. All else stays as it is. Not `coloured`: in
/// the face alone, as what is quiet has it.
QString colouredWords(const QString &sentence, const Theme &theme, bool coloured = true);

/// A question's text in its parts: what is given, the sentence that asks, and what may follow on how to answer.
struct AskedText {
    QString given, asks, how;
};
AskedText partsOf(const QString &text);
/// A question's own; where several options may apply and its text does not say so, that follows.
AskedText askedText(const Question &question);

} // namespace gatescope
