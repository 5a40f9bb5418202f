// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_training.h"

#include "core/engine/evaluation.h"
#include "core/engine/not_finite.h"
#include "core/engine/reference_backend.h"
#include "core/ops/embedding.h"

#include <cmath>

namespace gatescope {

namespace {

/// √Σ g² over all tensors.
double norm(const std::vector<ConstParameterView> &gradients)
{
    double squares = 0;
    for (const ConstParameterView &each : gradients)
        squares += each.values.squaredNorm();
    return std::sqrt(squares);
}

/// The state after one update with this gradient.
TrainingState moved(const NetworkSpec &spec, TrainingState state, const OptimizerSettings &settings,
                    const std::vector<ConstParameterView> &gradients, double norm)
{
    ++state.updates;
    std::vector<ParameterView> weights = views(spec, state.parameters), m = views(spec, state.m), v = views(spec, state.v);
    const double factor = clippingFactor(settings.clipping, norm);
    const auto flat = [](auto &view) { return Eigen::Map<Eigen::ArrayXd>(view.values.data(), view.values.size()); };
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Eigen::Map<const Eigen::ArrayXd> g(gradients[i].values.data(), gradients[i].values.size());
        optimize(settings, state.updates, flat(weights[i]), g, {flat(m[i]), flat(v[i])}, factor);
    }
    return state;
}

} // namespace

ReferenceTraining::ReferenceTraining(const NetworkSpec &spec, const TrainingState &state, const TrainingSettings &settings)
    : m_spec(spec), m_state(state), m_settings(settings)
{
}

Result<UpdateReport> ReferenceTraining::update(const Batch &batch, const Objective &objective)
{
    if (const auto fits = check(m_spec, batch); !fits)
        return fits.error();
    if (const auto fits = check(m_spec, batch, objective); !fits)
        return fits.error();
    const auto evaluation
        = evaluate(ReferenceBackend(), m_spec, m_state.parameters,
                   std::make_shared<const Batch>(lookedUp(batch, m_state.parameters)), objective);
    UpdateReport report;
    if (!evaluation) {
        report.notFinite = evaluation.error();
        return report;
    }
    const std::vector<ConstParameterView> gradients = views(m_spec, evaluation->gradients->parameters);
    report = {evaluation->loss, evaluation->right, norm(gradients), {}};
    TrainingState next = moved(m_spec, m_state, m_settings.optimizer, gradients, report.gradientNorm);
    if (const auto tensor = firstNotFinite(m_spec, next.parameters)) {
        report.notFinite = error("%1 would no longer be finite. Use a smaller learning rate.", {*tensor});
        return report;
    }
    m_state = std::move(next);
    m_finalStates = {evaluation->trace->hN, evaluation->trace->cN};
    return report;
}

Result<UpdateReport> ReferenceTraining::measure(const Batch &batch, const Objective &objective)
{
    const auto measured = gatescope::measure(ReferenceBackend(), m_spec, m_state.parameters,
                                             std::make_shared<const Batch>(lookedUp(batch, m_state.parameters)), objective);
    if (!measured)
        return measured.error();
    m_finalStates = {measured->trace->hN, measured->trace->cN};
    return UpdateReport{measured->loss.value, measured->loss.right, 0, {}};
}

} // namespace gatescope
