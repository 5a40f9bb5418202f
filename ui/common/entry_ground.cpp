// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/entry_ground.h"

#include <QAbstractButton>
#include <QPainter>

namespace gatescope {

void drawEntryGround(QPainter &painter, const QAbstractButton &entry, const Theme &theme)
{
    const bool byKeyboard = entry.hasFocus() && entry.window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (!byKeyboard && !entry.underMouse())
        return;
    painter.setPen(byKeyboard ? QPen(theme.of(Role::state).text, 2) : QPen(Qt::NoPen));
    painter.setBrush(entry.underMouse() ? QBrush(theme.wash) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(entry.rect()).adjusted(1, 1, -1, -1), 6, 6);
}

} // namespace gatescope
