// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/pointed_answer.h"

#include "core/learning/questions/answer_sentence.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/quiz/asking/question_stage.h"

#include <QLabel>
#include <QVBoxLayout>

namespace gatescope {

PointedAnswer::PointedAnswer(const Question &question, QuestionStage &stage, QWidget *parent)
    : AnswerPanel(parent), m_question(question), m_stage(stage), m_title(new QLabel(tr("You point at"), this)),
      m_words(new QLabel(this)), m_how(new QLabel(this))
{
    m_title->setProperty("secondary", true);
    m_how->setProperty("secondary", true);
    m_how->setText(tr("Click on it, or use the arrow keys or its number, then press Enter."));
    m_words->setObjectName(QStringLiteral("pointedAnswer"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addWidget(m_how);
    column->addStretch(1);
    connect(&stage, &QuestionStage::pointedChanged, this, &PointedAnswer::follow);
    connect(&stage, &QuestionStage::submitted, this, &PointedAnswer::submit);
    follow();
}

void PointedAnswer::setLook(const QuizLook &look)
{
    m_title->setFont(interfaceFont(look.text(15)));
    m_words->setFont(numberFont(look.text(28)));
    m_how->setFont(interfaceFont(look.text(14)));
}

QWidget *PointedAnswer::focusTarget()
{
    return &m_stage;
}

void PointedAnswer::follow()
{
    const QString words
        = m_stage.pointed() ? said(answerSentence(m_question, Answer(*m_stage.pointed()))) : tr("nothing yet");
    m_words->setText(words);
    m_words->setAccessibleName(tr("You point at %1").arg(words));
}

void PointedAnswer::submit()
{
    if (m_stage.pointed())
        emit given(*m_stage.pointed());
    else
        emit missing(tr("Point at something first: click on it, or use the arrow keys."));
}

void PointedAnswer::takeDigit(int digit)
{
    m_stage.pointAt(digit);
}

void PointedAnswer::showMarking(const Marking &marking)
{
    if (marking.verdict == MarkingVerdict::unclear)
        return;
    m_words->setText(m_words->text()
                     + (marking.verdict == MarkingVerdict::right ? QStringLiteral("  ✓") : QStringLiteral("  ✕")));
    m_how->hide();
}

} // namespace gatescope
