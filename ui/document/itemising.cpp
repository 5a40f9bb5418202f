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

Itemising::Itemising(const Backend &backend, QObject *parent)
    : QObject(parent), m_backend(backend), m_errand([this](const ItemisingAnswer &answer) { finish(answer); })
{
}

void Itemising::ask(const Record &record, const Moment &place)
{
    if (!isBusy())
        return start({record, place});
    m_next = Question{record, place};
    m_errand.stop();
}

void Itemising::start(const Question &question)
{
    m_errand.start([backend = &m_backend, question](std::stop_token stop) {
        return ItemisingAnswer{question.record.trace, question.place,
                               itemised(*backend, question.record, question.place, stop)};
    });
}

void Itemising::finish(const ItemisingAnswer &answer)
{
    if (const std::optional<Question> next = std::exchange(m_next, std::nullopt))
        return start(*next); // nobody waits for the one that was stopped
    emit answered(answer);
}

} // namespace gatescope
