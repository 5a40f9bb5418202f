// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace gatescope {

class Learner;

/// Under whose name progress is kept, or as a guest not at all; and the way to erase it.
class ProfileRow : public QWidget
{
    Q_OBJECT
public:
    explicit ProfileRow(Learner &learner, QWidget *parent = nullptr);

    void setFontPixels(double pixels);

private:
    void refresh();
    void choose(int row);
    void erase();

    Learner &m_learner;
    QLabel *m_kept, *m_trouble;
    QComboBox *m_profile;
    QPushButton *m_erase;
};

} // namespace gatescope
