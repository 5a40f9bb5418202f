// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/action_rows.h"

#include "ui/compare/compare_place.h"
#include "ui/compare/races.h"
#include "ui/document/training/training.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/lesson_view.h"
#include "ui/quiz/quiz_place.h"
#include "ui/train/train_place.h"

namespace gatescope {

namespace {

const char *const learning = QT_TRANSLATE_NOOP("gatescope", "Training");
const char *const comparing = QT_TRANSLATE_NOOP("gatescope", "Compare");
const char *const lessons = QT_TRANSLATE_NOOP("gatescope", "Lessons");
const char *const quizzing = QT_TRANSLATE_NOOP("gatescope", "Quiz");

} // namespace

std::vector<ActionRow> trainingRows(const ActionTargets &on)
{
    Training *training = &on.training;
    TrainPlace *train = &on.train;
    return {
        {"trainTurn", learning, QT_TRANSLATE_NOOP("gatescope", "Start or pause the run"), "Space",
         [training] { training->turn(); }},
        {"trainOnce", learning, QT_TRANSLATE_NOOP("gatescope", "One update"), "Right; PgDown",
         [training] { training->updateOnce(); }},
        {"trainReset", learning, QT_TRANSLATE_NOOP("gatescope", "Back to before the first update"), "Ctrl+Backspace",
         [training] { training->reset(); }},
        {"trainBefore", learning, QT_TRANSLATE_NOOP("gatescope", "Before and after side by side, or one"), "B",
         [train] { train->showBefore(!train->showsBefore()); }},
    };
}

std::vector<ActionRow> comparingRows(const ActionTargets &on)
{
    ComparePlace *compare = &on.compare;
    return {
        {"compareRun", comparing, QT_TRANSLATE_NOOP("gatescope", "Run the race"), "Space; Return; Enter", [compare] {
             if (!compare->races().isRunning()) // no slip of a finger ends one
                 compare->run();
         }}};
}

std::vector<ActionRow> lessonRows(const ActionTargets &on)
{
    LearnPlace *learn = &on.learn;
    const auto onCard = [learn](void (*work)(LessonView &)) {
        return [learn, work] {
            if (learn->isInLesson())
                work(*learn->lesson());
        };
    };
    return {
        {"lessonOn", lessons, QT_TRANSLATE_NOOP("gatescope", "On to the next card"), "Space; Right; PgDown",
         [learn] { learn->readOn(); }},
        {"lessonBack", lessons, QT_TRANSLATE_NOOP("gatescope", "Back to the card before"), "Left; PgUp; Shift+Space",
         [learn] { learn->goBack(); }},
        {"lessonOption1", lessons, QT_TRANSLATE_NOOP("gatescope", "The first option, or type an answer"), "1",
         [learn] { learn->chooseOption(1); }},
        {"lessonOption2", lessons, QT_TRANSLATE_NOOP("gatescope", "The second option"), "2",
         [learn] { learn->chooseOption(2); }},
        {"lessonOption3", lessons, QT_TRANSLATE_NOOP("gatescope", "The third option"), "3",
         [learn] { learn->chooseOption(3); }},
        {"lessonOption4", lessons, QT_TRANSLATE_NOOP("gatescope", "The fourth option"), "4",
         [learn] { learn->chooseOption(4); }},
        {"lessonPlay", lessons, QT_TRANSLATE_NOOP("gatescope", "Play the card's part again"), "P",
         onCard([](LessonView &view) { view.playAgain(); })},
        {"lessonStepOn", lessons, QT_TRANSLATE_NOOP("gatescope", "The stage on by one step"), "Shift+Right",
         onCard([](LessonView &view) { view.moveStep(1); })},
        {"lessonStepBack", lessons, QT_TRANSLATE_NOOP("gatescope", "The stage back by one step"), "Shift+Left",
         onCard([](LessonView &view) { view.moveStep(-1); })},
        {"lessonUnitUp", lessons, QT_TRANSLATE_NOOP("gatescope", "Follow the unit above"), "Up",
         [learn] { learn->moveUnit(-1); }},
        {"lessonUnitDown", lessons, QT_TRANSLATE_NOOP("gatescope", "Follow the unit below"), "Down",
         [learn] { learn->moveUnit(1); }},
        {"lessonExplore", lessons, QT_TRANSLATE_NOOP("gatescope", "Try it yourself: this network in Explore"), "E",
         onCard([](LessonView &view) { view.tryInExplore(); })},
        {"lessonList", lessons, QT_TRANSLATE_NOOP("gatescope", "All lessons"), "Home; Backspace",
         [learn] { learn->showStart(); }},
    };
}

std::vector<ActionRow> quizRows(const ActionTargets &on)
{
    QuizPlace *quiz = &on.quiz;
    return {
        {"quizOn", quizzing, QT_TRANSLATE_NOOP("gatescope", "The solution's next row; with a class whatever is next"),
         "Space; PgDown", [quiz] { quiz->on(); }},
        {"quizBack", quizzing, QT_TRANSLATE_NOOP("gatescope", "One row back"), "PgUp; Shift+Space",
         [quiz] { quiz->back(); }},
        {"quizEnter", quizzing, QT_TRANSLATE_NOOP("gatescope", "Give the answer (1 to 9 choose); then go on"),
         "Return; Enter", [quiz] { quiz->enter(); }},
        {"quizHint", quizzing, QT_TRANSLATE_NOOP("gatescope", "Hint"), "H", [quiz] { quiz->hint(); }},
        {"quizNext", quizzing, QT_TRANSLATE_NOOP("gatescope", "The next question"), "N", [quiz] { quiz->next(); }},
        {"quizAgain", quizzing, QT_TRANSLATE_NOOP("gatescope", "Another question like it"), "R",
         [quiz] { quiz->again(); }},
        {"quizPhones", quizzing, QT_TRANSLATE_NOOP("gatescope", "Phones of the class: let them in, see who is there"),
         "P", [quiz] { quiz->openPhones(); }},
    };
}

} // namespace gatescope
