// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/playhead.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace gatescope {

class Document;

/// Moves the playhead: single moves that animate and then hold, and playing on. Nothing moves that is
/// not computed.
class Player : public QObject
{
    Q_OBJECT
public:
    Player(Document &document, Playhead &playhead, QObject *parent = nullptr);

    bool isPlaying() const { return m_playing; }
    double speed() const { return m_speed; }
    /// 0.25 … 4
    void setSpeed(double speed);
    /// Moves jump to their end.
    void setReducedMotion(bool reduced);
    bool hasReducedMotion() const { return m_reducedMotion; }

public slots:
    void play();
    void pause();
    void togglePlaying();
    void partOn();
    void partBack();
    void stepOn();
    void stepBack();
    void toStart();
    void toEnd();
    void setPass(gatescope::Pass pass);
    /// Finishes a running move at once.
    void finishMove();

signals:
    void playingChanged(bool playing);
    void speedChanged(double speed);

private:
    void jumpTo(const std::optional<PlayheadState> &state);
    void animateTo(const PlayheadState &state);
    void tick();

    Document &m_document;
    Playhead &m_playhead;
    QTimer m_timer;
    QElapsedTimer m_sinceMove;
    bool m_playing = false;
    bool m_reducedMotion = false;
    double m_speed = 1.0;
};

} // namespace gatescope
