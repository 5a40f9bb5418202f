// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/learn_place.h"

#include "ui/common/learning_texts.h"
#include "ui/document/learner.h"
#include "ui/learn/labs/lab.h"
#include "ui/learn/labs/labs_page.h"
#include "ui/learn/lesson_shelf.h"
#include "ui/learn/lesson_view.h"
#include "ui/learn/own/own_lessons_window.h"
#include "ui/learn/sources_page.h"
#include "ui/learn/start_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

LearnPlace::LearnPlace(Learner &learner, const std::filesystem::path &resources, const std::filesystem::path &own,
                       QWidget *parent)
    : QWidget(parent), m_learner(learner), m_resources(resources), m_own(own),
      m_shelf(std::make_shared<const LessonShelf>()), m_pages(new QStackedWidget(this))
{
    setFocusPolicy(Qt::TabFocus);
    setAccessibleName(tr("Learn"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
}

LearnPlace::~LearnPlace() = default;

void LearnPlace::load()
{
    if (m_start)
        return;
    m_labs = new LabsPage;
    connect(m_labs, &LabsPage::startRequested, this, &LearnPlace::showStart);
    connect(m_labs, &LabsPage::lessonRequested, this, qOverload<const LessonPlace &>(&LearnPlace::openLesson));
    makePages();
    m_pages->addWidget(m_labs);
}

/// The list and the lesson; what they show lives as long as they do.
void LearnPlace::makePages()
{
    m_written = writtenIn(m_own);
    m_shelf = readShelf(m_resources, m_own);
    m_start = new StartPage(m_shelf->read, m_learner);
    m_view = new LessonView(m_shelf->read.lessons, m_shelf->around.questions, m_learner);
    m_start->offerOwnLessons(!m_own.empty());
    m_startScroll = new QScrollArea;
    m_startScroll->setWidget(m_start);
    m_startScroll->setWidgetResizable(true);
    m_startScroll->setFrameShape(QFrame::NoFrame);
    m_startScroll->setFocusPolicy(Qt::NoFocus);
    for (QWidget *page : {static_cast<QWidget *>(m_startScroll), static_cast<QWidget *>(m_view)}) {
        m_pages->addWidget(page);
        connect(page, &QObject::destroyed, page, [shelf = m_shelf] {});
    }
    connect(m_start, &StartPage::chosen, this, qOverload<int, int>(&LearnPlace::openLesson));
    connect(m_start, &StartPage::labChosen, this, &LearnPlace::openLab);
    connect(m_start, &StartPage::sourcesRequested, this, &LearnPlace::openSources);
    connect(m_start, &StartPage::ownLessonsRequested, this, &LearnPlace::openOwnLessons);
    connect(m_view, &LessonView::startRequested, this, &LearnPlace::showStart);
    connect(m_view, &LessonView::lessonChosen, this,
            [this](int lesson) { openLesson(lesson, m_learner.cardToOpen(lessons()[std::size_t(lesson)].name)); });
    connect(m_view, &LessonView::finished, this, &LearnPlace::finishLesson);
    connect(m_view, &LessonView::quizRequested, this, &LearnPlace::quizRequested);
    connect(m_view, &LessonView::moved, this, &LearnPlace::titleChanged);
    connect(m_view, &LessonView::exploreRequested, this, &LearnPlace::exploreRequested);
    applyLook();
}

/// The pages that go may be the ones that asked for it: they go when they have done.
void LearnPlace::readAgain()
{
    if (m_own.empty() || writtenIn(m_own) == m_written)
        return;
    const QList<QWidget *> before{m_startScroll, m_view};
    m_start->disconnect(this);
    m_view->disconnect(this);
    makePages();
    if (before.contains(m_pages->currentWidget()))
        m_pages->setCurrentWidget(m_startScroll);
    for (QWidget *page : before) {
        m_pages->removeWidget(page);
        page->deleteLater();
    }
}

const std::vector<Lesson> &LearnPlace::lessons() const
{
    return m_shelf->read.lessons;
}

void LearnPlace::openOwnLessons()
{
    load();
    auto *window = new OwnLessonsWindow(m_shelf->around, m_own / "lessons", *m_theme, m_openNetwork, this);
    window->setAttribute(Qt::WA_DeleteOnClose);
    connect(window, &OwnLessonsWindow::ownChanged, this, [this] {
        if (!isInLesson())
            readAgain();
    });
    connect(window, &OwnLessonsWindow::ownChanged, this, &LearnPlace::ownLessonsChanged);
    connect(window, &OwnLessonsWindow::questionRequested, this, &LearnPlace::ownQuestionRequested);
    window->open();
}

void LearnPlace::followOwnQuestions()
{
    if (auto *window = findChild<OwnLessonsWindow *>())
        window->followQuestions();
}

void LearnPlace::showEvent(QShowEvent *)
{
    load();
    if (!isInLesson())
        readAgain();
}

bool LearnPlace::isInLesson() const
{
    return m_view && m_pages->currentWidget() == m_view;
}

bool LearnPlace::isInLab() const
{
    return m_labs && m_pages->currentWidget() == m_labs;
}

void LearnPlace::openLab(int lab)
{
    load();
    m_labs->open(lab);
    m_pages->setCurrentWidget(m_labs);
    m_labs->focusEntry();
    emit titleChanged();
}

void LearnPlace::openSources()
{
    load();
    if (!m_sources) {
        m_sources = new SourcesPage(sourcesAsSpoken(m_resources), m_shelf->around.lessons);
        connect(m_sources, &QObject::destroyed, m_sources, [shelf = m_shelf] {});
        connect(m_sources, &SourcesPage::startRequested, this, &LearnPlace::showStart);
        connect(m_sources, &SourcesPage::lessonRequested, this,
                qOverload<const LessonPlace &>(&LearnPlace::openLesson));
        m_pages->addWidget(m_sources);
        applyLook();
    }
    m_pages->setCurrentWidget(m_sources);
    setFocus(Qt::OtherFocusReason);
    emit titleChanged();
}

bool LearnPlace::isInSources() const
{
    return m_sources && m_pages->currentWidget() == m_sources;
}

void LearnPlace::chooseOption(int number)
{
    if (isInLesson())
        m_view->chooseOption(number);
    else if (isInLab())
        m_labs->lab(m_labs->current())->chooseOption(number);
}

void LearnPlace::showStart()
{
    load();
    const bool wasInLab = isInLab();
    readAgain();
    m_pages->setCurrentWidget(m_startScroll);
    wasInLab ? m_start->focusLab(m_labs->current()) : setFocus(Qt::OtherFocusReason);
    emit titleChanged();
}

void LearnPlace::openLesson(int lesson, int card)
{
    load();
    if (lesson < 0 || lesson >= std::ssize(lessons()))
        return;
    m_pages->setCurrentWidget(m_view);
    setFocus(Qt::OtherFocusReason);
    m_view->open(lesson, card); // a field to type into takes the focus
}

bool LearnPlace::openLesson(const LessonPlace &place)
{
    load();
    const auto found = std::ranges::find(lessons(), place.lesson, &Lesson::name);
    if (found == lessons().end())
        return false;
    openLesson(int(found - lessons().begin()), place.card);
    return true;
}

std::optional<LessonPlace> LearnPlace::lessonPlace() const
{
    if (!isInLesson())
        return std::nullopt;
    return LessonPlace{lessons()[std::size_t(m_view->lesson())].name, m_view->card()};
}

/// Enter goes on, or presses what has the focus; Esc leaves a lesson or a lab for the list.
void LearnPlace::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    if (isEnter && button)
        button->click();
    else if (isEnter && hasFocus())
        readOn();
    else if (event->key() == Qt::Key_Escape && (isInLesson() || isInLab() || isInSources()))
        showStart();
    else
        QWidget::keyPressEvent(event);
}

void LearnPlace::readOn()
{
    isInLesson() ? m_view->readOn() : goOn();
}

void LearnPlace::goOn()
{
    load();
    if (isInLesson())
        m_view->goOn();
    else if (!isInLab() && !isInSources())
        m_start->goOn();
}

void LearnPlace::moveUnit(int by)
{
    load();
    if (isInLesson())
        m_view->moveUnit(by);
    else if (!isInLab() && !isInSources())
        m_start->focusNextLesson();
}

void LearnPlace::goBack()
{
    if (isInLesson())
        m_view->goBack();
}

/// The lesson that comes next on the path begins; behind the last one the list is shown.
void LearnPlace::finishLesson()
{
    for (int next = m_view->lesson() + 1; next < std::ssize(lessons()); ++next)
        if (lessons()[std::size_t(next)].essential || !m_start->isShort())
            return openLesson(next);
    showStart();
}

QString LearnPlace::title() const
{
    return isInLesson() ? QString::fromStdString(lessons()[std::size_t(m_view->lesson())].title) : tr("Learn");
}

QStringList LearnPlace::words() const
{
    if (!isInLesson())
        return {tr("each lesson drives the real program")};
    const Lesson &lesson = lessons()[std::size_t(m_view->lesson())];
    return {tr("Lesson %1 of %2").arg(lesson.number).arg(lessons().size()),
            tr("You can leave at any time, your place is kept")};
}

void LearnPlace::setTheme(const Theme &theme)
{
    m_theme = &theme;
    applyLook();
}

void LearnPlace::setClassroom(bool classroom)
{
    m_isClassroom = classroom;
    applyLook();
}

void LearnPlace::setReducedMotion(bool reduced)
{
    m_isReduced = reduced;
    applyLook();
}

void LearnPlace::applyLook()
{
    if (!m_start)
        return;
    m_start->setLook(*m_theme, m_isClassroom);
    m_view->setLook(*m_theme, m_isClassroom);
    m_view->setReducedMotion(m_isReduced);
    m_labs->setLook(*m_theme, m_isClassroom);
    m_labs->setReducedMotion(m_isReduced);
    if (m_sources)
        m_sources->setLook(*m_theme, m_isClassroom);
}

} // namespace gatescope
