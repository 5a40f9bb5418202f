// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;

namespace gatescope {

class Learner;

/// As whom one learns: a guest, of whom nothing is kept, or under a profile, which is a name to choose or to type.
class LearnerChoice : public QWidget
{
    Q_OBJECT
public:
    explicit LearnerChoice(Learner &learner, QWidget *parent = nullptr);

private:
    void refill();
    void takeTyped();

    Learner &m_learner;
    QComboBox *m_names;
    QLabel *m_kept;
};

} // namespace gatescope
