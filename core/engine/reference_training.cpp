// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_training.h"

#include "core/engine/evaluation.h"
#include "core/engine/not_finite.h"
#include "core/engine/reference_backend.h"
#include "core/ops/embedding.h"

#include <cmath>

namespace gatescope {

namespace {

/// √Σ g² over all tensors; with a mask, over what learns.
double norm(const NetworkSpec &spec, const Parameters &gradient, const Parameters *mask)
{
    const std::vector<ConstParameterView> g = views(spec, gradient);
    const std::vector<ConstParameterView> masks = mask ? views(spec, *mask) : std::vector<ConstParameterView>();
    double squares = 0;
    for (std::size_t i = 0; i < g.size(); ++i)
        squares += mask ? g[i].values.cwiseProduct(masks[i].values).squaredNorm() : g[i].values.squaredNorm();
    return std::sqrt(squares);
}

/// The numbers whose mask is 0 as they were before.
Parameters kept(const NetworkSpec &spec, Parameters after, const Parameters &before, const Parameters &mask)
{
    const std::vector<ParameterView> next = views(spec, after);
    const std::vector<ConstParameterView> last = views(spec, before), masks = views(spec, mask);
    for (std::size_t i = 0; i < next.size(); ++i) {
        Eigen::Map<Matrix> numbers = next[i].values;
        numbers = (masks[i].values.array() == 0).select(last[i].values, numbers).eval();
    }
    return after;
}

/// The state after one update with this gradient.
TrainingState moved(const NetworkSpec &spec, TrainingState state, const OptimizerSettings &settings,
                    const std::vector<ConstParameterView> &gradients, double norm)
{
    ++state.updates;
    std::vector<ParameterView> weights = views(spec, state.parameters), m = views(spec, state.m),
                               v = views(spec, state.v);
    const double factor = clippingFactor(settings.clipping, norm);
    const auto flat = [](auto &view) { return Eigen::Map<Eigen::ArrayXd>(view.values.data(), view.values.size()); };
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Eigen::Map<const Eigen::ArrayXd> g(gradients[i].values.data(), gradients[i].values.size());
        optimize(settings, state.updates, flat(weights[i]), g, {flat(m[i]), flat(v[i])}, factor);
    }
    return state;
}

} // namespace

ReferenceTraining::ReferenceTraining(const NetworkSpec &spec, const TrainingState &state,
                                     const TrainingSettings &settings)
    : m_spec(spec), m_state(state), m_settings(settings)
{
}

Result<UpdateReport> ReferenceTraining::update(const Batch &batch, const Objective &objective)
{
    if (const auto fits = checkForTraining(m_spec, batch, objective); !fits)
        return fits.error();
    const auto evaluation = evaluate(ReferenceBackend(), m_spec, m_state.parameters,
                                     std::make_shared<const Batch>(lookedUp(batch, m_state.parameters)), objective);
    UpdateReport report;
    if (!evaluation) {
        report.notFinite = evaluation.error();
        return report;
    }
    const Parameters &gradient = evaluation->gradients->parameters;
    const Parameters *mask = m_settings.mask.get();
    report = {evaluation->loss, evaluation->right, norm(m_spec, gradient, mask), {}};
    if (!std::isfinite(report.gradientNorm)) {
        report.notFinite
            = error("The gradient is too large for a number to hold its norm. Use a smaller learning rate or a "
                    "shorter sequence.");
        return report;
    }
    TrainingState next = moved(m_spec, m_state, m_settings.optimizer, views(m_spec, gradient), report.gradientNorm);
    if (mask) {
        next.parameters = kept(m_spec, std::move(next.parameters), m_state.parameters, *mask);
        next.m = kept(m_spec, std::move(next.m), m_state.m, *mask);
        next.v = kept(m_spec, std::move(next.v), m_state.v, *mask);
    }
    for (const Parameters *each : {&next.parameters, &next.m, &next.v}) {
        if (const auto tensor = firstNotFinite(m_spec, *each)) {
            report.notFinite = error("%1 would no longer be finite. Use a smaller learning rate.", {*tensor});
            return report;
        }
    }
    m_state = std::move(next);
    m_finalStates = {evaluation->trace->hN, evaluation->trace->cN};
    return report;
}

Result<UpdateReport> ReferenceTraining::measure(const Batch &batch, const Objective &objective)
{
    if (const auto fits = checkForTraining(m_spec, batch, objective); !fits)
        return fits.error();
    const auto measured
        = gatescope::measure(ReferenceBackend(), m_spec, m_state.parameters,
                             std::make_shared<const Batch>(lookedUp(batch, m_state.parameters)), objective);
    UpdateReport report;
    if (!measured) {
        report.notFinite = measured.error();
        return report;
    }
    m_finalStates = {measured->trace->hN, measured->trace->cN};
    report = {measured->loss.value, measured->loss.right, 0, {}};
    if (!std::isfinite(report.loss))
        report.notFinite = error("The loss is not finite. Use smaller weights or targets.");
    return report;
}

} // namespace gatescope
