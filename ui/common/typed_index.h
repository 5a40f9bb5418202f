// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

class QLabel;

namespace gatescope {

/// A weight or a bias of a block, or a place of a vector u, with its index as it is typed: "W_n", "b_hn", "u_3". The
/// letter is captured as 1 or 3, the index as 2 or 4.
const QRegularExpression &typedIndex();

/// Sets them in rich text, letter slanted and index lowered.
QString withLoweredIndices(QString rich);

/// Puts words on a label, as rich text only where an index is to be lowered, and nothing else is changed. Screen readers
/// say them as they were typed.
void showLowered(QLabel &label, const QString &words);

} // namespace gatescope
