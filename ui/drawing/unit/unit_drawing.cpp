// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/unit/unit_drawing.h"

#include "ui/drawing/marks/marks.h"

#include <algorithm>

namespace gatescope {

namespace {

/// From 0 to 1 while progress goes from `begin` to `end`.
double between(double progress, double begin, double end)
{
    return std::clamp((progress - begin) / (end - begin), 0.0, 1.0);
}

UnitPhases phasesOf(double progress, bool sumIsKnown)
{
    if (sumIsKnown)
        return {1, between(progress, 0, 0.35), between(progress, 0.35, 0.7), between(progress, 0.7, 1)};
    return {between(progress, 0, 0.55), between(progress, 0.55, 0.7), between(progress, 0.7, 0.85),
            between(progress, 0.85, 1)};
}

std::vector<Term> termsOf(const UnitStory &story)
{
    std::vector<Term> terms{story.made.term};
    for (const std::vector<UnitTerm> *rows : {&story.sum.inner, &story.sum.terms}) {
        for (const UnitTerm &row : *rows) {
            terms.push_back(row.weightTerm);
            terms.push_back(row.valueTerm);
        }
    }
    if (story.outcome) {
        for (const UnitNumber *number :
             {&story.outcome->gate, &story.outcome->first, &story.outcome->second, &story.outcome->result})
            terms.push_back(number->term);
    }
    return terms;
}

/// Whether the run before a what-if has this unit at this step too.
bool hasGhost(const Scene &scene)
{
    if (!scene.ghost || !scene.ghost->trace)
        return false;
    const Trace &trace = *scene.ghost->trace;
    return trace.spec.cell == scene.spec().cell && clamped(scene.playhead, trace) == scene.playhead;
}

} // namespace

void drawUnit(UnitCanvas &canvas)
{
    const Scene &scene = canvas.scene();
    if (!describe(scene.spec().cell).stepParts[scene.playhead.part].completes) {
        drawUnitHeader(canvas);
        drawUnitInputs(canvas);
        return;
    }
    const UnitStory story = unitStory(scene);
    canvas.setTerms(termsOf(story));
    canvas.setStops(unitStops(scene, story));
    drawUnitHeader(canvas);
    UnitRows rows = unitRows(canvas.at(), story.sum, story.curve.has_value(), canvas.chosenTerm());
    if (scene.playhead.pass == Pass::backward && scene.record.gradients) {
        drawUnitBackward(canvas, {story, rows});
        return;
    }
    const bool blends = story.block < 0 && !story.isHead && !story.sumIsKnown;
    if (!blends)
        canvas.setPlan(lowered(canvas.at(), rows));
    canvas.setPhases(phasesOf(scene.playhead.progress, story.sumIsKnown));
    std::optional<UnitStory> ghost;
    if (hasGhost(scene)) {
        const Scene before{*scene.ghost,          scene.playhead, scene.theme, scene.classroom,
                           scene.candidateLetter, nullptr,        false,       {}};
        ghost = unitStory(before);
    }
    const UnitForward forward{story, rows, ghost ? &*ghost : nullptr};
    if (blends) {
        drawUnitBlend(canvas, forward);
    } else {
        drawUnitProducts(canvas, forward);
        drawUnitCurve(canvas, forward);
    }
    if (story.isHead)
        drawUnitAnswer(canvas, forward);
    else if (!blends || (story.outcome && !story.outcome->isFader)) // a blend is a fader itself
        drawUnitOutcome(canvas, forward);
    drawUnitWords(canvas, forward);
}

HitAreas drawUnit(QPainter &painter, const QSizeF &size, const Scene &scene)
{
    const PainterScope scope(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::TextAntialiasing);
    fillGround(painter, QRectF(QPointF(), size), scene.theme.paper);
    UnitCanvas canvas(painter, size, scene);
    drawUnit(canvas);
    return canvas.takeUnitAreas();
}

} // namespace gatescope
