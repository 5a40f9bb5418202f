// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell_kinds/lstm_moment.h"

#include "ui/drawing/marks/scales.h"
#include "ui/drawing/marks/value_cells.h"
#include "ui/drawing/scene/state_scale.h"
#include "ui/drawing/scene/ways_back.h"

#include <algorithm>

namespace gatescope {

LstmMoment lstmMoment(const Scene &scene)
{
    const Moment moment = scene.moment();
    const LayerTrace &layer = scene.trace().at(moment.layer, moment.direction);
    const auto at = [&](Part part) { return layer[part].at(moment.step, moment.sequence); };

    LstmMoment m;
    m.hBefore = stateBefore(scene.trace(), moment);
    m.cBefore = stateBefore(scene.trace(), moment, Part::cell);
    m.i = at(Part::inputGate);
    m.f = at(Part::forgetGate);
    m.g = at(Part::cellCandidate);
    m.o = at(Part::outputGate);
    m.c = at(Part::cell);
    m.h = at(Part::state);
    // c' = f∘c + i∘g
    m.kept = m.f.cwiseProduct(m.cBefore);
    m.written = m.i.cwiseProduct(m.g);
    // h' = o∘tanh(c')
    m.squashed = m.c.array().tanh();
    m.states = stateScale(scene);
    const double largest
        = std::max({m.cBefore.cwiseAbs().maxCoeff(), m.c.cwiseAbs().maxCoeff(), m.written.cwiseAbs().maxCoeff()});
    m.scale = m.states < 1 ? signedScale(largest) : niceScale(largest);
    return m;
}

LstmGradients lstmGradients(const Scene &scene)
{
    const Moment here = scene.moment();
    const LayerTrace &layer = scene.gradients().at(scene.spec(), here.layer, here.direction);
    const auto at = [&](Part part) { return layer[part].at(here.step, here.sequence); };
    const LstmMoment m = lstmMoment(scene);

    LstmGradients g;
    g.h = at(Part::state);
    g.c = at(Part::cell);
    g.o = at(Part::outputGate);
    g.i = at(Part::inputGate);
    g.f = at(Part::forgetGate);
    g.g = at(Part::cellCandidate);
    // h' = o∘tanh(c'):  dL/dtanh(c') = o∘dL/dh',  and from there (1 − tanh²)∘ it reaches c'
    g.squashed = m.o.cwiseProduct(g.h);
    g.fromNext = g.c - Vector((1 - m.squashed.array().square()) * g.squashed.array());
    if (!nextStep(scene.trace(), here))
        g.fromNext.setZero();
    g.conveyor = rememberedWaysBack(scene, here, Part::cell).front().gradient;
    for (const GradientPath &way : rememberedWaysBack(scene, here)) {
        Vector &part = *way.through == Part::forgetGate ? g.viaForget
            : *way.through == Part::inputGate           ? g.viaInput
            : *way.through == Part::cellCandidate       ? g.viaCandidate
                                                        : g.viaOutput;
        part = way.gradient;
    }
    g.passedOn = g.viaForget + g.viaInput + g.viaCandidate + g.viaOutput;
    return g;
}

} // namespace gatescope
