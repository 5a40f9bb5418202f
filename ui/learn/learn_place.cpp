// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/learn_place.h"

#include "ui/common/learning_texts.h"
#include "ui/document/learner.h"
#include "ui/learn/labs/lab.h"
#include "ui/learn/labs/labs_page.h"
#include "ui/learn/lesson_view.h"
#include "ui/learn/start_page.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

LearnPlace::LearnPlace(Learner &learner, const std::filesystem::path &resources, QWidget *parent)
    : QWidget(parent), m_learner(learner), m_resources(resources), m_pages(new QStackedWidget(this))
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
    m_read = lessonsAsSpoken(m_resources);
    ReadQuestions questions = questionsAsSpoken(m_resources, m_read.lessons);
    m_questions = std::move(questions.questions);
    for (Error &refused : questions.refused)
        m_read.refused.push_back(std::move(refused));
    m_start = new StartPage(m_read, m_learner);
    m_view = new LessonView(m_read.lessons, m_questions, m_learner);
    m_labs = new LabsPage;
    for (QWidget *page : {static_cast<QWidget *>(m_start), static_cast<QWidget *>(m_view),
                          static_cast<QWidget *>(m_labs)})
        m_pages->addWidget(page);
    connect(m_start, &StartPage::chosen, this, qOverload<int, int>(&LearnPlace::openLesson));
    connect(m_start, &StartPage::labChosen, this, &LearnPlace::openLab);
    connect(m_labs, &LabsPage::startRequested, this, &LearnPlace::showStart);
    connect(m_labs, &LabsPage::lessonRequested, this, qOverload<const LessonPlace &>(&LearnPlace::openLesson));
    connect(m_view, &LessonView::startRequested, this, &LearnPlace::showStart);
    connect(m_view, &LessonView::lessonChosen, this, [this](int lesson) {
        openLesson(lesson, m_learner.cardToOpen(m_read.lessons[std::size_t(lesson)].name));
    });
    connect(m_view, &LessonView::finished, this, &LearnPlace::finishLesson);
    connect(m_view, &LessonView::quizRequested, this, &LearnPlace::quizRequested);
    connect(m_view, &LessonView::moved, this, &LearnPlace::titleChanged);
    connect(m_view, &LessonView::exploreRequested, this, &LearnPlace::exploreRequested);
    applyLook();
}

void LearnPlace::showEvent(QShowEvent *)
{
    load();
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
    setFocus(Qt::OtherFocusReason);
    emit titleChanged();
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
    m_pages->setCurrentWidget(m_start);
    setFocus(Qt::OtherFocusReason);
    emit titleChanged();
}

void LearnPlace::openLesson(int lesson, int card)
{
    load();
    if (lesson < 0 || lesson >= std::ssize(m_read.lessons))
        return;
    m_pages->setCurrentWidget(m_view);
    setFocus(Qt::OtherFocusReason);
    m_view->open(lesson, card); // a field to type into takes the focus
}

bool LearnPlace::openLesson(const LessonPlace &place)
{
    load();
    const auto found = std::ranges::find(m_read.lessons, place.lesson, &Lesson::name);
    if (found == m_read.lessons.end())
        return false;
    openLesson(int(found - m_read.lessons.begin()), place.card);
    return true;
}

std::optional<LessonPlace> LearnPlace::lessonPlace() const
{
    if (!isInLesson())
        return std::nullopt;
    return LessonPlace{m_read.lessons[std::size_t(m_view->lesson())].name, m_view->card()};
}

/// Enter goes on, or presses what has the focus; Esc leaves a lesson or a lab for the list.
void LearnPlace::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    if (isEnter && button)
        button->click();
    else if (isEnter && hasFocus())
        goOn();
    else if (event->key() == Qt::Key_Escape && (isInLesson() || isInLab()))
        showStart();
    else
        QWidget::keyPressEvent(event);
}

void LearnPlace::goOn()
{
    load();
    if (isInLesson())
        m_view->goOn();
    else if (!isInLab())
        m_start->goOn();
}

void LearnPlace::goBack()
{
    if (isInLesson())
        m_view->goBack();
}

/// The lesson that comes next on the path begins; behind the last one the list is shown.
void LearnPlace::finishLesson()
{
    for (int next = m_view->lesson() + 1; next < std::ssize(m_read.lessons); ++next)
        if (m_read.lessons[std::size_t(next)].essential || !m_start->isShort())
            return openLesson(next);
    showStart();
}

QString LearnPlace::title() const
{
    return isInLesson() ? QString::fromStdString(m_read.lessons[std::size_t(m_view->lesson())].title) : tr("Learn");
}

QStringList LearnPlace::words() const
{
    if (!isInLesson())
        return {tr("each lesson drives the real program")};
    const Lesson &lesson = m_read.lessons[std::size_t(m_view->lesson())];
    return {tr("Lesson %1 of %2").arg(lesson.number).arg(m_read.lessons.size()),
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
}

} // namespace gatescope
