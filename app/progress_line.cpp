// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progress_line.h"

#include <algorithm>
#include <sstream>

namespace gatescope {

std::string shortNumber(double number)
{
    std::ostringstream text;
    text.precision(3);
    text << number;
    return text.str();
}

void ProgressLine::show(int update, const Outcome &recent, std::string_view scoreName)
{
    if (!m_line.isDue() && update != m_last)
        return;
    const double left = m_line.secondsSinceBegun() / std::max(1, update - m_first) * (m_last - update);
    m_line.show("update " + std::to_string(update) + " of " + std::to_string(m_last) + "   loss "
                + shortNumber(recent.loss) + "   " + std::string(scoreName) + " " + shortNumber(recent.score) + "   "
                + std::to_string(int(left + 0.5)) + " s left");
}

} // namespace gatescope
