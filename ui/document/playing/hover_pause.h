// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace gatescope {

class Player;
class Pointing;

/// While the pointer rests on something, a walk that plays by itself waits; it goes on when the pointer leaves, unless
/// somebody has meanwhile stopped it or set it going.
class HoverPause : public QObject
{
    Q_OBJECT
public:
    HoverPause(Player &player, const Pointing &pointing, QObject *parent = nullptr);

private:
    void follow(bool resting);

    Player &m_player;
    bool m_waits = false;
};

} // namespace gatescope
