// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/lesson_bridge.h"

#include "ui/explore/explore_place.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/learn/learn_place.h"
#include "ui/window/experiment_files.h"
#include "ui/window/main_window.h"
#include "ui/window/places.h"

namespace gatescope {

LessonBridge::LessonBridge(MainWindow &window)
    : QObject(&window), m_window(window), m_explore(window.explore()), m_learn(window.learn()), m_files(window.files())
{
    connect(&m_explore, &ExplorePlace::learnRequested, this, &LessonBridge::learn);
    connect(&m_learn, &LearnPlace::exploreRequested, this, &LessonBridge::explore);
    connect(&m_files, &ExperimentFiles::lessonFound, this, &LessonBridge::openAgain);
    m_files.setLessonSource([this] { return m_learn.lessonPlace(); });
}

void LessonBridge::learn()
{
    m_explore.dismissOpeningCard();
    m_window.goTo(placeNamed("learn"));
    m_learn.goOn(); // the first lesson, or where one stopped
}

/// What is open in Explore gives way to a lesson's network only after it was asked about.
void LessonBridge::explore(const Experiment &shown)
{
    if (!m_files.mayLeave() || !m_files.show(shown))
        return;
    m_window.goTo(placeNamed("explore"));
    m_explore.setNotice(tr("This is the network of “%1”. Learn (Alt+4) goes back to its card.").arg(m_learn.title()));
}

void LessonBridge::openAgain(const LessonPlace &place)
{
    const bool found = m_learn.openLesson(place);
    m_explore.stage().setFocus(Qt::OtherFocusReason); // the lesson waits where one does not look yet
    m_explore.setNotice(found ? tr("Saved at card %1 of the lesson “%2”: Learn (Alt+4) is there again.")
                                    .arg(m_learn.lessonPlace()->card + 1)
                                    .arg(m_learn.title())
                              : tr("Saved in the lesson “%1”, which this Gatescope does not have.")
                                    .arg(QString::fromStdString(printable(place.lesson))));
}

} // namespace gatescope
