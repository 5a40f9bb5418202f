// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace gatescope {

/// How fast a training is: over about the last second.
class TrainingSpeed
{
public:
    /// Forgets what was measured; from now on time counts.
    void restart()
    {
        m_since = Clock::now();
        m_updates = m_tokens = 0;
    }
    void forget() { *this = {}; }
    void add(int updates, long tokens)
    {
        m_updates += updates;
        m_tokens += double(tokens);
        const double seconds = std::chrono::duration<double>(Clock::now() - m_since).count();
        if (seconds < (m_updatesPerSecond > 0 ? 1.0 : 0.2))
            return;
        m_updatesPerSecond = m_updates / seconds;
        m_tokensPerSecond = m_tokens / seconds;
        restart();
    }
    /// 0 while nothing is known.
    double updatesPerSecond() const { return m_updatesPerSecond; }
    double tokensPerSecond() const { return m_tokensPerSecond; }

private:
    using Clock = std::chrono::steady_clock;
    Clock::time_point m_since = Clock::now();
    double m_updates = 0, m_tokens = 0;
    double m_updatesPerSecond = 0, m_tokensPerSecond = 0;
};

} // namespace gatescope
