// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell_kinds/gru_moment.h"

#include "ui/drawing/marks/scales.h"
#include "ui/drawing/marks/value_cells.h"
#include "ui/drawing/scene/state_scale.h"
#include "ui/drawing/scene/ways_back.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int candidateBlock = 2; ///< in PyTorch's order r, z, n

const LayerParameters &layerParameters(const Scene &scene)
{
    return scene.record.experiment->parameters
        .layers[scene.spec().layerIndex(scene.playhead.layer, scene.playhead.direction)];
}

/// What reaches the new state at this step from the head or from the layer above.
Vector gradientFromAbove(const Scene &scene, const Vector &arrives)
{
    const Moment here = scene.moment();
    const NetworkSpec &spec = scene.spec();
    const auto next = nextStep(scene.trace(), here);
    if (!next)
        return arrives;
    if (here.layer + 1 == spec.layers) {
        const int first = here.direction == Direction::backward ? spec.hiddenSize : 0;
        return scene.gradients().output.at(here.step, here.sequence).segment(first, spec.hiddenSize);
    }
    // All that arrives but what the next step sends back.
    Vector above = arrives;
    Moment later = here;
    later.step = *next;
    for (const GradientPath &way : rememberedWaysBack(scene, later))
        above -= way.gradient;
    // What is left of a difference of equals is rounding.
    return above.norm() > 1e-9 * arrives.norm() ? above : Vector::Zero(arrives.size());
}

} // namespace

GruMoment gruMoment(const Scene &scene)
{
    const Moment moment = scene.moment();
    const NetworkSpec &spec = scene.spec();
    const int H = spec.hiddenSize;
    const LayerTrace &layer = scene.trace().at(moment.layer, moment.direction);
    const auto at = [&](Part part) { return layer[part].at(moment.step, moment.sequence); };
    const LayerParameters &parameters = layerParameters(scene);

    GruMoment m;
    m.hBefore = stateBefore(scene.trace(), moment);
    m.r = at(Part::reset);
    m.z = at(Part::update);
    m.u = at(Part::recurrentCandidate);
    m.n = at(Part::candidate);
    m.h = at(Part::state);
    // p = r∘u, or r∘h
    m.p = m.r.cwiseProduct(spec.reset == ResetPlacement::after ? m.u : m.hBefore);
    // w = W_n x + b_in
    m.w = parameters.W.middleRows(candidateBlock * H, H) * layerInput(scene.trace(), moment);
    if (spec.bias)
        m.w += parameters.bIn.segment(candidateBlock * H, H);
    m.kept = spec.update == UpdateMeaning::keeps ? m.z : Vector(1 - m.z.array());
    m.states = stateScale(scene);
    const double largest = std::max({m.u.cwiseAbs().maxCoeff(), m.p.cwiseAbs().maxCoeff(), m.w.cwiseAbs().maxCoeff()});
    m.scale = m.states < 1 ? signedScale(largest) : niceScale(largest);
    return m;
}

GruGradients gruGradients(const Scene &scene)
{
    const Moment here = scene.moment();
    const NetworkSpec &spec = scene.spec();
    const int H = spec.hiddenSize;
    const LayerTrace &layer = scene.gradients().at(spec, here.layer, here.direction);
    const auto at = [&](Part part) { return layer[part].at(here.step, here.sequence); };

    GruGradients g;
    g.h = at(Part::state);
    g.z = at(Part::update);
    g.r = at(Part::reset);
    g.n = at(Part::candidate);
    g.u = at(Part::recurrentCandidate);
    g.a = preactivationGradient(scene.trace(), scene.gradients(), here, candidateBlock);
    // Reset after: a = p + w. Reset before: a = U p + b + w.
    g.p = spec.reset == ResetPlacement::after
        ? g.a
        : Vector(layerParameters(scene).U.middleRows(candidateBlock * H, H).transpose() * g.a);
    for (const GradientPath &way : rememberedWaysBack(scene, here)) {
        Vector &part = !way.through           ? g.direct
            : *way.through == Part::candidate ? g.viaCandidate
            : *way.through == Part::update    ? g.viaUpdate
                                              : g.viaReset;
        part = way.gradient;
    }
    g.passedOn = g.direct + g.viaCandidate + g.viaUpdate + g.viaReset;

    const Vector above = gradientFromAbove(scene, g.h);
    g.fromLater = g.h - above;
    g.fromAbove = above.norm();
    return g;
}

} // namespace gatescope
