// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/form_fields.h"

#include "ui/common/told_message.h"

#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

void FormFields::add(const char *name, const QString &words, QWidget *widget)
{
    auto *label = new QLabel(words);
    auto *problem = new QLabel;
    problem->setObjectName(QStringLiteral("problemOf_") + QLatin1String(name));
    problem->setProperty("problem", true);
    problem->setWordWrap(true);
    problem->hide();
    QString plain = words;
    widget->setObjectName(QLatin1String(name));
    widget->setAccessibleName(plain.remove(u'&'));
    label->setBuddy(widget);
    if (widget->focusProxy())
        widget->setFocusPolicy(Qt::StrongFocus); // without one the label's key would not lead to it
    auto *box = new QWidget;
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(widget);
    column->addWidget(problem);
    m_layout.addRow(label, box);
    m_fields[name] = {label, widget, problem};
}

void FormFields::addWords(QLabel *words)
{
    words->setProperty("secondary", true);
    words->setWordWrap(true);
    m_layout.addRow(QString(), words);
}

void FormFields::setVisible(const std::string &name, bool visible)
{
    const Field &field = m_fields.at(name);
    field.label->setVisible(visible);
    field.widget->parentWidget()->setVisible(visible);
}

void FormFields::showProblem(const std::string &name, const QString &sentence)
{
    if (sentence.isEmpty())
        showProblems({});
    else
        showProblems({{name, sentence}});
}

void FormFields::showProblems(const std::vector<std::pair<std::string, QString>> &problems)
{
    for (auto &[name, field] : m_fields) {
        const auto found = std::ranges::find(problems, name, &std::pair<std::string, QString>::first);
        const QString sentence = found == problems.end() ? QString() : found->second;
        if (sentence == field.problem->text())
            continue; // what stays is not told a second time
        field.widget->setAccessibleDescription(sentence);
        tellMessage(*field.problem, sentence);
    }
    m_problemField = problems.empty() ? nullptr : m_fields.at(problems.front().first).widget;
}

QString FormFields::nameOf(const std::string &name) const
{
    return m_fields.at(name).label->text().remove(u'&');
}

void FormFields::goToProblem()
{
    if (m_problemField)
        m_problemField->setFocus(Qt::OtherFocusReason);
}

QPlainTextEdit *paragraphField(int lines)
{
    auto *field = new QPlainTextEdit;
    field->setTabChangesFocus(true);
    field->setMinimumHeight(lines * field->fontMetrics().lineSpacing() + 14);
    field->setMaximumHeight((lines + 1) * field->fontMetrics().lineSpacing() + 18);
    field->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum); // its row takes no more of a high window
    return field;
}

QString withoutPlace(const QString &sentence)
{
    const qsizetype colon = sentence.indexOf(u": ");
    QString words = colon > 0 && !sentence.left(colon).contains(u' ') ? sentence.mid(colon + 2) : sentence;
    if (!words.isEmpty())
        words[0] = words[0].toUpper();
    return words;
}

} // namespace gatescope
