// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/whole_steps.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace gatescope {

class Document;

/// How far a move is after this share of its time: from 0 to 1, slow at both ends.
double eased(double share);

/// Moves the playhead: going on by a part animates and then holds, everything else jumps; playing is
/// going on by itself to the end of the pass. Nothing moves that is not computed, and a new record puts
/// the playhead back inside what it has.
class Player : public QObject
{
    Q_OBJECT
public:
    Player(Document &document, Playhead &playhead, QObject *parent = nullptr);

    static constexpr double moveMilliseconds = 450; ///< of a part's progress from 0 to 1, at speed 1
    static constexpr double holdMilliseconds = 250; ///< before the next part while playing

    bool isPlaying() const { return m_playing; }
    /// Whether a part's progress is on its way to 1.
    bool isMoving() const { return !m_reducedMotion && m_age < moveMilliseconds; }
    double speed() const { return m_speed; }
    /// 0.25 … 4
    void setSpeed(double speed);
    /// Moves jump to their end.
    void setReducedMotion(bool reduced);
    bool hasReducedMotion() const { return m_reducedMotion; }

    /// Asked before a part begins, by a key or while playing; where it says true the part does not begin, and playing
    /// stops.
    using Hold = std::function<bool(const PlayheadState &next)>;
    void setHold(Hold hold) { m_hold = std::move(hold); }

    /// Lets time pass; the timer does so with the time that did. A part never begins twice in one call.
    void advance(double milliseconds);

public slots:
    /// Plays on from here, or from the start when this is the end.
    void play();
    /// Plays on once the part that is shown has had its time.
    void keepPlaying();
    /// A running move still comes to rest.
    void pause();
    void togglePlaying();
    /// Finishes a running move and begins the next. In the network, which has no parts, both go by whole steps. Each
    /// takes the other back.
    void partOn();
    void partBack(); ///< as stepBack, stops playing
    void stepOn();
    void stepBack();
    void toStart();
    void toEnd();
    /// Keeps step and part.
    void setPass(gatescope::Pass pass);
    /// Finishes a running move at once.
    void finishMove();

signals:
    void playingChanged(bool playing);
    void speedChanged(double speed);

private:
    const Trace *trace() const; ///< null before the first record
    bool isAtEnd() const;
    std::optional<PlayheadState> next() const;
    std::optional<PlayheadState> previous() const;
    void jumpTo(const PlayheadState &state);
    bool beginNextPart();
    void noticeWholeStep(bool on, const PlayheadState &to);
    void beginPart(const PlayheadState &state);
    void showProgress();
    void setPlaying(bool playing);
    void schedule();
    void tick();
    void followRecord();
    void noticeMove(const PlayheadState &state);

    Document &m_document;
    Playhead &m_playhead;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    double m_age = moveMilliseconds; ///< of the shown part, in milliseconds of speed 1, up to the end of the hold
    Hold m_hold;
    std::optional<CellKind> m_cell; ///< of the newest record there was
    WholeSteps m_wholeSteps;
    PlayheadState m_shown; ///< where this player or somebody else last put the playhead
    bool m_playing = false;
    bool m_reducedMotion = false;
    double m_speed = 1.0;
};

} // namespace gatescope
