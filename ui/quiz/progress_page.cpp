// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/progress_page.h"

#include "core/base/file.h"
#include "core/learning/generators/generator.h"
#include "core/learning/results_csv.h"
#include "core/learning/topics.h"
#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/learner.h"
#include "ui/common/told_message.h"
#include "ui/quiz/question_shelf.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

ProgressPage::ProgressPage(const QuestionShelf &shelf, Learner &learner, QWidget *parent)
    : QWidget(parent), m_shelf(shelf), m_learner(learner), m_title(new QLabel(tr("Progress by topic"), this)),
      m_who(new QLabel(this)), m_table(new QTableWidget(this)), m_back(new QPushButton(tr("Back"))),
      m_save(new QPushButton(tr("Save as CSV…"))), m_erase(new QPushButton(tr("Erase…")))
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
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_who);
    column->addWidget(m_table, 1);
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
    const QString kept = m_learner.isGuest() ? tr("As a guest: it is forgotten when the program ends.")
                                             : tr("%1, kept on this computer.").arg(m_learner.profile());
    m_who->setText(m_learner.trouble() ? said(m_learner.trouble()->sentence)
                                       : tr("%1 Answers so far: %2.").arg(kept).arg(progress.answered()));
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
