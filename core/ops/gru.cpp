// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/gru.h"

#include "core/model/squash.h"
#include "core/ops/held.h"
#include "core/ops/linear.h"
#include "core/ops/sums.h"

namespace gatescope {

namespace {

constexpr int candidateBlock = 2; // of r, z, n

/// b_hn; size 0 in a network without biases.
Vector candidateBias(const CellStep &step)
{
    return step.spec.bias ? Vector(step.parameters.bRec.tail(step.h.size())) : Vector();
}

/// Back through the blend: dn, dz, and dh as far as the old state is carried over.
void blendBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, Eigen::ArrayXd &dh)
{
    const ConstArrayView h = step.h, z = made[Part::update], n = made[Part::candidate];
    const Eigen::ArrayXd dhNew = passedOn(step, Part::state, d[Part::state]);
    ArrayView dz = d[Part::update], dn = d[Part::candidate];
    if (step.spec.update == UpdateMeaning::keeps) {
        // h' = (1−z)∘n + z∘h
        dn = dhNew * (1 - z);
        dz = dhNew * (h - n);
        dh = dhNew * z;
    } else {
        // h' = (1−z)∘h + z∘n
        dn = dhNew * z;
        dz = dhNew * (n - h);
        dh = dhNew * (1 - z);
    }
}

/// u = U_n h + b_hn comes with the other rows of U: back through n and both gates at once.
void resetAfterBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d,
                        CellStepGradient &gradient)
{
    const Eigen::Index H = step.h.size();
    const ConstArrayView r = made[Part::reset], z = made[Part::update], u = made[Part::recurrentCandidate],
                         n = made[Part::candidate];
    ArrayView dr = d[Part::reset], dz = d[Part::update], du = d[Part::recurrentCandidate];

    // n = tanh(a_n)
    auto dan = gradient.da.tail(H);
    dan = passedOn(step, Part::candidate, d[Part::candidate]) * slope(step.spec.stateActivation, n);
    // a_n = W_n x + b_in + r∘u
    dr = dan * u;
    du = dan * r;
    // r = σ(a_r), z = σ(a_z)
    gradient.da.head(H) = passedOn(step, Part::reset, dr) * slope(step.spec.gateActivation, r);
    gradient.da.segment(H, H) = passedOn(step, Part::update, dz) * slope(step.spec.gateActivation, z);
    // a_r = W_r x + b_ir + U_r h + b_hr; a_z likewise; u = U_n h + b_hn
    Eigen::ArrayXd dUh(3 * H);
    dUh << gradient.da.head(2 * H), du;
    fromStateBackward(step, dUh, gradient);
}

/// u = U_n (r∘h) + b_hn needs r first: back through n, then through both gates.
void resetBeforeBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d,
                         CellStepGradient &gradient)
{
    const Eigen::Index H = step.h.size();
    const auto Un = step.parameters.U.bottomRows(H);
    const ConstArrayView r = made[Part::reset], z = made[Part::update], n = made[Part::candidate];
    ArrayView dr = d[Part::reset], dz = d[Part::update], du = d[Part::recurrentCandidate];

    // n = tanh(W_n x + b_in + u)
    du = passedOn(step, Part::candidate, d[Part::candidate]) * slope(step.spec.stateActivation, n);
    gradient.da.tail(H) = du;
    // u = U_n (r∘h) + b_hn
    const Eigen::ArrayXd h = heard(step, candidateBlock);
    gradient.dU.add(candidateBlock * H, du.matrix(), (r * h).matrix());
    if (step.spec.bias)
        gradient.sum.bRec.tail(H) += du.matrix();
    const Eigen::ArrayXd drh = (Un.transpose() * du.matrix()).array();
    dr = drh * h;
    if (step.hMask.size() > 0)
        gradient.dh += drh * r * step.hMask.tail(H);
    else
        gradient.dh += drh * r;
    // r = σ(W_r x + b_ir + U_r h + b_hr), z likewise
    gradient.da.head(H) = passedOn(step, Part::reset, dr) * slope(step.spec.gateActivation, r);
    gradient.da.segment(H, H) = passedOn(step, Part::update, dz) * slope(step.spec.gateActivation, z);
    fromStateBackward(step, gradient.da.head(2 * H), gradient);
}

} // namespace

void gruForward(const CellStep &step, const StepParts &made)
{
    const GateActivation sigma = step.spec.gateActivation;
    const StateActivation tanh = step.spec.stateActivation;
    const ConstArrayView h = step.h;
    const Eigen::Index H = h.size();
    ArrayView r = made[Part::reset], z = made[Part::update], u = made[Part::recurrentCandidate],
              n = made[Part::candidate];
    ArrayView hNew = made[Part::state];

    // W x + b_in and U h + b_rec, the rows of r, z (and n) at once
    const bool after = step.spec.reset == ResetPlacement::after;
    const Eigen::ArrayXd Wx = fromInput(step);
    const Eigen::ArrayXd Uh = fromState(step, after ? 3 : 2);

    // r = σ(W_r x + b_ir + U_r h + b_hr)
    r = squashed(sigma, Wx.head(H) + Uh.head(H));
    hold(step, Part::reset, r);
    // z = σ(W_z x + b_iz + U_z h + b_hz)
    z = squashed(sigma, Wx.segment(H, H) + Uh.segment(H, H));
    hold(step, Part::update, z);

    if (after) {
        // u = U_n h + b_hn
        u = Uh.tail(H);
        // n = tanh(W_n x + b_in + r∘u)
        n = squashed(tanh, Wx.tail(H) + r * u);
    } else {
        // u = U_n (r∘h) + b_hn
        const Eigen::ArrayXd rh = r * heard(step, candidateBlock);
        u = linear(step.parameters.U.bottomRows(H), rh.matrix(), candidateBias(step)).array();
        // n = tanh(W_n x + b_in + u)
        n = squashed(tanh, Wx.tail(H) + u);
    }
    hold(step, Part::candidate, n);

    if (step.spec.update == UpdateMeaning::keeps)
        hNew = (1 - z) * n + z * h; // h' = (1−z)∘n + z∘h
    else
        hNew = (1 - z) * h + z * n; // h' = (1−z)∘h + z∘n
    hold(step, Part::state, hNew);
}

void gruBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient)
{
    blendBackward(step, made, d, gradient.dh);
    if (step.spec.reset == ResetPlacement::after)
        resetAfterBackward(step, made, d, gradient);
    else
        resetBeforeBackward(step, made, d, gradient);
}

} // namespace gatescope
