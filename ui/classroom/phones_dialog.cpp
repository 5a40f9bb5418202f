// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/phones_dialog.h"

#include "ui/classroom/address_bar.h"
#include "ui/classroom/class_phones.h"
#include "ui/classroom/fitted_label.h"
#include "ui/classroom/phone_list.h"
#include "ui/classroom/qr_picture.h"
#include "ui/common/fonts.h"
#include "ui/common/told_message.h"
#include "ui/common/translate.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

QLabel *wrappedLabel(const char *name)
{
    auto *label = new QLabel;
    label->setObjectName(QLatin1String(name));
    label->setWordWrap(true);
    return label;
}

QString plainWords()
{
    return PhonesDialog::tr("Phones and this computer talk in plain HTTP, so whoever is in the same network could read "
                            "along. Nothing but a nickname and the answers travels; nothing is kept when you stop. "
                            "Raised hands are added to the phones' answers: count those of who has no phone.");
}

QString adviceWords(const QString &port)
{
    return PhonesDialog::
        tr("Nobody gets through? Phones and computer have to be in the same network. Many a school's Wi-Fi keeps its "
           "devices apart (“client isolation”), a guest network nearly always: then open a hotspot on this computer "
           "or on a phone and bring both into it. Let TCP port %1 through the computer's firewall. Type the address "
           "with http:// before it.")
            .arg(port);
}

} // namespace

PhonesDialog::PhonesDialog(ClassPhones &phones, std::vector<ClassAddress> addresses, QWidget *parent)
    : QDialog(parent), m_phones(phones), m_where(new AddressBar(std::move(addresses))), m_code(new QrPicture),
      m_address(new FittedLabel), m_count(new QLabel), m_problem(wrappedLabel("phonesProblem")),
      m_open(wrappedLabel("phonesPlain")), m_advice(wrappedLabel("phonesAdvice")), m_list(new PhoneList(phones)),
      m_nicknames(new QCheckBox(tr("Phones get ni&cknames"))), m_lock(new QCheckBox(tr("N&obody else may join")))
{
    setWindowTitle(tr("Phones"));
    m_address->setObjectName(QStringLiteral("phonesAddress"));
    m_address->setAccessibleName(tr("Address for the phones"));
    m_count->setObjectName(QStringLiteral("phonesCount"));
    m_problem->setProperty("problem", true);
    m_problem->hide();
    m_open->setText(plainWords());
    for (QLabel *quiet : {m_open, m_advice})
        quiet->setProperty("secondary", true);
    m_nicknames->setToolTip(tr("Otherwise each phone asks for a name, which the whole class may come to see"));
    m_lock->setToolTip(tr("Who has joined may still go and come back"));
    layOut();
    connectParts();
    const QSize room = parent ? parent->size() : QSize(1280, 800);
    resize(std::clamp(room.width() * 15 / 16, 900, 1700), std::clamp(room.height() * 15 / 16, 560, 1000));
    follow();
}

void PhonesDialog::layOut()
{
    auto *left = new QVBoxLayout;
    left->addWidget(m_code, 1);
    left->addWidget(m_address);
    auto *checks = new QHBoxLayout;
    checks->addWidget(m_nicknames);
    checks->addWidget(m_lock);
    checks->addStretch(1);
    auto *right = new QVBoxLayout;
    right->setSpacing(12);
    right->addWidget(m_where);
    right->addWidget(m_problem);
    right->addWidget(m_count);
    right->addWidget(m_list, 1);
    right->addLayout(checks);
    right->addWidget(m_open);
    right->addWidget(m_advice);
    auto *halves = new QHBoxLayout;
    halves->setSpacing(32);
    halves->addLayout(left, 6);
    halves->addLayout(right, 5);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 20);
    column->setSpacing(16);
    column->addLayout(halves, 1);
    column->addWidget(buttons);
}

void PhonesDialog::connectParts()
{
    connect(m_where, &AddressBar::openRequested, this, &PhonesDialog::openDoor);
    connect(m_where, &AddressBar::closeRequested, &m_phones, &ClassPhones::close);
    connect(m_nicknames, &QCheckBox::clicked, &m_phones, &ClassPhones::setNicknamesGiven);
    connect(m_lock, &QCheckBox::clicked, &m_phones, &ClassPhones::setLocked);
    connect(m_list, &PhoneList::told, this, [this](const QString &sentence) { tellMessage(*m_problem, sentence); });
    connect(&m_phones, &ClassPhones::openChanged, this, &PhonesDialog::follow);
    connect(&m_phones, &ClassPhones::rosterChanged, this, &PhonesDialog::follow);
}

void PhonesDialog::openDoor()
{
    const bool areNicknamesGiven = m_nicknames->isChecked();
    const auto opened = m_phones.open(m_where->chosen().address, m_where->isPublicWanted());
    m_phones.setNicknamesGiven(areNicknamesGiven);
    follow();
    tellMessage(*m_problem, opened ? QString() : said(opened.error().sentence));
}

QString PhonesDialog::countWords() const
{
    if (!m_phones.isOpen())
        return tr("No phone can join yet.");
    const int here = m_phones.present(), away = int(m_phones.roster().phones().size()) - here;
    if (here + away == 0)
        return m_phones.pagesRead() == 0 ? tr("Nobody has joined yet.")
                                         : tr("Nobody has joined yet; page fetched: %1").arg(m_phones.pagesRead());
    return away == 0 ? tr("Phones here: %1").arg(here) : tr("Phones here: %1, away: %2").arg(here).arg(away);
}

void PhonesDialog::follow()
{
    const bool isOpen = m_phones.isOpen();
    const QString address = m_phones.address();
    m_where->setOpen(isOpen);
    m_code->setText(address);
    m_count->setText(countWords());
    m_advice->setText(
        adviceWords(isOpen ? address.mid(address.lastIndexOf(u':') + 1) : QString::number(ClassPhones::usualPort)));
    m_advice->setVisible(!isOpen || m_phones.roster().phones().size() < 2);
    m_nicknames->setChecked(m_phones.roster().areNicknamesGiven());
    m_lock->setChecked(m_phones.roster().isLocked());
    m_lock->setEnabled(isOpen);
    fitAddress();
}

void PhonesDialog::fitAddress()
{
    m_count->setFont(interfaceFont(std::max(18.0, height() / 28.0), QFont::DemiBold));
    const bool isOpen = m_phones.isOpen();
    m_address->say(isOpen ? m_phones.address() : tr("Here the address will stand"), isOpen ? height() / 12.0 : 18);
}

void PhonesDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    fitAddress();
}

QString PhonesDialog::message() const
{
    return m_problem->isHidden() ? QString() : m_problem->text();
}

} // namespace gatescope
