// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QDialog>
#include <QList>

namespace gatescope {

/// The list of keys, made from the actions themselves.
class KeysDialog : public QDialog
{
    Q_OBJECT
public:
    KeysDialog(const QList<QAction *> &actions, QWidget *parent);
};

} // namespace gatescope
