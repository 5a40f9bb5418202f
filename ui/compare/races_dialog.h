// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace gatescope {

class Races;

/// All races in a table that is sorted by any of its columns. The one that is marked is shown, laid over the one that
/// is shown, called otherwise, or erased; a name is also edited where it stands.
class RacesDialog : public QDialog
{
    Q_OBJECT
public:
    explicit RacesDialog(Races &races, QWidget *parent = nullptr);

private:
    void layOut();
    void fill();
    void followMark();
    void follow(const QTreeWidgetItem *item, int column);
    void showMarked();
    void layOver();
    void erase();
    void tell(const QString &sentence);
    std::size_t marked() const;

    Races &m_races;
    QComboBox *m_sorting;
    QTreeWidget *m_table;
    QPushButton *m_show, *m_over, *m_rename, *m_erase;
    QLabel *m_message;
};

} // namespace gatescope
