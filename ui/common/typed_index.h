// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

class QLabel;

namespace gatescope {

/// A letter with its index, however it was typed.
struct IndexedLetter {
    QString letter; ///< empty where the index belongs to a word: "log₂"
    QString index;  ///< in letters that are to be lowered: "t−1"
};

/// A weight or a bias of a block, or a place of a vector u, with its index as it is typed: "W_n", "b_hn", "u_3"; or
/// signs that are low by themselves, which few faces have and each draws at a height of its own: "hₜ₋₁", "log₂".
const QRegularExpression &indexedLetters();
/// Of a match of these.
IndexedLetter indexedLetter(const QRegularExpressionMatch &match);

/// Sets them in rich text, letter and index slanted in one face, the index lowered.
QString withLoweredIndices(const QString &rich);

/// Puts words on a label, as rich text only where an index is to be lowered, and nothing else is changed. Screen
/// readers say them as they were typed.
void showLowered(QLabel &label, const QString &words);

} // namespace gatescope
