// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explore/bars/phone_predictions.h"

#include "ui/classroom/class_phones.h"
#include "ui/common/translate.h"
#include "ui/document/playing/predictions.h"

namespace gatescope {

namespace {

constexpr int firstAsking = 500'000; ///< a quiz never gets there, so no phone takes one for the other

Question questionOf(const Prediction &prediction)
{
    Question question;
    question.kind = QuestionKind::choice;
    question.text = prediction.question;
    question.options = prediction.options;
    question.answer = int(prediction.right);
    return question;
}

std::vector<ClassAnswer> answersOf(const Prediction &prediction)
{
    std::vector<ClassAnswer> answers;
    for (std::size_t i = 0; i < prediction.options.size(); ++i)
        answers.push_back({prediction.options[i], i == prediction.right, prediction.outcome});
    return answers;
}

} // namespace

PhonePredictions::PhonePredictions(Predictions &predictions, ClassPhones &phones, QObject *parent)
    : QObject(parent), m_predictions(predictions), m_phones(phones), m_asking(firstAsking)
{
    connect(&predictions, &Predictions::changed, this, &PhonePredictions::follow);
    connect(&phones, &ClassPhones::arrived, this, [this](int phone) { tell(phone); });
    connect(&phones, &ClassPhones::answered, this, &PhonePredictions::take);
    connect(&phones, &ClassPhones::removed, this, [this](int phone) {
        m_answers.forget(phone);
        m_predictions.setVotes(m_answers.tally());
        emit phoneAnswered();
    });
}

void PhonePredictions::setSeen(bool seen)
{
    m_isSeen = seen;
    if (seen)
        m_phones.takeFloor(this);
    follow();
    if (!seen)
        m_phones.leaveFloor(this);
}

PhonePage PhonePredictions::page() const
{
    PhonePage page;
    const auto &question = m_predictions.question();
    if (!m_isSeen || !question)
        return page;
    page.kind = m_predictions.isRevealed() ? PhonePage::Kind::shown : PhonePage::Kind::asking;
    page.ask = m_asking;
    page.asks = said(question->question).toStdString();
    for (std::size_t i = 0; i < question->options.size(); ++i)
        page.rows.push_back({std::to_string(i + 1), said(question->options[i]).toStdString(), i == question->right});
    return page;
}

void PhonePredictions::follow()
{
    const auto &question = m_predictions.question();
    const bool asks = question && !m_predictions.isRevealed();
    if (asks && m_page.kind != PhonePage::Kind::asking) {
        ++m_asking;
        m_answers = PhoneAnswers(questionOf(*question), answersOf(*question));
    }
    PhonePage now = page();
    const bool isAnother = now.ask != m_page.ask || now.kind != m_page.kind;
    m_page = std::move(now);
    if (!isAnother)
        return;
    for (const Phone &phone : m_phones.roster().phones())
        if (phone.lines > 0)
            tell(phone.number);
    emit phoneAnswered();
}

void PhonePredictions::tell(int phone, const QString &problem)
{
    if (!m_phones.hasFloor(this))
        return; // others ask
    PhoneOwn own;
    own.problem = problem.toStdString();
    if (const PhoneAnswer *answer = m_answers.answerOf(phone)) {
        own.answer = *answer;
        const PhoneVerdict verdict = m_answers.verdictOf(phone);
        own.isRight = verdict.isRight;
        own.why = said(verdict.why).toStdString();
    }
    m_phones.show(phone, writePhonePage(m_page, own));
}

void PhonePredictions::take(int phone, int asking, const PhoneAnswer &answer)
{
    if (!m_phones.hasFloor(this))
        return;
    if (asking != m_page.ask || m_page.kind != PhonePage::Kind::asking)
        return tell(phone);
    if (const auto given = m_answers.give(phone, answer); !given)
        return tell(phone, said(given.error().sentence));
    m_predictions.setVotes(m_answers.tally());
    tell(phone);
    emit phoneAnswered();
}

} // namespace gatescope
