// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/planned_run.h"

#include <algorithm>

namespace gatescope {

namespace {

template<typename Sum>
auto logistic(const Sum &a)
{
    return (1 + (-a).exp()).inverse();
}

} // namespace

template<typename Scalar>
PlannedRun<Scalar>::PlannedRun(const GateMatrices &six, const TimeArray &x, ResetPlacement reset, ProductWay way)
    : m_reset(reset), m_isAllAtOnce(way == ProductWay::allSteps), m_steps(x.steps()), m_sequences(x.batch()),
      m_units(int(six.U[0].rows())), m_bIn(3 * m_units), m_bRec(3 * m_units)
{
    const int T = m_steps, B = m_sequences, H = m_units;
    for (int gate = 0; gate < 3; ++gate) {
        m_bIn.segment(gate * H, H) = six.bIn[std::size_t(gate)].transpose().template cast<Scalar>();
        m_bRec.segment(gate * H, H) = six.bRec[std::size_t(gate)].transpose().template cast<Scalar>();
    }
    const ProductPlan plan = productPlan(way, {x.units(), H, T, B}, reset);
    for (const GateProduct &product : plan.before)
        m_before.push_back(withMatrix(product, six));
    for (const GateProduct &product : plan.eachStep)
        m_eachStep.push_back(withMatrix(product, six));
    m_x.resize(T * B, x.units());
    for (int t = 0; t < T; ++t)
        m_x.middleRows(t * B, B) = x.step(t).template cast<Scalar>();
    m_fromInput.resize(m_isAllAtOnce ? T * B : B, 3 * H);
    m_fromState.resize(B, 3 * H);
    m_states.resize(T * B, H);
    for (Dense *each : {&m_h, &m_r, &m_z, &m_rh})
        each->resize(B, H);
}

template<typename Scalar>
typename PlannedRun<Scalar>::Product PlannedRun<Scalar>::withMatrix(const GateProduct &what,
                                                                    const GateMatrices &six) const
{
    const auto &matrices = what.by == Multiplied::input ? six.W : six.U;
    Dense stacked(what.gates * m_units, what.inner);
    for (int k = 0; k < what.gates; ++k)
        stacked.middleRows(k * m_units, m_units) = matrices[std::size_t(what.firstGate + k)].template cast<Scalar>();
    return {what, std::move(stacked)};
}

template<typename Scalar>
void PlannedRun<Scalar>::run()
{
    m_h.setZero();
    for (const Product &product : m_before)
        multiply(product, 0);
    for (int t = 0; t < m_steps; ++t) {
        bool areOpen = false;
        for (const Product &product : m_eachStep) {
            if (product.what.by == Multiplied::resetState) { // waits for r
                openGates(t);
                areOpen = true;
                m_rh = m_r.cwiseProduct(m_h);
            }
            multiply(product, t);
        }
        if (!areOpen)
            openGates(t);
        makeState(t);
    }
}

template<typename Scalar>
void PlannedRun<Scalar>::multiply(const Product &product, int step)
{
    const GateProduct &what = product.what;
    const bool isInput = what.by == Multiplied::input;
    auto sums = (isInput ? m_fromInput : m_fromState).middleCols(what.firstGate * m_units, what.gates * m_units);
    if (isInput)
        sums.noalias() = m_x.middleRows(step * m_sequences, what.rows) * product.matrix.transpose();
    else
        sums.noalias() = (what.by == Multiplied::state ? m_h : m_rh) * product.matrix.transpose();
    ++m_done;
}

template<typename Scalar>
void PlannedRun<Scalar>::openGates(int step)
{
    // r = σ(W_r x + b_ir + U_r h + b_hr), z likewise
    for (const int k : {0, 1}) {
        const auto b = m_bIn.segment(k * m_units, m_units) + m_bRec.segment(k * m_units, m_units);
        (k == 0 ? m_r : m_z)
            = logistic(((gate(m_fromInput, inputRow(step), k) + gate(m_fromState, 0, k)).rowwise() + b).array());
    }
}

template<typename Scalar>
void PlannedRun<Scalar>::makeState(int step)
{
    const auto bIn = m_bIn.tail(m_units), bHn = m_bRec.tail(m_units);
    const auto Wx = gate(m_fromInput, inputRow(step), 2).rowwise() + bIn;
    const auto u = gate(m_fromState, 0, 2).rowwise() + bHn;
    auto n = m_states.middleRows(step * m_sequences, m_sequences);
    if (m_reset == ResetPlacement::after)
        n = (Wx.array() + m_r.array() * u.array()).tanh(); // n = tanh(W_n x + b_in + r∘(U_n h + b_hn))
    else
        n = (Wx.array() + u.array()).tanh(); // n = tanh(W_n x + b_in + U_n (r∘h) + b_hn)
    // h' = (1−z)∘n + z∘h
    m_h = (1 - m_z.array()) * n.array() + m_z.array() * m_h.array();
    n = m_h;
}

template class PlannedRun<double>;
template class PlannedRun<float>;

} // namespace gatescope
