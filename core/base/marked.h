// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace gatescope {

/// A word or sentence of a table, for translation tools to find; the window looks it up where it shows the table.
constexpr const char *marked(const char *text)
{
    return text;
}

} // namespace gatescope
