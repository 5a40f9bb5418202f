// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/class/class_result.h"

#include "core/base/file.h"
#include "core/learning/quiz/results_csv.h"
#include "ui/common/fonts.h"
#include "ui/common/told_message.h"
#include "ui/common/translate.h"
#include "ui/drawing/marks/program_words.h"
#include "ui/drawing/marks/word_items.h"
#include "ui/drawing/marks/words_in_colour.h"
#include "ui/quiz/asking/asked_text.h"
#include "ui/quiz/class/class_round.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableWidget>
#include <QVBoxLayout>

namespace gatescope {

namespace {

enum ResultColumn { resultNumber, resultAsked, resultRight, resultHands, resultColumns };

/// Sorted by the number that it stands for, which is not always what it says.
class RankedCell : public QTableWidgetItem
{
public:
    RankedCell(const QString &words, double rank) : QTableWidgetItem(words), m_rank(rank)
    {
        setTextAlignment(Qt::AlignCenter);
    }
    bool operator<(const QTableWidgetItem &other) const override
    {
        return m_rank < static_cast<const RankedCell &>(other).m_rank;
    }

private:
    double m_rank;
};

/// The sentence that asks, where no other question has the same; otherwise with what is given.
QString askedInResult(const ClassRound &round, std::size_t question)
{
    const QString asks = askedText(round.questions()[question]).asks;
    for (std::size_t other = 0; other < round.questions().size(); ++other)
        if (other != question && askedText(round.questions()[other]).asks == asks)
            return said(round.questions()[question].text);
    return asks;
}

} // namespace

ClassResult::ClassResult(const ClassRound &round, QWidget *parent)
    : QWidget(parent), m_round(round), m_table(new QTableWidget(this)),
      m_worst(new QPushButton(tr("&Worst first"), this)), m_save(new QPushButton(tr("Save as CSV…"), this)),
      m_said(new QLabel(this))
{
    m_table->setObjectName(QStringLiteral("classResult"));
    m_table->setAccessibleName(tr("How it went"));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->setItemDelegateForColumn(resultAsked, new WordItems(m_table));
    m_worst->setCheckable(true);
    m_worst->setChecked(true);
    m_worst->setToolTip(
        tr("The questions that fewest hands had right stand at the top; otherwise all as they were asked"));
    m_save->setToolTip(tr("The hands of every question for a spreadsheet"));
    m_said->setWordWrap(true);
    m_said->setObjectName(QStringLiteral("classSaid"));
    m_said->hide();
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_worst);
    buttons->addWidget(m_save);
    buttons->addWidget(m_said, 1);
    buttons->addStretch(0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addLayout(buttons);
    connect(m_worst, &QPushButton::clicked, this, &ClassResult::sort);
    connect(m_save, &QPushButton::clicked, this, &ClassResult::askAndSave);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this,
            [this](int section, Qt::SortOrder order) {
                m_worst->setChecked(section == resultRight && order == Qt::AscendingOrder);
            });
}

void ClassResult::setLook(double pixels)
{
    for (QWidget *part : std::initializer_list<QWidget *>{m_table, m_worst, m_save, m_said})
        part->setFont(interfaceFont(pixels));
    m_table->horizontalHeader()->setFont(interfaceFont(pixels * 0.85));
    m_table->verticalHeader()->setDefaultSectionSize(int(pixels * 1.9));
    m_table->horizontalHeader()->setMinimumSectionSize(int(pixels * 3));
}

void ClassResult::setOver(bool isOver)
{
    if (isOver && isHidden()) {
        tellMessage(*m_said, {});
        fill();
    }
    setVisible(isOver);
}

void ClassResult::fill()
{
    m_table->setSortingEnabled(false);
    m_table->clear();
    m_table->setColumnCount(resultColumns);
    m_table->setHorizontalHeaderLabels({tr("No."), tr("Question"), tr("right"), tr("hands")});
    m_table->setRowCount(int(m_round.outcomes().size()));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const ClassRound::Outcome &outcome = m_round.outcomes()[std::size_t(row)];
        const double share = outcome.isCounted() ? double(outcome.right) / outcome.hands : 2; // behind all others
        const QString words = askedInResult(m_round, std::size_t(row));
        auto *question = new QTableWidgetItem(withCode(words));
        question->setData(Qt::AccessibleTextRole, spokenWords(words));
        question->setToolTip(said(m_round.questions()[std::size_t(row)].text));
        m_table->setItem(row, resultNumber, new RankedCell(QString::number(row + 1), row));
        m_table->setItem(row, resultAsked, question);
        m_table->setItem(
            row, resultRight,
            new RankedCell(outcome.isCounted() ? tr("%1 %").arg(qRound(100 * share)) : tr("not counted"), share));
        m_table->setItem(row, resultHands,
                         new RankedCell(outcome.isCounted() ? tr("%1 of %2").arg(outcome.right).arg(outcome.hands)
                                                            : QStringLiteral("–"),
                                        outcome.hands));
    }
    auto *header = m_table->horizontalHeader();
    header->setSectionResizeMode(QHeaderView::ResizeToContents);
    header->setSectionResizeMode(resultAsked, QHeaderView::Stretch);
    m_table->horizontalHeaderItem(resultAsked)->setTextAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_worst->setChecked(true);
    m_table->setSortingEnabled(true);
    sort();
}

void ClassResult::sort()
{
    m_table->sortByColumn(m_worst->isChecked() ? resultRight : resultNumber, Qt::AscendingOrder);
    m_table->scrollToTop();
}

void ClassResult::askAndSave()
{
    const QString path
        = QFileDialog::getSaveFileName(this, tr("Save results"), QStringLiteral("class.csv"), tr("CSV (*.csv)"));
    if (!path.isEmpty())
        saveResults(path);
}

void ClassResult::saveResults(const QString &path)
{
    std::vector<HandsScore> scores;
    for (std::size_t i = 0; i < m_round.outcomes().size(); ++i) {
        const Question &question = m_round.questions()[i];
        const ClassRound::Outcome &outcome = m_round.outcomes()[i];
        scores.push_back({question.id, question.topic, question.text.english(), outcome.right, outcome.hands});
    }
    const auto written = writeFileAtomically(path.toStdString(), writeHandsCsv(scores));
    tellMessage(*m_said, written ? tr("Saved as %1.").arg(QFileInfo(path).fileName()) : said(written.error().sentence));
}

} // namespace gatescope
