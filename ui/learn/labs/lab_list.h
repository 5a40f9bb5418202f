// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QGridLayout;
class QLabel;
class QPushButton;

namespace gatescope {

/// The labs as a section of the start page.
class LabList : public QWidget
{
    Q_OBJECT
public:
    explicit LabList(QWidget *parent = nullptr);

    /// In one row, or in two where they would be too wide.
    void setRows(int rows);
    /// What all of them need beside each other, in pixels.
    int widthOfOneRow() const;
    void setFontPixels(double pixels);
    void focusLab(int lab);
    /// From which the Tab key leaves the list.
    QWidget *lastButton() const;

signals:
    void chosen(int lab);

private:
    QLabel *m_name;
    QGridLayout *m_grid;
    QList<QPushButton *> m_buttons;
};

} // namespace gatescope
