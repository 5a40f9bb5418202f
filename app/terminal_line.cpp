// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/terminal_line.h"

#include <algorithm>
#include <cstdio>

#include <unistd.h>

namespace gatescope {

TerminalLine::TerminalLine() : m_terminal(isatty(STDERR_FILENO)) { }

bool TerminalLine::isDue() const
{
    using namespace std::chrono_literals;
    return m_terminal && Clock::now() - m_shown >= 100ms;
}

void TerminalLine::show(const std::string &words)
{
    if (!m_terminal)
        return;
    m_shown = Clock::now();
    std::string line = words;
    line.resize(std::max(words.size(), m_width), ' '); // covers what stood there
    m_width = words.size();
    std::fprintf(stderr, "\r%s", line.c_str());
}

void TerminalLine::clear()
{
    if (m_width > 0)
        std::fprintf(stderr, "\r%s\r", std::string(m_width, ' ').c_str());
    m_width = 0;
}

double TerminalLine::secondsSinceBegun() const
{
    return std::chrono::duration<double>(Clock::now() - m_start).count();
}

} // namespace gatescope
