// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/class/class_round.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace gatescope {

namespace {
constexpr int mostHands = 999;
}

ClassRound::ClassRound(QObject *parent) : QObject(parent)
{
    m_tick.setInterval(250);
    connect(&m_tick, &QTimer::timeout, this, &ClassRound::ticked);
}

void ClassRound::begin(std::vector<Question> questions, int limit, QuizMode mode)
{
    m_limit = limit;
    m_mode = mode;
    m_questions = std::move(questions);
    m_outcomes.assign(m_questions.size(), {});
    m_scores.clear();
    ask(0);
}

void ClassRound::ask(int number)
{
    m_number = std::min(number, count());
    m_answers = isOver() ? std::vector<ClassAnswer>() : classAnswers(question());
    m_hands.assign(m_answers.size(), 0);
    m_phones = isOver() ? PhoneAnswers() : PhoneAnswers(question(), m_answers);
    ++m_asking;
    m_phase = Phase::asking;
    m_told = 0;
    m_isHintShown = false;
    m_areAnswersHidden = !isOver() && m_mode == QuizMode::recall;
    m_before = 0;
    m_isPaused = false;
    m_clock.restart();
    isOver() ? m_tick.stop() : m_tick.start();
    emit asked();
    emit changed();
}

int ClassRound::seconds() const
{
    return m_phase == Phase::asking ? int((m_before + (m_isPaused ? 0 : m_clock.elapsed())) / 1000) : m_stoppedAt;
}

std::optional<int> ClassRound::secondsLeft() const
{
    return m_limit > 0 ? std::optional(std::max(0, m_limit - seconds())) : std::nullopt;
}

void ClassRound::pause()
{
    if (isOver() || m_phase != Phase::asking || m_isPaused)
        return;
    m_before += m_clock.elapsed();
    m_isPaused = true;
    m_tick.stop();
}

void ClassRound::resume()
{
    if (!m_isPaused)
        return;
    m_isPaused = false;
    m_clock.restart();
    m_tick.start();
}

int ClassRound::allHands() const
{
    return std::accumulate(m_hands.begin(), m_hands.end(), 0);
}

std::vector<int> ClassRound::votes() const
{
    std::vector<int> all = m_phones.tally();
    all.resize(m_hands.size());
    std::ranges::transform(all, m_hands, all.begin(), std::plus());
    return all;
}

int ClassRound::allVotes() const
{
    const std::vector<int> each = votes();
    int all = std::accumulate(each.begin(), each.end(), 0);
    for (const auto &[number, phones] : m_phones.otherNumbers())
        all += phones;
    return all;
}

std::optional<int> ClassRound::commonestMistake() const
{
    const std::vector<int> each = votes();
    std::optional<int> commonest;
    for (int i = 0; i < int(m_answers.size()); ++i)
        if (!m_answers[std::size_t(i)].isRight && each[std::size_t(i)] > 0
            && (!commonest || each[std::size_t(i)] > each[std::size_t(*commonest)]))
            commonest = i;
    return commonest;
}

Result<void> ClassRound::answer(int phone, int asking, const PhoneAnswer &answer)
{
    if (asking != m_asking || isOver() || m_phase != Phase::asking || m_areAnswersHidden)
        return {};
    if (const auto given = m_phones.give(phone, answer); !given)
        return given;
    emit phoneAnswered(phone);
    return {};
}

void ClassRound::forgetPhone(int phone)
{
    if (m_phase != Phase::asking)
        return; // it is counted
    m_phones.forget(phone);
    emit phoneAnswered(phone);
}

void ClassRound::forgetPhones()
{
    for (const int phone : m_phones.phones())
        forgetPhone(phone);
    m_scores.clear();
}

ClassRound::PhoneScore ClassRound::scoreOf(int phone) const
{
    const auto found = m_scores.find(phone);
    return found == m_scores.end() ? PhoneScore() : found->second;
}

void ClassRound::scorePhones()
{
    for (const int phone : m_phones.phones()) {
        ++m_scores[phone].answered;
        m_scores[phone].right += m_phones.verdictOf(phone).isRight ? 1 : 0;
    }
}

void ClassRound::raiseHand(int answer, int by)
{
    if (answer >= 0 && answer < int(m_hands.size()))
        setHands(answer, m_hands[std::size_t(answer)] + by);
}

void ClassRound::setHands(int answer, int hands)
{
    if (m_phase != Phase::asking || m_areAnswersHidden || answer < 0 || answer >= int(m_hands.size()))
        return;
    m_hands[std::size_t(answer)] = std::clamp(hands, 0, mostHands);
    emit changed();
}

void ClassRound::showHint()
{
    if (!hasHint())
        return;
    m_isHintShown = true;
    emit changed();
}

void ClassRound::reveal()
{
    if (isOver() || m_phase != Phase::asking)
        return;
    m_stoppedAt = seconds();
    m_tick.stop();
    m_phase = Phase::revealed;
    m_areAnswersHidden = false;
    scorePhones();
    const std::vector<int> each = votes();
    Outcome outcome{0, allVotes()};
    for (std::size_t i = 0; i < m_answers.size(); ++i)
        outcome.right += m_answers[i].isRight ? each[i] : 0;
    m_outcomes[std::size_t(m_number)] = outcome;
    if (m_mode == QuizMode::challenge && outcome.isCounted() && !outcome.isRight()) {
        m_questions.resize(std::size_t(m_number) + 1); // what is to come does not come any more
        m_outcomes.resize(m_questions.size());
    }
    emit revealed();
    emit changed();
}

int ClassRound::right() const
{
    return static_cast<int>(std::ranges::count_if(m_outcomes, &Outcome::isRight));
}

void ClassRound::on()
{
    if (isOver())
        return;
    if (m_areAnswersHidden) {
        m_areAnswersHidden = false;
        m_before = 0;
        m_clock.restart(); // the time is that in which hands are raised
        emit changed();
        return;
    }
    if (m_phase == Phase::asking)
        return reveal();
    if (m_told >= int(question().solution.size()))
        return ask(m_number + 1);
    m_phase = Phase::telling;
    ++m_told;
    emit changed();
}

void ClassRound::back()
{
    if (isOver() || m_phase != Phase::telling)
        return;
    if (--m_told == 0)
        m_phase = Phase::revealed;
    emit changed();
}

} // namespace gatescope
