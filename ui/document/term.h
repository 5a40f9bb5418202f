// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

namespace gatescope {

/// What a value, a wire or a letter of an equation stands for. All that stand for the same light each other.
struct Term {
    QString symbol; ///< as in the equations: "z", "U_z"; "h" is the state before the step, "h_new" that after it;
                    ///< empty: nothing
    int unit = -1;  ///< −1: the whole vector

    explicit operator bool() const { return !symbol.isEmpty(); }
    bool operator==(const Term &) const = default;
};

/// Whether two stand for the same; a vector stands for each of its units.
inline bool sameTerm(const Term &one, const Term &other)
{
    return one && one.symbol == other.symbol && (one.unit < 0 || other.unit < 0 || one.unit == other.unit);
}

} // namespace gatescope
