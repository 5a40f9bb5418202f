// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/training/history.h"

#include <chrono>
#include <string>
#include <string_view>

namespace gatescope {

/// A number as a person would say it: three digits that count.
std::string shortNumber(double number);

/// One line on a terminal that says how far a training is and how long it will take; nothing where standard error is
/// no terminal.
class ProgressLine
{
public:
    ProgressLine(int first, int last);

    /// At most ten times a second.
    void show(int update, const Outcome &recent, std::string_view scoreName);
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    int m_first, m_last;
    bool m_terminal;
    Clock::time_point m_start = Clock::now(), m_shown{};
    std::size_t m_width = 0;
};

} // namespace gatescope
