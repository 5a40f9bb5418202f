// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace gatescope {

/// Lessons that belong together, by their numbers.
struct Chapter {
    int number;
    std::string_view title; ///< words for people
    int firstLesson;
    int lastLesson;
};

/// Every chapter that has lessons, in their order.
const std::vector<Chapter> &chapters();

} // namespace gatescope
