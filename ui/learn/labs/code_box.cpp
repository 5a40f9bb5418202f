// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/code_box.h"

#include "ui/common/fonts.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace gatescope {

CodeBox::CodeBox(const QString &heading, QWidget *parent)
    : QWidget(parent), m_heading(new QLabel(heading, this)), m_code(new QPlainTextEdit(this)),
      m_copy(new QPushButton(tr("Copy"), this))
{
    m_code->setReadOnly(true);
    m_code->setTabChangesFocus(true);
    m_code->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_code->setAccessibleName(tr("The code in %1").arg(heading));
    m_copy->setAccessibleName(tr("Copy the code in %1").arg(heading));
    m_copy->setProperty("flat", true);
    auto *top = new QHBoxLayout;
    top->addWidget(m_heading, 1);
    top->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(top);
    column->addWidget(m_code);
    connect(m_copy, &QPushButton::clicked, this, &CodeBox::copy);
}

void CodeBox::setFontPixels(double pixels)
{
    m_heading->setFont(interfaceFont(0.9 * pixels, QFont::DemiBold));
    m_copy->setFont(interfaceFont(0.85 * pixels));
    m_code->setFont(numberFont(0.85 * pixels));
}

void CodeBox::setCode(const QString &code)
{
    if (code != m_code->toPlainText())
        m_code->setPlainText(code);
}

QString CodeBox::code() const
{
    return m_code->toPlainText();
}

void CodeBox::copy()
{
    QGuiApplication::clipboard()->setText(code());
}

} // namespace gatescope
