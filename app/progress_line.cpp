// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progress_line.h"

#include <algorithm>
#include <cstdio>
#include <sstream>

#include <unistd.h>

namespace gatescope {

std::string shortNumber(double number)
{
    std::ostringstream text;
    text.precision(3);
    text << number;
    return text.str();
}

ProgressLine::ProgressLine(int first, int last) : m_first(first), m_last(last), m_terminal(isatty(STDERR_FILENO)) {}

void ProgressLine::show(int update, const Outcome &recent, std::string_view scoreName)
{
    using namespace std::chrono_literals;
    if (!m_terminal || (Clock::now() - m_shown < 100ms && update != m_last))
        return;
    m_shown = Clock::now();
    const double seconds = std::chrono::duration<double>(m_shown - m_start).count();
    const double left = seconds / std::max(1, update - m_first) * (m_last - update);
    std::string line = "update " + std::to_string(update) + " of " + std::to_string(m_last) + "   loss " + shortNumber(recent.loss)
        + "   " + std::string(scoreName) + " " + shortNumber(recent.score) + "   " + std::to_string(int(left + 0.5)) + " s left";
    const std::size_t width = line.size();
    line.resize(std::max(width, m_width), ' '); // covers what stood there
    m_width = width;
    std::fprintf(stderr, "\r%s", line.c_str());
}

void ProgressLine::clear()
{
    if (m_terminal && m_width > 0)
        std::fprintf(stderr, "\r%s\r", std::string(m_width, ' ').c_str());
}

} // namespace gatescope
