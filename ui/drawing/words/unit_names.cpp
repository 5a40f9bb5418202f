// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/words/unit_names.h"

namespace gatescope {

namespace {

constexpr qsizetype shortName = 18; ///< letters

const UnitNote *noteIn(const Scene &scene, int layer, Direction direction, int unit)
{
    return noteOn(scene.record.experiment->units, layer, direction, unit);
}

/// Its first letters, none of them cut in two.
QString cut(const QString &name)
{
    if (name.size() <= shortName)
        return name;
    QString begin = name.left(shortName - 1);
    if (begin.back().isHighSurrogate())
        begin.chop(1);
    return begin.trimmed() + u'…';
}

} // namespace

QString unitName(const Scene &scene, int layer, Direction direction, int unit)
{
    const UnitNote *note = noteIn(scene, layer, direction, unit);
    return note ? QString::fromStdString(note->name) : QString();
}

QString unitName(const Scene &scene, int unit)
{
    return unitName(scene, scene.playhead.layer, scene.playhead.direction, unit);
}

QString unitLabel(const Scene &scene, int layer, Direction direction, int unit)
{
    return unitLabel(unit, unitName(scene, layer, direction, unit));
}

QString unitLabel(const Scene &scene, int unit)
{
    return unitLabel(unit, unitName(scene, unit));
}

QString shortUnitLabel(const Scene &scene, int unit)
{
    return unitLabel(unit, cut(unitName(scene, unit)));
}

bool isKept(const Scene &scene, int unit)
{
    const UnitNote *note = noteIn(scene, scene.playhead.layer, scene.playhead.direction, unit);
    return note && note->isKept;
}

} // namespace gatescope
