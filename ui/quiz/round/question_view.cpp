// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/round/question_view.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/words_in_colour.h"
#include "ui/quiz/asking/answer_panel.h"
#include "ui/quiz/asking/asked_text.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/asking/question_stage.h"
#include "ui/quiz/asking/solution_panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace gatescope {

namespace {

QLabel *wrapped(QWidget *parent, const char *name)
{
    auto *label = new QLabel(parent);
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    label->setTextFormat(Qt::RichText);
    return label;
}

constexpr double answeredScale = 0.75; ///< of a question that was answered: the room is for its explanation

/// The longer, the smaller, so that the answer stays on the screen.
double askingPixels(qsizetype letters)
{
    return letters < 70 ? 34 : letters < 130 ? 28 : 24;
}

} // namespace

QuestionView::QuestionView(QuizRound &round, QWidget *parent)
    : QWidget(parent), m_round(round), m_topic(new QLabel(this)), m_given(wrapped(this, "given")),
      m_asks(wrapped(this, "asks")), m_how(wrapped(this, "how")), m_body(new QGridLayout),
      m_answerBox(new QWidget(this)), m_answerRow(new QHBoxLayout(m_answerBox)), m_verdictBox(new QWidget(m_answerBox)),
      m_verdict(new QLabel(m_verdictBox)), m_why(wrapped(m_verdictBox, "why")), m_solution(new SolutionPanel),
      m_solutionArea(new QScrollArea(this)), m_stage(new QuestionStage(this))
{
    setAccessibleName(tr("Question"));
    m_topic->setProperty("secondary", true);
    m_how->setProperty("secondary", true);
    m_verdict->setObjectName(QStringLiteral("verdict"));
    m_solutionArea->setWidget(m_solution);
    m_solutionArea->setWidgetResizable(true);
    m_solutionArea->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_solutionArea->setFocusPolicy(Qt::NoFocus);
    m_solution->setAutoFillBackground(false); // paper shows through
    m_solutionArea->viewport()->setAutoFillBackground(false);

    auto *verdict = new QVBoxLayout(m_verdictBox);
    verdict->setContentsMargins(0, 0, 0, 0);
    verdict->addWidget(m_verdict);
    verdict->addWidget(m_why);
    verdict->addStretch(1);
    m_answerRow->addWidget(m_verdictBox, 2);

    m_body->addWidget(m_answerBox, 0, 0, 1, 2);
    m_body->addWidget(m_solutionArea, 1, 0, 1, 2);
    m_body->addWidget(m_stage, 2, 0, 1, 2);
    auto *column = new QVBoxLayout(this);
    column->setObjectName(QStringLiteral("column"));
    column->addWidget(m_topic);
    column->addWidget(m_given);
    column->addWidget(m_asks);
    column->addWidget(m_how);
    column->addLayout(m_body, 1);

    connect(&round, &QuizRound::asked, this, &QuestionView::ask);
    connect(&round, &QuizRound::marked, this, &QuestionView::takeMarking);
    connect(&round, &QuizRound::changed, this, &QuestionView::follow);
    connect(m_solution, &SolutionPanel::rowChosen, this, [this](int row) {
        while (m_round.told() <= row && m_round.tellMore())
            ;
        while (m_round.told() > row + 1 && m_round.tellLess())
            ;
    });
}

void QuestionView::setLook(const QuizLook &look)
{
    m_look = look;
    m_solution->setLook(look);
    m_stage->setLook(look);
    if (m_answer)
        m_answer->setLook(look);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->setContentsMargins(look.scaled(64), look.scaled(48), look.scaled(48), look.scaled(28));
    column->setSpacing(look.scaled(14));
    m_answerRow->setSpacing(look.scaled(40));
    m_answerRow->setContentsMargins(0, look.scaled(8), 0, look.scaled(14));
    m_body->setHorizontalSpacing(look.scaled(28));
    m_body->setVerticalSpacing(look.scaled(8));
    fitFonts();
    update();
}

void QuestionView::fitFonts()
{
    m_topic->setFont(interfaceFont(m_look.text(17), QFont::Medium));
    m_given->setFont(interfaceFont(m_look.text(21)));
    m_how->setFont(interfaceFont(m_look.text(16)));
    m_verdict->setFont(interfaceFont(m_look.text(24), QFont::DemiBold));
    m_why->setFont(interfaceFont(m_look.text(20)));
    if (m_round.isOver())
        return;
    const AskedText text = askedText(m_round.question());
    const double asking = askingPixels(text.asks.size()) * (m_isStageBeside ? answeredScale : 1);
    m_asks->setFont(interfaceFont(m_look.text(asking), QFont::DemiBold));
    m_given->setText(colouredWords(withCode(text.given), *m_look.theme));
    m_asks->setText(colouredWords(withCode(text.asks), *m_look.theme));
    const bool isHidden = m_round.areOptionsHidden();
    const QString how = isHidden ? tr("Answer in your own words first. Then Enter shows the options.") : text.how;
    m_how->setText(how.toHtmlEscaped());
    m_given->setVisible(!text.given.isEmpty());
    m_how->setVisible(!how.isEmpty() && !m_round.isMarked());
    sayVerdict();
}

/// Once it is answered the stage has all the height: it stands beside the answer and the solution. Before, and where
/// there is none, all stands one under the other.
void QuestionView::arrange()
{
    const bool isMarked = m_round.isMarked(), beside = isMarked && m_stage->hasNetwork();
    const bool isUnder = !beside && m_stage->hasNetwork() && !m_stage->isHidden();
    m_body->setRowStretch(1, isMarked ? 1 : 0);
    m_body->setRowStretch(2, isUnder ? 1 : 0);
    m_body->setRowStretch(3, isMarked || isUnder ? 0 : 1); // takes the room while nothing stands there
    if (beside == m_isStageBeside)
        return;
    m_isStageBeside = beside;
    for (QWidget *part : std::initializer_list<QWidget *>{m_answerBox, m_solutionArea, m_stage})
        m_body->removeWidget(part);
    const int columns = beside ? 1 : 2;
    m_body->addWidget(m_answerBox, 0, 0, 1, columns);
    m_body->addWidget(m_solutionArea, 1, 0, 1, columns);
    m_body->addWidget(m_stage, beside ? 0 : 2, beside ? 1 : 0, beside ? 2 : 1, columns);
    m_body->setColumnStretch(0, 4);
    m_body->setColumnStretch(1, beside ? 7 : 0);
    m_answerRow->setDirection(beside ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void QuestionView::setReducedMotion(bool reduced)
{
    m_stage->setReducedMotion(reduced);
}

void QuestionView::ask()
{
    if (m_round.isOver())
        return;
    const Question &question = m_round.question();
    m_topic->setText(rungTitle(question));
    m_shownTold = 0;
    m_stage->ask(question, m_round.network());
    m_solution->setSolution(question.solution);
    m_solutionArea->hide(); // until it is answered
    if (m_answer) {
        m_answer->hide();
        m_answer->deleteLater();
    }
    m_answer = makeAnswerPanel(question, *m_stage);
    m_answer->setLook(m_look);
    arrange();
    m_answerRow->insertWidget(0, m_answer, question.options.empty() ? 0 : 3);
    m_answer->setVisible(!m_round.areOptionsHidden());
    connect(m_answer, &AnswerPanel::given, &m_round, &QuizRound::answer);
    connect(m_answer, &AnswerPanel::typed, &m_round, &QuizRound::answerTyped);
    connect(m_answer, &AnswerPanel::hintRequested, &m_round, &QuizRound::showHint);
    connect(m_answer, &AnswerPanel::missing, this, [this](const QString &what) {
        m_verdict->clear();
        m_why->setText(what);
        m_verdictBox->show();
    });
    const QString whole = said(question.text);
    m_asks->setAccessibleName(whole);
    setAccessibleDescription(whole);
    fitFonts();
}

QWidget *QuestionView::focusTarget() const
{
    return m_answer && !m_round.isMarked() && !m_round.areOptionsHidden() ? m_answer->focusTarget() : nullptr;
}

void QuestionView::follow()
{
    if (m_round.isOver())
        return;
    sayVerdict();
    if (m_answer->isHidden() && !m_round.areOptionsHidden())
        showOptions();
    if (!m_round.isMarked())
        return;
    m_solutionArea->show();
    m_solution->setTold(m_round.told());
    if (m_round.told() != m_shownTold)
        play();
    m_shownTold = m_round.told();
}

void QuestionView::showOptions()
{
    m_answer->show();
    fitFonts();
    if (QWidget *target = m_answer->focusTarget())
        target->setFocus(Qt::OtherFocusReason);
}

void QuestionView::sayVerdict()
{
    const auto &marking = m_round.marking();
    m_verdictBox->setVisible(marking.has_value());
    if (!marking)
        return;
    const bool isRight = marking->verdict == MarkingVerdict::right;
    const bool isUnclear = marking->verdict == MarkingVerdict::unclear;
    m_verdict->setText(isUnclear ? tr("Once more, please.") : isRight ? tr("✓ Right.") : tr("✕ Not this time."));
    // Of several options each says for itself why it was misjudged.
    const bool isSaidElsewhere = m_round.question().kind == QuestionKind::choices && !isUnclear;
    const QString why = isRight || isSaidElsewhere ? QString() : said(marking->why);
    m_why->setText(colouredWords(withCode(why), *m_look.theme));
    m_why->setVisible(!why.isEmpty());
    m_verdictBox->setAccessibleName((m_verdict->text() + ' ' + why).trimmed());
}

void QuestionView::takeMarking()
{
    m_answer->showMarking(*m_round.marking());
    if (!m_round.isMarked())
        return;
    m_stage->reveal(m_round.question(), *m_round.marking());
    arrange();
    fitFonts();
}

void QuestionView::play()
{
    const auto &solution = m_round.question().solution;
    for (int row = m_round.told() - 1; row >= 0; --row)
        if (const auto &place = solution[std::size_t(row)].place)
            return m_stage->play(*place);
}

void QuestionView::enter()
{
    if (m_round.isMarked())
        m_round.next();
    else if (m_round.areOptionsHidden())
        m_round.showOptions();
    else if (m_answer)
        m_answer->submit();
}

void QuestionView::takeDigit(int digit)
{
    if (m_answer && !m_round.isMarked() && !m_round.areOptionsHidden())
        m_answer->takeDigit(digit);
}

void QuestionView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme->paper);
}

} // namespace gatescope
