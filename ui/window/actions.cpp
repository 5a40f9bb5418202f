// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/actions.h"

#include "ui/document/document.h"
#include "ui/document/player.h"
#include "ui/document/predictions.h"
#include "ui/document/stops.h"
#include "ui/document/training.h"
#include "ui/document/what_if.h"
#include "ui/explore/explore_place.h"
#include "ui/explore/stage_panel.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/lesson_view.h"
#include "ui/quiz/quiz_place.h"
#include "ui/window/experiment_files.h"
#include "ui/window/look.h"
#include "ui/window/main_window.h"
#include "ui/window/places.h"

#include <QCoreApplication>
#include <QUndoStack>
#include <QWidget>

#include <algorithm>

namespace gatescope {

namespace {

const char *const moving = QT_TRANSLATE_NOOP("gatescope", "Moving");
const char *const file = QT_TRANSLATE_NOOP("gatescope", "File");
const char *const editing = QT_TRANSLATE_NOOP("gatescope", "Editing");
const char *const asking = QT_TRANSLATE_NOOP("gatescope", "Asking");
const char *const places = QT_TRANSLATE_NOOP("gatescope", "Places");
const char *const learning = QT_TRANSLATE_NOOP("gatescope", "Training");
const char *const lessons = QT_TRANSLATE_NOOP("gatescope", "Lessons");
const char *const quizzing = QT_TRANSLATE_NOOP("gatescope", "Quiz");
const char *const seeing = QT_TRANSLATE_NOOP("gatescope", "Seeing");

QString translated(const char *text)
{
    return QCoreApplication::translate("gatescope", text);
}

/// Follows the unit `by` further down, at the head the output.
void followUnit(Playhead &playhead, const Document &document, int by)
{
    if (!document.record())
        return;
    PlayheadState state = playhead.state();
    const NetworkSpec &spec = document.record().spec();
    if (state.level > 1.5 && showsHead(state, spec)) {
        state.output = std::clamp(state.output + by, 0, spec.headOutputs - 1);
    } else {
        state.unit += by;
        state.output = PlayheadState::none;
    }
    playhead.moveTo(clamped(state, *document.record().trace));
}

/// Looks at the layer or direction `by` further up.
void followLayer(Playhead &playhead, const Document &document, int by)
{
    if (!document.record())
        return;
    PlayheadState state = playhead.state();
    const NetworkSpec &spec = document.record().spec();
    const int rows = spec.layers * spec.directions();
    const int row = std::clamp(static_cast<int>(spec.layerIndex(state.layer, state.direction)) + by, 0, rows - 1);
    state.layer = row / spec.directions();
    state.direction = row % spec.directions() == 0 ? Direction::forward : Direction::backward;
    state.output = PlayheadState::none;
    playhead.moveTo(clamped(state, *document.record().trace));
}

/// In the network a layer further up, in a cell the unit above, in a unit its row above; `by` −1: down.
void goUp(Trail &trail, Playhead &playhead, const Document &document, int by)
{
    if (showsNetwork(playhead.state()))
        followLayer(playhead, document, by);
    else if (playhead.state().level > 1.5)
        trail.choose(-by);
    else
        followUnit(playhead, document, -by);
}

void nudgeWeight(WhatIf &whatIf, const Trail &trail, double by)
{
    if (const auto place = trail.chosenNumber())
        whatIf.nudgeParameter(*place, by);
}

void turnPass(Player &player, const Playhead &playhead)
{
    player.setPass(playhead.state().pass == Pass::forward ? Pass::backward : Pass::forward);
}

std::vector<ActionRow> movingRows(const ActionTargets &on)
{
    Player *player = &on.player;
    Playhead *playhead = &on.playhead;
    Document *document = &on.document;
    Trail *trail = &on.explore.stage().trail();
    Predictions *predictions = &on.explore.predictions();
    return {
        {"partOn", moving, QT_TRANSLATE_NOOP("gatescope", "On by one part"),
         "Space; Right; PgDown", [player] { player->partOn(); }},
        {"partBack", moving, QT_TRANSLATE_NOOP("gatescope", "Back by one part"),
         "Left; PgUp; Shift+Space", [player] { player->partBack(); }},
        {"stepOn", moving, QT_TRANSLATE_NOOP("gatescope", "On by one step"),
         "Shift+Right", [player] { player->stepOn(); }},
        {"stepBack", moving, QT_TRANSLATE_NOOP("gatescope", "Back by one step"),
         "Shift+Left", [player] { player->stepBack(); }},
        {"toStart", moving, QT_TRANSLATE_NOOP("gatescope", "To the start of the pass"),
         "Home", [player] { player->toStart(); }},
        {"toEnd", moving, QT_TRANSLATE_NOOP("gatescope", "To the end of the pass"),
         "End", [player] { player->toEnd(); }},
        {"play", moving, QT_TRANSLATE_NOOP("gatescope", "Play or pause"),
         "P", [player] { player->togglePlaying(); }},
        {"pass", moving, QT_TRANSLATE_NOOP("gatescope", "Forward or backward pass"),
         "B", [player, playhead] { turnPass(*player, *playhead); }},
        {"unitUp", moving, QT_TRANSLATE_NOOP("gatescope", "The unit above; in the network the layer, in a unit the row"),
         "Up", [=] { goUp(*trail, *playhead, *document, 1); }},
        {"unitDown", moving,
         QT_TRANSLATE_NOOP("gatescope", "The unit below; in the network the layer, in a unit the row"),
         "Down", [=] { goUp(*trail, *playhead, *document, -1); }},
        {"unitBefore", moving, QT_TRANSLATE_NOOP("gatescope", "The unit above, also from its rows; of the head the output"),
         "Ctrl+Up", [=] { followUnit(*playhead, *document, -1); }},
        {"unitAfter", moving, QT_TRANSLATE_NOOP("gatescope", "The unit below, also from its rows; of the head the output"),
         "Ctrl+Down", [=] { followUnit(*playhead, *document, 1); }},
        {"answer", moving, QT_TRANSLATE_NOOP("gatescope", "The network's answer: how the head makes it"), "A",
         [trail, predictions] {
             if (!predictions->isOn()) // the answer is what is to be predicted
                 trail->toAnswer();
         }},
        {"follow", moving, QT_TRANSLATE_NOOP("gatescope", "Follow the row to where its value was made; from farther away the answer"),
         "Return; Enter", [trail, predictions] {
             if (!predictions->isOn())
                 trail->follow();
         }},
        {"number", moving, QT_TRANSLATE_NOOP("gatescope", "Edit the row's weight in the table of numbers"),
         "Ctrl+Return; Ctrl+Enter", [trail] { trail->reachNumber(); }},
        {"back", moving, QT_TRANSLATE_NOOP("gatescope", "Back to where one followed from"), "Alt+Left",
         [trail] { trail->back(); }},
        {"layerUp", moving, QT_TRANSLATE_NOOP("gatescope", "Look at the layer or direction above"),
         "Shift+Up", [playhead, document] { followLayer(*playhead, *document, 1); }},
        {"layerDown", moving, QT_TRANSLATE_NOOP("gatescope", "Look at the layer or direction below"),
         "Shift+Down", [playhead, document] { followLayer(*playhead, *document, -1); }},
    };
}

std::vector<ActionRow> fileRows(const ActionTargets &on)
{
    ExperimentFiles *files = &on.files;
    MainWindow *window = &on.window;
    return {
        {"open", file, QT_TRANSLATE_NOOP("gatescope", "Open…"), "Ctrl+O", [files] { files->chooseAndOpen(); }},
        {"save", file, QT_TRANSLATE_NOOP("gatescope", "Save"), "Ctrl+S", [files] { files->save(); }},
        {"saveAs", file, QT_TRANSLATE_NOOP("gatescope", "Save as…"), "Ctrl+Shift+S",
         [files] { files->saveAs(); }},
        {"exportPicture", file, QT_TRANSLATE_NOOP("gatescope", "Export picture…"), "Ctrl+E",
         [window] { window->exportPicture(); }, "explore"},
        {"quit", file, QT_TRANSLATE_NOOP("gatescope", "Quit"), "Ctrl+Q", [window] { window->close(); }},
    };
}

std::vector<ActionRow> editingRows(const ActionTargets &on)
{
    QUndoStack *undo = &on.document.undoStack();
    ExplorePlace *explore = &on.explore;
    return {
        {"undo", editing, QT_TRANSLATE_NOOP("gatescope", "Undo"), "Ctrl+Z", [undo] { undo->undo(); }},
        {"redo", editing, QT_TRANSLATE_NOOP("gatescope", "Redo"), "Ctrl+Shift+Z; Ctrl+Y",
         [undo] { undo->redo(); }},
        {"build", editing, QT_TRANSLATE_NOOP("gatescope", "Build the network"), "Ctrl+B",
         [explore] { explore->setBuilderOpen(!explore->isBuilderOpen()); }},
    };
}

std::vector<ActionRow> askingRows(const ActionTargets &on)
{
    Document *document = &on.document;
    ExplorePlace *explore = &on.explore;
    Predictions *predictions = &on.explore.predictions();
    Stops *stops = &on.explore.stops();
    WhatIf *whatIf = &on.explore.whatIf();
    Trail *trail = &on.explore.stage().trail();
    return {
        {"predict", asking, QT_TRANSLATE_NOOP("gatescope", "Predict first: ask before anything is computed"), "Q",
         [predictions] { predictions->setOn(!predictions->isOn()); }},
        {"report", asking, QT_TRANSLATE_NOOP("gatescope", "What stands out in this network"), "Ctrl+R",
         [explore] { explore->showReport(); }},
        {"itemised", asking, QT_TRANSLATE_NOOP("gatescope", "Which step's loss sent how much to which step"), "I",
         [explore] { explore->showItemised(); }},
        {"influence", asking, QT_TRANSLATE_NOOP("gatescope", "How much each step's input moves the answer, or no more"),
         "Y", [explore] { explore->turnInfluences(); }},
        {"memory", asking, QT_TRANSLATE_NOOP("gatescope", "When what was read first is forgotten, and which gate did it"),
         "Shift+Y", [explore] { explore->turnMemory(); }},
        {"beside", asking, QT_TRANSLATE_NOOP("gatescope", "A second network beside it, or no more"), "Ctrl+2",
         [explore] { explore->turnBeside(); }},
        {"stops", asking, QT_TRANSLATE_NOOP("gatescope", "Breakpoints…"), "Ctrl+K",
         [explore] { explore->showStops(); }},
        {"nextStop", asking, QT_TRANSLATE_NOOP("gatescope", "On to where a breakpoint becomes true"), "F8",
         [stops] { stops->toNext(); }},
        {"previousStop", asking, QT_TRANSLATE_NOOP("gatescope", "Back to where a breakpoint becomes true"), "Shift+F8",
         [stops] { stops->toPrevious(); }},
        {"holdHigher", asking, QT_TRANSLATE_NOOP("gatescope", "What if: hold the value, a little higher"), "]",
         [whatIf] { whatIf->nudge(0.05); }},
        {"holdLower", asking, QT_TRANSLATE_NOOP("gatescope", "What if: hold the value, a little lower"), "[",
         [whatIf] { whatIf->nudge(-0.05); }},
        {"holdHighest", asking, QT_TRANSLATE_NOOP("gatescope", "What if: hold it at 1"), "}",
         [whatIf] { whatIf->holdHere(1); }},
        {"holdLowest", asking, QT_TRANSLATE_NOOP("gatescope", "What if: hold it at 0"), "{",
         [whatIf] { whatIf->holdHere(0); }},
        {"weightHigher", asking, QT_TRANSLATE_NOOP("gatescope", "What if: the chosen row's weight, a little higher"),
         "Ctrl+]", [whatIf, trail] { nudgeWeight(*whatIf, *trail, 0.05); }},
        {"weightLower", asking, QT_TRANSLATE_NOOP("gatescope", "What if: the chosen row's weight, a little lower"),
         "Ctrl+[", [whatIf, trail] { nudgeWeight(*whatIf, *trail, -0.05); }},
        {"letGo", asking, QT_TRANSLATE_NOOP("gatescope", "What if: let it go"), "Del", [whatIf] { whatIf->letGo(); }},
        {"original", asking, QT_TRANSLATE_NOOP("gatescope", "What if: compare from here"), "Ctrl+G",
         [document] { document->takeAsOriginal(); }},
    };
}

/// How near one looks at the open network.
std::vector<ActionRow> lookingRows(const ActionTargets &on)
{
    ExplorePlace *explore = &on.explore;
    Camera *camera = &on.explore.stage().camera();
    return {
        {"nearer", seeing, QT_TRANSLATE_NOOP("gatescope", "Nearer: from the network to a cell to a unit"),
         "+; =", [camera] { camera->nearer(); }},
        {"farther", seeing, QT_TRANSLATE_NOOP("gatescope", "Farther: back to the network"), "-; Backspace",
         [camera] { camera->farther(); }},
        {"seeNetwork", seeing, QT_TRANSLATE_NOOP("gatescope", "The network"), "1", [camera] { camera->goTo(0); }},
        {"seeCell", seeing, QT_TRANSLATE_NOOP("gatescope", "The cell"), "2", [camera] { camera->goTo(1); }},
        {"seeUnit", seeing, QT_TRANSLATE_NOOP("gatescope", "The unit"), "3", [camera] { camera->goTo(2); }},
        {"lit", seeing, QT_TRANSLATE_NOOP("gatescope", "Light what the value is made of, and what is made of it"), "L",
         [explore] { explore->turnLit(); }},
    };
}

std::vector<ActionRow> seeingRows(const ActionTargets &on)
{
    Look *look = &on.look;
    MainWindow *window = &on.window;
    return {
        {"classroomOn", seeing, QT_TRANSLATE_NOOP("gatescope", "Classroom size: readable from the last row"),
         "Ctrl++; Ctrl+=", [look] { look->setClassroom(true); }},
        {"classroomOff", seeing, QT_TRANSLATE_NOOP("gatescope", "Usual size"),
         "Ctrl+-; Ctrl+0", [look] { look->setClassroom(false); }},
        {"theme", seeing, QT_TRANSLATE_NOOP("gatescope", "Light, dark or high contrast"), "Ctrl+D",
         [look] { look->nextTheme(); }},
        {"motion", seeing, QT_TRANSLATE_NOOP("gatescope", "Motion or jumps"), "Ctrl+M",
         [window] { window->turnMotion(); }},
        {"fullScreen", seeing, QT_TRANSLATE_NOOP("gatescope", "Full screen"), "F11",
         [window] { window->setWindowState(window->windowState() ^ Qt::WindowFullScreen); }},
        {"menu", seeing, QT_TRANSLATE_NOOP("gatescope", "Menu"), "F10", [window] { window->showMenu(); }},
        {"keys", seeing, QT_TRANSLATE_NOOP("gatescope", "Keys"), "F1", [window] { window->showKeys(); }},
    };
}

std::vector<ActionRow> learningRows(const ActionTargets &on)
{
    Training *training = &on.training;
    return {
        {"trainTurn", learning, QT_TRANSLATE_NOOP("gatescope", "Start or pause the run"), "Space", [training] { training->turn(); }},
        {"trainOnce", learning, QT_TRANSLATE_NOOP("gatescope", "One update"), "Right; PgDown", [training] { training->updateOnce(); }},
        {"trainReset", learning, QT_TRANSLATE_NOOP("gatescope", "Back to before the first update"), "Ctrl+Backspace",
         [training] { training->reset(); }},
    };
}

/// What can be done on a card; on the list of lessons only what goes on or shows it.
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
         [learn] { learn->goOn(); }},
        {"lessonBack", lessons, QT_TRANSLATE_NOOP("gatescope", "Back to the card before"), "Left; PgUp; Shift+Space",
         [learn] { learn->goBack(); }},
        {"lessonOption1", lessons, QT_TRANSLATE_NOOP("gatescope", "The first option, or type an answer"), "1",
         onCard([](LessonView &view) { view.chooseOption(1); })},
        {"lessonOption2", lessons, QT_TRANSLATE_NOOP("gatescope", "The second option"), "2",
         onCard([](LessonView &view) { view.chooseOption(2); })},
        {"lessonOption3", lessons, QT_TRANSLATE_NOOP("gatescope", "The third option"), "3",
         onCard([](LessonView &view) { view.chooseOption(3); })},
        {"lessonOption4", lessons, QT_TRANSLATE_NOOP("gatescope", "The fourth option"), "4",
         onCard([](LessonView &view) { view.chooseOption(4); })},
        {"lessonPlay", lessons, QT_TRANSLATE_NOOP("gatescope", "Play the card's part again"), "P",
         onCard([](LessonView &view) { view.playAgain(); })},
        {"lessonStepOn", lessons, QT_TRANSLATE_NOOP("gatescope", "The stage on by one step"), "Shift+Right",
         onCard([](LessonView &view) { view.moveStep(1); })},
        {"lessonStepBack", lessons, QT_TRANSLATE_NOOP("gatescope", "The stage back by one step"), "Shift+Left",
         onCard([](LessonView &view) { view.moveStep(-1); })},
        {"lessonUnitUp", lessons, QT_TRANSLATE_NOOP("gatescope", "Follow the unit above"), "Up",
         onCard([](LessonView &view) { view.moveUnit(-1); })},
        {"lessonUnitDown", lessons, QT_TRANSLATE_NOOP("gatescope", "Follow the unit below"), "Down",
         onCard([](LessonView &view) { view.moveUnit(1); })},
        {"lessonExplore", lessons, QT_TRANSLATE_NOOP("gatescope", "Try it yourself: this network in Explore"), "E",
         onCard([](LessonView &view) { view.tryInExplore(); })},
        {"lessonList", lessons, QT_TRANSLATE_NOOP("gatescope", "All lessons"), "Home; Backspace",
         [learn] { learn->showStart(); }},
    };
}

/// Digits choose an option, or raise a hand, and are the place's own.
std::vector<ActionRow> quizRows(const ActionTargets &on)
{
    QuizPlace *quiz = &on.quiz;
    return {
        {"quizOn", quizzing, QT_TRANSLATE_NOOP("gatescope", "The solution's next row; with a class whatever is next"),
         "Space; PgDown", [quiz] { quiz->on(); }},
        {"quizBack", quizzing, QT_TRANSLATE_NOOP("gatescope", "One row back"), "PgUp; Shift+Space", [quiz] { quiz->back(); }},
        {"quizEnter", quizzing, QT_TRANSLATE_NOOP("gatescope", "Give the answer (1 to 9 choose); then go on"),
         "Return; Enter", [quiz] { quiz->enter(); }},
        {"quizHint", quizzing, QT_TRANSLATE_NOOP("gatescope", "Hint"), "H", [quiz] { quiz->hint(); }},
        {"quizNext", quizzing, QT_TRANSLATE_NOOP("gatescope", "The next question"), "N", [quiz] { quiz->next(); }},
        {"quizAgain", quizzing, QT_TRANSLATE_NOOP("gatescope", "The same question with other numbers"), "R",
         [quiz] { quiz->again(); }},
    };
}

std::vector<ActionRow> placeRows(const ActionTargets &on)
{
    MainWindow *window = &on.window;
    std::vector<ActionRow> rows;
    for (int i = 0; i < int(placeTable().size()); ++i) {
        const PlaceRow &place = placeTable()[std::size_t(i)];
        rows.push_back({place.name, places, place.label, place.keys, [window, i] { window->goTo(i); }});
    }
    return rows;
}

std::vector<ActionRow> onlyIn(const char *place, std::vector<ActionRow> rows)
{
    for (ActionRow &row : rows)
        row.place = place;
    return rows;
}

} // namespace

std::vector<ActionRow> actionTable(const ActionTargets &targets)
{
    std::vector<ActionRow> table;
    for (auto &rows : {onlyIn("explore", movingRows(targets)), onlyIn("train", learningRows(targets)),
                       onlyIn("learn", lessonRows(targets)), onlyIn("quiz", quizRows(targets)),
                       onlyIn("explore", askingRows(targets)), onlyIn("explore", lookingRows(targets)), seeingRows(targets),
                       onlyIn("explore", editingRows(targets)), fileRows(targets), placeRows(targets)})
        table.insert(table.end(), rows.begin(), rows.end());
    return table;
}

QList<QAction *> makeActions(QWidget &window, const std::vector<ActionRow> &table)
{
    QList<QAction *> actions;
    for (const ActionRow &row : table) {
        auto *action = new QAction(translated(row.text), &window);
        action->setObjectName(QLatin1String(row.name));
        action->setShortcuts(QKeySequence::listFromString(QLatin1String(row.keys), QKeySequence::PortableText));
        action->setData(QLatin1String(row.group));
        action->setProperty("place", QLatin1String(row.place));
        QObject::connect(action, &QAction::triggered, &window, row.work);
        window.addAction(action);
        actions.append(action);
    }
    return actions;
}

void offerActionsOf(const QString &place, const QList<QAction *> &actions)
{
    for (QAction *action : actions) {
        const QString only = action->property("place").toString();
        action->setVisible(only.isEmpty() || only == place);
    }
}

QString groupOf(const QAction &action)
{
    return translated(action.data().toString().toUtf8().constData());
}

} // namespace gatescope
