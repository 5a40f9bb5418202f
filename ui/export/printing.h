// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/export/paper.h"

class QPrinter;

namespace gatescope {

/// Pages that belong together, as those of one student's sheet.
using PaperStack = std::vector<PaperPage>;

/// Where both sides of the paper are printed on, each stack begins on a paper of its own: an empty page fills up.
std::vector<PaperPage> onPapers(const std::vector<PaperStack> &stacks, bool bothSides);

/// Prints the pages that the printer is asked for, all or a range of them, as large as the paper is and in so many copies;
/// says how many. `goOn` is told how many of all are drawn; with false from it nothing is printed, and that is no error.
Result<int> printPages(QPrinter &printer, const std::vector<PaperPage> &pages,
                        const std::function<bool(int drawn, int all)> &goOn = {});

} // namespace gatescope
