// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/quiz/asking/answer_panel.h"

#include "ui/quiz/asking/option_answer.h"
#include "ui/quiz/asking/order_answer.h"
#include "ui/quiz/asking/pointed_answer.h"
#include "ui/quiz/asking/typed_answer.h"

#include <algorithm>

namespace gatescope {

namespace {

template<typename Panel>
AnswerPanel *make(const Question &question, QuestionStage &)
{
    return new Panel(question);
}

AnswerPanel *makePointed(const Question &question, QuestionStage &stage)
{
    return new PointedAnswer(question, stage);
}

struct PanelOfKind {
    QuestionKind kind;
    AnswerPanel *(*make)(const Question &question, QuestionStage &stage);
};

constexpr PanelOfKind panels[]{
    {QuestionKind::choice, make<OptionAnswer>}, {QuestionKind::choices, make<OptionAnswer>},
    {QuestionKind::numeric, make<TypedAnswer>}, {QuestionKind::shape, make<TypedAnswer>},
    {QuestionKind::order, make<OrderAnswer>},   {QuestionKind::point, makePointed},
};

} // namespace

AnswerPanel *makeAnswerPanel(const Question &question, QuestionStage &stage)
{
    return std::ranges::find(panels, question.kind, &PanelOfKind::kind)->make(question, stage);
}

} // namespace gatescope
