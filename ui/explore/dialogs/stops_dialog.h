// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace gatescope {

class Stops;

/// The breakpoints of the experiment: typed in as a person says them, listed, taken away; and the way to the next and
/// the previous place where one becomes true.
class StopsDialog : public QDialog
{
    Q_OBJECT
public:
    StopsDialog(Document &document, Stops &stops, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);

private:
    void layOut();
    void refresh();
    void add();
    void remove();

    Document &m_document;
    QLabel *m_how;
    QLineEdit *m_text;
    QLabel *m_refused;
    QListWidget *m_list;
    QLabel *m_none; ///< in the list while it is empty
    QPushButton *m_remove;
    QPushButton *m_previous;
    QPushButton *m_next;
};

} // namespace gatescope
