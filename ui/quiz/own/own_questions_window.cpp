// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/own/own_questions_window.h"

#include "ui/common/form_fields.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/word_items.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/own/question_form.h"
#include "ui/quiz/round/question_view.h"

#include <QListWidget>
#include <QPushButton>

#include <algorithm>

namespace gatescope {

namespace {

constexpr double previewScale = 0.7;

WritingWords wordsOfQuestions()
{
    return {OwnQuestionsWindow::tr("My questions"),
            OwnQuestionsWindow::tr("&Your questions"),
            OwnQuestionsWindow::tr("Ctrl+S: from then on the quiz asks it"),
            OwnQuestionsWindow::tr("Unsaved question"),
            OwnQuestionsWindow::tr("The question was changed and is not saved."),
            OwnQuestionsWindow::tr("Delete question"),
            OwnQuestionsWindow::tr("Delete this question? This cannot be taken back."),
            OwnQuestionsWindow::tr("The question is not there any more.")};
}

} // namespace

OwnQuestionsWindow::OwnQuestionsWindow(QuestionShelf &shelf, const QuizLook &look, const std::string &lesson,
                                       QWidget *parent)
    : WritingWindow(wordsOfQuestions(), parent), m_shelf(shelf), m_round(shelf, m_nobody), m_lesson(lesson),
      m_form(new QuestionForm(shelf.lessons())), m_preview(new QuestionView(m_round)),
      m_importButton(new QPushButton(tr("&Import…"))), m_export(new QPushButton(tr("E&xport…"))),
      m_import([this](Imported imported) { takeImported(std::move(imported)); })
{
    m_preview->setLook({look.theme, previewScale, false});
    connect(m_importButton, &QPushButton::clicked, this, &OwnQuestionsWindow::chooseImport);
    connect(m_export, &QPushButton::clicked, this, &OwnQuestionsWindow::chooseExport);
    connect(m_form, &QuestionForm::edited, this, [this] { follow(); });
    list().setItemDelegate(new WordItems(&list()));
    begin(m_form, m_preview, {m_importButton, m_export});
}

std::vector<WrittenThing> OwnQuestionsWindow::things() const
{
    std::vector<WrittenThing> all;
    for (const OwnQuestion &own : m_shelf.own().all)
        all.push_back({own.file, own.text, own.canBeWritten ? said(own.question.text) : QString(), own.canBeWritten,
                       own.trouble});
    return all;
}

void OwnQuestionsWindow::showInForm(int row)
{
    if (row >= 0)
        return m_form->setQuestion(m_shelf.own().all[std::size_t(row)].question);
    Question blank;
    blank.topic = "gates";
    blank.lesson = lessonForNew();
    m_form->setQuestion(blank);
}

/// One of the program's, or none: then it is to be chosen.
std::string OwnQuestionsWindow::lessonForNew() const
{
    const auto isThere = [this](const std::string &name) { return !m_shelf.titleOfLesson(name).isEmpty(); };
    if (isThere(m_lesson))
        return m_lesson;
    const auto &all = m_shelf.own().all;
    const auto newest = std::find_if(all.rbegin(), all.rend(), [&](const OwnQuestion &own) {
        return own.canBeWritten && isThere(own.question.lesson);
    });
    return newest == all.rend() ? std::string() : newest->question.lesson;
}

/// All that is wrong, not only what was found first; while it is mended, what is left.
void OwnQuestionsWindow::showProblem(const std::optional<Error> &problem)
{
    if (!problem && m_form->problem().isEmpty())
        return; // nobody wants to be told while writing for the first time
    std::vector<FieldFault> faults = checked().faults;
    if (problem && faults.empty())
        faults.push_back({m_form->fieldOf(*problem), withoutPlace(said(problem->sentence))});
    m_form->showFaults(faults);
}

void OwnQuestionsWindow::focusForm()
{
    m_form->focusText();
}

QString OwnQuestionsWindow::state() const
{
    return m_form->state();
}

Result<void> OwnQuestionsWindow::removeThing(int row)
{
    return removeOwnQuestion(m_shelf.own().all[std::size_t(row)]);
}

void OwnQuestionsWindow::readAgain()
{
    m_shelf.readOwn();
}

void OwnQuestionsWindow::duplicate()
{
    const ReadQuestion read = m_form->read();
    if (!read.isWhole) { // what cannot be read would be missing in the copy
        goToForm();
        return m_form->showFaults(read.faults);
    }
    if (!mayLeave())
        return;
    Question copy = read.question;
    copy.id = freeOwnId(copy.id, takenIds());
    beginNew();
    m_form->setQuestion(copy); // not saved yet: it is asked about when it is left
    showPreview();
    tell(tr("A copy, which is not saved yet."));
}

std::vector<std::string> OwnQuestionsWindow::takenIds() const
{
    std::vector<std::string> taken;
    for (const Question &question : m_shelf.shipped())
        taken.push_back(question.id);
    for (const OwnQuestion &own : m_shelf.own().all)
        taken.push_back(own.question.id);
    return taken;
}

ReadQuestion OwnQuestionsWindow::checked() const
{
    ReadQuestion read = m_form->read();
    std::string &id = read.question.id;
    const bool isNew = shown() < 0;
    std::vector<std::string> taken = takenIds();
    if (!isNew)
        std::erase(taken, m_shelf.own().all[std::size_t(shown())].question.id);
    if (const auto fine = checkOwnId(id); !fine)
        read.blame("id", withoutPlace(said(fine.error().sentence)));
    else if (isNew)
        id = freeOwnId(id, taken);
    else if (std::ranges::find(taken, id) != taken.end())
        read.blame("id", tr("Another question has this name."));
    if (read.faults.empty()) // the form has found nothing; what it does not know is looked at all the same
        if (const auto fine = checkOwnQuestion(read.question, m_shelf.lessons()); !fine)
            read.blame(m_form->fieldOf(fine.error()), withoutPlace(said(fine.error().sentence)));
    return read;
}

void OwnQuestionsWindow::writeNew()
{
    if (mayLeave())
        beginNew();
}

bool OwnQuestionsWindow::save()
{
    const ReadQuestion read = checked();
    const Question &question = read.question;
    if (!read.faults.empty()) {
        goToForm();
        m_form->showFaults(read.faults);
        m_form->goToFault();
        tell(tr("Not saved yet. Fields to be mended: %1.").arg(read.faults.size()));
        return false;
    }
    const Result<void> written = shown() < 0 ? addOwnQuestions(m_shelf.ownFolder(), {question})
                                             : replaceOwnQuestion(m_shelf.own().all[std::size_t(shown())], question);
    if (!written) {
        tell(said(written.error().sentence));
        return false;
    }
    m_lesson = question.lesson;
    m_shelf.readOwn();
    const auto &all = m_shelf.own().all;
    const auto at = std::ranges::find_if(all, [&](const OwnQuestion &own) { return own.question.id == question.id; });
    fillList(int(at - all.begin()));
    tell(tr("Saved. The quiz asks it from now on."));
    emit ownChanged();
    return true;
}

void OwnQuestionsWindow::refreshPreview()
{
    const ReadQuestion read = checked();
    m_preview->setVisible(read.faults.empty());
    tellIncomplete(m_form->inWords(read.faults));
    if (read.faults.empty())
        m_round.ask({read.question});
}

} // namespace gatescope
