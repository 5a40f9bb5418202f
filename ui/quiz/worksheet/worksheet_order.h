// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/worksheet_pages.h"
#include "ui/quiz/asking/question_shelf.h"

namespace gatescope {

/// What a class's sheets are to be, apart from the widgets, for a thread of its own.
struct WorksheetOrder {
    std::vector<Question> written;
    WorksheetWish wish;
    WorksheetHead head;
    bool hasKey = false, hasSolutions = false;
    std::shared_ptr<const QuestionShelf> shelf; ///< a copy: the window may read its own again meanwhile

    NetworkOf networkOf() const
    {
        return [shelf = shelf](const Question &question) { return shelf->networkOf(question); };
    }
};

} // namespace gatescope
