// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/drawing/cell_kinds/rnn_moment.h"

#include "ui/drawing/marks/scales.h"
#include "ui/drawing/marks/value_cells.h"
#include "ui/drawing/scene/state_scale.h"
#include "ui/drawing/scene/ways_back.h"

#include <algorithm>

namespace gatescope {

RnnMoment rnnMoment(const Scene &scene)
{
    const Moment moment = scene.moment();
    const BlockSums sums = blockSums(scene.trace(), scene.record.experiment->parameters, moment, 0);
    RnnMoment m;
    m.hBefore = stateBefore(scene.trace(), moment);
    // h' = tanh(W x + b_ih + U h + b_hh)
    m.u = sums.Uh + sums.bRec;
    m.w = sums.Wx + sums.bIn;
    m.a = m.u + m.w;
    m.h = scene.trace().at(moment.layer, moment.direction)[Part::state].at(moment.step, moment.sequence);
    m.states = stateScale(scene);
    const double largest = std::max({m.u.cwiseAbs().maxCoeff(), m.w.cwiseAbs().maxCoeff(), m.a.cwiseAbs().maxCoeff()});
    m.scale = m.states < 1 ? signedScale(largest) : niceScale(largest);
    return m;
}

RnnGradients rnnGradients(const Scene &scene)
{
    const Moment here = scene.moment();
    const auto back = [&](const Moment &moment) { return rememberedWaysBack(scene, moment).front().gradient; };
    RnnGradients g;
    g.h = scene.gradients().at(scene.spec(), here.layer, here.direction)[Part::state].at(here.step, here.sequence);
    g.a = preactivationGradient(scene.trace(), scene.gradients(), here, 0);
    g.passedOn = back(here);
    g.fromNext = Vector::Zero(g.h.size());
    if (const auto next = nextStep(scene.trace(), here)) {
        Moment later = here;
        later.step = *next;
        g.fromNext = back(later);
    }
    return g;
}

} // namespace gatescope
