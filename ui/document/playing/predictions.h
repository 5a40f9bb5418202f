// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/study/prediction.h"
#include "ui/document/playhead.h"

#include <QObject>

#include <optional>
#include <vector>

namespace gatescope {

class Document;
class Player;

/// Predict first: while it is on, the player asks about the next part of the forward pass before it computes it, and
/// goes on once that is answered. Answers may be one person's or the raised hands of a class.
class Predictions : public QObject
{
    Q_OBJECT
public:
    Predictions(Document &document, Playhead &playhead, Player &player, QObject *parent = nullptr);
    ~Predictions() override;

    bool isOn() const { return m_isOn; }
    void setOn(bool on);

    /// What is asked, or was just answered; none before the first question and after a move elsewhere.
    const std::optional<Prediction> &question() const { return m_question; }
    /// Whether its outcome may be told.
    bool isRevealed() const { return m_isRevealed; }
    /// How many chose each option; their sum is 0 when nobody was asked.
    const std::vector<int> &answers() const { return m_answers; }
    /// Questions with answers so far, and answers that were right; since it was turned on.
    int answered() const { return m_answered; }
    int right() const { return m_right; }

    /// One person's answer: reveals.
    void answer(int option);
    /// A class's answers, one number for each option: reveals.
    void answer(const std::vector<int> &hands);
    /// What a class's phones say so far, a number for each option; however it is revealed, these are counted too.
    void setVotes(std::vector<int> votes);

signals:
    void turned(bool on);
    void changed(); ///< question, answers or outcome

private:
    bool holds(const PlayheadState &next);
    void reveal();
    void count(const std::vector<int> &hands);
    void forget();

    Document &m_document;
    Playhead &m_playhead;
    Player &m_player;
    bool m_isOn = false;
    bool m_isRevealed = false;
    bool m_wasPlaying = false;
    PlayheadState m_from;  ///< where it was asked
    PlayheadState m_asked; ///< the place whose part is asked about
    std::optional<Prediction> m_question;
    std::vector<int> m_answers;
    std::vector<int> m_votes; ///< of phones; empty: none
    int m_answered = 0;
    int m_right = 0;
};

} // namespace gatescope
