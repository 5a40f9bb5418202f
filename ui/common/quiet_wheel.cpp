// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/quiet_wheel.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QEvent>

namespace gatescope {

QuietWheel::QuietWheel(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool QuietWheel::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPolish = event->type() == QEvent::Polish;
    if (!isPolish && event->type() != QEvent::Wheel)
        return false; // nearly all
    if (!qobject_cast<QAbstractSpinBox *>(watched) && !qobject_cast<QComboBox *>(watched))
        return false;
    auto *field = static_cast<QWidget *>(watched);
    if (isPolish) {
        if (field->focusPolicy() == Qt::WheelFocus)
            field->setFocusPolicy(Qt::StrongFocus);
        return false;
    }
    if (field->hasFocus())
        return false;
    event->ignore(); // what is around it scrolls
    return true;
}

} // namespace gatescope
