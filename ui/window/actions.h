// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QString>

#include <functional>
#include <vector>

namespace gatescope {

class Document;
class ExperimentFiles;
class ExplorePlace;
class Look;
class MainWindow;
class Player;
class Playhead;

/// What the window's actions act on.
struct ActionTargets {
    MainWindow &window;
    Document &document;
    Playhead &playhead;
    Player &player;
    ExplorePlace &explore;
    ExperimentFiles &files;
    Look &look;
};

/// One row of the table of everything that can be done with a key.
struct ActionRow {
    const char *name;     ///< of the QAction, for tests and style sheets
    const char *group;    ///< the heading over it
    const char *text;
    const char *keys; ///< "Space; Right"; the first is the one that menus show
    std::function<void()> work;
};

/// The table: menu, keys and the F1 list are made from it.
std::vector<ActionRow> actionTable(const ActionTargets &targets);

/// Makes the rows actions of the window, in the table's order.
QList<QAction *> makeActions(QWidget &window, const std::vector<ActionRow> &table);

/// Heading of an action made from the table, translated.
QString groupOf(const QAction &action);

} // namespace gatescope
