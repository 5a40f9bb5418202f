// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace gatescope {

class ComparePlace;
class Document;
class Exchange;
class ExperimentFiles;
class ExplorePlace;
class LearnPlace;
class Look;
class MainWindow;
class NetworkExport;
class PictureExport;
class Player;
class Playhead;
class QuizPlace;
class Training;
class TrainPlace;

/// What the window's actions act on.
struct ActionTargets {
    MainWindow &window;
    Document &document;
    Playhead &playhead;
    Player &player;
    ExplorePlace &explore;
    ExperimentFiles &files;
    Exchange &exchange;
    PictureExport &pictures;
    NetworkExport &networks;
    Look &look;
    Training &training;
    TrainPlace &train;
    ComparePlace &compare;
    LearnPlace &learn;
    QuizPlace &quiz;
};

/// One row of the table of everything that can be done with a key.
struct ActionRow {
    const char *name;  ///< of the QAction, for tests and style sheets
    const char *group; ///< the heading over it
    const char *text;
    const char *keys; ///< "Space; Right"; the first is the one that menus show
    std::function<void()> work;
    const char *place = nullptr; ///< the only place where it can be done; null: everywhere
};

/// The table: menu, keys and the F1 list are made from it.
std::vector<ActionRow> actionTable(const ActionTargets &targets);

/// Makes the rows actions of the window, in the table's order.
QList<QAction *> makeActions(QWidget &window, const std::vector<ActionRow> &table);

/// Offers what can be done in this place, and nothing that can only be done elsewhere.
void offerActionsOf(const QString &place, const QList<QAction *> &actions);

/// Heading of an action made from the table, translated.
QString groupOf(const QAction &action);

} // namespace gatescope
