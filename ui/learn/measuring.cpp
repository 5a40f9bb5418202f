// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/measuring.h"

#include <algorithm>

namespace gatescope {

Measuring::Measuring(QObject *parent)
    : QObject(parent), m_errand([this](const std::vector<Evidence> &evidence) { finish(evidence); })
{
}

bool Measuring::takesTime(const LessonCard &card)
{
    return std::ranges::any_of(card.evidence, [](const std::string &name) { return claimNamed(name)->isTrained(); });
}

void Measuring::ask(const LessonCard &card, const Lesson &lesson)
{
    forget();
    if (!takesTime(card)) {
        emit measured(measuredOn(card, lesson));
        return;
    }
    Question question{card, lesson, m_asked};
    if (m_errand.isBusy())
        m_next = std::move(question);
    else
        start(std::move(question));
}

void Measuring::start(Question question)
{
    m_measured = question.number;
    m_errand.start([question = std::move(question)](std::stop_token stop) {
        return measuredOn(question.card, question.lesson, stop);
    });
}

void Measuring::finish(const std::vector<Evidence> &evidence)
{
    const bool isAwaited = m_measured == m_asked;
    if (auto next = std::exchange(m_next, std::nullopt); next && next->number == m_asked)
        start(std::move(*next));
    if (isAwaited)
        emit measured(evidence);
}

} // namespace gatescope
