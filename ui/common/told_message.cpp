// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/told_message.h"

#include <QAccessible>
#include <QLabel>

namespace gatescope {

void tellMessage(QLabel &label, const QString &message)
{
    label.setText(message);
    label.setVisible(!message.isEmpty());
    if (message.isEmpty())
        return;
    QAccessibleEvent event(&label, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

} // namespace gatescope
