// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/lab_list.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/learn/labs/labs.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace gatescope {

LabList::LabList(QWidget *parent)
    : QWidget(parent), m_name(new QLabel(tr("Labs"), this))
{
    m_name->setToolTip(tr("To play with, whenever you like"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_name);
    row->addSpacing(8);
    for (int i = 0; i < int(labs().size()); ++i) {
        auto *button = new QPushButton(translated(labs()[std::size_t(i)].title), this);
        button->setToolTip(translated(labs()[std::size_t(i)].says));
        button->setAccessibleName(tr("Lab: %1").arg(button->text()));
        button->setAccessibleDescription(button->toolTip());
        connect(button, &QPushButton::clicked, this, [this, i] { emit chosen(i); });
        row->addWidget(button);
        m_buttons.append(button);
    }
    row->addStretch(1);
}

void LabList::setFontPixels(double pixels)
{
    m_name->setFont(interfaceFont(1.35 * pixels, QFont::DemiBold));
    for (QPushButton *button : m_buttons)
        button->setFont(interfaceFont(0.95 * pixels, QFont::DemiBold));
}

} // namespace gatescope
