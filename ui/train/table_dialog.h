// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/table_preview.h"
#include "core/tasks/task.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QTreeWidget;

namespace gatescope {

/// A table of one's own before it is learned: how it begins, what each column holds, which of them are read, which one
/// is forecast, and what becomes of rows in which a number is missing.
class TableDialog : public QDialog
{
    Q_OBJECT
public:
    /// `before` is what was chosen last; `length` is that of the form, which can be changed here too.
    TableDialog(const QString &path, const TablePreview &preview, const TableChoice &before, int length,
                QWidget *parent);

    /// The chosen columns in the table's order, what is forecast last.
    TableChoice choice() const;
    int length() const;

    void accept() override;

private:
    void layOut(const QString &path);
    QWidget *makePreview();
    void fillColumns(const TableChoice &before);
    void columnsChanged();
    int missingCells() const;
    bool isChosen(std::size_t column) const;
    QString problemOfLength(Eigen::Index rows);
    void sayProblem(const QString &problem);

    std::string m_path;
    TablePreview m_preview;
    QTreeWidget *m_columns;
    QComboBox *m_forecast, *m_missing;
    QCheckBox *m_differences;
    QSpinBox *m_length;
    QPushButton *m_fit; ///< sets a length that fits; hidden where that is no problem
    int m_fitting = 0;
    QLabel *m_problem;
    QDialogButtonBox *m_buttons;
};

/// The rules for empty cells, in the words of the dialog and the form.
void addMissingValues(QComboBox &box);

} // namespace gatescope
