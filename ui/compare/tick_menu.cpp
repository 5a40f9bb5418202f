// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/tick_menu.h"

#include <QKeyEvent>
#include <QMouseEvent>

namespace gatescope {

bool TickMenu::tick(QAction *action)
{
    if (!action || !action->isCheckable() || !action->isEnabled())
        return false;
    action->trigger();
    return true;
}

void TickMenu::mouseReleaseEvent(QMouseEvent *event)
{
    if (!tick(actionAt(event->position().toPoint())))
        QMenu::mouseReleaseEvent(event);
}

void TickMenu::keyPressEvent(QKeyEvent *event)
{
    const bool presses
        = event->key() == Qt::Key_Space || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!presses || !tick(activeAction()))
        QMenu::keyPressEvent(event);
}

} // namespace gatescope
