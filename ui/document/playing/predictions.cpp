// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playing/predictions.h"

#include "ui/document/document.h"
#include "ui/document/playing/player.h"

#include <numeric>

namespace gatescope {

namespace {

/// The same part of the same step, whatever unit is followed and wherever the camera is.
bool isSamePart(const PlayheadState &a, const PlayheadState &b)
{
    return a.moment() == b.moment() && a.part == b.part && a.pass == b.pass;
}

} // namespace

Predictions::Predictions(Document &document, Playhead &playhead, Player &player, QObject *parent)
    : QObject(parent), m_document(document), m_playhead(playhead), m_player(player)
{
    player.setHold([this](const PlayheadState &next) { return holds(next); });
    connect(&playhead, &Playhead::moved, this, [this](const PlayheadState &state) {
        const bool stays = isSamePart(state, m_asked) || (!m_isRevealed && isSamePart(state, m_from));
        if (m_question && !stays)
            forget();
    });
    connect(&document, &Document::recordChanged, this, &Predictions::forget);
}

Predictions::~Predictions()
{
    m_player.setHold({});
}

void Predictions::setOn(bool on)
{
    if (on == m_isOn)
        return;
    m_isOn = on;
    m_answered = m_right = 0;
    m_question.reset();
    emit turned(on);
    emit changed();
}

void Predictions::answer(int option)
{
    if (!m_question || m_isRevealed || option < 0 || option >= std::ssize(m_question->options))
        return;
    std::vector<int> one(m_question->options.size());
    one[static_cast<std::size_t>(option)] = 1;
    answer(one);
}

void Predictions::answer(const std::vector<int> &hands)
{
    if (!m_question || m_isRevealed || hands.size() != m_question->options.size())
        return;
    count(hands);
    const bool goOn = m_wasPlaying;
    reveal();
    m_player.partOn();
    if (goOn)
        m_player.keepPlaying();
}

void Predictions::setVotes(std::vector<int> votes)
{
    if (m_question && !m_isRevealed && votes.size() == m_question->options.size())
        m_votes = std::move(votes);
}

void Predictions::count(const std::vector<int> &hands)
{
    m_answers = hands;
    for (std::size_t i = 0; i < m_votes.size(); ++i)
        m_answers[i] += m_votes[i];
    m_answered += std::accumulate(m_answers.begin(), m_answers.end(), 0);
    m_right += m_answers[m_question->right];
}

/// Whether the player is to wait before it computes the next part. Asked again about the part that it waits for, it
/// shall see without an answer.
bool Predictions::holds(const PlayheadState &next)
{
    if (!m_isOn || next.pass == Pass::backward || !m_document.record())
        return false;
    if (m_question && isSamePart(next, m_asked)) {
        if (!m_isRevealed) {
            count(m_answers); // of nobody in the room
            reveal();
        }
        return false;
    }
    const Record &record = m_document.record();
    std::optional<Prediction> question
        = predictionOf(*record.experiment, *record.trace, next.moment(), next.part, next.unit);
    if (!question)
        return false;
    m_wasPlaying = m_player.isPlaying();
    m_from = m_playhead.state();
    m_asked = next;
    m_answers.assign(question->options.size(), 0);
    m_votes.clear();
    m_question = std::move(question);
    m_isRevealed = false;
    emit changed();
    return true;
}

void Predictions::reveal()
{
    m_isRevealed = true;
    emit changed();
}

void Predictions::forget()
{
    if (!m_question)
        return;
    m_question.reset();
    m_isRevealed = false;
    emit changed();
}

} // namespace gatescope
