// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/document/playing/camera.h"

#include "ui/document/playing/player.h"

#include <algorithm>
#include <cmath>

namespace gatescope {

Camera::Camera(Playhead &playhead, const Player &player, int nearest, QObject *parent)
    : QObject(parent), m_playhead(playhead), m_player(player), m_nearest(nearest), m_shown(playhead.state().level)
{
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(frameMilliseconds);
    connect(&m_timer, &QTimer::timeout, this, [this] { advance(static_cast<double>(m_sinceTick.restart())); });
    connect(&playhead, &Playhead::moved, this, &Camera::noticeMove);
}

double Camera::moveMilliseconds(double distance)
{
    return std::clamp(200 + 250 * std::abs(distance), 200.0, 700.0);
}

int Camera::goal() const
{
    const double level = isMoving() ? m_to : m_playhead.state().level;
    return std::clamp(static_cast<int>(std::lround(level)), 0, m_nearest);
}

void Camera::goTo(int level)
{
    const double here = m_playhead.state().level;
    m_from = here;
    m_to = std::clamp(level, 0, m_nearest);
    m_age = 0;
    m_duration = m_to == here ? 0 : moveMilliseconds(m_to - here);
    if (m_player.hasReducedMotion())
        m_age = m_duration;
    if (!isMoving()) {
        m_timer.stop();
        show(m_to);
        return;
    }
    m_sinceTick.start();
    m_timer.start();
}

void Camera::hold(double level)
{
    m_age = m_duration = 0;
    m_timer.stop();
    show(std::clamp(level, 0.0, static_cast<double>(m_nearest)));
}

void Camera::letGo()
{
    goTo(goal());
}

void Camera::advance(double milliseconds)
{
    if (!isMoving())
        return;
    m_age = std::min(m_age + milliseconds, m_duration);
    if (!isMoving())
        m_timer.stop();
    show(isMoving() ? m_from + (m_to - m_from) * eased(m_age / m_duration) : m_to);
}

void Camera::show(double level)
{
    m_shown = level;
    PlayheadState state = m_playhead.state();
    state.level = level;
    m_playhead.moveTo(state);
}

void Camera::noticeMove(const PlayheadState &state)
{
    if (state.level == m_shown)
        return;
    m_shown = state.level;
    m_age = m_duration = 0;
    m_timer.stop();
}

} // namespace gatescope
