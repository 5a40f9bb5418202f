// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/learn/own/labelled_field.h"

#include <QHBoxLayout>
#include <QLabel>

namespace gatescope {

QLabel *addLabelled(QHBoxLayout &row, const QString &words, QWidget *field)
{
    auto *label = new QLabel(words);
    label->setProperty("secondary", true);
    field->setAccessibleName(words);
    row.addWidget(label);
    row.addWidget(field);
    row.addSpacing(8);
    return label;
}

} // namespace gatescope
