// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace gatescope {

/// The labs as a section of the start page.
class LabList : public QWidget
{
    Q_OBJECT
public:
    explicit LabList(QWidget *parent = nullptr);

    void setFontPixels(double pixels);

signals:
    void chosen(int lab);

private:
    QLabel *m_name;
    QList<QPushButton *> m_buttons;
};

} // namespace gatescope
