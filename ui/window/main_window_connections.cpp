// SPDX-License-Identifier: GPL-3.0-or-later
// How the parts of the window hear of each other.
#include "ui/window/main_window.h"

#include "ui/common/translate.h"
#include "ui/compare/compare_place.h"
#include "ui/document/document.h"
#include "ui/document/learner.h"
#include "ui/document/playing/predictions.h"
#include "ui/explore/beside/second_network.h"
#include "ui/explore/explore_place.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/learn/learn_place.h"
#include "ui/quiz/quiz_place.h"
#include "ui/train/train_place.h"
#include "ui/window/exchange.h"
#include "ui/window/experiment_files.h"
#include "ui/window/file_questions.h"
#include "ui/window/look.h"
#include "ui/window/network_export.h"
#include "ui/window/picture_export.h"
#include "ui/window/place_stack.h"
#include "ui/window/places.h"
#include "ui/window/presenter.h"
#include "ui/window/recent_files.h"

#include <QAction>
#include <QUndoStack>

namespace gatescope {

void MainWindow::connectParts()
{
    connectFiles();
    connectExplore();
    connectPlaces();
    followDocument();
}

void MainWindow::connectFiles()
{
    const auto refuse = [this](const QString &why) {
        if (m_places->currentWidget() == m_explore)
            m_explore->setMessage(why);
        else
            tellRefusal(*this, why); // whoever is within a question or a lesson stays there
    };
    connect(m_files, &ExperimentFiles::refused, this, refuse);
    connect(m_files, &ExperimentFiles::learnRequested, this, [this](const QString &path) {
        goTo(placeNamed("train"));
        m_train->learnFile(path);
    });
    connect(m_exchange, &Exchange::refused, this, refuse);
    connect(m_exchange, &Exchange::told, m_explore, &ExplorePlace::setNotice);
    connect(m_pictures, &PictureExport::told, m_explore, &ExplorePlace::setMessage);
    connect(m_networks, &NetworkExport::told, m_explore, &ExplorePlace::setMessage);
    connect(m_networks, &NetworkExport::refused, this, refuse);
    connect(m_files, &ExperimentFiles::opened, m_explore, [this] {
        goTo(0);
        m_explore->setMessage({});
        m_explore->stage().setFocus(Qt::OtherFocusReason); // Space goes on, not back into the menu
    });
    connect(m_files, &ExperimentFiles::told, m_explore, &ExplorePlace::setNotice);
    connect(m_files, &ExperimentFiles::offered, m_explore, &ExplorePlace::offer);
    connect(m_files, &ExperimentFiles::used, m_recentFiles, &RecentFiles::add);
    connect(m_recentFiles, &RecentFiles::chosen, m_files, &ExperimentFiles::open);
}

void MainWindow::connectExplore()
{
    connect(m_explore, &ExplorePlace::classroomRequested, m_look, [this] { m_look->setClassroom(true); });
    connect(m_explore, &ExplorePlace::openRequested, m_files, &ExperimentFiles::chooseAndOpen);
    connect(m_explore, &ExplorePlace::openBesideRequested, m_files, &ExperimentFiles::chooseSecond);
    connect(m_files, &ExperimentFiles::secondRead, this, &MainWindow::openBeside);
    connect(&m_explore->predictions(), &Predictions::changed, this, &MainWindow::shareDigits);
    connect(m_explore, &ExplorePlace::demoChosen, m_files, [this](const Experiment &demo) {
        if (m_files->mayLeave())
            m_files->show(demo); // without a path, so that saving asks for one
    });
}

void MainWindow::connectPlaces()
{
    connect(m_look, &Look::changed, this, &MainWindow::restyle);
    connect(m_train, &TrainPlace::openInExploreRequested, this, [this](const Experiment &trained) {
        if (m_files->mayLeave() && m_files->show(trained))
            goTo(0);
    });
    connect(m_train, &TrainPlace::titleChanged, this, &MainWindow::entitleTop);
    connect(m_train, &TrainPlace::resumeRequested, this, [this] {
        if (mayEndTraining())
            m_train->resumeRun(m_files->reading());
    });
    connect(m_compare, &ComparePlace::titleChanged, this, &MainWindow::entitleTop);
    connect(m_learn, &LearnPlace::titleChanged, this, &MainWindow::entitleTop);
    connect(m_learn, &LearnPlace::quizRequested, this, [this](int chapter) {
        m_quiz->offerChapter(chapter);
        goTo(placeNamed("quiz"));
    });
    m_learn->setOpenNetwork([this] { return m_document.experiment(); });
    connect(m_learn, &LearnPlace::ownQuestionRequested, m_quiz, &QuizPlace::writeOwnQuestion);
    connect(m_learn, &LearnPlace::ownLessonsChanged, m_quiz, &QuizPlace::readOwnAgain);
    connect(m_quiz, &QuizPlace::ownQuestionsChanged, m_learn, &LearnPlace::followOwnQuestions);
    connect(m_quiz, &QuizPlace::titleChanged, this, &MainWindow::entitleTop);
    connect(m_quiz, &QuizPlace::presentingChanged, this, [this] { present(isClassLooking()); });
    connect(m_quiz, &QuizPlace::lessonRequested, this, [this](const QString &name) {
        goTo(placeNamed("learn"));
        m_learn->openLesson({name.toStdString(), m_learner->cardToOpen(name.toStdString())});
    });
    connect(m_presenter, &Presenter::turned, this, [this] { present(isClassLooking()); });
}

void MainWindow::followDocument()
{
    connect(&m_document, &Document::experimentChanged, this, &MainWindow::retitle);
    connect(&m_document, &Document::modifiedChanged, this, &MainWindow::retitle);
    connect(&m_document, &Document::pathChanged, this, &MainWindow::retitle);

    const auto followRecord = [this] {
        for (const char *name : {"exportPicture", "copyPicture"})
            findChild<QAction *>(QLatin1String(name))->setEnabled(bool(m_document.record()));
    };
    connect(&m_document, &Document::recordChanged, this, followRecord);
    followRecord();

    QUndoStack &undo = m_document.undoStack();
    QAction *undoAction = findChild<QAction *>(QStringLiteral("undo"));
    QAction *redoAction = findChild<QAction *>(QStringLiteral("redo"));
    connect(&undo, &QUndoStack::canUndoChanged, undoAction, &QAction::setEnabled);
    connect(&undo, &QUndoStack::canRedoChanged, redoAction, &QAction::setEnabled);
    undoAction->setEnabled(undo.canUndo());
    redoAction->setEnabled(undo.canRedo());
}

void MainWindow::openBeside(const Experiment &second)
{
    if (const auto opened = m_explore->second().open(second); !opened)
        m_explore->setMessage(said(opened.error().sentence));
}

/// While a question is open, digits answer it; otherwise they choose the level.
void MainWindow::shareDigits()
{
    const Predictions &predictions = m_explore->predictions();
    const bool asks = predictions.question() && !predictions.isRevealed();
    for (const char *name : {"seeNetwork", "seeCell", "seeUnit"})
        findChild<QAction *>(QLatin1String(name))->setEnabled(!asks);
}

} // namespace gatescope
