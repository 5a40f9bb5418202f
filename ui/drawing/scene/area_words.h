// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <variant>

namespace gatescope {

/// "3", or "3 “counts open brackets”" of one that has a name: what stands behind the word unit.
QString unitLabel(int unit, const QString &name);

/// A unit of a column: "update gate z, unit 2: 0.6218".
struct UnitWords {
    QString column;
    int unit = 0;
    double value = 0;
    QString (*number)(double value) = nullptr; ///< writes it; null: it is not computed yet
    QString name = {};                         ///< of the unit, if it has one
};

/// What stands at a place of a picture, for the hover and for screen readers. The words of a column's units, hundreds
/// in every picture, are put together when somebody asks for them.
class AreaWords
{
public:
    AreaWords(const QString &text) : m_words(text) { }
    AreaWords(const UnitWords &unit) : m_words(unit) { }

    QString text() const;

private:
    std::variant<QString, UnitWords> m_words;
};

} // namespace gatescope
