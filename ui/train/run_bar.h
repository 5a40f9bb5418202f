// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/train/train_look.h"

#include <QWidget>

class QLabel;
class QProgressBar;
class QPushButton;

namespace gatescope {

class Training;

/// Starts and stops the run, and says how far it is and how fast.
class RunBar : public QWidget
{
    Q_OBJECT
public:
    explicit RunBar(Training &training, QWidget *parent = nullptr);

    void setLook(const TrainLook &look);
    /// The update whose network can be opened in Explore.
    void setShownUpdate(int update);

signals:
    void openInExploreRequested();
    void weightRequested();
    void keepRequested();
    void resumeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow();
    void leaveOut();
    void followStage();
    void tellUpdates();
    QString stageInWords(bool inShort) const;
    void tellWhatIsLeft(bool inShort);

    Training &m_training;
    TrainLook m_look;
    QPushButton *m_turn, *m_once, *m_weight, *m_stop, *m_reset, *m_file, *m_open;
    QLabel *m_count, *m_left, *m_speed;
    bool m_isShort = false; ///< what is said of where the run stands
    bool m_isCountShort = false;
    QProgressBar *m_progress;
};

/// "about 6 s", "about 3 min".
QString timeInWords(double seconds);

} // namespace gatescope
