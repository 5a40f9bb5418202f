// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/nudging.h"

#include "core/base/within_memory.h"

#include <utility>

namespace gatescope {

Nudging::Nudging(const Backend &backend, QObject *parent)
    : QObject(parent), m_backend(backend), m_errand([this](const NudgeAnswer &answer) { finish(answer); })
{
}

void Nudging::ask(const Record &record, const ParameterPlace &place)
{
    if (!isBusy())
        return start({record, place});
    m_next = Question{record, place};
    m_errand.stop();
}

void Nudging::start(const Question &question)
{
    m_errand.start([backend = &m_backend, question](std::stop_token stop) {
        const Experiment &experiment = *question.record.experiment;
        return NudgeAnswer{question.record.trace, question.place, withinMemory([&] {
                               return checkParameter(*backend, experiment.spec, experiment.parameters,
                                                     question.record.trace->batch, experiment.objective, question.place,
                                                     usualNudge, stop);
                           })};
    });
}

void Nudging::finish(const NudgeAnswer &answer)
{
    if (const std::optional<Question> next = std::exchange(m_next, std::nullopt))
        return start(*next); // nobody waits for the one that was stopped
    emit answered(answer);
}

} // namespace gatescope
