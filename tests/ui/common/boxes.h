// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QApplication>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

namespace gatescope {

/// Presses a button of the next question that is asked in a box of its own.
inline void answerNextBox(const QString &button, bool &wasAsked)
{
    QTimer::singleShot(0, qApp, [button, &wasAsked] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!box)
            return;
        for (QAbstractButton *one : box->buttons())
            if (one->text().remove(u'&') == button) {
                wasAsked = true;
                one->click();
                return;
            }
        box->reject();
    });
}

inline QPushButton *buttonOf(QWidget &window, const QString &text)
{
    for (QPushButton *button : window.findChildren<QPushButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace gatescope
