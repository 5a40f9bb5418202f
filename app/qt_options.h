// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace gatescope {

/// A command line, parted into Qt's own options (-platform, -style …) and the rest.
struct SplitArguments {
    std::vector<std::string> ours;
    std::vector<std::string> qts; ///< each option followed by its value
};

/// Parts the arguments after the program's name. What follows the first of `verbs` is ours alone.
SplitArguments splitQtOptions(const std::vector<std::string> &arguments, const std::vector<std::string> &verbs);

} // namespace gatescope
