// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/round/progress_page.h"

#include "core/base/file.h"
#include "core/learning/generators/generator.h"
#include "core/learning/questions/topics.h"
#include "core/learning/quiz/quiz.h"
#include "core/learning/quiz/results_csv.h"
#include "ui/common/fonts.h"
#include "ui/common/told_message.h"
#include "ui/common/translate.h"
#include "ui/document/learner.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/word_items.h"
#include "ui/drawing/marks/words_in_colour.h"
#include "ui/quiz/asking/asked_text.h"
#include "ui/quiz/asking/question_shelf.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

ProgressPage::ProgressPage(const QuestionShelf &shelf, Learner &learner, QWidget *parent)
    : QWidget(parent), m_shelf(shelf), m_learner(learner), m_title(new QLabel(tr("Progress by topic"), this)),
      m_who(new QLabel(this)), m_recallTitle(new QLabel(this)), m_table(new QTableWidget(this)),
      m_recall(new QListWidget(this)), m_back(new QPushButton(tr("Back"))), m_save(new QPushButton(tr("Save as CSV…"))),
      m_erase(new QPushButton(tr("Erase…")))
{
    setAccessibleName(tr("Progress by topic"));
    m_who->setProperty("secondary", true);
    m_who->setWordWrap(true);
    m_table->setAccessibleName(tr("Progress by topic"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionMode(QAbstractItemView::NoSelection);
    m_table->setShowGrid(false);
    m_table->verticalHeader()->hide();
    m_back->setProperty("primary", true);
    m_erase->setToolTip(tr("Forget every answer"));
    m_save->setToolTip(tr("The table for a spreadsheet"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_back);
    buttons->addWidget(m_save);
    buttons->addWidget(m_erase);
    buttons->addStretch(1);
    m_recallTitle->setBuddy(m_recall);
    m_recallTitle->setWordWrap(true);
    m_recall->setObjectName(QStringLiteral("recallNow"));
    m_recall->setSelectionMode(QAbstractItemView::NoSelection);
    m_recall->setItemDelegate(new WordItems(m_recall));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_who);
    column->addWidget(m_table, 3);
    column->addWidget(m_recallTitle);
    column->addWidget(m_recall, 1);
    column->addLayout(buttons);
    connect(m_back, &QPushButton::clicked, this, &ProgressPage::left);
    connect(m_save, &QPushButton::clicked, this, &ProgressPage::askAndSave);
    connect(m_erase, &QPushButton::clicked, this, &ProgressPage::askAndErase);
    connect(&learner, &Learner::changed, this, &ProgressPage::fill);
    fill();
}

int ProgressPage::countOf(std::string_view topic, const std::vector<std::string> &origins) const
{
    return int(std::ranges::count_if(origins, [&](const std::string &origin) {
        const auto written = std::ranges::find(m_shelf.written(), origin, &Question::id);
        const Generator *generator = generatorNamed(origin);
        return written != m_shelf.written().end() ? written->topic == topic : generator && generator->topic == topic;
    }));
}

void ProgressPage::fill()
{
    const Progress &progress = m_learner.progress();
    if (isVisible())
        fillRecall();
    const QString kept = m_learner.isGuest() ? tr("As a guest: it is forgotten when the program ends.")
                                             : tr("%1, kept on this computer.").arg(m_learner.profile());
    m_who->setText(m_learner.trouble() ? said(m_learner.trouble()->sentence)
                                       : tr("%1 Answers so far: %2. Longest challenge: %3 in a row.")
                                             .arg(kept)
                                             .arg(progress.answered())
                                             .arg(progress.longestChallenge()));
    m_erase->setEnabled(progress.answered() > 0);
    m_save->setEnabled(progress.answered() > 0);
    m_table->clear();
    m_table->setColumnCount(5);
    m_table->setHorizontalHeaderLabels({tr("Topic"), tr("right"), tr("wrong"), tr("level"), tr("comes again")});
    m_table->setRowCount(int(topics().size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const Topic &topic = topics()[std::size_t(row)];
        const Progress::TopicResult result = progress.topic(topic.name);
        const int again = countOf(topic.name, progress.returning()), now = countOf(topic.name, progress.due());
        const bool isAsked = result.right + result.wrong > 0;
        const auto number = [&](int value) { return isAsked ? QString::number(value) : QStringLiteral("–"); };
        const QString cells[]{translated(topic.title), number(result.right), number(result.wrong),
                              isAsked ? translated(nameOf(result.level)) : QStringLiteral("–"),
                              again == 0     ? QString()
                                  : now == 0 ? tr("%1, later").arg(again)
                                             : tr("%1, now: %2").arg(again).arg(now)};
        for (int cell = 0; cell < 5; ++cell) {
            auto *item = new QTableWidgetItem(cells[cell]);
            item->setTextAlignment(cell == 0 ? Qt::AlignVCenter | Qt::AlignLeft : Qt::AlignCenter);
            m_table->setItem(row, cell, item);
        }
    }
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    m_table->horizontalHeaderItem(0)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

/// The questions in their order; of those that are made anew, what they practise.
void ProgressPage::fillRecall()
{
    const Progress &progress = m_learner.progress();
    const std::vector<std::string> due = progress.due(), returning = progress.returning();
    const auto isIn = [](const std::vector<std::string> &origins, const Question &question) {
        return std::ranges::find(origins, originOf(question)) != origins.end();
    };
    m_recall->clear();
    for (const Question &question : drawRecall(m_shelf.written(), {}, progress)) {
        const bool isMade = generatorNamed(originOf(question));
        const QString words = isMade ? tr("%1, with other numbers").arg(rungTitle(question)) : askedText(question).asks;
        const QString row = isIn(due, question) ? tr("missed, comes now: %1").arg(words)
            : isIn(returning, question)         ? tr("missed, comes later: %1").arg(words)
                                                : tr("known: %1").arg(words);
        auto *item = new QListWidgetItem(withCode(row), m_recall);
        item->setData(Qt::AccessibleTextRole, spokenWords(row));
    }
    const int count = m_recall->count();
    m_recallTitle->setText(count == 0 ? tr("Recall has nothing to ask yet: it asks what was answered before.")
                                      : tr("Recall draws from these, what was missed first (%1):").arg(count));
    m_recall->setAccessibleName(m_recallTitle->text());
    m_recall->setVisible(count > 0);
}

void ProgressPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fillRecall();
}

void ProgressPage::askAndErase()
{
    QMessageBox box(
        QMessageBox::Question, tr("Erase progress"),
        m_learner.isGuest()
            ? tr("Forget all answers of this guest?")
            : tr("Forget all answers and lessons of %1? This cannot be taken back.").arg(m_learner.profile()),
        QMessageBox::Cancel, this);
    QAbstractButton *erase = box.addButton(tr("Erase"), QMessageBox::DestructiveRole);
    box.exec();
    if (box.clickedButton() != erase)
        return;
    if (const auto erased = m_learner.erase(); !erased)
        m_who->setText(said(erased.error().sentence));
}

void ProgressPage::askAndSave()
{
    const QString path
        = QFileDialog::getSaveFileName(this, tr("Save results"), QStringLiteral("results.csv"), tr("CSV (*.csv)"));
    if (!path.isEmpty())
        saveResults(path);
}

void ProgressPage::saveResults(const QString &path)
{
    const std::string learner = (m_learner.isGuest() ? tr("guest") : m_learner.profile()).toStdString();
    const auto written
        = writeFileAtomically(path.toStdString(), writeResultsCsv(scoresOf(learner, m_learner.progress())));
    tellMessage(*m_who, written ? tr("Saved as %1.").arg(QFileInfo(path).fileName()) : said(written.error().sentence));
}

void ProgressPage::setLook(const QuizLook &look)
{
    m_look = look;
    m_title->setFont(interfaceFont(look.text(38), QFont::DemiBold));
    m_who->setFont(interfaceFont(look.text(18)));
    m_table->setFont(interfaceFont(look.text(16)));
    m_recallTitle->setFont(interfaceFont(look.text(17), QFont::DemiBold));
    m_recall->setFont(interfaceFont(look.text(15)));
    m_recall->setMaximumSize(look.scaled(1180), look.scaled(250));
    m_recall->setMinimumHeight(look.scaled(110));
    m_table->horizontalHeader()->setFont(interfaceFont(look.text(14)));
    m_table->setMaximumWidth(look.scaled(1180));
    m_table->verticalHeader()->setDefaultSectionSize(look.scaled(40));
    m_back->setFont(interfaceFont(look.text(16)));
    m_save->setFont(interfaceFont(look.text(16)));
    m_erase->setFont(interfaceFont(look.text(16)));
    layout()->setContentsMargins(look.scaled(64), look.scaled(48), look.scaled(64), look.scaled(32));
    layout()->setSpacing(look.scaled(14));
    update();
}

void ProgressPage::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_look.theme->paper);
}

} // namespace gatescope
