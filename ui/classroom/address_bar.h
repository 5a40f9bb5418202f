// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classroom/addresses.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace gatescope {

/// Where phones are let in: which of the computer's addresses, and the button that opens and closes.
class AddressBar : public QWidget
{
    Q_OBJECT
public:
    explicit AddressBar(std::vector<ClassAddress> addresses, QWidget *parent = nullptr);

    const ClassAddress &chosen() const;
    bool isPublicWanted() const;
    void setOpen(bool isOpen);
    QComboBox &addresses() { return *m_addresses; }
    QPushButton &turn() { return *m_turn; }

signals:
    void openRequested();
    void closeRequested();

private:
    void follow();

    std::vector<ClassAddress> m_all;
    QComboBox *m_addresses;
    QCheckBox *m_public;
    QPushButton *m_turn;
    bool m_isOpen = false;
};

} // namespace gatescope
