// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/what_if.h"

#include "core/model/squash.h"
#include "ui/document/document.h"
#include "ui/document/edits/edits.h"

#include <algorithm>

namespace gatescope {

namespace {

double withinRange(double value, Range range)
{
    switch (range) {
    case Range::gate:
        return std::clamp(value, 0.0, 1.0);
    case Range::bounded:
        return std::clamp(value, -1.0, 1.0);
    case Range::unbounded:
        break;
    }
    return value;
}

constexpr double pixelsPerOne = 100; ///< a drag by so much changes a value by 1

/// Drags of one value are one edit.
QString keyOf(const Pin &pin, int drag)
{
    return QStringLiteral("hold %1 %2 %3 %4 %5–%6 of %7, drag %8")
        .arg(pin.layer)
        .arg(int(pin.direction))
        .arg(int(pin.part))
        .arg(pin.unit)
        .arg(pin.firstStep)
        .arg(pin.lastStep)
        .arg(pin.sequence.value_or(-1))
        .arg(drag);
}

} // namespace

WhatIf::WhatIf(Document &document, const Playhead &playhead, QObject *parent)
    : QObject(parent), m_document(document), m_playhead(playhead)
{
}

std::optional<Part> WhatIf::partAt(const PlayheadState &place) const
{
    const CellKind cell = m_document.experiment().spec.cell;
    if (m_document.record() && m_document.record().spec().cell != cell)
        return std::nullopt; // another cell is on its way; what is seen is the old one
    const auto &parts = describe(cell).stepParts;
    if (place.part < 0 || place.part >= std::ssize(parts))
        return std::nullopt;
    const std::optional<Part> part = parts[static_cast<std::size_t>(place.part)].completes;
    return part && canBePinned(cell, *part) ? part : std::nullopt;
}

std::optional<Pin> WhatIf::pinAt(const PlayheadState &place) const
{
    const std::optional<Part> part = partAt(place);
    for (const Pin &pin : m_document.experiment().pins) {
        if (part == pin.part && pin.unit == place.unit
            && holdsAt(pin, place.layer, place.direction, place.step, place.sequence))
            return pin;
    }
    return std::nullopt;
}

std::vector<GivenPlace> WhatIf::changedGiven(int sequence) const
{
    const Record *ghost = m_document.ghost();
    const bool isComparable
        = ghost && m_document.isRecordCurrent() && sequence < m_document.experiment().input.sequences();
    return isComparable ? gatescope::changedGiven(m_document.experiment(), *ghost->experiment, sequence)
                        : std::vector<GivenPlace>();
}

std::optional<GivenPlace> WhatIf::changedAt(const PlayheadState &place) const
{
    const std::vector<GivenPlace> changed = changedGiven(place.sequence);
    if (changed.empty())
        return std::nullopt;
    const auto *dragged = std::get_if<GivenPlace>(&m_dragged);
    if (dragged && std::ranges::find(changed, *dragged) != changed.end())
        return *dragged;
    const int layer = m_document.experiment().spec.layerIndex(place.layer, place.direction);
    const auto here = std::ranges::find_if(changed, [&](const GivenPlace &one) {
        return one.what == GivenPlace::What::input ? one.step == place.step
                                                   : one.layerIndex == layer && one.index == place.unit;
    });
    return here != changed.end() ? *here : changed.front();
}

double WhatIf::valueBefore(const GivenPlace &place) const
{
    const Record *ghost = m_document.ghost();
    return givenValue(ghost ? *ghost->experiment : m_document.experiment(), place);
}

std::optional<double> WhatIf::valueAt(const PlayheadState &place) const
{
    const std::optional<Part> part = partAt(place);
    const Record &record = m_document.record();
    if (!part || !record)
        return std::nullopt;
    const PlayheadState there = clamped(place, *record.trace);
    return record.trace->at(there.layer, there.direction)[*part](there.step, there.sequence, there.unit);
}

Result<Change> WhatIf::holding(const PlayheadState &where, double value) const
{
    const PlayheadState place = m_document.record() ? clamped(where, *m_document.record().trace) : where;
    const std::optional<Part> part = partAt(place);
    if (!part)
        return error("Nothing is made at this part that could be held: go on to a gate, a candidate or the state.");
    Pin pin = pinAt(place).value_or(
        Pin{place.layer, place.direction, *part, place.unit, place.step, place.step, place.sequence, 0});
    pin.value = withinRange(value, rangeOf(m_document.experiment().spec, *part));
    return Change{tr("Hold a value"), keyOf(pin, m_drag),
                  [pin](const Experiment &experiment) { return withPin(experiment, pin); }};
}

void WhatIf::hold(const PlayheadState &place, double value)
{
    const Result<Change> change = holding(place, value);
    if (!change)
        return emit refused(change.error());
    edit(*change);
}

void WhatIf::holdFrom(int firstStep, int lastStep, double value)
{
    const PlayheadState &place = m_playhead.state();
    const std::optional<Part> part = partAt(place);
    if (!part)
        return;
    const auto before = pinAt(place);
    Pin pin = before.value_or(Pin{place.layer, place.direction, *part, place.unit, 0, 0, place.sequence, 0});
    pin.firstStep = firstStep;
    pin.lastStep = lastStep;
    pin.value = withinRange(value, rangeOf(m_document.experiment().spec, *part));
    const Experiment without = before ? withoutPin(m_document.experiment(), *before) : m_document.experiment();
    edit(tr("Hold a value"), withPin(without, pin), {});
}

void WhatIf::holdHere(double value)
{
    hold(m_playhead.state(), value);
}

void WhatIf::nudge(double by)
{
    if (const auto value = valueAt(m_playhead.state()))
        hold(m_playhead.state(), pinAt(m_playhead.state()).value_or(Pin{.value = *value}).value + by);
}

void WhatIf::beginDrag(const PlayheadState &place)
{
    endDrag();
    ++m_drag;
    m_dragged = place;
    const std::optional<Pin> pin = pinAt(place); // the record may still be that of before the last drag
    m_dragStart = pin ? std::optional(pin->value) : valueAt(place);
}

void WhatIf::beginNumberDrag(const ParameterPlace &place)
{
    endDrag();
    ++m_drag;
    m_dragged = place;
    m_dragStart = numberAt(place);
}

void WhatIf::beginGivenDrag(const GivenPlace &place)
{
    endDrag();
    ++m_drag;
    m_dragged = place;
    m_dragStart = givenValue(m_document.experiment(), place);
}

void WhatIf::dragBy(double up)
{
    if (!m_dragStart)
        return;
    const double value = *m_dragStart + up / pixelsPerOne;
    if (const auto *number = std::get_if<ParameterPlace>(&m_dragged))
        return m_document.draft(storing(*number, value));
    if (const auto *given = std::get_if<GivenPlace>(&m_dragged))
        return m_document.draft(giving(*given, value));
    const Result<Change> change = holding(std::get<PlayheadState>(m_dragged), value);
    if (!change)
        return emit refused(change.error());
    m_document.draft(*change);
}

void WhatIf::endDrag()
{
    m_dragStart.reset();
    if (const auto kept = m_document.keepDraft(); !kept)
        emit refused(kept.error());
}

void WhatIf::letGo()
{
    const PlayheadState &here = m_playhead.state();
    if (const auto pin = pinAt(here))
        return edit(tr("Let a value go"), withoutPin(m_document.experiment(), *pin), {});
    if (const auto given = changedAt(here))
        edit(tr("Let a value go"), withGiven(m_document.experiment(), *given, valueBefore(*given)), {});
}

void WhatIf::letAllGo()
{
    const Experiment held = withoutPins(m_document.experiment());
    const Record *ghost = m_document.isRecordCurrent() ? m_document.ghost() : nullptr;
    edit(tr("Let all values go"), ghost ? withGivenOf(held, *ghost->experiment) : held, {});
}

std::optional<double> WhatIf::numberAt(const ParameterPlace &place) const
{
    const Experiment &experiment = m_document.experiment();
    for (const ConstParameterView &tensor : views(experiment.spec, experiment.parameters)) {
        const bool isThere = place.row >= 0 && place.row < tensor.values.rows() && place.column >= 0
            && place.column < tensor.values.cols();
        if (tensor.name == place.tensor && isThere)
            return tensor.values(place.row, place.column);
    }
    return std::nullopt;
}

void WhatIf::nudgeParameter(const ParameterPlace &place, double by)
{
    if (const auto value = numberAt(place))
        setParameter(place, *value + by);
}

Change WhatIf::storing(const ParameterPlace &place, double value) const
{
    return {tr("Change %1").arg(QString::fromStdString(place.tensor)),
            QStringLiteral("%1[%2,%3], drag %4")
                .arg(QString::fromStdString(place.tensor))
                .arg(place.row)
                .arg(place.column)
                .arg(m_drag),
            [place, value](const Experiment &experiment) { return withParameter(experiment, place, value); }};
}

void WhatIf::setParameter(const ParameterPlace &place, double value)
{
    edit(storing(place, value));
}

Change WhatIf::giving(const GivenPlace &place, double value) const
{
    const bool isInput = place.what == GivenPlace::What::input;
    return {isInput ? tr("Change an input") : tr("Change the state at the start"),
            QStringLiteral("given %1 %2 %3 %4 %5, drag %6")
                .arg(int(place.what))
                .arg(place.sequence)
                .arg(place.step)
                .arg(place.layerIndex)
                .arg(place.index)
                .arg(m_drag),
            [place, value](const Experiment &experiment) { return withGiven(experiment, place, value); }};
}

void WhatIf::setGiven(const GivenPlace &place, double value)
{
    edit(giving(place, value));
}

void WhatIf::edit(const Change &change)
{
    edit(change.name, change.make(m_document.experiment()), change.mergeKey);
}

void WhatIf::edit(const QString &name, Result<Experiment> next, const QString &mergeKey)
{
    if (!next)
        return emit refused(next.error());
    if (const auto done = m_document.edit(name, std::move(next).value(), mergeKey); !done)
        emit refused(done.error());
}

} // namespace gatescope
