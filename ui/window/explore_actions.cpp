// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/action_rows.h"

#include "ui/document/document.h"
#include "ui/document/playing/player.h"
#include "ui/document/playing/predictions.h"
#include "ui/document/playing/stops.h"
#include "ui/document/what_if.h"
#include "ui/explore/controls/step_view.h"
#include "ui/explore/explore_place.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/explore/timeline/timeline_canvas.h"
#include "ui/explore/timeline/timeline_panel.h"

#include <QUndoStack>

#include <algorithm>

namespace gatescope {

namespace {

const char *const moving = QT_TRANSLATE_NOOP("gatescope", "Moving");
const char *const editing = QT_TRANSLATE_NOOP("gatescope", "Editing");
const char *const asking = QT_TRANSLATE_NOOP("gatescope", "Asking");

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

constexpr double wider = 1.5; ///< the steps of the timeline, at a key

/// What the timeline shows, most of it, later or earlier; the playhead stays.
void turnPage(StepView &steps, int by)
{
    if (const auto shown = steps.steps())
        steps.scrollBy(by * std::max(1, shown->shownSteps * 3 / 4));
}

} // namespace

std::vector<ActionRow> movingRows(const ActionTargets &on)
{
    Player *player = &on.player;
    Playhead *playhead = &on.playhead;
    Document *document = &on.document;
    Trail *trail = &on.explore.stage().trail();
    Predictions *predictions = &on.explore.predictions();
    return {
        {"partOn", moving, QT_TRANSLATE_NOOP("gatescope", "On by one part"), "Space; Right; PgDown",
         [player] { player->partOn(); }},
        {"partBack", moving, QT_TRANSLATE_NOOP("gatescope", "Back by one part"), "Left; PgUp; Shift+Space",
         [player] { player->partBack(); }},
        {"stepOn", moving, QT_TRANSLATE_NOOP("gatescope", "On by one step"), "Shift+Right",
         [player] { player->stepOn(); }},
        {"stepBack", moving, QT_TRANSLATE_NOOP("gatescope", "Back by one step"), "Shift+Left",
         [player] { player->stepBack(); }},
        {"toStart", moving, QT_TRANSLATE_NOOP("gatescope", "To the start of the pass"), "Home",
         [player] { player->toStart(); }},
        {"toEnd", moving, QT_TRANSLATE_NOOP("gatescope", "To the end of the pass"), "End",
         [player] { player->toEnd(); }},
        {"play", moving, QT_TRANSLATE_NOOP("gatescope", "Play or pause"), "P", [player] { player->togglePlaying(); }},
        {"pass", moving, QT_TRANSLATE_NOOP("gatescope", "Forward or backward pass"), "B",
         [player, playhead] { turnPass(*player, *playhead); }},
        {"unitUp", moving,
         QT_TRANSLATE_NOOP("gatescope", "The unit above; in the network the layer, in a unit the row"), "Up",
         [=] { goUp(*trail, *playhead, *document, 1); }},
        {"unitDown", moving,
         QT_TRANSLATE_NOOP("gatescope", "The unit below; in the network the layer, in a unit the row"), "Down",
         [=] { goUp(*trail, *playhead, *document, -1); }},
        {"unitBefore", moving,
         QT_TRANSLATE_NOOP("gatescope", "The unit above, also from its rows; of the head the output"), "Ctrl+Up",
         [=] { followUnit(*playhead, *document, -1); }},
        {"unitAfter", moving,
         QT_TRANSLATE_NOOP("gatescope", "The unit below, also from its rows; of the head the output"), "Ctrl+Down",
         [=] { followUnit(*playhead, *document, 1); }},
        {"answer", moving, QT_TRANSLATE_NOOP("gatescope", "The network's answer: how the head makes it"), "A",
         [trail, predictions] {
             if (!predictions->isOn()) // the answer is what is to be predicted
                 trail->toAnswer();
         }},
        {"follow", moving,
         QT_TRANSLATE_NOOP("gatescope", "Follow the row to where its value was made; from farther away the answer"),
         "Return; Enter",
         [trail, predictions] {
             if (!predictions->isOn())
                 trail->follow();
         }},
        {"number", moving, QT_TRANSLATE_NOOP("gatescope", "Edit the row's weight in the table of numbers"),
         "Ctrl+Return; Ctrl+Enter", [trail] { trail->reachNumber(); }},
        {"back", moving, QT_TRANSLATE_NOOP("gatescope", "Back to where one followed from"), "Alt+Left",
         [trail] { trail->back(); }},
        {"layerUp", moving, QT_TRANSLATE_NOOP("gatescope", "Look at the layer or direction above"), "Shift+Up",
         [playhead, document] { followLayer(*playhead, *document, 1); }},
        {"layerDown", moving, QT_TRANSLATE_NOOP("gatescope", "Look at the layer or direction below"), "Shift+Down",
         [playhead, document] { followLayer(*playhead, *document, -1); }},
    };
}

std::vector<ActionRow> editingRows(const ActionTargets &on)
{
    QUndoStack *undo = &on.document.undoStack();
    ExplorePlace *explore = &on.explore;
    return {
        {"undo", editing, QT_TRANSLATE_NOOP("gatescope", "Undo"), "Ctrl+Z", [undo] { undo->undo(); }},
        {"redo", editing, QT_TRANSLATE_NOOP("gatescope", "Redo"), "Ctrl+Shift+Z; Ctrl+Y", [undo] { undo->redo(); }},
        {"nameUnit", editing, QT_TRANSLATE_NOOP("gatescope", "Name the followed unit"), "F2",
         [explore] { explore->showUnitName(); }},
        {"keepUnit", editing,
         QT_TRANSLATE_NOOP("gatescope", "Keep the followed unit at the top of the timeline, or no more"), "Shift+F2",
         [explore] { explore->turnUnitKept(); }},
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
        {"memory", asking,
         QT_TRANSLATE_NOOP("gatescope", "When what was read first is forgotten, and which gate did it"), "Shift+Y",
         [explore] { explore->turnMemory(); }},
        {"beside", asking, QT_TRANSLATE_NOOP("gatescope", "A second network beside it, or no more"), "Ctrl+2",
         [explore] { explore->turnBeside(); }},
        {"units", asking, QT_TRANSLATE_NOOP("gatescope", "Units that are on at one step and off at another"), "Ctrl+U",
         [explore] { explore->timeline().showUnits(); }},
        {"stretches", asking, QT_TRANSLATE_NOOP("gatescope", "Where the layer goes as it does from here on"), "Ctrl+J",
         [explore] { explore->timeline().showStretches(); }},
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

std::vector<ActionRow> lookingRows(const ActionTargets &on)
{
    ExplorePlace *explore = &on.explore;
    Camera *camera = &on.explore.stage().camera();
    StepView *steps = &on.explore.timeline().canvas().stepView();
    return {
        {"nearer", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "Nearer: from the network to a cell to a unit"),
         "+; =", [camera] { camera->nearer(); }},
        {"farther", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "Farther: back to the network"), "-; Backspace",
         [camera] { camera->farther(); }},
        {"seeNetwork", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "The network"), "1", [camera] { camera->goTo(0); }},
        {"seeCell", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "The cell"), "2", [camera] { camera->goTo(1); }},
        {"seeUnit", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "The unit"), "3", [camera] { camera->goTo(2); }},
        {"stepsNearer", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "The timeline: fewer steps, wider"),
         "Alt++; Alt+=", [steps] { steps->zoomBy(wider); }},
        {"stepsFarther", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "The timeline: more steps, narrower"), "Alt+-",
         [steps] { steps->zoomBy(1 / wider); }},
        {"stepsAll", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "The timeline: all steps at once, or legible again"),
         "Alt+0", [steps] { steps->window().isGiven() ? steps->leaveAlone() : steps->showAll(); }},
        {"stepsLater", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "The timeline: later steps"), "Alt+PgDown",
         [steps] { turnPage(*steps, 1); }},
        {"stepsEarlier", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "The timeline: earlier steps"), "Alt+PgUp",
         [steps] { turnPage(*steps, -1); }},
        {"lit", seeingGroup, QT_TRANSLATE_NOOP("gatescope", "Light what the value is made of, and what is made of it"),
         "L", [explore] { explore->turnLit(); }},
    };
}

} // namespace gatescope
