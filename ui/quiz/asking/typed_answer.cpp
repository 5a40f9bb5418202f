// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/typed_answer.h"

#include "ui/common/fonts.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gatescope {

TypedAnswer::TypedAnswer(const Question &question, QWidget *parent)
    : AnswerPanel(parent), m_isShape(question.kind == QuestionKind::shape),
      m_title(new QLabel(tr("Your answer"), this)), m_field(new QLineEdit(this)), m_sign(new QLabel(m_field))
{
    m_title->setProperty("secondary", true);
    m_title->setBuddy(m_field);
    m_field->setObjectName(QStringLiteral("typedAnswer"));
    m_field->setAccessibleName(m_isShape ? tr("Your answer: sizes, such as (4, 7, 3)") : tr("Your answer: a number"));
    m_field->setPlaceholderText(m_isShape ? QStringLiteral("(4, 7, 3)") : QString());
    m_field->setMaxLength(60);
    m_field->installEventFilter(this);
    m_sign->setAlignment(Qt::AlignCenter);
    m_sign->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_field);
    column->addStretch(1);
    connect(m_field, &QLineEdit::returnPressed, this, &TypedAnswer::submit);
}

void TypedAnswer::setLook(const QuizLook &look)
{
    m_look = look;
    const QSize size(look.scaled(m_isShape ? 420 : 240), look.scaled(72));
    m_title->setFont(interfaceFont(look.text(15)));
    m_field->setFont(numberFont(look.text(34)));
    m_field->setFixedWidth(size.width());
    // The program's style sheet has a height of its own for fields.
    m_field->setStyleSheet(QStringLiteral("QLineEdit { min-height: %1px; max-height: %1px; }").arg(size.height() - 10));
    m_field->setTextMargins(look.scaled(10), 0, m_sign->isHidden() ? 0 : look.scaled(48), 0);
    m_sign->setFont(interfaceFont(look.text(30), QFont::DemiBold));
    m_sign->setGeometry(size.width() - look.scaled(56), 0, look.scaled(48), size.height());
}

QWidget *TypedAnswer::focusTarget()
{
    return m_field;
}

void TypedAnswer::submit()
{
    if (m_field->text().trimmed().isEmpty())
        emit missing(m_isShape ? tr("Type sizes, such as (4, 7, 3).") : tr("Type a number first."));
    else
        emit typed(m_field->text());
}

void TypedAnswer::showMarking(const Marking &marking)
{
    if (marking.verdict == MarkingVerdict::unclear)
        return m_field->selectAll();
    const bool isRight = marking.verdict == MarkingVerdict::right;
    m_sign->setText(isRight ? QStringLiteral("✓") : QStringLiteral("✕"));
    m_sign->show();
    m_field->setReadOnly(true);
    m_field->setFocusPolicy(Qt::NoFocus);
    m_field->setAccessibleDescription(isRight ? tr("right") : tr("wrong"));
    setLook(m_look);
}

/// No number begins with an H: in the empty field it asks for the hint, as everywhere.
bool TypedAnswer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_H
        && m_field->text().isEmpty()) {
        emit hintRequested();
        return true;
    }
    return AnswerPanel::eventFilter(watched, event);
}

} // namespace gatescope
