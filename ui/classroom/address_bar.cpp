// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/address_bar.h"

#include "ui/common/dialog_buttons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace gatescope {

AddressBar::AddressBar(std::vector<ClassAddress> addresses, QWidget *parent)
    : QWidget(parent), m_all(std::move(addresses)), m_addresses(new QComboBox),
      m_public(new QCheckBox(tr("The internet may find this address too; let phones in all the same"))),
      m_turn(new QPushButton)
{
    m_addresses->setObjectName(QStringLiteral("phoneNetwork"));
    m_addresses->setAccessibleName(tr("Network"));
    for (const ClassAddress &one : m_all)
        m_addresses->addItem(addressWords(one));
    m_addresses->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_addresses->setMinimumContentsLength(16);
    m_addresses->setToolTip(tr("The one that the phones are in too"));
    m_turn->setObjectName(QStringLiteral("phonesTurn"));
    makePrimary(*m_turn);
    auto *label = new QLabel(tr("&Network"));
    label->setBuddy(m_addresses);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_addresses, 1);
    row->addWidget(m_turn);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(row);
    column->addWidget(m_public);
    if (m_all.size() == 1)
        column->addWidget(new QLabel(tr("This computer is in no network: nobody but itself can join.")));
    connect(m_addresses, &QComboBox::currentIndexChanged, this, [this] {
        m_public->setChecked(false);
        follow();
    });
    connect(m_public, &QCheckBox::toggled, this, &AddressBar::follow);
    connect(m_turn, &QPushButton::clicked, this, [this] { m_isOpen ? emit closeRequested() : emit openRequested(); });
    follow();
}

const ClassAddress &AddressBar::chosen() const
{
    return m_all[std::size_t(m_addresses->currentIndex())];
}

bool AddressBar::isPublicWanted() const
{
    return m_public->isChecked();
}

void AddressBar::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    follow();
}

void AddressBar::follow()
{
    m_turn->setText(m_isOpen ? tr("&Stop and forget all") : tr("&Let phones in"));
    m_turn->setToolTip(m_isOpen ? tr("Nobody hears from this computer any more; names and answers are forgotten")
                                : QString());
    m_addresses->setEnabled(!m_isOpen);
    m_public->setVisible(chosen().isPublic && !m_isOpen);
    m_turn->setEnabled(m_isOpen || !chosen().isPublic || m_public->isChecked());
}

} // namespace gatescope
