// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <string>

namespace gatescope {

/// One line on a terminal that is written over again and again; nothing where standard error is no terminal.
class TerminalLine
{
public:
    TerminalLine();
    ~TerminalLine() { clear(); }

    /// Whether it is time for new words: at most ten times a second.
    bool isDue() const;
    void show(const std::string &words);
    void clear();

    double secondsSinceBegun() const;

private:
    using Clock = std::chrono::steady_clock;

    bool m_terminal;
    Clock::time_point m_start = Clock::now(), m_shown{};
    std::size_t m_width = 0;
};

} // namespace gatescope
