// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ops/gru.h"

#include "core/ops/activation.h"
#include "core/ops/linear.h"

namespace gatescope {

namespace {

/// Rows of a bias; none when the network has no biases.
auto rows(const Vector &b, Eigen::Index first, Eigen::Index count)
{
    return b.size() > 0 ? b.segment(first, count) : b.segment(0, 0);
}

/// Back through the blend: dn, dz, and dh as far as the old state is carried over.
void blendBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, Eigen::ArrayXd &dh)
{
    const ConstArrayView h = step.h, z = made[Part::update], n = made[Part::candidate];
    const ArrayView dhNew = d[Part::state];
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

/// Back through the candidate: du, dr, dU_n, db_hn, and its share of dh.
void candidateBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient)
{
    const Eigen::Index H = step.h.size();
    const auto Un = step.parameters.U.bottomRows(H);
    auto dUn = gradient.sum.U.bottomRows(H);
    const ConstArrayView h = step.h, r = made[Part::reset], u = made[Part::recurrentCandidate],
                         n = made[Part::candidate];
    ArrayView dr = d[Part::reset], du = d[Part::recurrentCandidate];

    // n = tanh(a_n)
    auto da = gradient.da.tail(H);
    da = d[Part::candidate] * (1 - n * n);
    if (step.spec.reset == ResetPlacement::after) {
        // a_n = W_n x + b_in + r∘u
        dr = da * u;
        du = da * r;
        // u = U_n h + b_hn
        dUn.noalias() += du.matrix() * h.matrix().transpose();
        gradient.dh += (Un.transpose() * du.matrix()).array();
    } else {
        // a_n = W_n x + b_in + u
        du = da;
        // u = U_n (r∘h) + b_hn
        dUn.noalias() += du.matrix() * (r * h).matrix().transpose();
        const Eigen::ArrayXd drh = (Un.transpose() * du.matrix()).array();
        dr = drh * h;
        gradient.dh += drh * r;
    }
    if (step.spec.bias)
        gradient.sum.bRec.tail(H) += du.matrix();
}

/// Back through both gates: dU_r, dU_z, db_hr, db_hz, and their share of dh.
void gatesBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient)
{
    const Eigen::Index H = step.h.size();
    const ConstArrayView h = step.h, r = made[Part::reset], z = made[Part::update];

    // r = σ(a_r), z = σ(a_z)
    gradient.da.head(H) = d[Part::reset] * r * (1 - r);
    gradient.da.segment(H, H) = d[Part::update] * z * (1 - z);
    // a_r = W_r x + b_ir + U_r h + b_hr; a_z likewise; the rows of both at once
    const auto da = gradient.da.head(2 * H).matrix();
    gradient.sum.U.topRows(2 * H).noalias() += da * h.matrix().transpose();
    if (step.spec.bias)
        gradient.sum.bRec.head(2 * H) += da;
    gradient.dh += (step.parameters.U.topRows(2 * H).transpose() * da).array();
}

} // namespace

void gruForward(const CellStep &step, const StepParts &made)
{
    const auto &[W, U, bIn, bRec] = step.parameters;
    const ConstArrayView h = step.h;
    const Eigen::Index H = h.size();
    ArrayView r = made[Part::reset], z = made[Part::update], u = made[Part::recurrentCandidate],
              n = made[Part::candidate];
    ArrayView hNew = made[Part::state];

    // W x + b_in and U h + b_rec, the rows of r, z (and n) at once
    const Eigen::ArrayXd fromInput = linear(W, step.x, bIn);
    const Eigen::ArrayXd fromState = linear(U.topRows(2 * H), h.matrix(), rows(bRec, 0, 2 * H));

    // r = σ(W_r x + b_ir + U_r h + b_hr)
    r = sigmoid(fromInput.head(H) + fromState.head(H));
    // z = σ(W_z x + b_iz + U_z h + b_hz)
    z = sigmoid(fromInput.segment(H, H) + fromState.segment(H, H));

    if (step.spec.reset == ResetPlacement::after) {
        // u = U_n h + b_hn
        u = linear(U.bottomRows(H), h.matrix(), rows(bRec, 2 * H, H)).array();
        // n = tanh(W_n x + b_in + r∘u)
        n = hyperbolicTangent(fromInput.tail(H) + r * u);
    } else {
        // u = U_n (r∘h) + b_hn
        u = linear(U.bottomRows(H), (r * h).matrix(), rows(bRec, 2 * H, H)).array();
        // n = tanh(W_n x + b_in + u)
        n = hyperbolicTangent(fromInput.tail(H) + u);
    }

    if (step.spec.update == UpdateMeaning::keeps)
        hNew = (1 - z) * n + z * h; // h' = (1−z)∘n + z∘h
    else
        hNew = (1 - z) * h + z * n; // h' = (1−z)∘h + z∘n
}

void gruBackward(const CellStep &step, const ConstStepParts &made, const StepParts &d, CellStepGradient &gradient)
{
    blendBackward(step, made, d, gradient.dh);
    candidateBackward(step, made, d, gradient);
    gatesBackward(step, made, d, gradient);
}

} // namespace gatescope
