// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/labs/lab_list.h"

#include "ui/common/fonts.h"
#include "ui/common/translate.h"
#include "ui/learn/labs/labs.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace gatescope {

LabList::LabList(QWidget *parent) : QWidget(parent), m_name(new QLabel(tr("Labs"), this)), m_grid(new QGridLayout(this))
{
    m_name->setToolTip(tr("To play with, whenever you like"));
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(6);
    m_grid->setVerticalSpacing(4);
    m_grid->addWidget(m_name, 0, 0);
    for (int i = 0; i < int(labs().size()); ++i) {
        auto *button = new QPushButton(translated(labs()[std::size_t(i)].title), this);
        button->setToolTip(translated(labs()[std::size_t(i)].says));
        button->setAccessibleName(tr("Lab: %1").arg(button->text()));
        button->setAccessibleDescription(button->toolTip());
        connect(button, &QPushButton::clicked, this, [this, i] { emit chosen(i); });
        m_buttons.append(button);
    }
    setRows(1);
}

void LabList::setRows(int rows)
{
    const int columns = (int(m_buttons.size()) + rows - 1) / rows;
    for (int i = 0; i < m_buttons.size(); ++i)
        m_grid->addWidget(m_buttons[i], i / columns, 1 + i % columns);
    for (int column = 0; column <= m_buttons.size() + 1; ++column)
        m_grid->setColumnStretch(column, column == columns + 1 ? 1 : 0);
}

int LabList::widthOfOneRow() const
{
    int width = m_name->sizeHint().width();
    for (const QPushButton *button : m_buttons)
        width += m_grid->horizontalSpacing() + button->sizeHint().width();
    return width;
}

void LabList::focusLab(int lab)
{
    m_buttons[lab]->setFocus(Qt::OtherFocusReason);
}

QWidget *LabList::lastButton() const
{
    return m_buttons.last();
}

void LabList::setFontPixels(double pixels)
{
    m_name->setFont(interfaceFont(1.35 * pixels, QFont::DemiBold));
    for (QPushButton *button : m_buttons)
        button->setFont(interfaceFont(0.95 * pixels, QFont::DemiBold));
}

} // namespace gatescope
