// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/quiz_place.h"

#include "ui/classroom/class_phones.h"
#include "ui/classroom/phones_dialog.h"
#include "ui/common/translate.h"
#include "ui/document/document.h"
#include "ui/document/learner.h"
#include "ui/document/playing/player.h"
#include "ui/quiz/asking/question_stage.h"
#include "ui/quiz/class/class_list_dialog.h"
#include "ui/quiz/class/class_view.h"
#include "ui/quiz/own/own_questions_window.h"
#include "ui/quiz/round/progress_page.h"
#include "ui/quiz/round/question_view.h"
#include "ui/quiz/round/quiz_start.h"
#include "ui/quiz/round/result_page.h"
#include "ui/quiz/round/side_panel.h"
#include "ui/quiz/round/wished_questions.h"
#include "ui/quiz/worksheet/worksheet_dialog.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

QuizPlace::QuizPlace(const Document &document, const Player &player, Learner &learner, ClassPhones &phones,
                     const std::filesystem::path &resources, const std::filesystem::path &ownFolder,
                     const std::filesystem::path &classFolder, QWidget *parent)
    : QWidget(parent), m_document(document), m_player(player), m_learner(learner), m_phones(phones),
      m_classMemory(classFolder), m_shelf(resources, ownFolder), m_round(m_shelf, learner),
      m_phoneShow(m_classRound, phones), m_pages(new QStackedWidget(this)), m_middle(new QStackedWidget),
      m_start(new QuizStart(m_shelf, learner)), m_walk(new QWidget), m_question(new QuestionView(m_round)),
      m_result(new ResultPage(m_round, m_shelf)), m_side(new SidePanel(m_round)),
      m_progress(new ProgressPage(m_shelf, learner)), m_class(new ClassView(m_classRound, m_shelf, phones))
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Quiz"));
    layOut();
    connectParts();
    for (QPushButton *button : findChildren<QPushButton *>())
        button->setAutoDefault(true); // Enter presses the one that was reached with the Tab key
    applyLook();
}

void QuizPlace::layOut()
{
    m_middle->addWidget(m_question);
    m_middle->addWidget(m_result);
    auto *walk = new QHBoxLayout(m_walk);
    walk->setContentsMargins(0, 0, 0, 0);
    walk->setSpacing(0);
    walk->addWidget(m_middle, 1);
    walk->addWidget(m_side);
    for (QWidget *page : std::initializer_list<QWidget *>{m_start, m_walk, m_progress, m_class})
        m_pages->addWidget(page);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
}

void QuizPlace::connectParts()
{
    connect(m_start, &QuizStart::startRequested, this, &QuizPlace::begin);
    connect(m_start, &QuizStart::classRequested, this, &QuizPlace::beginClass);
    connect(m_start, &QuizStart::goOnRequested, this, [this] { goTo(m_class); });
    connect(m_start, &QuizStart::progressRequested, this, [this] { goTo(m_progress); });
    connect(m_start, &QuizStart::classListRequested, this, &QuizPlace::openClassList);
    connect(m_start, &QuizStart::phonesRequested, this, &QuizPlace::openPhones);
    connect(&m_phones, &ClassPhones::openChanged, this, &QuizPlace::followPhones);
    connect(&m_phones, &ClassPhones::rosterChanged, this, &QuizPlace::followPhones);
    connect(m_start, &QuizStart::worksheetRequested, this, &QuizPlace::openWorksheet);
    connect(m_start, &QuizStart::ownQuestionsRequested, this, &QuizPlace::openOwnQuestions);
    connect(m_progress, &ProgressPage::left, this, [this] { goTo(m_start); });
    connect(m_side, &SidePanel::answerRequested, this, &QuizPlace::enter);
    connect(m_side, &SidePanel::endRequested, &m_round, &QuizRound::end);
    connect(m_result, &ResultPage::againRequested, this, &QuizPlace::beginAnother);
    connect(m_result, &ResultPage::wrongOnesRequested, &m_round, &QuizRound::beginAgainWithWrongOnes);
    connect(m_result, &ResultPage::startRequested, this, [this] { goTo(m_start); });
    connect(m_result, &ResultPage::lessonRequested, this, &QuizPlace::lessonRequested);
    connect(m_result, &ResultPage::progressRequested, this, [this] { goTo(m_progress); });
    connect(&m_round, &QuizRound::asked, this, &QuizPlace::followRound);
    connect(&m_round, &QuizRound::marked, this, &QuizPlace::giveKeys);
    connect(&m_classRound, &ClassRound::asked, this, &QuizPlace::titleChanged);
    connect(&m_classRound, &ClassRound::revealed, this, &QuizPlace::noteHands);
    connect(&m_document, &Document::recordChanged, this, [this] { m_start->setScreen(screenInWords()); });
    m_start->setScreen(screenInWords());
    followClassSize();
}

void QuizPlace::followClassSize()
{
    const int names = int(m_classMemory.names().size());
    m_start->setClassSize(names);
    m_class->setClassSize(names);
}

QWidget *QuizPlace::page() const
{
    QWidget *page = m_pages->currentWidget();
    return page == m_walk ? m_middle->currentWidget() : page;
}

void QuizPlace::goTo(QWidget *page)
{
    const bool wasPresenting = isPresenting();
    if (page == m_start)
        m_start->newSeed();
    m_pages->setCurrentWidget(page);
    isPresenting() ? m_classRound.resume() : m_classRound.pause();
    followSight();
    if (wasPresenting)
        m_start->setClassLeft(m_classRound.isOver() ? QuizStart::ClassLeft::result : QuizStart::ClassLeft::question);
    if (isPresenting() != wasPresenting)
        emit presentingChanged(isPresenting());
    giveKeys();
    emit titleChanged();
}

bool QuizPlace::isPresenting() const
{
    return m_pages->currentWidget() == m_class;
}

/// Of the run that is shown now; what happens to the network later does not change the questions.
Record QuizPlace::screen() const
{
    const Record &record = m_document.record();
    return record && record.gradients && m_document.isRecordCurrent() ? record : Record();
}

QString QuizPlace::screenInWords() const
{
    return m_document.record() ? QString::fromStdString(m_document.experiment().title) : QString();
}

void QuizPlace::offerChapter(int number)
{
    m_start->chooseChapter(number);
    if (page() != m_question && page() != m_class)
        goTo(m_start);
}

void QuizPlace::begin()
{
    const auto begun = m_round.begin(m_start->wish(), screen());
    m_start->setMessage(begun ? QString() : said(begun.error().sentence));
    if (!begun)
        return;
    m_start->setClassLeft(QuizStart::ClassLeft::nothing);
    goTo(m_walk);
}

void QuizPlace::beginAnother()
{
    m_start->newSeed();
    begin();
}

void QuizPlace::ask(std::vector<Question> questions)
{
    m_round.ask(std::move(questions));
    goTo(m_walk);
}

void QuizPlace::beginClass()
{
    const QuizWish wish = m_start->wish();
    const Record network = wish.aboutTheScreen ? screen() : Record();
    const auto asked = network ? std::optional(studied(network)) : std::nullopt;
    auto questions = wishedForClass(wish, m_shelf, m_classMemory.progress(), asked ? &*asked : nullptr);
    m_start->setMessage(questions ? QString() : said(questions.error().sentence));
    if (!questions)
        return;
    m_class->setScreen(network);
    followClassSize();
    goTo(m_class);
    m_classRound.begin(std::move(*questions), m_start->classSeconds(), wish.mode);
}

/// What most of the hands had right is known to the class; where none were counted nobody knows.
void QuizPlace::noteHands()
{
    const ClassRound::Outcome &outcome = m_classRound.outcomes()[std::size_t(m_classRound.number())];
    if (!outcome.isCounted())
        return;
    auto noted = m_classMemory.note(m_classRound.question(), outcome.isRight());
    if (noted && m_classRound.mode() == QuizMode::challenge)
        noted = m_classMemory.noteChallenge(m_classRound.right());
    if (!noted)
        m_start->setMessage(said(noted.error().sentence)); // where one comes when it is over
}

void QuizPlace::openClassList()
{
    auto *dialog = new ClassListDialog(m_classMemory, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, &QuizPlace::followClassSize);
    dialog->open();
}

void QuizPlace::openPhones()
{
    if (page() != m_start && page() != m_class)
        return;
    auto *dialog = new PhonesDialog(m_phones, classAddresses(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

void QuizPlace::followPhones()
{
    m_start->setPhones(m_phones.isOpen() ? std::optional(m_phones.present()) : std::nullopt);
}

/// Phones see what the class sees.
void QuizPlace::followSight()
{
    m_phoneShow.setSeen(isPresenting() && isVisible());
}

void QuizPlace::openWorksheet()
{
    auto *dialog = new WorksheetDialog(m_shelf, m_start->wish(), &m_classMemory, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::finished, this, &QuizPlace::followClassSize);
    dialog->open();
}

void QuizPlace::openOwnQuestions()
{
    showOwnQuestions();
}

void QuizPlace::writeOwnQuestion()
{
    showOwnQuestions()->writeNew();
}

void QuizPlace::readOwnAgain()
{
    if (findChild<OwnQuestionsWindow *>())
        return; // which shows them as they were read
    m_shelf.readOwn();
    m_start->followShelf();
}

OwnQuestionsWindow *QuizPlace::showOwnQuestions()
{
    auto *window = new OwnQuestionsWindow(m_shelf, {m_theme, 1, false}, m_learner.progress().lastLesson(), this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &OwnQuestionsWindow::ownChanged, m_start, &QuizStart::followShelf);
    connect(window, &OwnQuestionsWindow::ownChanged, this, &QuizPlace::ownQuestionsChanged);
    window->open();
    return window;
}

void QuizPlace::followRound()
{
    m_middle->setCurrentWidget(m_round.isOver() ? static_cast<QWidget *>(m_result) : m_question);
    if (m_round.isOver())
        m_result->showResult();
    giveKeys();
    emit titleChanged();
}

/// Puts the keys where the page needs them: the field, the list or the stage on which one answers, or the place.
void QuizPlace::giveKeys()
{
    if (!isVisible())
        return;
    QWidget *target = page() == m_question ? m_question->focusTarget() : page() == m_class ? m_class : nullptr;
    (target ? target : this)->setFocus(Qt::OtherFocusReason);
}

void QuizPlace::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    giveKeys();
}

void QuizPlace::on()
{
    if (page() == m_start)
        begin();
    else if (page() == m_question)
        m_round.tellMore();
    else if (page() == m_class)
        m_classRound.isOver() ? leave() : m_classRound.on();
}

void QuizPlace::back()
{
    if (page() == m_question)
        m_round.tellLess();
    else if (page() == m_class)
        m_classRound.back();
}

void QuizPlace::enter()
{
    if (page() == m_start)
        begin();
    else if (page() == m_question)
        m_question->enter();
    else if (page() == m_result)
        beginAnother();
    else if (page() == m_class)
        giveKeys(); // out of a field, which has taken its number
}

void QuizPlace::hint()
{
    if (page() == m_question)
        m_round.showHint();
    else if (page() == m_class && !m_classRound.isOver())
        m_classRound.showHint();
}

void QuizPlace::next()
{
    if (page() == m_question && m_round.isMarked())
        m_round.next();
}

void QuizPlace::again()
{
    if (page() == m_question && m_round.isMarked())
        m_round.askAgain();
}

void QuizPlace::leave()
{
    if (page() != m_start && page() != m_question) // no slip of a finger ends a round
        goTo(m_start);
}

QString QuizPlace::title() const
{
    if (page() != m_question)
        return tr("Quiz");
    return m_round.wish().aboutTheScreen ? tr("The network on the screen") : tr("Quiz");
}

QStringList QuizPlace::words() const
{
    if (page() != m_question || m_round.isOver())
        return {tr("questions with numbers from networks that ran, and written ones")};
    return {tr("question %1 of %2").arg(m_round.number() + 1).arg(m_round.count())};
}

void QuizPlace::setTheme(const Theme &theme)
{
    m_theme = &theme;
    applyLook();
}

void QuizPlace::setClassroom(bool classroom)
{
    m_isClassroom = classroom;
    applyLook();
}

void QuizPlace::setReducedMotion(bool reduced)
{
    m_question->setReducedMotion(reduced);
    m_class->setReducedMotion(reduced);
}

void QuizPlace::applyLook()
{
    const double ofRoom = std::min(width() / 1844.0, height() / 1028.0);
    const QuizLook look{m_theme, std::clamp(ofRoom, 0.68, 1.6) * (m_isClassroom ? 1.2 : 1), m_isClassroom};
    m_start->setLook(look);
    m_question->setLook(look);
    m_result->setLook(look);
    m_side->setLook(look);
    m_progress->setLook(look);
    m_class->setLook(look);
    update();
}

void QuizPlace::resizeEvent(QResizeEvent *)
{
    applyLook();
}

void QuizPlace::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    setReducedMotion(m_player.hasReducedMotion());
    if (isPresenting())
        m_classRound.resume();
    followSight();
}

void QuizPlace::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_classRound.pause();
    followSight();
}

void QuizPlace::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Escape)
        return leave();
    if (page() == m_class && (key == Qt::Key_Return || key == Qt::Key_Enter))
        return enter();
    if (page() == m_question && key >= Qt::Key_0 && key <= Qt::Key_9)
        return m_question->takeDigit(key - Qt::Key_0);
    QWidget::keyPressEvent(event);
}

} // namespace gatescope
