// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/study/measured.h"

#include <cmath>
#include <cstdio>
#include <cstring>

namespace gatescope {

std::string measuredText(double number)
{
    char digits[32];
    const bool isLong = std::abs(number) >= 1000 && std::abs(number) < 1e7;
    std::snprintf(digits, sizeof digits, isLong ? "%.0f" : "%.3g", number);
    std::string text;
    for (const char *at = digits; *at; ++at) {
        if (const auto left = std::strlen(at); isLong && left % 3 == 0 && at > digits && at[-1] != '-')
            text += "\u2009"; // a narrow gap, which no language reads as a decimal point
        if (*at == '-')
            text += "−";
        else if (*at != '+')
            text += *at;
        if (*at == 'e') // "e-07" and "e+07" lose their zero
            while (at[1] == '+' || at[1] == '-' || (at[1] == '0' && at[2]))
                text += *++at == '-' ? "−" : "";
    }
    return text;
}

} // namespace gatescope
