// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/class/names_field.h"

#include "core/base/file.h"
#include "core/learning/quiz/class_list.h"
#include "ui/common/told_message.h"
#include "ui/common/translate.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

NamesField::NamesField(const std::string &list, QWidget *parent)
    : QWidget(parent), m_edit(new QPlainTextEdit(QString::fromStdString(list))), m_said(new QLabel)
{
    m_edit->setObjectName(QStringLiteral("names"));
    m_edit->setTabChangesFocus(true);
    m_edit->setPlaceholderText(tr("One on each line, or a table with “Name” over the column."));
    m_said->setObjectName(QStringLiteral("namesSaid"));
    m_said->setProperty("secondary", true);
    m_said->setWordWrap(true);
    auto *open = new QPushButton(tr("&Open…"));
    open->setAutoDefault(false);
    open->setToolTip(tr("Names from a text file, one on each line, or from a CSV with a line over it"));
    auto *under = new QHBoxLayout;
    under->addWidget(m_said, 1);
    under->addWidget(open, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(m_edit, 1);
    column->addLayout(under);
    setFocusProxy(m_edit);
    setFocusPolicy(Qt::StrongFocus);
    connect(open, &QPushButton::clicked, this, &NamesField::chooseFile);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        sayHowMany();
        emit changed();
    });
    sayHowMany();
}

std::string NamesField::text() const
{
    return m_edit->toPlainText().toStdString();
}

bool NamesField::isBlank() const
{
    return m_edit->toPlainText().trimmed().isEmpty();
}

Result<std::vector<std::string>> NamesField::names() const
{
    return studentsIn(text());
}

void NamesField::sayHowMany()
{
    const auto listed = names();
    m_said->setText(listed ? tr("Names: %1").arg(listed->size()) : QString());
}

void NamesField::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Names of a class"), {},
                                                      tr("Lists of names (*.txt *.csv *.tsv);;All files (*)"));
    if (!path.isEmpty())
        openFile(path);
}

void NamesField::openFile(const QString &path)
{
    const auto text = readFile(path.toStdString(), largestClassList);
    const auto listed = text ? studentsIn(*text) : Result<std::vector<std::string>>(text.error());
    if (listed)
        return m_edit->setPlainText(QString::fromStdString(classListText(*listed)).trimmed());
    const QString why = said(listed.error().sentence);
    tellMessage(*m_said, text ? tr("%1: %2").arg(QFileInfo(path).fileName(), why) : why);
}

} // namespace gatescope
