// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/round/quiz_round.h"

#include "core/learning/generators/generator.h"
#include "ui/document/learner.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/round/wished_questions.h"

#include <algorithm>

namespace gatescope {

namespace {

constexpr int seeds = 1'000'000; ///< as many as a person can type again

} // namespace

Studied studied(const Record &record)
{
    return {*record.experiment, record.trace, record.gradients};
}

QuizRound::QuizRound(const QuestionShelf &shelf, Learner &learner, QObject *parent)
    : QObject(parent), m_shelf(shelf), m_learner(learner)
{
}

Result<void> QuizRound::begin(const QuizWish &wish, const Record &screen)
{
    if (wish.aboutTheScreen && !screen)
        return error("The network on the screen has no run yet.");
    auto asked = wish.aboutTheScreen ? std::optional(studied(screen)) : std::nullopt;
    auto questions = wishedQuestions(wish, m_shelf, m_learner.progress(), asked ? &*asked : nullptr);
    if (!questions)
        return questions.error();
    m_wish = wish;
    m_run = wish.aboutTheScreen ? screen : Record();
    m_screen = std::move(asked);
    m_random = Random(wish.choice.seed + 1);
    walk(std::move(*questions), wish.mode == QuizMode::ladder);
    return {};
}

void QuizRound::beginAgainWithWrongOnes()
{
    std::vector<Question> wrong;
    for (int i = 0; i < count(); ++i)
        if (m_ladder[std::size_t(i)].right == false)
            wrong.push_back(withOtherNumbers(m_questions[std::size_t(i)], m_screen ? &*m_screen : nullptr, m_random));
    if (wrong.empty())
        return;
    m_wish.mode = QuizMode::ladder; // one learns from them, with hints
    walk(std::move(wrong), false);
}

void QuizRound::ask(std::vector<Question> questions)
{
    m_wish = {};
    m_run = {};
    m_screen.reset();
    walk(std::move(questions), true);
}

void QuizRound::walk(std::vector<Question> questions, bool takesInDue)
{
    m_takesInDue = takesInDue;
    m_questions = std::move(questions);
    m_ladder.clear();
    for (const Question &question : m_questions)
        m_ladder.push_back(rungOf(question, false));
    goTo(0);
}

Rung QuizRound::rungOf(const Question &question, bool returns) const
{
    return {rungTitle(question), question.level, std::nullopt, returns};
}

void QuizRound::goTo(int number)
{
    m_number = std::min(number, count());
    if (!isOver())
        takeInWhatIsDue();
    beginQuestion();
    emit asked();
    emit changed();
}

/// Nothing is answered, shown or told of it yet.
void QuizRound::beginQuestion()
{
    m_marking.reset();
    m_isHintShown = false;
    m_areOptionsHidden = !isOver() && m_wish.mode == QuizMode::recall && !question().options.empty();
    m_told = 0;
}

void QuizRound::takeInWhatIsDue()
{
    if (!m_takesInDue || (m_number > 0 && m_ladder[std::size_t(m_number) - 1].returns))
        return;
    for (const std::string &origin : m_learner.progress().due()) {
        const bool isToCome = std::any_of(m_questions.begin() + m_number, m_questions.end(),
                                          [&](const Question &one) { return originOf(one) == origin; });
        bool wasRight = false; // in this round already
        for (int i = 0; i < m_number; ++i)
            wasRight = wasRight
                || (m_ladder[std::size_t(i)].right == true && originOf(m_questions[std::size_t(i)]) == origin);
        if (isToCome || wasRight)
            continue;
        const Generator *generator = generatorNamed(origin);
        auto due = !m_screen ? questionAgain(m_shelf.written(), origin, newSeed())
            : generator      ? askAbout(*m_screen, *generator, newSeed())
                             : std::nullopt;
        if (!due || !isWanted(m_wish.choice, *due))
            continue;
        m_ladder.insert(m_ladder.begin() + m_number, rungOf(*due, true));
        m_questions.insert(m_questions.begin() + m_number, std::move(*due));
        m_questions.pop_back();
        m_ladder.pop_back();
        return;
    }
}

std::uint64_t QuizRound::newSeed()
{
    return std::uint64_t(m_random.below(seeds));
}

Record QuizRound::network() const
{
    if (isOver())
        return {};
    return m_run && playsOnTheStage(question()) ? m_run : m_shelf.networkOf(question());
}

void QuizRound::take(const Marking &marking)
{
    if (isMarked())
        return;
    m_marking = marking;
    if (isMarked()) {
        const bool right = marking.verdict == MarkingVerdict::right;
        m_ladder[std::size_t(m_number)].right = right;
        m_learner.note(question(), right);
        if (m_wish.mode == QuizMode::challenge) {
            m_learner.noteChallenge(this->right());
            if (!right)
                endHere();
        }
    }
    emit marked();
    emit changed();
}

/// What is to come does not come any more.
void QuizRound::endHere()
{
    m_questions.resize(std::size_t(m_number) + 1);
    m_ladder.resize(m_questions.size());
}

void QuizRound::showHint()
{
    if (!hasHint())
        return;
    m_isHintShown = true;
    emit changed();
}

void QuizRound::showOptions()
{
    if (!m_areOptionsHidden)
        return;
    m_areOptionsHidden = false;
    emit changed();
}

bool QuizRound::tellMore()
{
    if (!isMarked() || m_told >= std::ssize(question().solution))
        return false;
    ++m_told;
    emit changed();
    return true;
}

bool QuizRound::tellLess()
{
    if (m_told <= 1)
        return false;
    --m_told;
    emit changed();
    return true;
}

/// Not in a challenge, where a second try would hide the mistake.
bool QuizRound::canComeAgain() const
{
    return !isOver() && m_wish.mode != QuizMode::challenge && generatorNamed(originOf(question()));
}

void QuizRound::askAgain()
{
    if (!canComeAgain())
        return;
    m_questions[std::size_t(m_number)] = withOtherNumbers(question(), m_screen ? &*m_screen : nullptr, m_random);
    beginQuestion();
    emit asked();
    emit changed();
}

void QuizRound::next()
{
    if (!isOver())
        goTo(m_number + 1);
}

void QuizRound::end()
{
    goTo(count());
}

int QuizRound::right() const
{
    return static_cast<int>(std::ranges::count(m_ladder, std::optional(true), &Rung::right));
}

int QuizRound::longestChallenge() const
{
    return m_learner.progress().longestChallenge();
}

int QuizRound::answered() const
{
    return static_cast<int>(std::ranges::count_if(m_ladder, [](const Rung &rung) { return rung.right.has_value(); }));
}

std::vector<std::string> QuizRound::lessonsOfWrongOnes() const
{
    std::vector<std::string> lessons;
    for (std::size_t i = 0; i < m_questions.size(); ++i) {
        const std::string &lesson = m_questions[i].lesson;
        if (m_ladder[i].right == false && std::ranges::find(lessons, lesson) == lessons.end())
            lessons.push_back(lesson);
    }
    return lessons;
}

} // namespace gatescope
