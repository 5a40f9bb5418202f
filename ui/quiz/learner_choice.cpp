// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/learner_choice.h"

#include "ui/common/translate.h"
#include "ui/document/learner.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>

namespace gatescope {

LearnerChoice::LearnerChoice(Learner &learner, QWidget *parent)
    : QWidget(parent), m_learner(learner), m_names(new QComboBox(this)), m_kept(new QLabel(this))
{
    m_names->setEditable(true);
    m_names->setInsertPolicy(QComboBox::NoInsert);
    m_names->setAccessibleName(tr("As whom you learn: a guest, or a profile's name"));
    m_names->setMinimumWidth(200);
    m_names->lineEdit()->setMaxLength(60);
    m_kept->setProperty("secondary", true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_names);
    row->addWidget(m_kept);
    connect(m_names, &QComboBox::activated, this, &LearnerChoice::takeTyped);
    connect(m_names->lineEdit(), &QLineEdit::editingFinished, this, &LearnerChoice::takeTyped);
    connect(&learner, &Learner::changed, this, &LearnerChoice::refill);
    refill();
}

void LearnerChoice::refill()
{
    const QSignalBlocker quiet(m_names);
    m_names->clear();
    m_names->addItem(tr("Guest"));
    for (const QString &name : m_learner.profiles())
        m_names->addItem(name);
    m_names->setCurrentText(m_learner.isGuest() ? tr("Guest") : m_learner.profile());
    m_kept->setText(m_learner.trouble()       ? said(m_learner.trouble()->sentence)
                        : m_learner.isGuest() ? tr("nothing is kept; type a name to keep your progress here")
                                              : tr("your progress is kept on this computer"));
}

void LearnerChoice::takeTyped()
{
    const QString name = m_names->currentText().simplified();
    m_learner.setProfile(name.compare(tr("Guest"), Qt::CaseInsensitive) == 0 ? QString() : name);
    refill();
}

} // namespace gatescope
