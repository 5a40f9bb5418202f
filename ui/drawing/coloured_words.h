// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

#include <QString>

namespace gatescope {

/// A sentence of a question as rich text: the letters of a step (x, r, z, n, h, h′) in the face and colour that they
/// have everywhere, weights and biases with their index, and powers raised. All else stays as it is. Not `coloured`: in
/// the face alone, as what is quiet has it.
QString colouredWords(const QString &sentence, const Theme &theme, bool coloured = true);

} // namespace gatescope
