// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/option_answer.h"

#include "core/learning/quiz/class_question.h"
#include "ui/common/translate.h"
#include "ui/quiz/asking/answer_keys.h"
#include "ui/quiz/asking/option_row.h"

#include <QVBoxLayout>

namespace gatescope {

OptionAnswer::OptionAnswer(const Question &question, QWidget *parent)
    : AnswerPanel(parent), m_question(question), m_keys(keysOf(question.options)),
      m_isOneOfSeveral(question.kind == QuestionKind::choices)
{
    setAccessibleName(m_isOneOfSeveral ? tr("Options, any number of which are right")
                                       : tr("Options, one of which is right"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    for (int i = 0; i < int(question.options.size()); ++i) {
        auto *row
            = new OptionRow(m_keys[std::size_t(i)], said(question.options[std::size_t(i)]), m_isOneOfSeveral, this);
        connect(row, &QAbstractButton::clicked, this, [this, i] { choose(i); });
        connect(row, &OptionRow::submitted, this, &OptionAnswer::submit);
        column->addWidget(row);
        m_rows.append(row);
    }
    column->addStretch(1);
}

void OptionAnswer::setLook(const QuizLook &look)
{
    for (OptionRow *row : m_rows)
        row->setLook(look);
}

void OptionAnswer::takeDigit(int digit)
{
    const std::optional<int> option = answerOfKey(m_keys, digit);
    if (!option || !m_rows[*option]->isEnabled())
        return;
    if (m_isOneOfSeveral)
        m_rows[*option]->toggle();
    choose(*option);
}

void OptionAnswer::choose(int option)
{
    for (int i = 0; i < m_rows.size() && !m_isOneOfSeveral; ++i)
        m_rows[i]->setChecked(i == option);
}

std::vector<int> OptionAnswer::chosen() const
{
    std::vector<int> chosen;
    for (int i = 0; i < m_rows.size(); ++i)
        if (m_rows[i]->isChecked())
            chosen.push_back(i);
    return chosen;
}

void OptionAnswer::submit()
{
    const std::vector<int> options = chosen();
    if (m_isOneOfSeveral)
        emit given(options); // none of them is an answer too
    else if (options.empty())
        emit missing(tr("Choose one first: a key from 1 to %1, or a click.").arg(m_rows.size()));
    else
        emit given(options.front());
}

/// Every option says what it is; why it is not stands at what was misjudged.
void OptionAnswer::showMarking(const Marking &marking)
{
    if (marking.verdict == MarkingVerdict::unclear)
        return;
    const std::vector<ClassAnswer> truth = classAnswers(m_question);
    for (int i = 0; i < m_rows.size(); ++i) {
        const ClassAnswer &option = truth[std::size_t(i)];
        const bool isMisjudged = m_isOneOfSeveral && m_rows[i]->isChecked() != option.isRight;
        m_rows[i]->setVerdict(option.isRight, isMisjudged ? said(option.why) : QString());
    }
}

} // namespace gatescope
