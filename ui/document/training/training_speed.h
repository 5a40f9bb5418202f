// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace gatescope {

/// How fast a training is: over about the last second in which it went on.
class TrainingSpeed
{
public:
    using Clock = std::chrono::steady_clock;

    /// It goes on: from now on time counts. What was measured before holds until there is something newer.
    void start(Clock::time_point now = Clock::now())
    {
        m_goesOn = true;
        m_isNew = true;
        restart(now);
    }
    /// It pauses: of a run that was shorter than the usual second this is all that can be known.
    void pause(Clock::time_point now = Clock::now())
    {
        measure(now, m_isNew ? shortest : usual);
        m_goesOn = false;
    }
    void forget() { *this = {}; }
    void add(int updates, long tokens, Clock::time_point now = Clock::now())
    {
        if (!m_goesOn)
            return; // one that is asked for alone has no speed
        m_updates += updates;
        m_tokens += double(tokens);
        measure(now, m_isNew ? usual : 1.0);
    }
    /// 0 while nothing is known.
    double updatesPerSecond() const { return m_updatesPerSecond; }
    double tokensPerSecond() const { return m_tokensPerSecond; }

private:
    static constexpr double shortest = 0.01, usual = 0.2; ///< seconds that are measured over

    void restart(Clock::time_point now)
    {
        m_since = now;
        m_updates = m_tokens = 0;
    }
    void measure(Clock::time_point now, double least)
    {
        const double seconds = std::chrono::duration<double>(now - m_since).count();
        if (!m_goesOn || m_updates == 0 || seconds < least)
            return;
        m_updatesPerSecond = m_updates / seconds;
        m_tokensPerSecond = m_tokens / seconds;
        m_isNew = false;
        restart(now);
    }

    Clock::time_point m_since;
    bool m_goesOn = false;
    bool m_isNew = true; ///< nothing has been measured since it went on
    double m_updates = 0, m_tokens = 0;
    double m_updatesPerSecond = 0, m_tokensPerSecond = 0;
};

} // namespace gatescope
