// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/own_lessons_window.h"

#include "core/learning/own/own_questions.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/word_items.h"
#include "ui/learn/lesson_view.h"
#include "ui/learn/own/lesson_form.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

WritingWords wordsOfLessons()
{
    return {
        OwnLessonsWindow::tr("My lessons"),
        OwnLessonsWindow::tr("&Your lessons"),
        OwnLessonsWindow::tr("Ctrl+S: from then on Learn shows it"),
        OwnLessonsWindow::tr("Unsaved lesson"),
        OwnLessonsWindow::tr("The lesson was changed and is not saved."),
        OwnLessonsWindow::tr("Delete lesson"),
        OwnLessonsWindow::tr("Delete this lesson, and the network beside it unless another lesson is about it? This "
                             "cannot be taken back."),
        OwnLessonsWindow::tr("The lesson is not there any more.")};
}

} // namespace

OwnLessonsWindow::OwnLessonsWindow(LessonSurroundings around, const std::filesystem::path &folder, const Theme &theme,
                                   OpenNetwork open, QWidget *parent)
    : WritingWindow(wordsOfLessons(), parent), m_around(std::move(around)), m_folder(folder), m_theme(theme),
      m_form(new LessonForm(m_around, folder, std::move(open))), m_preview(new QWidget),
      m_import(new QPushButton(tr("Import…"))), m_export(new QPushButton(tr("Export…")))
{
    (new QVBoxLayout(m_preview))->setContentsMargins(0, 0, 0, 0);
    readAgain();
    connect(m_form, &LessonForm::edited, this, [this] { follow(); });
    connect(m_form, &LessonForm::questionRequested, this, &OwnLessonsWindow::questionRequested);
    connect(m_import, &QPushButton::clicked, this, &OwnLessonsWindow::chooseImport);
    connect(m_export, &QPushButton::clicked, this, &OwnLessonsWindow::chooseExport);
    m_import->setToolTip(tr("A lesson that somebody has handed you as a file"));
    m_export->setToolTip(tr("This lesson as one file to be handed out, with its network and your questions in it"));
    list().setItemDelegate(new WordItems(&list()));
    begin(m_form, m_preview, {m_import, m_export});
}

OwnLessonsWindow::~OwnLessonsWindow()
{
    dropNetworks();
}

/// What was taken for a lesson that nobody keeps goes with it.
void OwnLessonsWindow::dropNetworks()
{
    for (const std::string &name : m_form->network().taken())
        if (const auto dropped = removeUnusedNetwork(name, m_folder); !dropped)
            tell(said(dropped.error().sentence));
    m_form->network().forgetTaken();
}

void OwnLessonsWindow::readAgain()
{
    m_own = readOwnLessons(m_folder, m_around);
}

std::vector<WrittenThing> OwnLessonsWindow::things() const
{
    std::vector<WrittenThing> all;
    for (const OwnLesson &own : m_own.all) {
        const auto draft = own.json.is_null() ? Result<LessonDraft>(*own.trouble) : draftOf(own.json);
        all.push_back(
            {own.file, own.text, draft ? QString::fromStdString(draft->title) : QString(), draft.ok(), own.trouble});
    }
    return all;
}

void OwnLessonsWindow::showInForm(int row)
{
    if (!m_isCopying) // a copy may be about what was taken just now
        dropNetworks();
    m_form->setDraft(row < 0 ? LessonDraft() : *draftOf(m_own.all[std::size_t(row)].json));
}

void OwnLessonsWindow::showProblem(const std::optional<Error> &problem)
{
    m_form->showProblem(problem);
}

void OwnLessonsWindow::focusForm()
{
    m_form->focusTitle();
}

QString OwnLessonsWindow::state() const
{
    return m_form->state();
}

Result<void> OwnLessonsWindow::removeThing(int row)
{
    return removeOwnLesson(m_own.all[std::size_t(row)]);
}

LessonDraft OwnLessonsWindow::named() const
{
    LessonDraft draft = m_form->draft();
    if (!draft.name.empty())
        return draft;
    std::vector<std::string> taken;
    for (const Lesson &lesson : m_around.lessons)
        taken.push_back(lesson.name);
    for (const OwnLesson &own : m_own.all)
        if (own.json.is_object() && own.json["name"].is_string())
            taken.push_back(own.json["name"].get<std::string>());
    draft.name = freeLessonName(draft.title, taken);
    return draft;
}

Result<Lesson> OwnLessonsWindow::checked(const LessonDraft &draft) const
{
    return ownLesson(toJson(draft), m_folder, m_around);
}

bool OwnLessonsWindow::save()
{
    const LessonDraft draft = named();
    if (const auto lesson = checked(draft); !lesson) {
        goToForm();
        m_form->showProblem(lesson.error());
        m_form->goToProblem();
        tell(tr("Not saved yet: one field is to be mended."));
        return false;
    }
    std::filesystem::path file;
    if (shown() < 0) {
        const auto added = addOwnLesson(m_folder, draft.name, toJson(draft));
        if (!added) {
            tell(said(added.error().sentence));
            return false;
        }
        file = *added;
    } else {
        file = m_own.all[std::size_t(shown())].file;
        if (const auto replaced = replaceOwnLesson(m_own.all[std::size_t(shown())], toJson(draft)); !replaced) {
            tell(said(replaced.error().sentence));
            return false;
        }
    }
    const int card = m_form->card();
    readAgain();
    const auto at = std::ranges::find(m_own.all, file, &OwnLesson::file);
    fillList(int(at - m_own.all.begin()));
    m_form->showCard(card); // one goes on where one was
    tell(tr("Saved. Learn shows it from now on."));
    emit ownChanged();
    return true;
}

void OwnLessonsWindow::duplicate()
{
    if (!mayLeave())
        return;
    LessonDraft copy = m_form->draft();
    copy.name.clear();
    copy.number = 0;
    m_isCopying = true;
    beginNew();
    m_isCopying = false;
    m_form->setDraft(copy); // not saved yet: it is asked about when it is left
    showPreview();
    tell(tr("A copy, which is not saved yet."));
}

void OwnLessonsWindow::followQuestions()
{
    const auto firstShipped = m_around.questions.begin() + std::ptrdiff_t(m_around.ownQuestions);
    const std::vector<Question> shipped(firstShipped, m_around.questions.end());
    m_around.questions = readOwnQuestions(questionFolder(), m_around.lessons, shipped).askable();
    m_around.ownQuestions = m_around.questions.size();
    m_around.questions.insert(m_around.questions.end(), shipped.begin(), shipped.end());
    m_form->followQuestions();
}

/// A view of its own for what is written now: it keeps nothing of the one before.
void OwnLessonsWindow::refreshPreview()
{
    const auto lesson = checked(named());
    delete std::exchange(m_view, nullptr);
    tellIncomplete(lesson ? QString() : said(lesson.error().sentence));
    if (!lesson)
        return;
    m_previewed = {*lesson};
    m_view = new LessonView(m_previewed, m_around.questions, m_nobody);
    m_preview->layout()->addWidget(m_view);
    m_view->setLook(m_theme, false);
    m_view->standAlone();
    connect(m_view, &LessonView::startRequested, this, &OwnLessonsWindow::goToForm);
    connect(m_view, &LessonView::finished, this, &OwnLessonsWindow::goToForm);
    m_view->open(0, m_form->card());
    for (QPushButton *button : m_view->findChildren<QPushButton *>())
        button->setAutoDefault(false);
}

} // namespace gatescope
