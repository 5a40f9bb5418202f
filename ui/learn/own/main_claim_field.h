// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/own/lesson_draft.h"
#include "ui/learn/own/choice_box.h"

namespace gatescope {

/// Which of what its cards measure is what a lesson says above all.
class MainClaimField : public ChoiceBox
{
    Q_OBJECT
public:
    using ChoiceBox::ChoiceBox;

    void setClaim(const std::string &name, const std::vector<DraftCard> &cards);
    /// Offers what these cards measure; what was chosen stays.
    void follow(const std::vector<DraftCard> &cards);
    std::string claim() const;
};

} // namespace gatescope
