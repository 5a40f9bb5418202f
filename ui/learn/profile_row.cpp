// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/profile_row.h"

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

ProfileRow::ProfileRow(Learner &learner, QWidget *parent)
    : QWidget(parent), m_learner(learner), m_kept(new QLabel(tr("Progress is kept for"), this)),
      m_trouble(new QLabel(this)), m_profile(new QComboBox(this)), m_erase(new QPushButton(tr("Erase…"), this))
{
    m_kept->setProperty("secondary", true);
    m_kept->setBuddy(m_profile);
    m_trouble->setWordWrap(true);
    m_profile->setAccessibleName(tr("Whose progress is kept"));
    m_profile->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_erase->setToolTip(tr("Nothing that this learner has read and answered stays"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kept);
    row->addWidget(m_profile);
    row->addWidget(m_erase);
    row->addWidget(m_trouble, 1);
    row->addStretch(0);
    connect(m_profile, &QComboBox::activated, this, &ProfileRow::choose);
    connect(m_erase, &QPushButton::clicked, this, &ProfileRow::erase);
    connect(&learner, &Learner::changed, this, &ProfileRow::refresh);
    refresh();
}

void ProfileRow::setFontPixels(double pixels)
{
    for (QWidget *each : {static_cast<QWidget *>(m_kept), static_cast<QWidget *>(m_trouble),
                          static_cast<QWidget *>(m_profile), static_cast<QWidget *>(m_erase)})
        each->setFont(interfaceFont(pixels));
}

void ProfileRow::refresh()
{
    const QSignalBlocker quiet(m_profile);
    m_profile->clear();
    for (const QString &name : m_learner.profiles())
        m_profile->addItem(name, name);
    m_profile->addItem(tr("nobody, a guest"), QString());
    if (m_learner.canBeKept())
        m_profile->addItem(tr("another name…"));
    m_profile->setCurrentIndex(m_profile->findData(m_learner.profile()));
    m_profile->setEnabled(m_learner.canBeKept());
    m_erase->setVisible(!m_learner.isNew());
    m_trouble->setText(m_learner.trouble() ? said(m_learner.trouble()->sentence) : QString());
}

void ProfileRow::choose(int row)
{
    if (row < m_profile->count() - 1)
        return m_learner.setProfile(m_profile->itemData(row).toString());
    const QString name = QInputDialog::getText(this, tr("Another learner"), tr("Name")).trimmed();
    if (!name.isEmpty())
        m_learner.setProfile(name);
    refresh();
}

void ProfileRow::erase()
{
    const QString asked = m_learner.isGuest()
        ? tr("Erase what was read and answered since the program was started?")
        : tr("Erase everything that %1 has read and answered?").arg(m_learner.profile());
    if (QMessageBox::question(this, tr("Erase"), asked) != QMessageBox::Yes)
        return;
    if (const auto erased = m_learner.erase(); !erased)
        m_trouble->setText(said(erased.error().sentence));
}

} // namespace gatescope
