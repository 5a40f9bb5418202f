// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/edits/edits.h"

#include "ui/document/edits/edit_checks.h"

namespace gatescope {

namespace {

/// What is noted on a unit now; refuses one that the network has not.
Result<UnitNote> noteNow(const Experiment &experiment, int layer, Direction direction, int unit)
{
    const NetworkSpec &spec = experiment.spec;
    if (const auto can = all({layerExists(layer, spec.layers), unitExists(unit, spec.hiddenSize)}); !can)
        return can.error();
    const UnitNote *note = noteOn(experiment.units, layer, direction, unit);
    return note ? *note : UnitNote{layer, direction, unit};
}

Result<Experiment> noting(const Experiment &experiment, UnitNote note)
{
    Experiment next = experiment;
    next.units = withNote(experiment.units, std::move(note));
    if (const auto fine = check(next.spec, next.units); !fine)
        return fine.error();
    return next;
}

} // namespace

Result<Experiment> withUnitName(const Experiment &experiment, int layer, Direction direction, int unit,
                                const QString &name)
{
    auto note = noteNow(experiment, layer, direction, unit);
    if (!note)
        return note.error();
    note->name = name.trimmed().toStdString();
    if (const auto can = checkUnitName(note->name); !can)
        return can.error();
    return noting(experiment, std::move(*note));
}

Result<Experiment> withUnitKept(const Experiment &experiment, int layer, Direction direction, int unit, bool kept)
{
    auto note = noteNow(experiment, layer, direction, unit);
    if (!note)
        return note.error();
    note->isKept = kept;
    return noting(experiment, std::move(*note));
}

} // namespace gatescope
