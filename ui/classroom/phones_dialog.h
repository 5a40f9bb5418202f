// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classroom/addresses.h"

#include <QDialog>

class QCheckBox;
class QLabel;

namespace gatescope {

class AddressBar;
class ClassPhones;
class FittedLabel;
class PhoneList;
class QrPicture;

/// How a class's phones get in: the address as a QR code and large enough for the last row, who has joined, and what to
/// try when nobody gets through. Closing it changes nothing: phones stay in until they are stopped.
class PhonesDialog : public QDialog
{
    Q_OBJECT
public:
    /// `phones` outlives it. `addresses`: those of the computer.
    explicit PhonesDialog(ClassPhones &phones, std::vector<ClassAddress> addresses = classAddresses(),
                          QWidget *parent = nullptr);

    AddressBar &where() { return *m_where; }
    PhoneList &list() { return *m_list; }
    QString message() const;
    void openDoor();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void connectParts();
    void follow();
    void fitAddress();
    QString countWords() const;

    ClassPhones &m_phones;
    AddressBar *m_where;
    QrPicture *m_code;
    FittedLabel *m_address;
    QLabel *m_count, *m_problem, *m_open, *m_advice;
    PhoneList *m_list;
    QCheckBox *m_nicknames, *m_lock;
};

} // namespace gatescope
