// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playhead.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace gatescope {

class Player;

/// Moves the playhead's level: nearer to a unit, farther to the whole network. A move is slow at both ends, takes the
/// longer the farther it goes, and can be turned round at any time; with reduced motion it jumps. Whoever puts the
/// playhead at another level ends it.
class Camera : public QObject
{
    Q_OBJECT
public:
    /// `nearest` is the level beyond which it does not go. The player says whether motion is reduced.
    Camera(Playhead &playhead, const Player &player, int nearest, QObject *parent = nullptr);

    static constexpr int frameMilliseconds = 16;
    /// Time that a move over so many levels takes: 200 … 700.
    static double moveMilliseconds(double distance);

    bool isMoving() const { return m_age < m_duration; }
    /// The whole level at which it stands or to which it moves.
    int goal() const;

    void goTo(int level);
    void nearer() { goTo(goal() + 1); }
    void farther() { goTo(goal() - 1); }
    /// Stands at a level between two, as fingers hold it; `letGo` moves to the whole level next to it.
    void hold(double level);
    void letGo();

    /// Lets time pass; the timer does so with the time that did.
    void advance(double milliseconds);

private:
    void show(double level);
    void noticeMove(const PlayheadState &state);

    Playhead &m_playhead;
    const Player &m_player;
    int m_nearest;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    double m_from = 1, m_to = 1;
    double m_shown = 1; ///< the level where this camera last put the playhead
    double m_age = 0, m_duration = 0;
};

} // namespace gatescope
