// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/inspector/nudging.h"

#include "core/base/within_memory.h"

#include <utility>

namespace gatescope {

Nudging::Nudging(const Backend &backend, QObject *parent) : QObject(parent), m_backend(backend) { }

Nudging::~Nudging()
{
    if (m_thread)
        m_thread->wait();
}

void Nudging::ask(const Record &record, const ParameterPlace &place)
{
    if (m_thread)
        m_next = Question{record, place};
    else
        start({record, place});
}

void Nudging::start(const Question &question)
{
    m_answer = std::make_shared<std::optional<NudgeAnswer>>();
    m_thread.reset(QThread::create([backend = &m_backend, question, answer = m_answer] {
        const Experiment &experiment = *question.record.experiment;
        answer->emplace(NudgeAnswer{question.record.trace, question.place, withinMemory([&] {
                                        return checkParameter(*backend, experiment.spec, experiment.parameters,
                                                              question.record.trace->batch, experiment.objective,
                                                              question.place);
                                    })});
    }));
    connect(m_thread.get(), &QThread::finished, this, &Nudging::finish);
    m_thread->start();
}

void Nudging::finish()
{
    m_thread->wait();
    m_thread.release()->deleteLater(); // its signal is still being delivered
    const NudgeAnswer answer = **m_answer;
    if (const std::optional<Question> next = std::exchange(m_next, std::nullopt))
        start(*next);
    emit answered(answer);
}

} // namespace gatescope
