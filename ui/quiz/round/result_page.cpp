// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/round/result_page.h"

#include "ui/common/fonts.h"
#include "ui/quiz/asking/question_shelf.h"
#include "ui/quiz/round/quiz_round.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

ResultPage::ResultPage(const QuizRound &round, const QuestionShelf &shelf, QWidget *parent)
    : QWidget(parent), m_round(round), m_shelf(shelf), m_title(new QLabel(this)), m_words(new QLabel(this)),
      m_again(new QPushButton(tr("Another round"))), m_wrong(new QPushButton(tr("Those that were wrong"))),
      m_start(new QPushButton(tr("Choose anew"))), m_progress(new QPushButton(tr("Progress by topic")))
{
    setAccessibleName(tr("Result"));
    m_title->setObjectName(QStringLiteral("quizResult"));
    m_words->setWordWrap(true);
    m_words->setObjectName(QStringLiteral("quizLessons"));
    m_words->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_again->setProperty("primary", true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(12);
    for (QPushButton *button : {m_again, m_wrong, m_start, m_progress})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_words);
    column->addLayout(buttons);
    column->addStretch(1);
    connect(m_words, &QLabel::linkActivated, this, &ResultPage::lessonRequested);
    connect(m_again, &QPushButton::clicked, this, &ResultPage::againRequested);
    connect(m_wrong, &QPushButton::clicked, this, &ResultPage::wrongOnesRequested);
    connect(m_start, &QPushButton::clicked, this, &ResultPage::startRequested);
    connect(m_progress, &QPushButton::clicked, this, &ResultPage::progressRequested);
}

void ResultPage::showResult()
{
    const bool isChallenge = m_round.wish().mode == QuizMode::challenge;
    m_title->setText(m_round.answered() == 0 ? tr("Nothing was answered.")
                         : isChallenge       ? tr("%1 right in a row").arg(m_round.right())
                                             : tr("%1 of %2 right").arg(m_round.right()).arg(m_round.answered()));
    QStringList lessons, links;
    for (const std::string &lesson : m_round.lessonsOfWrongOnes())
        if (const QString title = m_shelf.titleOfLesson(lesson); !title.isEmpty()) {
            lessons += title;
            links += QStringLiteral("<a href=\"%1\" style=\"color: %2\">%3</a>")
                         .arg(QString::fromStdString(lesson), m_look.theme->of(Role::state).text.name(),
                              title.toHtmlEscaped());
        }
    const int wrong = m_round.answered() - m_round.right();
    m_wrong->setVisible(wrong > 0);
    const QString longest
        = isChallenge ? tr("Your longest challenge: %1.").arg(m_round.longestChallenge()) + ' ' : QString();
    const auto words = [&](const QStringList &titles) {
        const QString result = wrong > 0
            ? tr("The lessons that explain what was wrong: %1.").arg(titles.join(QStringLiteral("; ")))
            : m_round.answered() > 0 ? tr("All of them were right.")
                                     : QString();
        return longest + result;
    };
    m_words->setText(words(links));
    m_words->setAccessibleName(words(lessons));
    m_title->setAccessibleName(m_title->text() + ' ' + words(lessons));
}

void ResultPage::focusAgain()
{
    m_again->setFocus(Qt::OtherFocusReason);
}

void ResultPage::setLook(const QuizLook &look)
{
    m_look = look;
    m_title->setFont(interfaceFont(look.text(38), QFont::DemiBold));
    m_words->setFont(interfaceFont(look.text(19)));
    for (QPushButton *button : {m_again, m_wrong, m_start, m_progress}) {
        button->setFont(interfaceFont(look.text(16), QFont::DemiBold));
        button->setMinimumHeight(look.scaled(44));
    }
    layout()->setContentsMargins(look.scaled(64), look.scaled(64), look.scaled(64), look.scaled(32));
    layout()->setSpacing(look.scaled(20));
    if (m_round.isOver())
        showResult(); // links have a colour of the theme
    update();
}

void ResultPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_look.theme->paper);
}

} // namespace gatescope
