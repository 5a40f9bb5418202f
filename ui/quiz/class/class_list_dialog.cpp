// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/class/class_list_dialog.h"

#include "ui/common/dialog_buttons.h"
#include "ui/common/form_fields.h"
#include "ui/common/told_message.h"
#include "ui/common/translate.h"
#include "ui/quiz/class/class_memory.h"
#include "ui/quiz/class/names_field.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

ClassListDialog::ClassListDialog(ClassMemory &memory, QWidget *parent)
    : QDialog(parent), m_memory(memory), m_names(new NamesField(memory.list())), m_asked(new QLabel),
      m_problem(new QLabel), m_forget(new QPushButton(tr("&Forget it")))
{
    setWindowTitle(tr("Class"));
    auto *lead = new QLabel(tr("Worksheets have the names in this order. In a quiz with the class the number of hands "
                               "stands beside the number of names."));
    lead->setWordWrap(true);
    m_asked->setWordWrap(true);
    m_problem->setObjectName(QStringLiteral("classProblem"));
    m_problem->setProperty("problem", true);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_names->edit().setAccessibleName(tr("Names"));
    m_forget->setAutoDefault(false);
    m_forget->setToolTip(tr("Recall begins anew with this class; the names stay"));
    auto *label = new QLabel(tr("&Names"));
    label->setBuddy(m_names);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel);
    QPushButton *keep = buttons->addButton(tr("&Keep"), QDialogButtonBox::AcceptRole);
    makePrimary(*keep);
    auto *asked = new QHBoxLayout;
    asked->addWidget(m_asked, 1);
    asked->addWidget(m_forget);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addWidget(lead);
    column->addWidget(label);
    column->addWidget(m_names, 1);
    column->addWidget(m_problem);
    column->addLayout(asked);
    column->addWidget(buttons);
    connect(m_names, &NamesField::changed, this, [this] { tellMessage(*m_problem, {}); });
    connect(m_forget, &QPushButton::clicked, this, &ClassListDialog::forget);
    connect(buttons, &QDialogButtonBox::accepted, this, &ClassListDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &ClassListDialog::reject);
    sayWhatWasAsked();
    if (const auto &why = memory.unreadableList())
        tellMessage(*m_problem,
                    tr("%1 The file stays as it is; when you keep a list, it is renamed to %2.")
                        .arg(said(why->sentence), QString::fromStdString(memory.asideFile().filename().string())));
    resize(520, 560);
}

void ClassListDialog::sayWhatWasAsked()
{
    const int answered = m_memory.progress().answered();
    m_asked->setText(answered == 0
                         ? tr("Nothing was asked of this class yet.")
                         : tr("Questions asked of this class so far: %1. Recall draws from them.").arg(answered));
    m_forget->setEnabled(answered > 0);
}

void ClassListDialog::forget()
{
    QMessageBox box(QMessageBox::Question, tr("Forget what was asked"),
                    tr("Forget all that was asked of this class? This cannot be taken back."), QMessageBox::Cancel,
                    this);
    QAbstractButton *forgets = box.addButton(tr("Forget"), QMessageBox::DestructiveRole);
    box.exec();
    if (box.clickedButton() != forgets)
        return;
    if (const auto forgotten = m_memory.forgetAnswers(); !forgotten)
        tellMessage(*m_problem, said(forgotten.error().sentence));
    sayWhatWasAsked();
}

void ClassListDialog::accept()
{
    const auto kept = m_memory.setList(m_names->text());
    if (kept)
        return QDialog::accept();
    tellMessage(*m_problem, withoutPlace(said(kept.error().sentence)));
    m_names->setFocus(Qt::OtherFocusReason);
}

QString ClassListDialog::message() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

} // namespace gatescope
