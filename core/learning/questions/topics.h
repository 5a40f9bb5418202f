// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>
#include <vector>

namespace gatescope {

/// What questions are about, and what progress is counted by.
struct Topic {
    std::string_view name;  ///< in files and on the command line: "update-gate"
    std::string_view title; ///< words for people
};

/// Every topic, in the order in which the lessons come to them.
const std::vector<Topic> &topics();
const Topic *topicNamed(std::string_view name);

} // namespace gatescope
