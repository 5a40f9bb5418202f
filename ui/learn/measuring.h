// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lesson.h"

#include <QThread>

#include <memory>

namespace gatescope {

/// Measures what a card claims. Where networks have to learn for it that happens on a thread of its own, one card at a
/// time; an answer that nobody waits for any more is dropped.
class Measuring : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    /// Waits for the networks that are learning.
    ~Measuring() override;

    /// Whether networks have to learn for a claim of the card.
    static bool takesTime(const LessonCard &card);

    /// `measured` follows, for this card alone: at once where nothing has to be learned.
    void ask(const LessonCard &card, const Lesson &lesson);
    /// Nobody waits for what was asked.
    void forget() { ++m_asked; }
    /// Whether somebody waits for networks that are learning.
    bool isAwaited() const { return m_thread && (m_measured == m_asked || (m_next && m_next->number == m_asked)); }

signals:
    void measured(const std::vector<gatescope::Evidence> &evidence);

private:
    struct Question {
        LessonCard card;
        Lesson lesson;
        int number = 0;
    };
    void start(Question question);
    void finish();

    int m_asked = 0; ///< the number of the card that somebody waits for
    std::optional<Question> m_next;
    int m_measured = 0; ///< the number of the card that the thread measures
    std::shared_ptr<std::vector<Evidence>> m_answer;
    std::unique_ptr<QThread> m_thread;
};

} // namespace gatescope
