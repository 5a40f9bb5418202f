// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/terminal_line.h"
#include "core/training/history.h"

#include <string>
#include <string_view>

namespace gatescope {

/// A number as a person would say it: three digits that count.
std::string shortNumber(double number);

/// Says on a terminal how far a training is and how long it will take.
class ProgressLine
{
public:
    ProgressLine(int first, int last) : m_first(first), m_last(last) { }

    /// At most ten times a second.
    void show(int update, const Outcome &recent, std::string_view scoreName);
    void clear() { m_line.clear(); }

private:
    int m_first, m_last;
    TerminalLine m_line;
};

} // namespace gatescope
