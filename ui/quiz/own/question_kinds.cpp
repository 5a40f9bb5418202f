// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/own/question_kinds.h"

#include "ui/common/translate.h"

#include <algorithm>

namespace gatescope {

const std::vector<WritableKind> &writableKinds()
{
    static const std::vector<WritableKind> table{
        {QuestionKind::choice, QT_TRANSLATE_NOOP("gatescope", "one option is right"), ""},
        {QuestionKind::choices, QT_TRANSLATE_NOOP("gatescope", "several options are right"), ""},
        {QuestionKind::numeric, QT_TRANSLATE_NOOP("gatescope", "a number"),
         QT_TRANSLATE_NOOP("gatescope", "A number, such as 0.75 or −2.")},
        {QuestionKind::shape, QT_TRANSLATE_NOOP("gatescope", "a shape"),
         QT_TRANSLATE_NOOP("gatescope", "Sizes, such as (4, 7, 3).")},
        {QuestionKind::order, QT_TRANSLATE_NOOP("gatescope", "an order"),
         QT_TRANSLATE_NOOP("gatescope", "The letters of the options in the right order, such as B, A, C.")},
        {QuestionKind::point, QT_TRANSLATE_NOOP("gatescope", "a place on the stage"),
         QT_TRANSLATE_NOOP("gatescope",
                           "In the lesson's network: “step 3”, “unit 2”, or the name of a part: inputs, reset, "
                           "update, candidate or blend.")},
    };
    return table;
}

bool isTicked(QuestionKind kind)
{
    return kind == QuestionKind::choice || kind == QuestionKind::choices;
}

QString howToAnswer(QuestionKind kind)
{
    return translated(std::ranges::find(writableKinds(), kind, &WritableKind::kind)->how);
}

} // namespace gatescope
