// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/scene/known.h"

#include "core/model/step_part.h"

namespace gatescope {

namespace {

/// Below 0: the pass has this step behind it; 0: it is there; above 0: it is still to come.
int stepsToCome(const PlayheadState &at, int step)
{
    return (step - at.step) * stepSense(at);
}

bool isDone(const PlayheadState &at, int part)
{
    return isComputed(at, part) && (part != at.part || at.progress >= 1.0);
}

} // namespace

bool isKnown(const Scene &scene, int step, Part part)
{
    const PlayheadState &at = scene.playhead;
    if (!scene.predicting || at.pass == Pass::backward)
        return true;
    const int toCome = stepsToCome(at, step);
    return toCome < 0 || (toCome == 0 && isDone(at, *stepPartThatMakes(scene.spec().cell, part)));
}

bool isAnswerKnown(const Scene &scene, int step)
{
    const PlayheadState &at = scene.playhead;
    if (!scene.predicting || at.pass == Pass::backward)
        return true;
    const bool isTop = at.layer + 1 == scene.spec().layers;
    if (scene.spec().bidirectional && !(isTop && at.direction == Direction::backward))
        return false;
    const bool readsAll = scene.spec().headReads == HeadReads::attention; // also what comes after the step
    const int lastRead = at.direction == Direction::forward ? scene.trace().length(at.sequence) - 1 : 0;
    const int toCome = stepsToCome(at, readsAll ? lastRead : step);
    const int last = static_cast<int>(describe(scene.spec().cell).stepParts.size()) - 1;
    return toCome < 0 || (toCome == 0 && isTop && isDone(at, last));
}

bool isGradientKnown(const Scene &scene, int step)
{
    if (!scene.predicting)
        return true;
    return scene.playhead.pass == Pass::backward && stepsToCome(scene.playhead, step) <= 0;
}

} // namespace gatescope
