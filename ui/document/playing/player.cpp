// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playing/player.h"

#include "ui/document/document.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

namespace {

constexpr int frameMilliseconds = 16;

bool isSameMove(PlayheadState a, const PlayheadState &b)
{
    a.progress = b.progress;
    a.unit = b.unit;   // following another unit disturbs no move
    a.level = b.level; // nor does the camera
    return a == b;
}

} // namespace

double eased(double share)
{
    return share < 0.5 ? 4 * share * share * share : 1 - std::pow(2 - 2 * share, 3) / 2;
}

Player::Player(Document &document, Playhead &playhead, QObject *parent)
    : QObject(parent), m_document(document), m_playhead(playhead), m_shown(playhead.state())
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Player::tick);
    connect(&document, &Document::recordChanged, this, &Player::followRecord);
    connect(&playhead, &Playhead::moved, this, &Player::noticeMove);
    if (trace())
        m_cell = trace()->spec.cell;
}

void Player::setSpeed(double speed)
{
    const double next = speed >= 0.25 ? std::min(speed, 4.0) : 0.25; // NaN too
    if (next == m_speed)
        return;
    if (m_timer.isActive())
        tick(); // what has passed so far passed at the old speed
    m_speed = next;
    schedule();
    emit speedChanged(m_speed);
}

void Player::setReducedMotion(bool reduced)
{
    finishMove();
    m_reducedMotion = reduced;
    m_age = std::max(m_age, moveMilliseconds); // what is shown stays shown
    schedule();
}

void Player::play()
{
    if (m_playing || !trace())
        return;
    setPlaying(true); // whoever holds a part or stops at it shall know
    if (isAtEnd() && !isMoving())
        jumpTo(atStart(m_playhead.state(), *trace()));
    else if (!isMoving() && !beginNextPart())
        setPlaying(false);
}

void Player::keepPlaying()
{
    if (trace())
        setPlaying(true);
}

void Player::pause()
{
    setPlaying(false);
}

void Player::togglePlaying()
{
    m_playing ? pause() : play();
}

void Player::partOn()
{
    if (!trace())
        return;
    finishMove();
    if (!beginNextPart())
        setPlaying(false);
}

void Player::partBack()
{
    if (!trace())
        return;
    setPlaying(false);
    const auto back = previous();
    if (back)
        noticeWholeStep(false, *back);
    jumpTo(back.value_or(m_playhead.state()));
}

void Player::stepOn()
{
    if (trace())
        jumpTo(gatescope::stepOn(m_playhead.state(), *trace()).value_or(m_playhead.state()));
}

void Player::stepBack()
{
    if (!trace())
        return;
    setPlaying(false);
    jumpTo(gatescope::stepBack(m_playhead.state(), *trace()).value_or(m_playhead.state()));
}

void Player::toStart()
{
    if (trace())
        jumpTo(atStart(m_playhead.state(), *trace()));
}

void Player::toEnd()
{
    if (trace())
        jumpTo(atEnd(m_playhead.state(), *trace()));
}

void Player::setPass(Pass pass)
{
    PlayheadState state = m_playhead.state();
    state.pass = pass;
    jumpTo(state);
}

void Player::finishMove()
{
    if (isMoving())
        jumpTo(m_playhead.state());
}

void Player::advance(double milliseconds)
{
    if (!isMoving() && !m_playing)
        return;
    m_age += milliseconds * m_speed;
    showProgress();
    if (m_playing && !isMoving() && isAtEnd())
        setPlaying(false);
    else if (m_playing && m_age >= moveMilliseconds + holdMilliseconds)
        partOn();
    schedule();
}

const Trace *Player::trace() const
{
    return m_document.record().trace.get();
}

bool Player::isAtEnd() const
{
    return !next();
}

std::optional<PlayheadState> Player::next() const
{
    const PlayheadState &here = m_playhead.state();
    return showsNetwork(here) ? m_wholeSteps.on(here, *trace()) : gatescope::partOn(here, *trace());
}

std::optional<PlayheadState> Player::previous() const
{
    const PlayheadState &here = m_playhead.state();
    return showsNetwork(here) ? m_wholeSteps.back(here, *trace()) : gatescope::partBack(here, *trace());
}

void Player::jumpTo(const PlayheadState &state)
{
    m_shown = state;
    m_shown.progress = 1.0;
    m_age = moveMilliseconds;
    m_sinceTick.start();
    m_playhead.moveTo(m_shown);
    schedule();
}

/// False at the end, and where the hold says so.
bool Player::beginNextPart()
{
    const auto on = next();
    if (!on || (m_hold && m_hold(*on)))
        return false;
    noticeWholeStep(true, *on);
    beginPart(*on);
    return true;
}

/// Before it is made; any other move is none.
void Player::noticeWholeStep(bool on, const PlayheadState &to)
{
    if (showsNetwork(to))
        m_wholeSteps.made(on, m_playhead.state(), to, *trace());
}

void Player::beginPart(const PlayheadState &state)
{
    m_shown = state;
    m_age = 0;
    m_sinceTick.start();
    showProgress();
    schedule();
}

/// The shown part as far as its age says. With reduced motion a part is there at once and only its
/// time passes.
void Player::showProgress()
{
    PlayheadState state = m_playhead.state();
    if (!isSameMove(state, m_shown))
        state = m_shown;
    state.progress = m_reducedMotion ? 1.0 : eased(std::min(1.0, m_age / moveMilliseconds));
    m_shown = state;
    m_playhead.moveTo(state);
}

void Player::setPlaying(bool playing)
{
    if (playing == m_playing)
        return;
    m_playing = playing;
    schedule();
    emit playingChanged(playing);
}

/// The timer runs while something moves or while a hold is to end.
void Player::schedule()
{
    if (!isMoving() && !m_playing) {
        m_timer.stop();
        return;
    }
    const double rest = (moveMilliseconds + holdMilliseconds - m_age) / m_speed;
    const bool animates = isMoving() && !m_reducedMotion;
    if (!m_timer.isActive())
        m_sinceTick.start();
    m_timer.start(animates ? frameMilliseconds : std::max(1, static_cast<int>(std::ceil(rest))));
}

void Player::tick()
{
    advance(static_cast<double>(m_sinceTick.restart()));
}

void Player::followRecord()
{
    if (!trace()) {
        m_wholeSteps = {};
        setPlaying(false);
        return;
    }
    const CellKind cell = trace()->spec.cell;
    const PlayheadState there = inCell(m_playhead.state(), m_cell.value_or(cell), cell);
    m_cell = cell;
    m_playhead.moveTo(clamped(there, *trace()));
}

/// Somebody else put the playhead elsewhere: what moved there before is over.
void Player::noticeMove(const PlayheadState &state)
{
    if (isSameMove(state, m_shown))
        return;
    if (isMoving()) {
        jumpTo(state);
        return;
    }
    m_shown = state;
    m_age = moveMilliseconds;
    schedule();
}

} // namespace gatescope
