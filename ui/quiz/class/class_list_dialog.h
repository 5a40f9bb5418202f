// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLabel;
class QPushButton;

namespace gatescope {

class ClassMemory;
class NamesField;

/// Who is in the class, and how to forget what it was asked.
class ClassListDialog : public QDialog
{
    Q_OBJECT
public:
    /// `memory` outlives it.
    explicit ClassListDialog(ClassMemory &memory, QWidget *parent = nullptr);

    NamesField &names() { return *m_names; }
    QString message() const;
    /// Keeps the names; stays and says why where they are no list.
    void accept() override;

private:
    void forget();
    void sayWhatWasAsked();

    ClassMemory &m_memory;
    NamesField *m_names;
    QLabel *m_asked, *m_problem;
    QPushButton *m_forget;
};

} // namespace gatescope
