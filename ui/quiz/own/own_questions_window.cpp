// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/own/own_questions_window.h"

#include "ui/common/translate.h"
#include "ui/drawing/word_items.h"
#include "ui/quiz/own/question_form.h"
#include "ui/quiz/question_shelf.h"
#include "ui/quiz/question_view.h"

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

OwnQuestionsWindow::OwnQuestionsWindow(QuestionShelf &shelf, const QuizLook &look, QWidget *parent)
    : WritingWindow(wordsOfQuestions(), parent), m_shelf(shelf), m_round(shelf, m_nobody),
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
    if (!m_shelf.lessons().empty())
        blank.lesson = m_shelf.lessons().front().name;
    m_form->setQuestion(blank);
}

void OwnQuestionsWindow::showProblem(const std::optional<Error> &problem)
{
    m_form->showProblem(problem);
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
    const Result<Question> question = m_form->question();
    if (!question) {
        goToForm();
        return m_form->showProblem(question.error());
    }
    if (!mayLeave())
        return;
    Question copy = *question;
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

Result<Question> OwnQuestionsWindow::checked() const
{
    Result<Question> question = m_form->question();
    if (!question)
        return question;
    const bool isNew = shown() < 0;
    const std::string before = isNew ? std::string() : m_shelf.own().all[std::size_t(shown())].question.id;
    std::vector<std::string> taken = takenIds();
    std::erase(taken, before);
    if (isNew && checkOwnId(question->id).ok())
        question->id = freeOwnId(question->id, taken);
    if (const auto fine = checkOwnQuestion(*question, m_shelf.lessons()); !fine)
        return fine.error();
    if (std::ranges::find(taken, question->id) != taken.end())
        return error("id: another question has the id \"%1\".", {printable(question->id)});
    return question;
}

void OwnQuestionsWindow::writeNew()
{
    if (mayLeave())
        beginNew();
}

bool OwnQuestionsWindow::save()
{
    const Result<Question> question = checked();
    if (!question) {
        goToForm();
        m_form->showProblem(question.error());
        m_form->goToProblem();
        tell(tr("Not saved yet: one field is to be mended."));
        return false;
    }
    const Result<void> written = shown() < 0 ? addOwnQuestions(m_shelf.ownFolder(), {*question})
                                             : replaceOwnQuestion(m_shelf.own().all[std::size_t(shown())], *question);
    if (!written) {
        tell(said(written.error().sentence));
        return false;
    }
    m_shelf.readOwn();
    const auto &all = m_shelf.own().all;
    const auto at = std::ranges::find_if(all, [&](const OwnQuestion &own) { return own.question.id == question->id; });
    fillList(int(at - all.begin()));
    tell(tr("Saved. The quiz asks it from now on."));
    emit ownChanged();
    return true;
}

void OwnQuestionsWindow::refreshPreview()
{
    const Result<Question> question = checked();
    m_preview->setVisible(question.ok());
    tellIncomplete(question ? QString() : said(question.error().sentence));
    if (question)
        m_round.ask({*question});
}

} // namespace gatescope
