// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/export/paper.h"

#include <span>

class QPrinter;

namespace gatescope {

/// Pages that belong together, as those of one student's sheet.
using PaperStack = std::vector<PaperPage>;

bool printsOnBothSides(const QPrinter &printer);

/// Where both sides of the paper are printed on, each stack begins on a paper of its own: an empty page fills up.
std::vector<PaperPage> onPapers(const std::vector<PaperStack> &stacks, bool bothSides);

/// So many copies of pages. Where both sides are printed on, each begins a paper, and what stood on a front does so
/// also where the pages are some of many and begin on a back.
std::vector<PaperPage> copiesOnPapers(std::span<const PaperPage> pages, bool beginsOnABack, int copies, bool bothSides);

/// Prints the pages that the printer is asked for, all or a range of them, as large as the paper is and in so many
/// copies; says how many, those included that stay empty so that on both sides every copy begins a paper. `goOn` is
/// told how many of all are drawn; with false from it nothing is printed, and that is no error.
Result<int> printPages(QPrinter &printer, const std::vector<PaperPage> &pages,
                       const std::function<bool(int drawn, int all)> &goOn = {});

} // namespace gatescope
