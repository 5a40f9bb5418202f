// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/lesson_view.h"

#include "core/learning/claims/control.h"
#include "core/learning/lessons/chapters.h"
#include "ui/common/translate.h"
#include "ui/document/learner.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/learn/card_panel.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/figure_view.h"
#include "ui/learn/measuring.h"
#include "ui/learn/outline.h"
#include "ui/learn/try_strip.h"

#include <QAbstractButton>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSlider>
#include <QVBoxLayout>

#include <algorithm>
#include <set>

namespace gatescope {

namespace {

constexpr int roomForOutline = 1400; ///< width; narrower, the list of lessons is a key away
constexpr int compactBelow = 1500;

} // namespace

LessonView::LessonView(const std::vector<Lesson> &lessons, const std::vector<Question> &questions, Learner &learner,
                       QWidget *parent)
    : QWidget(parent), m_lessons(lessons), m_questions(questions), m_learner(learner), m_measuring(new Measuring(this)),
      m_panel(new CardPanel(this)), m_stage(new PlayedStage(this)), m_figure(new FigureView(this)),
      m_strip(new TryStrip(this)), m_outline(new Outline(lessons, learner, this))
{
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_stage, 1);
    right->addWidget(m_figure, 1);
    m_figure->hide();
    right->addWidget(m_strip);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_outline);
    row->addWidget(m_panel);
    row->addLayout(right, 1);
    connectParts();
}

void LessonView::connectParts()
{
    connect(m_panel, &CardPanel::onRequested, this, &LessonView::goOn);
    connect(m_panel, &CardPanel::backRequested, this, &LessonView::goBack);
    connect(m_panel, &CardPanel::startRequested, this, &LessonView::startRequested);
    connect(m_panel, &CardPanel::playRequested, this, &LessonView::playAgain);
    connect(m_panel, &CardPanel::exploreRequested, this, &LessonView::tryInExplore);
    connect(m_panel, &CardPanel::quizRequested, this, [this] { emit quizRequested(endedChapter()); });
    connect(m_panel, &CardPanel::termPointed, this, [this](const QString &symbol) {
        m_stage->light({symbol.isEmpty() ? QString::fromStdString(shownCard().highlight) : symbol});
    });
    connect(&m_panel->commitment(), &CommitmentPanel::answered, this, [this](bool right) {
        const CommitmentPanel &asked = m_panel->commitment();
        if (!m_wasDone)
            m_learner.note(*asked.question(), right);
        if (asked.given())
            m_learner.keepAnswer(*asked.question(), *asked.given());
        m_wasAsked = false;
        m_panel->setNotice({});
        reveal();
        m_panel->showAnswer();
        noticeDone();
        setFocus(Qt::OtherFocusReason); // out of a field: the next key goes on
    });
    connect(m_measuring, &Measuring::measured, this, &LessonView::showMeasured);
    connect(m_strip, &TryStrip::controlMoved, this, &LessonView::move);
    connect(m_strip, &TryStrip::stepChosen, this, [this](int step) {
        m_stage->moveBy(step - m_stage->playhead().state().step, 0);
        point(m_stage->playhead().state().step);
    });
    connect(m_stage, &PlayedStage::pointedAt, this, &LessonView::lookAt);
    connect(&m_stage->document(), &Document::recordChanged, this, &LessonView::judgeNow);
    connect(&m_stage->playhead(), &Playhead::moved, this, [this](const PlayheadState &state) {
        if (state.progress == 1)
            m_strip->follow(m_stage->document().record(), m_stage->document().ghost(), state.step, m_judgement);
    });
    connect(m_outline, &Outline::startRequested, this, &LessonView::startRequested);
    connect(m_outline, &Outline::lessonChosen, this, &LessonView::lessonChosen);
}

const LessonCard &LessonView::shownCard() const
{
    return m_lessons[std::size_t(m_lesson)].cards[std::size_t(m_card)];
}

const Question *LessonView::commitment() const
{
    const auto found = std::ranges::find(m_questions, shownCard().commitment, &Question::id);
    return found == m_questions.end() || shownCard().commitment.empty() ? nullptr : &*found;
}

/// The number of the chapter whose last lesson this is; 0: of none.
int LessonView::endedChapter() const
{
    const int number = m_lessons[std::size_t(m_lesson)].number;
    const auto found = std::ranges::find(chapters(), number, &Chapter::lastLesson);
    return found == chapters().end() ? 0 : found->number;
}

void LessonView::open(int lesson, int card)
{
    if (lesson < 0 || lesson >= std::ssize(m_lessons))
        return;
    m_lesson = lesson;
    m_card = std::clamp(card, 0, int(m_lessons[std::size_t(lesson)].cards.size()) - 1);
    m_wasDone = m_learner.progress().lesson(m_lessons[std::size_t(lesson)].name).done.contains(m_card);
    m_wasAsked = false;
    m_pointed.reset();
    m_judgement.reset();
    m_measuring->forget();
    const Lesson &whole = m_lessons[std::size_t(m_lesson)];
    takeFocus(); // from a field that goes now
    m_panel->show({whole, m_card, commitment(), m_lesson + 1 == std::ssize(m_lessons), endedChapter()});
    Experiment shown = shownOn(shownCard(), whole);
    const int level = shown.view.level;
    m_strip->show(shownCard(), shown, {});
    shown.view = {}; // where one looks is the playhead's here
    const auto opened = m_stage->open(shown);
    if (!opened)
        m_panel->setNotice(said(opened.error().sentence));
    m_stage->light({QString::fromStdString(shownCard().highlight)});
    if (const auto given = commitment() ? m_learner.progress().answerTo(*commitment()) : std::nullopt)
        m_panel->commitment().recall(*given);
    else if (m_wasDone)
        m_panel->commitment().reveal(); // its text says the answer: to ask again would be no question
    if (!isAsked())
        reveal();
    else if (shownCard().before)
        m_stage->goTo(*shownCard().before);
    else
        m_stage->goTo(shownCard().place, level);
    if (isAsked())
        showFigure();
    m_outline->setPresent(m_lesson);
    if (isVisible()) // a file can bring a place with it: that is where its owner was
        m_learner.reachCard(whole.name, m_card);
    judgeNow();
    noticeDone();
    if (isAsked() && commitment()->kind != QuestionKind::choice)
        m_panel->commitment().focusAnswer(); // one types at once
    emit moved();
}

/// What a guess waits for: what was measured, and what the stage plays.
void LessonView::reveal()
{
    if (Measuring::takesTime(shownCard()))
        m_panel->awaitMeasured(shownCard());
    m_measuring->ask(shownCard(), m_lessons[std::size_t(m_lesson)]);
    m_stage->goTo(shownCard().place, shownCard().level);
    showFigure();
    judgeNow();
}

/// Stage or figure; only the stage plays.
void LessonView::showFigure()
{
    const Figure *figure = figureOf(shownCard(), isAsked());
    m_stage->setVisible(!figure);
    m_figure->setVisible(figure);
    if (figure)
        m_figure->show(*figure, shownOn(shownCard(), m_lessons[std::size_t(m_lesson)]));
    m_panel->offerPlay(!figure);
}

void LessonView::showMeasured(const std::vector<Evidence> &evidence)
{
    m_panel->reveal(shownCard(), evidence);
    if (evidence.empty())
        return;
    m_strip->show(shownCard(), shownOn(shownCard(), m_lessons[std::size_t(m_lesson)]), evidence);
    m_strip->follow(m_stage->document().record(), m_stage->document().ghost(), m_stage->playhead().state().step,
                    m_judgement);
}

bool LessonView::isMeasuring() const
{
    return m_measuring->isAwaited();
}

bool LessonView::isAsked() const
{
    return !m_wasDone && m_panel->commitment().question() && !m_panel->commitment().isAnswered();
}

bool LessonView::isDeedOpen() const
{
    return !m_wasDone && shownCard().deed && !(m_judgement && m_judgement->done);
}

/// A card is done when what it asks is done.
void LessonView::noticeDone()
{
    const bool ready = !isAsked() && !isDeedOpen();
    const std::string &name = m_lessons[std::size_t(m_lesson)].name;
    if (ready)
        m_learner.finishCard(name, m_card);
    const std::set<int> done = m_learner.progress().lesson(name).done;
    if (done.size() == m_lessons[std::size_t(m_lesson)].cards.size())
        m_learner.finishLesson(name);
    m_panel->setDone(done);
    m_panel->setReady(ready);
    if (ready && std::exchange(m_wasAsked, false))
        m_panel->setNotice({}); // that it is not done yet
}

void LessonView::readOn()
{
    if (!m_panel->scrollOn())
        goOn();
}

void LessonView::goOn()
{
    if (isAsked()) {
        if (!std::exchange(m_wasAsked, true)) {
            const Question &question = *m_panel->commitment().question();
            m_panel->setNotice((question.kind == QuestionKind::choice
                                    ? tr("Guess first: press the number of an option.")
                                    : tr("Guess first: type it and press Enter."))
                               + ' ' + tr("A hint: %1 Going on once more shows the answer.").arg(said(question.hint)));
            return;
        }
        m_wasAsked = false;
        m_panel->commitment().reveal();
        m_panel->setNotice({});
        reveal();
        m_panel->showAnswer();
        setFocus(Qt::OtherFocusReason); // out of a field: the next key goes on
        m_panel->setReady(!isDeedOpen());
        return;
    }
    if (isDeedOpen() && !std::exchange(m_wasAsked, true)) {
        m_panel->setNotice(tr("It is not done yet. Going on once more leaves it as it is."));
        return;
    }
    const Lesson &whole = m_lessons[std::size_t(m_lesson)];
    if (m_card + 1 < std::ssize(whole.cards))
        return open(m_lesson, m_card + 1);
    m_learner.finishLesson(whole.name);
    emit finished();
}

void LessonView::goBack()
{
    if (m_card > 0)
        open(m_lesson, m_card - 1);
    else
        emit startRequested();
}

void LessonView::chooseOption(int number)
{
    const Question *question = m_panel->commitment().question();
    if (question && question->kind != QuestionKind::choice)
        m_panel->commitment().focusAnswer();
    else
        m_panel->commitment().chooseOption(number);
}

/// Before the guess it is what the stage waits at that is played: the rest would give the answer away.
void LessonView::playAgain()
{
    const LessonCard &card = shownCard();
    if (figureOf(card, isAsked()))
        return;
    if (isAsked() && card.before)
        m_stage->playUpTo(*card.before);
    else
        m_stage->playUpTo(card.place, card.level);
}

void LessonView::moveStep(int by)
{
    m_stage->moveBy(by, 0);
    point(m_stage->playhead().state().step);
}

void LessonView::moveUnit(int by)
{
    m_stage->moveBy(0, by);
}

void LessonView::tryInExplore()
{
    Experiment experiment = m_stage->document().experiment();
    experiment.view = toView(m_stage->playhead().state());
    if (experiment.title.empty())
        experiment.title = m_lessons[std::size_t(m_lesson)].title;
    emit exploreRequested(experiment);
}

void LessonView::move(const QString &name, double value)
{
    Document &document = m_stage->document();
    Experiment next = document.experiment();
    if (controlNamed(name.toStdString())->set(next, value))
        (void)document.edit(tr("Slider"), std::move(next), name);
}

void LessonView::point(int step)
{
    if (!shownCard().deed || !std::holds_alternative<StepSearch>(*shownCard().deed))
        return;
    m_pointed = step;
    judgeNow();
}

/// Where a step is sought, one sees it with all that the card is about computed, whatever stood there for the step.
void LessonView::lookAt(const PlayheadState &place)
{
    const Record &record = m_stage->document().record();
    if (record && shownCard().deed && std::holds_alternative<StepSearch>(*shownCard().deed)) {
        PlayheadState there = stateAt(shownCard().place, record.spec());
        there.step = place.step;
        there.unit = place.unit;
        there.level = place.level;
        m_stage->playhead().moveTo(clamped(there, *record.trace));
    }
    point(place.step);
}

/// Keys are the lesson's, unless something of it that stays has the focus.
void LessonView::takeFocus()
{
    const QWidget *focused = QApplication::focusWidget();
    if (!focused || !isAncestorOf(focused) || m_panel->commitment().isAncestorOf(focused)
        || m_strip->isAncestorOf(focused))
        setFocus(Qt::OtherFocusReason);
}

/// By what the network on the stage did just now.
void LessonView::judgeNow()
{
    const Record &record = m_stage->document().record();
    if (!record)
        return;
    if (shownCard().deed) {
        const auto judged
            = judge(*shownCard().deed, Studied{*record.experiment, record.trace, record.gradients}, m_pointed);
        if (judged) {
            m_judgement = *judged;
            m_panel->setJudgement(*judged);
            noticeDone();
        }
    }
    m_strip->follow(record, m_stage->document().ghost(), m_stage->playhead().state().step, m_judgement);
}

void LessonView::setLook(const Theme &theme, bool classroom)
{
    m_theme = &theme;
    m_isClassroom = classroom;
    applyLook();
}

void LessonView::setReducedMotion(bool reduced)
{
    m_stage->setReducedMotion(reduced);
    m_figure->setReducedMotion(reduced);
}

void LessonView::standAlone()
{
    m_panel->offerExplore(false);
}

void LessonView::applyLook()
{
    const bool compact = width() < compactBelow;
    const double pixels = m_isClassroom ? (compact ? 18 : 20) : compact ? 14 : 16;
    const bool hasOutline = width() >= roomForOutline && !m_isClassroom;
    m_outline->setVisible(hasOutline);
    m_panel->offerList(!hasOutline);
    m_outline->setFixedWidth(236);
    m_outline->setLook(*m_theme, 13);
    m_panel->setFixedWidth(m_isClassroom ? std::clamp(width() / 3, 360, 560) : compact ? 372 : 436);
    m_panel->setLook(*m_theme, pixels);
    m_stage->setLook(*m_theme, m_isClassroom);
    m_figure->setLook(*m_theme, m_isClassroom ? 18 : compact ? 13 : 15);
    m_strip->setFixedHeight(compact ? 200 : 264);
    m_strip->setLook(*m_theme, m_isClassroom ? 17 : compact ? 12 : 14);
    judgeNow(); // the curves' hues
}

void LessonView::keyPressEvent(QKeyEvent *event)
{
    QWidget *focused = QApplication::focusWidget();
    if (event->key() == Qt::Key_Escape) {
        if (qobject_cast<QLineEdit *>(focused) || qobject_cast<QSlider *>(focused))
            setFocus(Qt::OtherFocusReason); // the next key is the lesson's again
        else
            emit startRequested();
    } else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        if (auto *button = qobject_cast<QAbstractButton *>(focused))
            button->click();
        else
            readOn();
    } else {
        QWidget::keyPressEvent(event);
    }
}

void LessonView::resizeEvent(QResizeEvent *)
{
    applyLook();
}

} // namespace gatescope
