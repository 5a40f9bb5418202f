// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/scene/area_words.h"

#include <QCoreApplication>

namespace gatescope {

QString unitLabel(int unit, const QString &name)
{
    const QString number = QString::number(unit);
    return name.isEmpty() ? number : QCoreApplication::translate("gatescope", "%1 “%2”").arg(number, name);
}

QString AreaWords::text() const
{
    if (const auto *text = std::get_if<QString>(&m_words))
        return *text;
    const auto &unit = std::get<UnitWords>(m_words);
    const QString value
        = unit.number ? unit.number(unit.value) : QCoreApplication::translate("gatescope", "not computed yet");
    return QCoreApplication::translate("gatescope", "%1, unit %2: %3")
        .arg(unit.column, unitLabel(unit.unit, unit.name), value);
}

} // namespace gatescope
