// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/train/form_rows.h"

#include "ui/common/fonts.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace gatescope {

FormRows::FormRows(QWidget &form) : m_form(form), m_column(new QVBoxLayout(&form))
{
    m_column->setSpacing(0);
}

void FormRows::addHeading(const QString &text)
{
    auto *heading = new QLabel(text, &m_form);
    if (!m_headings.isEmpty())
        m_column->addItem(m_above.emplace_back(new QSpacerItem(0, 0)));
    m_headings.append(heading);
    m_column->addWidget(heading);
    m_column->addItem(m_below.emplace_back(new QSpacerItem(0, 0)));
}

void FormRows::addRow(const QString &words, QWidget *field, const QString &help)
{
    add(words, field, help, 0);
}

void FormRows::addWideRow(const QString &words, QWidget *field, const QString &help)
{
    add(words, field, help, 4);
}

void FormRows::add(const QString &words, QWidget *field, const QString &help, int stretch)
{
    auto *row = new QWidget(&m_form);
    auto *line = new QHBoxLayout(row);
    m_lines.append(line);
    auto *label = new QLabel(words, row);
    label->setBuddy(field);
    label->setProperty("secondary", true);
    m_words.append(label);
    for (QWidget *each : {static_cast<QWidget *>(row), static_cast<QWidget *>(label), field})
        each->setToolTip(help);
    field->setAccessibleName(words);
    field->setAccessibleDescription(help);
    line->addWidget(label, 1);
    line->addWidget(field, stretch, Qt::AlignVCenter);
    m_column->addWidget(row);
    if (m_last)
        QWidget::setTabOrder(m_last, field);
    m_last = field;
}

void FormRows::showRow(const QWidget *field, bool shown)
{
    field->parentWidget()->setVisible(shown);
}

void FormRows::setLook(const TrainLook &look)
{
    m_column->setContentsMargins(look.scaled(look.compact ? 16 : 24), look.scaled(12),
                                 look.scaled(look.compact ? 12 : 20), look.scaled(12));
    for (QLabel *heading : m_headings)
        heading->setFont(interfaceFont(look.pixels * 1.2, QFont::DemiBold));
    // Not as a label's margins: those are gone when the style sheet is put on.
    for (QSpacerItem *above : m_above)
        above->changeSize(0, look.scaled(14));
    for (QSpacerItem *below : m_below)
        below->changeSize(0, look.scaled(4));
    for (QHBoxLayout *line : m_lines) {
        line->setContentsMargins(0, look.scaled(1.5), 0, look.scaled(1.5));
        line->setSpacing(look.scaled(6));
    }
    m_column->invalidate();
    for (QLabel *label : m_words)
        label->setFont(interfaceFont(look.pixels * 1.08));
}

} // namespace gatescope
