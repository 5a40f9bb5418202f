// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/commitment_panel.h"

#include "core/learning/questions/answer_sentence.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/learn/option_card.h"
#include "ui/learn/words_label.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

QString letterOf(std::size_t option)
{
    return QChar('A' + int(option));
}

/// An answer as one would type it: of options their letters.
QString typedText(const Question &question, const Answer &answer)
{
    const auto *indices = std::get_if<std::vector<int>>(&answer);
    if (!indices || question.kind == QuestionKind::shape)
        return said(answerSentence(question, answer));
    QStringList letters;
    for (const int index : *indices)
        letters += letterOf(std::size_t(index));
    return letters.join(QStringLiteral(", "));
}

} // namespace

CommitmentPanel::CommitmentPanel(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_heading(new QLabel(this)), m_text(new WordsLabel(this)),
      m_verdict(new WordsLabel(this)), m_answers(new QWidget(this))
{
    m_column->setContentsMargins(0, 14, 0, 0);
    m_column->setSpacing(8);
    m_heading->setWordWrap(true);
    for (QWidget *each : {static_cast<QWidget *>(m_heading), static_cast<QWidget *>(m_text), m_answers,
                          static_cast<QWidget *>(m_verdict)})
        m_column->addWidget(each);
    hide();
}

void CommitmentPanel::setLook(const Theme &theme, double pixels)
{
    m_theme = &theme;
    m_pixels = pixels;
    m_heading->setFont(interfaceFont(0.87 * pixels, QFont::DemiBold));
    m_text->setLook(theme, interfaceFont(pixels));
    m_verdict->setLook(theme, interfaceFont(0.93 * pixels));
    for (OptionCard *option : m_options)
        option->setLook(theme, pixels);
    for (int line = 0; line < m_lines.size(); ++line)
        m_lines[line]->setLook(
            theme, interfaceFont(pixels, line < m_strong.size() && m_strong[line] ? QFont::DemiBold : QFont::Normal));
    if (m_field)
        m_field->setFont(numberFont(1.1 * pixels));
}

void CommitmentPanel::ask(const Question *question)
{
    m_question = question;
    m_isAnswered = false;
    m_given.reset();
    m_heading->setText(tr("Your guess first"));
    m_verdict->hide();
    setVisible(question != nullptr);
    build();
}

/// Options to choose one of; for every other kind a field, under the options that there are.
void CommitmentPanel::build()
{
    delete m_answers;
    m_answers = new QWidget(this);
    m_column->insertWidget(2, m_answers);
    m_options.clear();
    m_lines.clear();
    m_strong.clear();
    m_field = nullptr;
    m_check = m_hint = nullptr;
    auto *column = new QVBoxLayout(m_answers);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    if (!m_question)
        return;
    m_text->setWords(said(m_question->text));
    for (std::size_t i = 0; i < m_question->options.size(); ++i) {
        if (m_question->kind == QuestionKind::choice) {
            auto *option = new OptionCard(int(i) + 1, said(m_question->options[i]), m_answers);
            option->setCode(m_isCode);
            connect(option, &QAbstractButton::clicked, this, [this, i] { chooseOption(int(i) + 1); });
            m_options.append(option);
            column->addWidget(option);
        } else {
            auto *line = new WordsLabel(m_answers);
            line->setWords(letterOf(i) + QStringLiteral("  ") + said(m_question->options[i]));
            m_lines.append(line);
            column->addWidget(line);
        }
    }
    if (m_question->kind != QuestionKind::choice) {
        auto *row = new QHBoxLayout;
        m_field = new QLineEdit(m_answers);
        m_field->setAccessibleName(tr("Your answer"));
        m_field->setPlaceholderText(m_question->kind == QuestionKind::shape       ? tr("(sizes, by commas)")
                                        : m_question->options.empty()             ? tr("your answer")
                                        : m_question->kind == QuestionKind::order ? tr("letters, first to last")
                                                                                  : tr("all right letters"));
        m_check = new QPushButton(tr("Check"), m_answers);
        row->addWidget(m_field, 1);
        row->addWidget(m_check);
        column->addLayout(row);
        connect(m_field, &QLineEdit::returnPressed, this, [this] {
            if (!m_field->text().trimmed().isEmpty())
                takeTyped();
        });
        connect(m_check, &QPushButton::clicked, this, &CommitmentPanel::takeTyped);
    }
    if (!m_question->hint.text.empty()) {
        m_hint = new QPushButton(tr("Hint"), m_answers);
        m_hint->setProperty("flat", true);
        column->addWidget(m_hint, 0, Qt::AlignLeft);
        connect(m_hint, &QPushButton::clicked, this, &CommitmentPanel::showHint);
    }
    setLook(*m_theme, m_pixels);
    for (OptionCard *option : m_options)
        option->show();
    m_answers->show();
}

void CommitmentPanel::chooseOption(int number)
{
    if (!m_question || m_isAnswered || number < 1 || number > m_options.size())
        return;
    const Marking marking = mark(*m_question, Answer(number - 1));
    showAnswer(number - 1, marking.verdict == MarkingVerdict::right, marking.why);
    emit answered(marking.verdict == MarkingVerdict::right);
}

void CommitmentPanel::takeTyped()
{
    answer(m_field->text());
}

void CommitmentPanel::answer(const QString &typed)
{
    if (!m_question || m_isAnswered)
        return;
    const Marking marking = markTyped(*m_question, typed.toStdString());
    if (marking.verdict == MarkingVerdict::unclear) {
        m_verdict->setWords(said(marking.why));
        m_verdict->show();
        return;
    }
    if (m_field)
        m_field->setText(typed);
    showAnswer(marking.answer, marking.verdict == MarkingVerdict::right, marking.why);
    emit answered(marking.verdict == MarkingVerdict::right);
}

void CommitmentPanel::showHint()
{
    m_verdict->setWords(said(m_question->hint));
    m_verdict->show();
    m_hint->hide();
}

void CommitmentPanel::recall(const Answer &answer)
{
    if (!m_question || m_isAnswered)
        return;
    const Marking marking = mark(*m_question, answer);
    if (m_field)
        m_field->setText(typedText(*m_question, answer));
    showAnswer(answer, marking.verdict == MarkingVerdict::right, marking.why);
}

void CommitmentPanel::reveal()
{
    if (m_question && !m_isAnswered)
        showAnswer(std::nullopt, false, {});
}

/// Of several that apply the right ones are ticked; those of an order stand in it.
void CommitmentPanel::markLines()
{
    const auto *right = std::get_if<std::vector<int>>(&m_question->answer);
    if (!right)
        return;
    const bool inOrder = m_question->kind == QuestionKind::order;
    m_strong.clear();
    for (int i = 0; i < m_lines.size(); ++i) {
        const int option = inOrder && i < std::ssize(*right) ? (*right)[std::size_t(i)] : i;
        const bool applies = inOrder || std::ranges::find(*right, option) != right->end();
        m_lines[i]->setWords((inOrder       ? QStringLiteral("%1.  ").arg(i + 1)
                                  : applies ? QStringLiteral("✓  ")
                                            : QStringLiteral("✕  "))
                             + letterOf(std::size_t(option)) + QStringLiteral("  ")
                             + said(m_question->options[std::size_t(option)]));
        m_strong.append(applies && !inOrder);
    }
    setLook(*m_theme, m_pixels);
}

/// Options carry their own reasons; elsewhere the verdict says them. The worked solution ends it.
void CommitmentPanel::showAnswer(const std::optional<Answer> &given, bool right, const Sentence &why)
{
    m_isAnswered = true;
    m_given = given;
    const auto reasonOf = [this](int option) {
        for (const Misconception &one : m_question->misconceptions)
            if (one.answer == Answer(option))
                return said(one.why);
        return QString();
    };
    QStringList solution;
    for (const SolutionStep &step : m_question->solution)
        solution += said(step.text);
    for (int i = 0; i < m_options.size(); ++i) {
        const bool isRight = m_question->answer == Answer(i);
        m_options[i]->setGuess(given == Answer(i));
        m_options[i]->reveal(isRight ? OptionCard::Mark::right : OptionCard::Mark::wrong,
                             isRight ? solution.value(0) : reasonOf(i));
        m_options[i]->setFocusPolicy(Qt::NoFocus);
    }
    if (m_hint)
        m_hint->hide();
    m_verdict->setVisible(m_options.isEmpty());
    if (m_options.isEmpty()) {
        markLines();
        if (given)
            solution.prepend(right ? tr("Right.") : tr("Not so.") + ' ' + said(why));
        m_verdict->setWords(solution.join('\n')); // a step of a computation is a line
        m_field->setReadOnly(true);
        m_field->setVisible(given.has_value()); // an empty one asks for what is said already
        m_check->hide();
    }
    m_heading->setText(!given      ? tr("The answer")
                           : right ? tr("Your guess was right")
                                   : tr("Your guess, and the answer"));
}

QWidget *CommitmentPanel::rightAnswer() const
{
    if (!m_isAnswered)
        return nullptr;
    const auto right = std::ranges::find(m_options, OptionCard::Mark::right, &OptionCard::mark);
    return right == m_options.end() ? static_cast<QWidget *>(m_verdict) : *right;
}

void CommitmentPanel::focusAnswer()
{
    if (m_field)
        m_field->setFocus(Qt::TabFocusReason);
    else if (!m_options.isEmpty())
        m_options.first()->setFocus(Qt::TabFocusReason);
}

void CommitmentPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QWidget::keyPressEvent(event);
    if (m_field && m_field->hasFocus() && (m_isAnswered || m_field->text().trimmed().isEmpty()))
        return QWidget::keyPressEvent(event); // nothing is typed: one wants to go on
    if (auto *focused = qobject_cast<QAbstractButton *>(QApplication::focusWidget()); focused && isAncestorOf(focused))
        focused->click();
}

void CommitmentPanel::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(0, 0, width(), 1, m_theme->line);
}

QString CommitmentPanel::inWords() const
{
    if (!m_question)
        return {};
    QStringList words{m_heading->text() + ':', m_text->text()};
    for (const OptionCard *option : m_options)
        words << option->accessibleName() + '.' << option->accessibleDescription();
    for (const QLabel *label : m_answers->findChildren<QLabel *>())
        words += label->text();
    if (!m_verdict->isHidden())
        words += m_verdict->text();
    words.removeAll(QString());
    return words.join(' ');
}

} // namespace gatescope
