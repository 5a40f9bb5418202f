// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/explore/controls/view_settings.h"

#include <QWidget>

class QComboBox;

namespace gatescope {

class IconButton;
class PartSegments;
class PassSwitch;
class Player;

/// The bar that drives the playhead: by part, by step, to either end, playing, and either pass.
/// "On" always continues the computation, so in the backward pass the icons point the other way.
class TransportPanel : public QWidget
{
    Q_OBJECT
public:
    TransportPanel(Document &document, Playhead &playhead, Player &player, QWidget *parent = nullptr);

    void setSettings(const ViewSettings &settings);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void makeButtons();
    void makeSpeeds();
    void refresh();
    void offerParts(bool parts);
    void showPlaying(bool playing);
    void goToPart(int part);

    Document &m_document;
    Playhead &m_playhead;
    Player &m_player;
    ViewSettings m_settings;
    QList<IconButton *> m_buttons; ///< from left to right
    IconButton *m_stepBack = nullptr, *m_stepOn = nullptr;
    IconButton *m_partBack = nullptr, *m_partOn = nullptr;
    IconButton *m_play = nullptr;
    bool m_offersParts = true;
    PartSegments *m_segments;
    QWidget *m_step;
    QComboBox *m_speed;
    PassSwitch *m_pass;
};

} // namespace gatescope
