// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace gatescope {

class Learner;

/// As whom one learns: under a name of one's own, or as a guest of whom nothing is kept; and the way to erase it.
class LearnerChoice : public QWidget
{
    Q_OBJECT
public:
    explicit LearnerChoice(Learner &learner, QWidget *parent = nullptr);

    void setFontPixels(double pixels);

private:
    void refill();
    void choose(int row);
    void erase();

    Learner &m_learner;
    QComboBox *m_names;
    QPushButton *m_erase;
    QLabel *m_kept;
};

} // namespace gatescope
