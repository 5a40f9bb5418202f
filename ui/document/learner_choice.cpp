// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/learner_choice.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/document/learner.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalBlocker>

namespace gatescope {

LearnerChoice::LearnerChoice(Learner &learner, QWidget *parent)
    : QWidget(parent), m_learner(learner), m_names(new QComboBox(this)), m_erase(new QPushButton(tr("Erase…"), this)),
      m_kept(new QLabel(this))
{
    m_names->setAccessibleName(tr("As whom you learn: a guest, or under a name"));
    m_names->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_erase->setToolTip(tr("Nothing that this learner has read, answered and raced stays"));
    m_kept->setProperty("secondary", true);
    m_kept->setWordWrap(true);
    setFocusProxy(m_names);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(m_names);
    row->addWidget(m_erase);
    row->addWidget(m_kept, 1);
    connect(m_names, &QComboBox::activated, this, &LearnerChoice::choose);
    connect(m_erase, &QPushButton::clicked, this, &LearnerChoice::erase);
    connect(&learner, &Learner::changed, this, &LearnerChoice::refill);
    refill();
}

void LearnerChoice::setFontPixels(double pixels)
{
    for (QWidget *each : std::initializer_list<QWidget *>{m_names, m_erase, m_kept})
        each->setFont(interfaceFont(pixels));
}

void LearnerChoice::refill()
{
    const QSignalBlocker quiet(m_names);
    m_names->clear();
    m_names->addItem(tr("a guest"), QString());
    for (const QString &name : m_learner.profiles())
        m_names->addItem(name, name);
    if (m_learner.canBeKept())
        m_names->addItem(tr("another name…"));
    m_names->setCurrentIndex(m_names->findData(m_learner.profile()));
    m_names->setEnabled(m_learner.canBeKept());
    m_erase->setVisible(!m_learner.isNew());
    m_kept->setText(m_learner.trouble()       ? said(m_learner.trouble()->sentence)
                        : m_learner.isGuest() ? tr("forgotten when the program ends")
                                              : tr("kept on this computer"));
}

void LearnerChoice::choose(int row)
{
    if (const QVariant name = m_names->itemData(row); name.isValid())
        m_learner.setProfile(name.toString());
    else if (const QString typed = Learner::nameFrom(QInputDialog::getText(this, tr("Another learner"), tr("Name")));
             !typed.isEmpty())
        m_learner.setProfile(typed);
    refill();
}

void LearnerChoice::erase()
{
    const QString asked = m_learner.isGuest()
        ? tr("Erase what was read, answered and raced since the program was started?")
        : tr("Erase everything that %1 has read and answered, and the races?").arg(m_learner.profile());
    if (QMessageBox::question(this, tr("Erase"), asked) != QMessageBox::Yes)
        return;
    if (const auto erased = m_learner.erase(); !erased)
        m_kept->setText(said(erased.error().sentence));
}

} // namespace gatescope
