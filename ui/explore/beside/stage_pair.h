// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QWidget>

class QPushButton;

namespace gatescope {

class CaptionLabel;
class Player;
class Pointing;
class SecondNetwork;
class StagePanel;

/// The stage, and beside it, while there is one, that of the second network: one playhead moves both. Each says under
/// which network it stands.
class StagePair : public QWidget
{
    Q_OBJECT
public:
    StagePair(Document &document, Playhead &playhead, const Player &player, Pointing &pointing, SecondNetwork &second,
              QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);
    StagePanel &first() { return *m_first; }
    StagePanel &beside() { return *m_beside; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    SecondNetwork &m_second;
    ViewSettings m_settings;
    StagePanel *m_first;
    StagePanel *m_beside;
    /// Over each stage what it is of, cut short with its whole words to be read where there is no room.
    QWidget *m_firstBar;
    QWidget *m_besideBar;
    CaptionLabel *m_firstCaption;
    CaptionLabel *m_besideCaption;
    QPushButton *m_close;
};

} // namespace gatescope
