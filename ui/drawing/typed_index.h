// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>

namespace gatescope {

/// A weight or a bias of a block, or a place of a vector u, with its index as it is typed: "W_n", "b_hn", "u_3". The
/// letter is captured as 1 or 3, the index as 2 or 4.
inline const QRegularExpression &typedIndex()
{
    static const QRegularExpression typed(
        QStringLiteral("(?<![A-Za-ce-z_])(?:([WUb])_(in|hn|ir|hr|iz|hz|r|z|n)|(u)_(\\d{1,2}))\\b"));
    return typed;
}

} // namespace gatescope
