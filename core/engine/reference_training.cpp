// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/reference_training.h"

#include "core/engine/evaluation.h"
#include "core/engine/reference_backend.h"

namespace gatescope {

ReferenceTraining::ReferenceTraining(const NetworkSpec &spec, const Parameters &parameters, const TrainingSettings &settings)
    : m_spec(spec), m_parameters(parameters), m_settings(settings)
{
    m_memory.resize(views(m_spec, m_parameters).size());
}

Result<double> ReferenceTraining::update(const Batch &batch, const Objective &objective)
{
    const auto evaluation
        = evaluate(ReferenceBackend(), m_spec, m_parameters, std::make_shared<const Batch>(batch), objective);
    if (!evaluation)
        return evaluation.error();
    ++m_update;
    std::vector<ParameterView> weights = views(m_spec, m_parameters);
    const std::vector<ConstParameterView> gradients = views(m_spec, evaluation->gradients->parameters);
    for (std::size_t i = 0; i < weights.size(); ++i) {
        const Eigen::Index count = weights[i].values.size();
        Eigen::Map<Eigen::ArrayXd> w(weights[i].values.data(), count);
        const Eigen::Map<const Eigen::ArrayXd> g(gradients[i].values.data(), count);
        optimize(m_settings.optimizer, m_update, w, g, m_memory[i]);
    }
    return evaluation->loss;
}

Result<double> ReferenceTraining::loss(const Batch &batch, const Objective &objective)
{
    const auto trace = ReferenceBackend().run(m_spec, m_parameters, std::make_shared<const Batch>(batch));
    if (!trace)
        return trace.error();
    if (const auto fits = check(m_spec, batch, objective); !fits)
        return fits.error();
    return takeLoss(**trace, objective).value;
}

} // namespace gatescope
