// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPushButton>
#include <QStringList>
#include <QTabWidget>

namespace gatescope {

/// The letters that Alt goes with in a window with tabs, lower, one for each button, label of a field and tab that has
/// one.
inline QStringList mnemonicsOf(const QWidget &window)
{
    QStringList texts;
    for (const QPushButton *button : window.findChildren<QPushButton *>())
        texts += button->text();
    for (const QLabel *label : window.findChildren<QLabel *>())
        if (label->buddy())
            texts += label->text();
    const auto *tabs = window.findChild<QTabWidget *>();
    for (int i = 0; tabs && i < tabs->count(); ++i)
        texts += tabs->tabText(i);
    QStringList letters;
    for (const QString &text : texts)
        if (const auto at = text.indexOf(u'&'); at >= 0)
            letters += text.at(at + 1).toLower();
    return letters;
}

} // namespace gatescope
