// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/quiz/worksheet.h"
#include "ui/document/record.h"
#include "ui/export/paper.h"

namespace gatescope {

/// What stands on every page of a class's sheets.
struct WorksheetHead {
    QString title;
    std::uint64_t seed = 0;
    bool areNamed = false; ///< the students have names; otherwise there is a line to write one on
};

/// The network that a question is about; without experiment: none.
using NetworkOf = std::function<Record(const Question &)>;

/// Each student's sheet, from a page of its own: the questions with room to write, a picture of the network where one
/// has to look at it to answer.
std::vector<PaperPage> worksheetPages(const std::vector<Worksheet> &sheets, const WorksheetHead &head,
                                      const NetworkOf &networkOf);
/// The same questions with their worked solutions, each ending in the answer, and with the name by which it can be made
/// again.
std::vector<PaperPage> solutionPages(const std::vector<Worksheet> &sheets, const WorksheetHead &head,
                                     const NetworkOf &networkOf);
/// Every student's answers, a row for each.
std::vector<PaperPage> keyPages(const std::vector<Worksheet> &sheets, const WorksheetHead &head);

} // namespace gatescope
