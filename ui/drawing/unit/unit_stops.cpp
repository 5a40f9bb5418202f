// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit/unit_stops.h"

#include "ui/drawing/cell/cell_canvas.h"

#include <QCoreApplication>

#include <algorithm>

namespace gatescope {

namespace {

QString said(const Scene &scene, const TermSource &source)
{
    const bool computed = source.knownFrom < 0 || isComputed(scene.playhead, source.knownFrom);
    return computed || !scene.predicting
        ? source.words()
        : QCoreApplication::translate("gatescope", "%1: not computed yet").arg(source.name);
}

void addStops(std::vector<UnitStop> &stops, const Scene &scene, const UnitTerm &term)
{
    const std::optional<StoredNumber> weight = term.stored.empty() ? std::nullopt : std::optional(term.stored.front());
    for (const TermSource &source : term.sources) {
        QString says = said(scene, source);
        if (weight)
            says = QCoreApplication::translate("gatescope", "%1 times %2").arg(weight->words(), says);
        if (weight || std::ranges::find(stops, source.name, &UnitStop::name) == stops.end())
            stops.push_back({term.index, source.name, says, weight, source.from});
    }
    if (!term.sources.empty())
        return;
    for (const StoredNumber &stored : term.stored)
        stops.push_back({term.index, {}, stored.words(), stored, {}});
}

} // namespace

std::vector<UnitStop> unitStops(const Scene &scene, const UnitStory &story)
{
    std::vector<UnitStop> stops;
    const bool sends = scene.playhead.pass == Pass::backward && scene.record.gradients && !story.sent.empty();
    if (sends) {
        for (const UnitTerm &term : story.sent)
            addStops(stops, scene, term);
        return stops;
    }
    for (const std::vector<UnitTerm> *terms : {&story.sum.inner, &story.sum.terms})
        for (const UnitTerm &term : *terms)
            addStops(stops, scene, term);
    // The output gate multiplies what this part has made already.
    if (story.outcome && !story.outcome->isFader && story.outcome->result.part == scene.playhead.part) {
        const UnitNumber &gate = story.outcome->gate;
        stops.push_back(
            {-1, gate.name, said(scene, {gate.name, gate.value, gate.part, gate.from, gate.held}), {}, gate.from});
    }
    return stops;
}

std::vector<UnitStop> unitStops(const Scene &scene)
{
    const StepPart &part = describe(scene.spec().cell).stepParts[static_cast<std::size_t>(scene.playhead.part)];
    if (!part.completes)
        return {};
    return unitStops(scene, unitStory(scene));
}

const UnitStop *chosenStop(const std::vector<UnitStop> &stops, const PlayheadState &state)
{
    const bool isChosen = state.row >= 0 && state.row < std::ssize(stops);
    return isChosen ? &stops[static_cast<std::size_t>(state.row)] : nullptr;
}

} // namespace gatescope
