// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/races_dialog.h"

#include "core/training/verdict.h"
#include "ui/common/numbers.h"
#include "ui/common/translate.h"
#include "ui/compare/race_picker.h"
#include "ui/compare/races.h"
#include "ui/plots/network_name.h"

#include <QComboBox>
#include <QDateTime>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

enum RaceColumn { raceName, raceBegun, raceTask, raceNetworks, raceRate, raceUpdates, raceSolved, raceMedian };

constexpr int widest = 250; ///< of a column
constexpr int sortedBy = Qt::UserRole, indexOfRace = Qt::UserRole + 1, raceItself = Qt::UserRole + 2;

/// Numbers are sorted as numbers.
class RaceItem : public QTreeWidgetItem
{
public:
    using QTreeWidgetItem::QTreeWidgetItem;
    bool operator<(const QTreeWidgetItem &other) const override
    {
        const int column = treeWidget()->sortColumn();
        const QVariant own = data(column, sortedBy), others = other.data(column, sortedBy);
        return own.isValid() ? own.toDouble() < others.toDouble()
                             : QString::localeAwareCompare(text(column), other.text(column)) < 0;
    }
};

/// The best median of a race's networks, and whose it is; none where no network solved it from half of its seeds.
const VerdictRow *bestOf(const Verdict &verdict)
{
    const VerdictRow *best = nullptr;
    for (const VerdictRow &row : verdict.rows)
        if (row.median && (!best || *row.median < *best->median))
            best = &row;
    return best;
}

/// The row of a race, where the table's order puts it.
QTreeWidgetItem *itemFor(const RaceShown &race, QTreeWidget &table)
{
    const Verdict made = verdict(race.plan, race.runs);
    const VerdictRow *best = bestOf(made);
    int solved = 0, runs = 0;
    QStringList networks;
    for (const VerdictRow &row : made.rows) {
        networks += networkName(row.name);
        solved += row.solved();
        runs += row.runs;
    }
    const QDateTime begun = begunAt(race);
    const double rate = race.plan.settings.training.optimizer.learningRate;
    auto *item = new RaceItem(&table);
    item->setText(raceName, QString::fromStdString(race.name));
    item->setToolTip(raceName, item->text(raceName));
    item->setText(raceBegun, whenBegun(begun, QDateTime::currentDateTime()));
    item->setToolTip(raceBegun, wholeDate(begun));
    item->setText(raceTask, taskInWords(race.plan));
    item->setText(raceNetworks, networks.join(QStringLiteral(", ")));
    item->setToolTip(raceNetworks, item->text(raceNetworks));
    item->setText(raceRate, QString::number(rate));
    item->setText(raceUpdates, QString::number(race.plan.updates));
    item->setText(raceSolved, RacesDialog::tr("%1 of %2").arg(solved).arg(runs));
    item->setText(raceMedian,
                  best ? RacesDialog::tr("%1, %2").arg(qRound(*best->median)).arg(networkName(best->name))
                       : QStringLiteral("–"));
    item->setData(raceBegun, sortedBy, double(begun.toMSecsSinceEpoch()));
    item->setData(raceRate, sortedBy, rate);
    item->setData(raceUpdates, sortedBy, race.plan.updates);
    item->setData(raceSolved, sortedBy, runs > 0 ? double(solved) / runs : 0.0);
    item->setData(raceMedian, sortedBy, best ? *best->median : 1e12);
    item->setData(raceName, raceItself, QString::fromStdString(race.begun)); // no two begin at once
    item->setSizeHint(raceMedian, QSize(100, 28));                           // the height of the row
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    return item;
}

} // namespace

RacesDialog::RacesDialog(Races &races, QWidget *parent)
    : QDialog(parent), m_races(races), m_sorting(new QComboBox(this)), m_table(new QTreeWidget(this)),
      m_show(new QPushButton(tr("Show"), this)), m_over(new QPushButton(tr("Lay over"), this)),
      m_rename(new QPushButton(tr("Rename"), this)), m_erase(new QPushButton(tr("Erase…"), this)),
      m_message(new QLabel(this))
{
    setWindowTitle(tr("Races"));
    layOut();
    fill();
    connect(m_sorting, &QComboBox::activated, this,
            [this](int column) { m_table->sortByColumn(column, m_table->header()->sortIndicatorOrder()); });
    connect(m_table->header(), &QHeaderView::sortIndicatorChanged, m_sorting, &QComboBox::setCurrentIndex);
    connect(m_table, &QTreeWidget::currentItemChanged, this, &RacesDialog::followMark);
    connect(m_table, &QTreeWidget::itemChanged, this, &RacesDialog::follow);
    connect(m_show, &QPushButton::clicked, this, &RacesDialog::showMarked);
    connect(m_over, &QPushButton::clicked, this, &RacesDialog::layOver);
    connect(m_rename, &QPushButton::clicked, this, [this] { m_table->editItem(m_table->currentItem(), raceName); });
    connect(m_erase, &QPushButton::clicked, this, &RacesDialog::erase);
    // Not within the signal of an item that would be gone.
    const auto refill = [this] {
        fill();
        tell({}); // reading them may have met trouble
    };
    connect(&m_races, &Races::listChanged, this, refill, Qt::QueuedConnection);
    tell({});
    resize(1180, 460);
}

void RacesDialog::layOut()
{
    const QStringList headings{tr("Name"),          tr("Begun"),   tr("Task"),   tr("Networks"),
                               tr("Learning rate"), tr("Updates"), tr("Solved"), tr("Best median")};
    m_table->setHeaderLabels(headings);
    m_table->setRootIsDecorated(false);
    m_table->setUniformRowHeights(true);
    m_table->setSortingEnabled(true);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed);
    m_table->setAccessibleName(tr("Races"));
    m_table->sortByColumn(raceBegun, Qt::DescendingOrder);
    m_sorting->addItems(headings);
    m_sorting->setCurrentIndex(raceBegun);
    m_sorting->setAccessibleName(tr("Sorted by"));
    m_message->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("racesMessage"));
    m_over->setToolTip(tr("Draws the curves of the marked race over those of the one that is shown"));
    m_rename->setToolTip(tr("F2 edits the name where it stands"));

    auto *sorting = new QHBoxLayout;
    auto *label = new QLabel(tr("&Sorted by"), this);
    label->setBuddy(m_sorting);
    sorting->addWidget(label);
    sorting->addWidget(m_sorting);
    sorting->addStretch(1);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *each : {m_show, m_over, m_rename, m_erase}) {
        each->setAutoDefault(false);
        buttons->addWidget(each);
    }
    m_show->setDefault(true);
    buttons->addStretch(1);
    auto *close = new QPushButton(tr("Close"), this);
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    buttons->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(12);
    column->addLayout(sorting);
    column->addWidget(m_table, 1);
    column->addWidget(m_message);
    column->addLayout(buttons);
    setTabOrder(m_sorting, m_table);
    m_table->setFocus();
}

void RacesDialog::fill()
{
    const QSignalBlocker quiet(m_table);
    QTreeWidgetItem *before = m_table->currentItem();
    const QVariant marked = before ? before->data(raceName, raceItself) : QVariant();
    const int row = m_table->indexOfTopLevelItem(before);
    m_table->clear();
    QTreeWidgetItem *chosen = nullptr, *again = nullptr;
    for (std::size_t i = 0; i < m_races.all().size(); ++i) {
        QTreeWidgetItem *item = itemFor(m_races.all()[i], *m_table);
        item->setData(raceName, indexOfRace, qulonglong(i));
        if (i == m_races.chosen())
            chosen = item;
        if (item->data(raceName, raceItself) == marked)
            again = item;
    }
    // What is marked stays marked; where it is gone, what has come to stand there is.
    QTreeWidgetItem *there = m_table->topLevelItem(std::min(row, m_table->topLevelItemCount() - 1));
    m_table->setCurrentItem(again ? again : there ? there : chosen);
    for (int column = raceName; column <= raceMedian; ++column) {
        m_table->resizeColumnToContents(column);
        m_table->setColumnWidth(column, std::min(m_table->columnWidth(column) + 8, widest));
    }
    followMark();
}

std::size_t RacesDialog::marked() const
{
    const QTreeWidgetItem *item = m_table->currentItem();
    return item ? std::size_t(item->data(raceName, indexOfRace).toULongLong()) : m_races.all().size();
}

void RacesDialog::followMark()
{
    const bool isAny = marked() < m_races.all().size();
    for (QPushButton *each : {m_show, m_rename, m_erase})
        each->setEnabled(isAny);
    m_over->setEnabled(isAny && marked() != m_races.chosen());
}

/// A name was edited.
void RacesDialog::follow(const QTreeWidgetItem *item, int column)
{
    if (column != raceName)
        return;
    const auto race = std::size_t(item->data(raceName, indexOfRace).toULongLong());
    const auto renamed = m_races.rename(race, item->text(raceName));
    if (!renamed)
        tell(said(renamed.error().sentence));
    else
        return; // the list has changed, and is filled again
    QMetaObject::invokeMethod(this, &RacesDialog::fill, Qt::QueuedConnection); // its old name
}

void RacesDialog::showMarked()
{
    m_races.choose(marked());
    accept();
}

void RacesDialog::layOver()
{
    if (const auto laid = m_races.layOver(marked()); !laid)
        return tell(said(laid.error().sentence));
    accept();
}

void RacesDialog::erase()
{
    const std::size_t race = marked();
    const QString name = QString::fromStdString(m_races.all()[race].name);
    if (QMessageBox::question(this, tr("Erase"), tr("Erase the race “%1”?").arg(name)) != QMessageBox::Yes)
        return;
    if (const auto erased = m_races.erase(race); !erased)
        tell(said(erased.error().sentence));
}

/// A sentence, or what else there is to say.
void RacesDialog::tell(const QString &sentence)
{
    QStringList sentences = m_races.troubles();
    if (!sentence.isEmpty())
        sentences.prepend(sentence);
    if (sentences.isEmpty())
        sentences += m_races.areKept()
            ? tr("Kept on this computer, with what you have learned.")
            : tr("A guest's races are forgotten when the program ends or a name is chosen. Those that run under a "
                 "name, which is chosen in Learn, are kept.");
    m_message->setText(sentences.join(u'\n'));
}

} // namespace gatescope
