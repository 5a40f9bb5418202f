// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/own/own_questions_window.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/quiz/own/question_form.h"
#include "ui/quiz/own/told_message.h"
#include "ui/quiz/question_shelf.h"
#include "ui/quiz/question_view.h"

#include <QCloseEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

constexpr int previewPause = 300; ///< milliseconds
constexpr double previewScale = 0.7;
constexpr int longestRow = 60;

Question blankQuestion()
{
    Question blank;
    blank.topic = "gates";
    return blank;
}

QString rowText(const OwnQuestion &own)
{
    QString words = own.canBeWritten ? said(own.question.text).simplified() : QString();
    if (words.isEmpty())
        words = QObject::tr("without a text");
    if (words.size() > longestRow)
        words = words.left(longestRow) + QStringLiteral("…");
    if (!own.canBeWritten)
        return QObject::tr("cannot be read (%1)").arg(QString::fromStdString(own.file.filename().string()));
    return own.trouble ? QObject::tr("to be completed: %1").arg(words) : words;
}

} // namespace

OwnQuestionsWindow::OwnQuestionsWindow(QuestionShelf &shelf, const QuizLook &look, QWidget *parent)
    : QDialog(parent), m_shelf(shelf), m_look(look), m_round(shelf, m_nobody), m_list(new QListWidget),
      m_tabs(new QTabWidget), m_form(new QuestionForm(shelf.lessons())), m_preview(new QuestionView(m_round)),
      m_previewProblem(new QLabel), m_message(new QLabel), m_new(new QPushButton(tr("&New"))),
      m_duplicate(new QPushButton(tr("&Duplicate"))), m_delete(new QPushButton(tr("De&lete…"))),
      m_importButton(new QPushButton(tr("&Import…"))), m_export(new QPushButton(tr("E&xport…"))),
      m_save(new QPushButton(tr("&Save"))), m_close(new QPushButton(tr("&Close"))),
      m_import([this](Imported imported) { takeImported(std::move(imported)); })
{
    setWindowTitle(tr("My questions"));
    m_pause.setSingleShot(true);
    m_pause.setInterval(previewPause);
    layOut();
    connectParts();
    for (QPushButton *button : findChildren<QPushButton *>()) {
        button->setAutoDefault(false); // Enter in a field or in the preview presses nothing
        button->setDefault(false);
    }
    resize(QSize(1180, 760).boundedTo(screen()->availableSize() - QSize(8, 40))); // with its frame
    fillList(m_shelf.own().all.empty() ? -1 : 0);
}

void OwnQuestionsWindow::layOut()
{
    auto *words = new QLabel(tr("&Your questions"));
    words->setBuddy(m_list);
    m_list->setAccessibleName(tr("Your questions"));
    m_list->setMinimumWidth(220);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setWordWrap(true);
    auto *left = new QVBoxLayout;
    left->addWidget(words);
    left->addWidget(m_list, 1);
    auto *leftButtons = new QGridLayout;
    QPushButton *listButtons[]{m_new, m_duplicate, m_delete, m_importButton, m_export};
    for (int i = 0; i < 5; ++i)
        leftButtons->addWidget(listButtons[i], i / 2, i % 2);
    left->addLayout(leftButtons);

    auto *scroll = new QScrollArea;
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto *preview = new QWidget;
    auto *previewColumn = new QVBoxLayout(preview);
    m_previewProblem->setWordWrap(true);
    m_previewProblem->setMargin(24);
    previewColumn->addWidget(m_previewProblem);
    previewColumn->addWidget(m_preview, 1);
    m_preview->setLook({m_look.theme, previewScale, false});
    m_tabs->addTab(scroll, tr("&Write"));
    m_tabs->addTab(preview, tr("Pre&view"));
    m_message->setObjectName(QStringLiteral("ownMessage"));
    m_message->setWordWrap(true);
    m_message->hide();
    m_save->setProperty("primary", true);
    m_save->setToolTip(tr("Ctrl+S: from then on the quiz asks it"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_message, 1);
    buttons->addStretch(0);
    buttons->addWidget(m_save);
    buttons->addWidget(m_close);
    auto *right = new QVBoxLayout;
    right->addWidget(m_tabs, 1);
    right->addLayout(buttons);
    auto *row = new QHBoxLayout(this);
    row->addLayout(left, 1);
    row->addLayout(right, 3);
}

void OwnQuestionsWindow::connectParts()
{
    connect(m_new, &QPushButton::clicked, this, [this] {
        if (mayLeave())
            beginNew();
    });
    connect(m_duplicate, &QPushButton::clicked, this, &OwnQuestionsWindow::duplicate);
    connect(m_delete, &QPushButton::clicked, this, &OwnQuestionsWindow::askAndDelete);
    connect(m_importButton, &QPushButton::clicked, this, &OwnQuestionsWindow::chooseImport);
    connect(m_export, &QPushButton::clicked, this, &OwnQuestionsWindow::chooseExport);
    connect(m_save, &QPushButton::clicked, this, &OwnQuestionsWindow::save);
    connect(m_close, &QPushButton::clicked, this, &OwnQuestionsWindow::reject);
    connect(m_list, &QListWidget::currentRowChanged, this, &OwnQuestionsWindow::choose);
    connect(m_form, &QuestionForm::edited, this, [this] {
        tellMessage(*m_message, {});
        m_form->showProblem({});
        m_pause.start();
    });
    connect(&m_pause, &QTimer::timeout, this, &OwnQuestionsWindow::refreshPreview);
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_pause.stop();
        refreshPreview();
    });
}

void OwnQuestionsWindow::fillRows()
{
    const QSignalBlocker quiet(m_list);
    m_list->clear();
    for (const OwnQuestion &own : m_shelf.own().all) {
        auto *item = new QListWidgetItem(rowText(own), m_list);
        if (own.trouble)
            item->setToolTip(said(own.trouble->sentence));
    }
}

void OwnQuestionsWindow::fillList(int chosen)
{
    fillRows();
    m_shown = -1;
    if (chosen >= 0 && chosen < m_list->count()) {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(chosen);
    }
    m_savedState = m_form->state(); // nothing to ask about
    chosen >= 0 && chosen < m_list->count() ? choose(chosen) : beginNew();
}

/// Where it stands in the list now; −1: nowhere.
int OwnQuestionsWindow::rowOf(const OwnQuestion &own) const
{
    const auto &all = m_shelf.own().all;
    const auto at = std::ranges::find_if(
        all, [&](const OwnQuestion &other) { return other.file == own.file && other.text == own.text; });
    return at == all.end() ? -1 : int(at - all.begin());
}

void OwnQuestionsWindow::choose(int row)
{
    if (row < 0 || row == m_shown)
        return;
    const OwnQuestion wanted = m_shelf.own().all[std::size_t(row)];
    if (!mayLeave()) {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(m_shown);
        return;
    }
    row = std::max(0, rowOf(wanted)); // saving may have moved it
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(row);
    }
    m_shown = row;
    const OwnQuestion &own = m_shelf.own().all[std::size_t(row)];
    m_form->setEnabled(own.canBeWritten);
    m_save->setEnabled(own.canBeWritten);
    m_duplicate->setEnabled(own.canBeWritten);
    m_delete->setEnabled(own.canBeWritten);
    showQuestion(own.canBeWritten ? own.question : Question());
    if (own.trouble && own.canBeWritten)
        m_form->showProblem(own.trouble);
    tellMessage(*m_message,
                own.canBeWritten ? QString()
                                 : tr("%1 Mend it in the file %2: here it would lose what cannot be read.")
                                       .arg(said(own.trouble->sentence), QString::fromStdString(own.file.string())));
}

void OwnQuestionsWindow::showQuestion(const Question &question)
{
    m_form->setQuestion(question);
    m_savedState = m_form->state();
    refreshPreview();
}

void OwnQuestionsWindow::beginNew()
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->setCurrentRow(-1);
    }
    m_shown = -1;
    for (QWidget *part : std::initializer_list<QWidget *>{m_form, m_save, m_duplicate, m_delete})
        part->setEnabled(true);
    Question blank = blankQuestion();
    if (!m_shelf.lessons().empty())
        blank.lesson = m_shelf.lessons().front().name;
    showQuestion(blank);
    tellMessage(*m_message, {});
    m_tabs->setCurrentIndex(0);
    m_form->focusText();
}

void OwnQuestionsWindow::duplicate()
{
    const Result<Question> question = m_form->question();
    if (!question) {
        m_tabs->setCurrentIndex(0);
        return m_form->showProblem(question.error());
    }
    if (!mayLeave())
        return;
    Question copy = *question;
    copy.id = freeOwnId(copy.id, takenIds());
    beginNew();
    m_form->setQuestion(copy); // not saved yet: it is asked about when it is left
    refreshPreview();
    tellMessage(*m_message, tr("A copy, which is not saved yet."));
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
    const bool isNew = m_shown < 0;
    const std::string before = isNew ? std::string() : m_shelf.own().all[std::size_t(m_shown)].question.id;
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

bool OwnQuestionsWindow::save()
{
    const Result<Question> question = checked();
    if (!question) {
        m_tabs->setCurrentIndex(0);
        m_form->showProblem(question.error());
        m_form->goToProblem();
        tellMessage(*m_message, tr("Not saved yet: one field is to be mended."));
        return false;
    }
    const Result<void> written = m_shown < 0 ? addOwnQuestions(m_shelf.ownFolder(), {*question})
                                             : replaceOwnQuestion(m_shelf.own().all[std::size_t(m_shown)], *question);
    if (!written) {
        tellMessage(*m_message, said(written.error().sentence));
        return false;
    }
    m_shelf.readOwn();
    const auto &all = m_shelf.own().all;
    const auto at = std::ranges::find_if(all, [&](const OwnQuestion &own) { return own.question.id == question->id; });
    fillList(int(at - all.begin()));
    tellMessage(*m_message, tr("Saved. The quiz asks it from now on."));
    emit ownChanged();
    return true;
}

void OwnQuestionsWindow::askAndDelete()
{
    // An import may end while the box asks, and fill the list anew.
    const std::optional<OwnQuestion> meant
        = m_shown < 0 ? std::nullopt : std::optional(m_shelf.own().all[std::size_t(m_shown)]);
    QMessageBox box(QMessageBox::Question, tr("Delete question"),
                    m_shown < 0 ? tr("Throw away what is written here?")
                                : tr("Delete this question? This cannot be taken back."),
                    QMessageBox::Cancel, this);
    QAbstractButton *yes = box.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    box.exec();
    if (box.clickedButton() != yes)
        return;
    if (!meant)
        return m_shown < 0 ? beginNew() : void();
    const int row = rowOf(*meant);
    if (row < 0)
        return tellMessage(*m_message, tr("The question is not there any more."));
    if (const auto removed = removeOwnQuestion(*meant); !removed)
        return tellMessage(*m_message, said(removed.error().sentence));
    m_shelf.readOwn();
    fillList(std::min(row, int(m_shelf.own().all.size()) - 1));
    tellMessage(*m_message, tr("Deleted."));
    emit ownChanged();
}

bool OwnQuestionsWindow::isChanged() const
{
    return m_form->state() != m_savedState;
}

bool OwnQuestionsWindow::mayLeave()
{
    if (!isChanged())
        return true;
    QMessageBox box(QMessageBox::Question, tr("Unsaved question"), tr("The question was changed and is not saved."),
                    QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, this);
    box.setDefaultButton(QMessageBox::Save);
    const int answer = box.exec();
    if (answer == QMessageBox::Save)
        return save();
    return answer == QMessageBox::Discard;
}

void OwnQuestionsWindow::reject()
{
    if (mayLeave())
        QDialog::reject();
}

void OwnQuestionsWindow::closeEvent(QCloseEvent *event)
{
    if (!mayLeave())
        return event->ignore();
    m_savedState = m_form->state(); // asked already
    QDialog::closeEvent(event);
}

void OwnQuestionsWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Save)) {
        if (m_save->isEnabled())
            save();
        return;
    }
    QDialog::keyPressEvent(event);
}

void OwnQuestionsWindow::refreshPreview()
{
    if (m_tabs->currentIndex() == 0)
        return;
    const Result<Question> question = checked();
    m_preview->setVisible(question.ok());
    tellMessage(*m_previewProblem,
                question ? QString()
                         : tr("It can be shown once it is complete: %1").arg(said(question.error().sentence)));
    if (question)
        m_round.ask({*question});
}

QString OwnQuestionsWindow::message() const
{
    return m_message->text();
}

} // namespace gatescope
