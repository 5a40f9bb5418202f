// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/stage/stage_values.h"

#include "ui/common/translate.h"
#include "ui/drawing/cell/cell_terms.h"
#include "ui/drawing/words/unit_names.h"

#include <algorithm>

namespace gatescope {

namespace {

/// What an area says, taken apart: "update gate z, unit 3: 0.6218".
struct Told {
    const HitArea *area;
    QString name, value;
    QString spoken = name; ///< the name, also with what somebody calls the unit
};

Told takenApart(const HitArea &area, const QString &says)
{
    if (const qsizetype colon = says.indexOf(QLatin1String(": ")); colon >= 0)
        return {&area, says.left(colon), says.mid(colon + 2)};
    if (const qsizetype equals = says.lastIndexOf(QLatin1String(" = ")); equals >= 0)
        return {&area, says.left(equals), says.mid(equals + 3)}; // "h before, unit 1 = −0.0542"
    return {&area, says, {}};
}

/// What somebody calls a unit may hold any sign: it is taken out before, and is spoken again where it stood.
Told told(const HitArea &area, const Scene &scene)
{
    const PlayheadState &there = area.leadsTo;
    const QString called = unitLabel(scene, there.layer, there.direction, there.unit);
    const QString number = QString::number(there.unit);
    const QString says = area.says();
    const qsizetype at = called == number ? -1 : says.indexOf(called);
    if (at < 0)
        return takenApart(area, says);
    Told plain = takenApart(area, says.left(at) + number + says.mid(at + called.size()));
    if (at <= plain.name.size())
        plain.spoken.replace(at, number.size(), called);
    return plain;
}

PlayheadState withoutUnit(PlayheadState state)
{
    state.unit = 0;
    return state;
}

QString withoutNumbers(const QString &name)
{
    QString words;
    std::ranges::copy_if(name, std::back_inserter(words), [](QChar letter) { return !letter.isDigit(); });
    return words;
}

/// Whether two areas are units of one vector.
bool areOfOneVector(const Told &one, const Told &other)
{
    return withoutUnit(one.area->leadsTo) == withoutUnit(other.area->leadsTo)
        && withoutNumbers(one.name) == withoutNumbers(other.name);
}

/// "update gate z, unit 3, step 5": a cell's areas do not say of which step they are.
QString withPlace(const QString &name, const PlayheadState &there, const Scene &scene)
{
    if (showsNetwork(scene.playhead) || there.level != scene.playhead.level)
        return name;
    const NetworkSpec &spec = scene.spec();
    if (spec.layers == 1 && !spec.bidirectional)
        return Words::tr("%1, step %2").arg(name, QString::number(there.step));
    return (there.direction == Direction::forward ? Words::tr("%1, step %2 of layer %3, forward")
                                                  : Words::tr("%1, step %2 of layer %3, backward"))
        .arg(name, QString::number(there.step), QString::number(there.layer));
}

StageValue single(const Told &told, const Scene &scene)
{
    return {withPlace(told.spoken, told.area->leadsTo, scene),
            told.value,
            told.area->where,
            told.area->leadsTo,
            told.area->term,
            1};
}

/// "update gate z, unit 0–39, step 5" with "unit 0: 0.6218; unit 1: …".
StageValue vector(const std::vector<Told> &units, const Scene &scene)
{
    StageValue all = single(units.front(), scene);
    QStringList values;
    std::vector<int> seen;
    for (const Told &unit : units) {
        all.where |= unit.area->where;
        const int index = unit.area->leadsTo.unit;
        if (std::ranges::find(seen, index) != seen.end())
            continue; // the frame of a step's vector tells of the followed unit
        seen.push_back(index);
    }
    std::ranges::sort(seen);
    for (const int index : seen) {
        const auto unit = std::ranges::find(units, index, [](const Told &told) { return told.area->leadsTo.unit; });
        if (values.size() < toldUnits) {
            const PlayheadState &there = unit->area->leadsTo;
            const QString label = unitLabel(scene, there.layer, there.direction, index);
            values += unit->value.isEmpty() ? unit->spoken : Words::tr("unit %1: %2").arg(label, unit->value);
        }
    }
    if (values.size() < scene.spec().hiddenSize)
        values += Words::tr("%1 of %2 units are told").arg(values.size()).arg(scene.spec().hiddenSize);
    const auto differ = std::ranges::mismatch(units.front().name, units.back().name);
    QString name(units.front().name.constBegin(), differ.in1 - units.front().name.constBegin());
    while (!name.isEmpty() && name.back().isDigit())
        name.chop(1); // of 10 and 12 the number begins alike
    all.name
        = withPlace(u"%1%2–%3"_qs.arg(name).arg(seen.front()).arg(scene.spec().hiddenSize - 1), all.leadsTo, scene);
    all.value = values.join(QStringLiteral("; "));
    all.units = scene.spec().hiddenSize; // of thin rows some are not pointed at, and so not told
    all.term.unit = -1;
    return all;
}

} // namespace

std::vector<StageValue> stageValues(const HitAreas &areas, const Scene &scene)
{
    std::vector<std::vector<Told>> groups;
    for (const HitArea &area : areas) {
        const Told one = told(area, scene);
        if (one.name.isEmpty())
            continue;
        if (groups.empty() || !areOfOneVector(groups.back().front(), one))
            groups.emplace_back();
        groups.back().push_back(one);
    }
    const std::size_t singly = showsNetwork(scene.playhead) ? 1 : singlyToldUnits;
    std::vector<StageValue> values;
    for (const std::vector<Told> &group : groups) {
        if (group.size() > singly)
            values.push_back(vector(group, scene));
        else
            for (const Told &one : group)
                values.push_back(single(one, scene));
    }
    return values;
}

int valueAt(const std::vector<StageValue> &values, const Scene &scene)
{
    const PlayheadState &at = scene.playhead;
    const Term made = showsNetwork(at) ? Term{} : termOfPart(scene.spec(), at);
    const auto isHere = [&](const StageValue &value) {
        const PlayheadState &there = value.leadsTo;
        const bool isTold = !value.value.isEmpty() && there.level == at.level && there.step == at.step
            && there.layer == at.layer && there.direction == at.direction;
        return isTold && (made ? sameTerm(value.term, made) : value.units > 1 || there.unit == at.unit);
    };
    const auto found = std::ranges::find_if(values, isHere);
    return found == values.end() ? -1 : int(found - values.begin());
}

int valueUnder(const std::vector<StageValue> &values, const QPointF &point)
{
    for (int i = int(values.size()) - 1; i >= 0; --i) {
        if (values[std::size_t(i)].where.contains(point))
            return i;
    }
    return -1;
}

} // namespace gatescope
