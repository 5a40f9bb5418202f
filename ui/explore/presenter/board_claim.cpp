// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/presenter/board_claim.h"

#include "ui/common/numbers.h"
#include "ui/common/translate.h"

namespace gatescope {

namespace {

/// "16 %", of the number as the stage writes it. What is not nothing and not all is never said to be.
QString percent(double share)
{
    const int rounded = qRound(100 * shownOnStage(share));
    if (rounded == 0 && share > 0)
        return Words::tr("under 1 %");
    if (rounded == 100 && share < 1)
        return Words::tr("over 99 %");
    return Words::tr("%1 %").arg(rounded);
}

BoardClaim updateClaim(const Scene &scene, double z)
{
    return scene.spec().update == UpdateMeaning::keeps
        ? BoardClaim{Words::tr("keeps %1").arg(percent(z)), Words::tr("of its old value")}
        : BoardClaim{Words::tr("overwrites %1").arg(percent(z)), Words::tr("of its old value")};
}

/// What the update gate of a GRU makes of state and gradient. The share kept is z, or 1 − z where z overwrites.
BoardClaim blendClaim(const Scene &scene, double z)
{
    const bool keeps = scene.spec().update == UpdateMeaning::keeps;
    if (scene.playhead.pass == Pass::backward)
        return {Words::tr("%1 straight back").arg(percent(keeps ? z : 1 - z)), {}};
    return {Words::tr("moves %1").arg(percent(keeps ? 1 - z : z)), Words::tr("of the way to the candidate")};
}

} // namespace

BoardClaim boardClaim(const Scene &scene)
{
    const PlayheadState &at = scene.playhead;
    const std::optional<Part> made = describe(scene.spec().cell).stepParts[std::size_t(at.part)].completes;
    const auto shareOf
        = [&](Part gate) { return scene.trace().at(at.layer, at.direction)[gate](at.step, at.sequence, at.unit); };
    if (!made || (at.pass == Pass::backward && made != Part::state))
        return {};
    switch (*made) {
    case Part::reset:
        return {Words::tr("lets by %1").arg(percent(shareOf(*made))), Words::tr("of the past")};
    case Part::update:
        return updateClaim(scene, shareOf(*made));
    case Part::forgetGate:
        return {Words::tr("keeps %1").arg(percent(shareOf(*made))), Words::tr("of the cell's old value")};
    case Part::inputGate:
        return {Words::tr("lets in %1").arg(percent(shareOf(*made))), Words::tr("of the candidate")};
    case Part::outputGate:
        return {Words::tr("shows %1").arg(percent(shareOf(*made))), Words::tr("of the squashed cell")};
    case Part::state:
        return scene.spec().cell == CellKind::gru ? blendClaim(scene, shareOf(Part::update)) : BoardClaim{};
    default:
        return {};
    }
}

} // namespace gatescope
