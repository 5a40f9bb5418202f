// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/lessons/lesson.h"
#include "ui/document/errand.h"

namespace gatescope {

/// Measures what a card claims. Where networks have to learn for it that happens on a thread of its own, one card at a
/// time; an answer that nobody waits for any more is dropped.
class Measuring : public QObject
{
    Q_OBJECT
public:
    /// Its end stops the networks that are learning.
    explicit Measuring(QObject *parent = nullptr);

    /// Whether networks have to learn for a claim of the card.
    static bool takesTime(const LessonCard &card);

    /// `measured` follows, for this card alone: at once where nothing has to be learned.
    void ask(const LessonCard &card, const Lesson &lesson);
    /// Nobody waits for what was asked.
    void forget() { ++m_asked; }
    /// Whether somebody waits for networks that are learning.
    bool isAwaited() const
    {
        return m_errand.isBusy() && (m_measured == m_asked || (m_next && m_next->number == m_asked));
    }

signals:
    void measured(const std::vector<gatescope::Evidence> &evidence);

private:
    struct Question {
        LessonCard card;
        Lesson lesson;
        int number = 0;
    };
    void start(Question question);
    void finish(const std::vector<Evidence> &evidence);

    int m_asked = 0; ///< the number of the card that somebody waits for
    std::optional<Question> m_next;
    int m_measured = 0;                     ///< the number of the card that the thread measures
    Errand<std::vector<Evidence>> m_errand; ///< last: it ends before the rest does
};

} // namespace gatescope
