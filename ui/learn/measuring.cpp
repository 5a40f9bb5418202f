// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/measuring.h"

#include <algorithm>

namespace gatescope {

Measuring::~Measuring()
{
    if (m_thread)
        m_thread->wait();
}

bool Measuring::takesTime(const LessonCard &card)
{
    return std::ranges::any_of(card.evidence, [](const std::string &name) { return claimNamed(name)->isTrained; });
}

void Measuring::ask(const LessonCard &card, const Lesson &lesson)
{
    forget();
    if (!takesTime(card)) {
        emit measured(measuredOn(card, lesson));
        return;
    }
    Question question{card, lesson, m_asked};
    if (m_thread)
        m_next = std::move(question);
    else
        start(std::move(question));
}

void Measuring::start(Question question)
{
    m_measured = question.number;
    m_answer = std::make_shared<std::vector<Evidence>>();
    m_thread.reset(QThread::create(
        [question = std::move(question), answer = m_answer] { *answer = measuredOn(question.card, question.lesson); }));
    connect(m_thread.get(), &QThread::finished, this, &Measuring::finish);
    m_thread->start();
}

void Measuring::finish()
{
    m_thread->wait();
    m_thread.release()->deleteLater(); // its signal is still being delivered
    const std::vector<Evidence> answer = *m_answer;
    const bool isAwaited = m_measured == m_asked;
    if (auto next = std::exchange(m_next, std::nullopt); next && next->number == m_asked)
        start(std::move(*next));
    if (isAwaited)
        emit measured(answer);
}

} // namespace gatescope
