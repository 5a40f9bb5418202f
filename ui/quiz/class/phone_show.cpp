// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/class/phone_show.h"

#include "ui/classroom/class_phones.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/quiz/asking/answer_keys.h"
#include "ui/quiz/asking/asked_text.h"
#include "ui/quiz/class/class_round.h"

namespace gatescope {

namespace {

constexpr int hourInMilliseconds = 3'600'000;

std::string onPhone(const QString &words)
{
    return withCode(words).toStdString();
}

} // namespace

PhoneShow::PhoneShow(ClassRound &round, ClassPhones &phones, QObject *parent)
    : QObject(parent), m_round(round), m_phones(phones)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(hourInMilliseconds);
    connect(&m_patience, &QTimer::timeout, &phones, &ClassPhones::close);
    connect(&round, &ClassRound::changed, this, &PhoneShow::follow);
    connect(&round, &ClassRound::phoneAnswered, this, [this](int phone) { tell(phone); });
    connect(&phones, &ClassPhones::arrived, this, [this](int phone) { tell(phone); });
    connect(&phones, &ClassPhones::answered, this, &PhoneShow::take);
    connect(&phones, &ClassPhones::removed, &round, &ClassRound::forgetPhone);
    connect(&phones, &ClassPhones::openChanged, this, [this] {
        if (!m_phones.isOpen())
            m_round.forgetPhones();
        m_patience.start();
    });
    m_page = page();
}

void PhoneShow::fillQuestion(PhonePage &page) const
{
    const Question &question = m_round.question();
    const AskedText text = askedText(question);
    page.number = tr("Question %1 of %2").arg(m_round.number() + 1).arg(m_round.count()).toStdString();
    page.given = onPhone(text.given);
    page.asks = onPhone(text.asks);
    page.takesSeveral = m_round.phones().takesSeveral();
    page.takesNumbers = m_round.phones().takesNumbers();
    if (page.takesNumbers)
        page.how = onPhone(text.how);
    std::vector<Sentence> answers;
    for (const ClassAnswer &answer : m_round.answers())
        answers.push_back(answer.text);
    const std::vector<int> keys = keysOf(answers);
    for (std::size_t i = 0; i < answers.size(); ++i)
        page.rows.push_back({std::to_string(keys[i]), onPhone(said(answers[i])), m_round.answers()[i].isRight});
}

void PhoneShow::setSeen(bool seen)
{
    m_isSeen = seen;
    if (seen)
        m_phones.takeFloor(this);
    follow();
    if (!seen)
        m_phones.leaveFloor(this);
}

PhonePage PhoneShow::page() const
{
    PhonePage page;
    page.ask = m_round.asking();
    if (!m_isSeen)
        return page;
    if (m_round.isOver()) {
        page.kind = m_round.count() > 0 ? PhonePage::Kind::over : PhonePage::Kind::waiting;
        return page;
    }
    page.kind = m_round.areAnswersHidden()             ? PhonePage::Kind::thinking
        : m_round.phase() == ClassRound::Phase::asking ? PhonePage::Kind::asking
                                                       : PhonePage::Kind::shown;
    fillQuestion(page);
    return page;
}

PhoneOwn PhoneShow::ownOf(int phone) const
{
    PhoneOwn own;
    if (m_page.kind == PhonePage::Kind::over) {
        const ClassRound::PhoneScore score = m_round.scoreOf(phone);
        own.words = tr("That was all. Answered: %1, right: %2.").arg(score.answered).arg(score.right).toStdString();
    }
    const PhoneAnswer *answer = m_round.phones().answerOf(phone);
    if (!answer || m_page.kind == PhonePage::Kind::waiting)
        return own;
    own.answer = *answer;
    if (m_page.kind == PhonePage::Kind::shown) {
        const PhoneVerdict verdict = m_round.phones().verdictOf(phone);
        own.isRight = verdict.isRight;
        own.why = onPhone(said(verdict.why));
    }
    return own;
}

void PhoneShow::tell(int phone, const QString &problem)
{
    if (!m_phones.hasFloor(this))
        return; // others ask
    PhoneOwn own = ownOf(phone);
    own.problem = problem.toStdString();
    m_phones.show(phone, writePhonePage(m_page, own));
}

/// All are told where something else is to be seen; hands that are raised change nothing on a phone.
void PhoneShow::follow()
{
    PhonePage now = page();
    const bool isAnother = now.ask != m_page.ask || now.kind != m_page.kind;
    m_page = std::move(now);
    if (!isAnother)
        return;
    m_patience.start();
    for (const Phone &phone : m_phones.roster().phones())
        if (phone.lines > 0)
            tell(phone.number);
}

void PhoneShow::take(int phone, int asking, const PhoneAnswer &answer)
{
    if (!m_phones.hasFloor(this))
        return;
    if (asking != m_page.ask || m_page.kind != PhonePage::Kind::asking)
        return tell(phone); // too late: it sees where the class is
    if (const auto taken = m_round.answer(phone, asking, answer); !taken)
        tell(phone, said(taken.error().sentence));
}

} // namespace gatescope
