// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/document.h"
#include "ui/document/learner.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/learn/card_panel.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/lesson_view.h"
#include "ui/learn/try_strip.h"

#include <QSlider>

namespace gatescope {

/// The place with the lessons that come with the program; nothing moves by itself.
struct OpenLearn {
    Learner learner;
    LearnPlace place{learner};

    explicit OpenLearn(QSize size = {1280, 760})
    {
        place.setReducedMotion(true);
        place.resize(size);
        place.show();
    }
    LessonView &view() { return *place.lesson(); }
    const Lesson &lesson() { return place.lessons()[std::size_t(view().lesson())]; }
    /// Answers what the card asks, or moves its slider until the deed is done.
    void doWhatIsAsked()
    {
        CommitmentPanel &asked = view().panel().commitment();
        if (asked.question() && !asked.isAnswered()) {
            const Question &question = *asked.question();
            if (const auto *option = std::get_if<int>(&question.answer))
                view().chooseOption(*option + 1);
            else
                asked.answer(question.kind == QuestionKind::numeric
                                 ? QString::number(std::get<double>(question.answer), 'g', 12)
                                 : QString::fromStdString(typedAnswer(question)));
        }
        const auto isDone = [this] { return view().judgement() && view().judgement()->done; };
        const LessonCard &card = view().shownCard();
        for (int t = 0; card.deed && std::holds_alternative<StepSearch>(*card.deed) && !isDone() && t < 40; ++t)
            view().moveStep(-1);
        if (!card.deed || isDone())
            return;
        QSlider *slider = view().strip().slider(QString::fromStdString(card.controls.at(0)));
        for (int at = slider->minimum(); at <= slider->maximum() && !isDone(); at += 5) {
            slider->setValue(at);
            view().stage().document().waitForRecord();
        }
    }
    static std::string typedAnswer(const Question &question)
    {
        const auto &indices = std::get<std::vector<int>>(question.answer);
        std::string typed = question.kind == QuestionKind::shape ? "(" : "";
        for (const int each : indices)
            typed += (typed.size() > 1 || (typed.size() == 1 && typed != "(") ? ", " : "")
                + (question.kind == QuestionKind::shape ? std::to_string(each) : std::string(1, char('A' + each)));
        return question.kind == QuestionKind::shape ? typed + ")" : typed;
    }
};

} // namespace gatescope
