// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/phone_list.h"

#include "ui/classroom/class_phones.h"

#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace gatescope {

namespace {

enum PhoneColumn { phoneName, phoneState, phoneColumns };

QString stateOf(const Phone &phone)
{
    return phone.isRemoved ? PhoneList::tr("taken out")
        : phone.lines > 0  ? PhoneList::tr("here")
                           : PhoneList::tr("away");
}

} // namespace

PhoneList::PhoneList(ClassPhones &phones, QWidget *parent)
    : QWidget(parent), m_phones(phones), m_table(new QTableWidget(0, phoneColumns)), m_takeOut(new QPushButton)
{
    m_table->setObjectName(QStringLiteral("phoneList"));
    m_table->setAccessibleName(tr("Phones"));
    m_table->setHorizontalHeaderLabels({tr("Name"), tr("Phone")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(phoneName, QHeaderView::Stretch);
    m_table->verticalHeader()->hide();
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setToolTip(tr("F2 or a double click renames"));
    m_takeOut->setObjectName(QStringLiteral("phoneTakeOut"));
    m_takeOut->setAutoDefault(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table, 1);
    column->addWidget(m_takeOut, 0, Qt::AlignLeft);
    connect(m_table, &QTableWidget::cellChanged, this, &PhoneList::rename);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &PhoneList::followChoice);
    connect(m_takeOut, &QPushButton::clicked, this, &PhoneList::takeOutOrIn);
    connect(&phones, &ClassPhones::rosterChanged, this, &PhoneList::follow);
    connect(&phones, &ClassPhones::openChanged, this, &PhoneList::follow);
    follow();
}

void PhoneList::follow()
{
    if (QTableWidgetItem *item = m_table->currentItem(); item && m_table->isPersistentEditorOpen(item))
        return; // a name is being typed; what came meanwhile is shown after that
    const int phone = chosen();
    {
        const QSignalBlocker quiet(m_table);
        const auto &all = m_phones.roster().phones();
        m_table->setRowCount(int(all.size()));
        for (int row = 0; row < int(all.size()); ++row) {
            const Phone &one = all[std::size_t(row)];
            auto *name = new QTableWidgetItem(QString::fromStdString(one.name.shown));
            name->setData(Qt::UserRole, one.number);
            auto *state = new QTableWidgetItem(stateOf(one));
            state->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable);
            m_table->setItem(row, phoneName, name);
            m_table->setItem(row, phoneState, state);
            if (one.number == phone)
                m_table->selectRow(row);
        }
    }
    followChoice();
}

int PhoneList::chosen() const
{
    const auto rows = m_table->selectionModel()->selectedRows(phoneName);
    return rows.isEmpty() ? 0 : rows.front().data(Qt::UserRole).toInt();
}

void PhoneList::followChoice()
{
    const Phone *phone = m_phones.roster().phone(chosen());
    m_takeOut->setEnabled(phone);
    m_takeOut->setText(phone && phone->isRemoved ? tr("Let in &again") : tr("&Take out"));
    m_takeOut->setToolTip(
        tr("A phone that is taken out cannot come back, and its answer to this question is forgotten"));
}

void PhoneList::rename(int row)
{
    const QTableWidgetItem &item = *m_table->item(row, phoneName);
    const int number = item.data(Qt::UserRole).toInt();
    const bool isDone = m_phones.rename(number, item.text());
    emit told(isDone ? QString() : tr("A name needs a letter and no phone may have it already."));
    QMetaObject::invokeMethod(this, &PhoneList::follow, Qt::QueuedConnection); // once the field is closed
}

void PhoneList::takeOutOrIn()
{
    const Phone *phone = m_phones.roster().phone(chosen());
    if (!phone)
        return;
    const int number = phone->number;
    phone->isRemoved ? m_phones.letInAgain(number) : m_phones.remove(number);
    follow();
}

} // namespace gatescope
