// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/backend/learner.h"

#include "core/engine/not_finite.h"
#include "gpu/backend/floats.h"

#include <utility>

namespace gatescope::gpu {

Result<std::unique_ptr<Learner>> Learner::make(Device &device, const FlatShape &shape, const TrainingState &state,
                                               const TrainingSettings &settings)
{
    std::unique_ptr<Learner> learner(new Learner(device, shape, settings, state.updates));
    Arrays arrays;
    for (Numbers *each : {&learner->m_now, &learner->m_next}) {
        arrays.add(each->w, shape.size());
        arrays.add(each->m, shape.size());
        arrays.add(each->v, shape.size());
    }
    arrays.add(learner->m_gradient, shape.size());
    arrays.add(learner->m_rule, 1);
    if (settings.mask)
        arrays.add(learner->m_mask, shape.size());
    auto memory = arrays.place(device);
    if (!memory)
        return memory.error();
    learner->m_memory = std::move(*memory);
    copyIn(device, learner->m_now.w, shape.flat(state.parameters));
    copyIn(device, learner->m_now.m, shape.flat(state.m));
    copyIn(device, learner->m_now.v, shape.flat(state.v));
    if (settings.mask)
        copyIn(device, learner->m_mask, shape.flat(*settings.mask));
    if (const auto finished = device.finish(); !finished)
        return finished.error();
    return learner;
}

void Learner::readRule()
{
    const std::vector<OptimizerRule<float>> rule{ruleOf<float>(m_settings.optimizer, m_updates + 1, 0)};
    copyIn(m_device, m_rule, rule);
}

void Learner::move(Sums &sums)
{
    sums.take(Sums::squares, PartSums::Of::squares, m_gradient, m_shape.size(), m_mask);
    m_device.run(ClipRule{sums.folded(Sums::squares), m_settings.optimizer.clipping.norm, m_rule}, 1);
    m_device.run(MoveWeights{m_rule, m_gradient, m_mask, m_now.w, m_now.m, m_now.v, m_next.w, m_next.m, m_next.v},
                 m_shape.size());
    sums.take(Sums::lost, PartSums::Of::zeros, m_next.w, m_shape.size());
}

void Learner::accept()
{
    std::swap(m_now, m_next);
    ++m_updates;
}

Result<Argument> Learner::firstLost()
{
    const auto next = copied(m_next.w);
    if (!next)
        return next.error();
    const auto tensor = firstNotFinite(m_shape.spec(), m_shape.parameters(*next));
    return tensor ? Argument(*tensor) : sentence("A weight");
}

Result<std::vector<float>> Learner::copied(const float *from) const
{
    std::vector<float> numbers(m_shape.size());
    m_device.copyOut(numbers.data(), from, numbers.size() * sizeof(float));
    if (const auto finished = m_device.finish(); !finished)
        return finished.error();
    return numbers;
}

Result<TrainingState> Learner::state() const
{
    const auto w = copied(m_now.w), m = copied(m_now.m), v = copied(m_now.v);
    for (const auto *each : {&w, &m, &v})
        if (!*each)
            return each->error();
    return TrainingState{m_shape.parameters(*w), m_shape.parameters(*m), m_shape.parameters(*v), m_updates};
}

} // namespace gatescope::gpu
