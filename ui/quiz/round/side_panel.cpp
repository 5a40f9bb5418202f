// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/round/side_panel.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/words_in_colour.h"
#include "ui/quiz/round/ladder_panel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

SidePanel::SidePanel(QuizRound &round, QWidget *parent)
    : QWidget(parent), m_round(round), m_ladder(new LadderPanel(this)), m_hintTitle(new QLabel(tr("Hint"), this)),
      m_hint(new QLabel(this)), m_foot(new QLabel(this)), m_hintButton(new QPushButton(tr("Hint"), this)),
      m_again(new QPushButton(tr("Another like it"), this)), m_on(new QPushButton(this)),
      m_end(new QPushButton(tr("End and see results"), this))
{
    m_hint->setObjectName(QStringLiteral("hint"));
    m_hint->setWordWrap(true);
    m_hint->setTextFormat(Qt::RichText);
    m_foot->setWordWrap(true);
    m_foot->setProperty("secondary", true);
    m_hintButton->setToolTip(tr("Hint (H)"));
    m_again->setToolTip(tr("One of the same kind, of another network or with other numbers (R)"));
    m_on->setObjectName(QStringLiteral("quizOn"));
    m_on->setProperty("primary", true);
    m_end->setProperty("flat", true);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_hintButton, 1);
    buttons->addWidget(m_on, 1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_ladder, 1);
    column->addWidget(m_hintTitle);
    column->addWidget(m_hint);
    column->addWidget(m_again); // has more words than half the width takes
    column->addLayout(buttons);
    column->addWidget(m_end);
    column->addWidget(m_foot);
    connect(&round, &QuizRound::changed, this, &SidePanel::follow);
    connect(m_hintButton, &QPushButton::clicked, &round, &QuizRound::showHint);
    connect(m_again, &QPushButton::clicked, &round, &QuizRound::askAgain);
    connect(m_on, &QPushButton::clicked, this, &SidePanel::answerRequested);
    connect(m_end, &QPushButton::clicked, this, &SidePanel::endRequested);
}

void SidePanel::setLook(const QuizLook &look)
{
    m_look = look;
    m_ladder->setLook(look);
    setFixedWidth(std::max(264, look.scaled(376)));
    m_hintTitle->setFont(interfaceFont(look.text(16), QFont::DemiBold));
    m_hint->setFont(interfaceFont(look.text(17)));
    m_foot->setFont(interfaceFont(look.text(13)));
    for (QPushButton *button : {m_hintButton, m_again, m_on, m_end}) {
        button->setFont(interfaceFont(look.text(15), QFont::DemiBold));
        button->setMinimumHeight(look.scaled(46));
    }
    const int margin = look.scaled(30);
    layout()->setContentsMargins(margin, look.scaled(48), margin, look.scaled(28));
    layout()->setSpacing(look.scaled(12));
    follow();
    update();
}

void SidePanel::follow()
{
    m_ladder->setRound(m_round);
    const bool isOver = m_round.isOver(), isMarked = m_round.isMarked();
    const bool hasHint = !isOver && m_round.isHintShown();
    m_hintTitle->setVisible(hasHint);
    m_hint->setVisible(hasHint);
    if (hasHint) {
        const QString hint = said(m_round.question().hint);
        m_hint->setText(colouredWords(withCode(hint), *m_look.theme));
        m_hint->setAccessibleName(tr("Hint: %1").arg(hint));
    }
    m_hintButton->setVisible(m_round.hasHint() && !isMarked);
    m_hintButton->setEnabled(!hasHint);
    m_again->setVisible(!isOver && isMarked && m_round.canComeAgain());
    m_on->setVisible(!isOver);
    const bool isLast = m_round.isLast(), isHidden = m_round.areOptionsHidden();
    m_on->setText(isHidden ? tr("Show options") : !isMarked ? tr("Answer") : isLast ? tr("Results") : tr("Next"));
    m_on->setToolTip(isHidden ? tr("Show options (Enter)") : !isMarked ? tr("Answer (Enter)") : tr("On (N)"));
    switch (m_round.wish().mode) {
    case QuizMode::ladder:
        m_foot->setText(tr("Missed questions return later, in this round or the next, with new numbers where they have "
                           "some."));
        break;
    case QuizMode::recall:
        m_foot->setText(tr("Missed questions return in a later quiz."));
        break;
    case QuizMode::challenge:
        m_foot->setText(
            tr("A challenge is over at the first mistake. Your longest: %1.").arg(m_round.longestChallenge()));
        break;
    }
    m_end->setVisible(!isOver && !(isMarked && isLast)); // there going on is the end
}

void SidePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_look.theme->panel);
    painter.fillRect(0, 0, 1, height(), m_look.theme->line);
}

} // namespace gatescope
