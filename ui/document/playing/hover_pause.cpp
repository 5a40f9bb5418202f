// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playing/hover_pause.h"

#include "ui/document/playing/player.h"
#include "ui/document/playing/pointing.h"

#include <utility>

namespace gatescope {

HoverPause::HoverPause(Player &player, const Pointing &pointing, QObject *parent) : QObject(parent), m_player(player)
{
    connect(&pointing, &Pointing::restingChanged, this, &HoverPause::follow);
    connect(&player, &Player::playingChanged, this, [this] { m_waits = false; });
}

void HoverPause::follow(bool resting)
{
    if (!resting) {
        if (std::exchange(m_waits, false))
            m_player.play();
    } else if (m_player.isPlaying()) {
        m_player.pause();
        m_waits = true; // after the pause, which clears it
    }
}

} // namespace gatescope
