// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace gatescope {

/// A place of the window, as the rail offers it.
struct PlaceRow {
    const char *name;
    const char *label; ///< to be translated in the context "gatescope"
    const char *keys;  ///< that go there
    const char *icon;  ///< SVG paths in a square of 24, drawn with a stroke
};

/// Every place there is. A new place is a row here and a widget in MainWindow's stack.
const std::vector<PlaceRow> &placeTable();
/// The row of that name, which there must be.
int placeNamed(std::string_view name);

} // namespace gatescope
