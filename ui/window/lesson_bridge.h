// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/experiment.h"

#include <QObject>

namespace gatescope {

class ExperimentFiles;
class ExplorePlace;
class LearnPlace;
class MainWindow;

/// Between the lessons and what is open in Explore: a card's network goes there to be played with, and a file takes
/// along the lesson and the card that one was at.
class LessonBridge : public QObject
{
    Q_OBJECT
public:
    explicit LessonBridge(MainWindow &window);

private:
    void learn();
    void explore(const Experiment &shown);
    void openAgain(const LessonPlace &place);

    MainWindow &m_window;
    ExplorePlace &m_explore;
    LearnPlace &m_learn;
    ExperimentFiles &m_files;
};

} // namespace gatescope
