// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;
class QTableWidget;

namespace gatescope {

class ClassPhones;

/// Who joined, by name, whether the phone is there or away; one renames by typing and takes out what should not be
/// there.
class PhoneList : public QWidget
{
    Q_OBJECT
public:
    /// `phones` outlives it.
    explicit PhoneList(ClassPhones &phones, QWidget *parent = nullptr);

    QTableWidget &table() { return *m_table; }
    QPushButton &takeOut() { return *m_takeOut; }
    /// Shows who is there now.
    void follow();

signals:
    void told(const QString &sentence); ///< something could not be done; empty: it was

private:
    void rename(int row);
    void takeOutOrIn();
    void followChoice();
    int chosen() const;

    ClassPhones &m_phones;
    QTableWidget *m_table;
    QPushButton *m_takeOut;
};

} // namespace gatescope
