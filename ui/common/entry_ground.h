// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/theme.h"

class QAbstractButton;
class QPainter;

namespace gatescope {

/// What lies under an entry of a list that is drawn, not dressed: a wash under the pointer, a frame where the keyboard
/// is.
void drawEntryGround(QPainter &painter, const QAbstractButton &entry, const Theme &theme);

} // namespace gatescope
