// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/itemising.h"

#include "core/base/within_memory.h"

#include <utility>

namespace gatescope {

Result<ItemisedGradient> itemised(const Backend &backend, const Record &record, const Moment &place,
                                  std::stop_token stop)
{
    Objective everyLoss = record.experiment->objective;
    everyLoss.watched = WatchedSteps::every;
    return withinMemory([&] {
        return itemisedGradient(backend, record.experiment->parameters, *record.trace, everyLoss, place, mostSources,
                                stop);
    });
}

Itemising::Itemising(const Backend &backend, QObject *parent) : QObject(parent), m_backend(backend) { }

Itemising::~Itemising()
{
    if (!m_thread)
        return;
    m_stop.request_stop();
    m_thread->wait();
}

void Itemising::ask(const Record &record, const Moment &place)
{
    if (!m_thread)
        return start({record, place});
    m_next = Question{record, place};
    m_stop.request_stop();
}

void Itemising::start(const Question &question)
{
    m_stop = {};
    m_answer = std::make_shared<std::optional<ItemisingAnswer>>();
    m_thread.reset(QThread::create([backend = &m_backend, question, answer = m_answer, stop = m_stop.get_token()] {
        answer->emplace(ItemisingAnswer{question.record.trace, question.place,
                                        itemised(*backend, question.record, question.place, stop)});
    }));
    connect(m_thread.get(), &QThread::finished, this, &Itemising::finish);
    m_thread->start();
}

void Itemising::finish()
{
    m_thread->wait();
    m_thread.release()->deleteLater(); // its signal is still being delivered
    const ItemisingAnswer answer = **m_answer;
    if (const std::optional<Question> next = std::exchange(m_next, std::nullopt))
        return start(*next); // nobody waits for the one that was stopped
    emit answered(answer);
}

} // namespace gatescope
