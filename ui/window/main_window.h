// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMainWindow>

class QMenu;

namespace gatescope {

class ClassPhones;
class ComparePlace;
class Document;
class Exchange;
struct Experiment;
class ExperimentFiles;
class ExplorePlace;
class LearnPlace;
class Learner;
class Look;
class NetworkExport;
class PictureExport;
class PlaceStack;
class Player;
class Playhead;
class Presenter;
class RecentFiles;
class QuizPlace;
class Rail;
class Settings;
class TopBar;
class TrainPlace;
class Training;

/// The frame around the places: top bar, rail, actions, files. Works on a document, a playhead and a
/// player that outlive it.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    /// Without settings it begins as everybody's does, and remembers nothing.
    MainWindow(Document &document, Playhead &playhead, Player &player, Settings *settings = nullptr,
               QWidget *parent = nullptr);

    Look &look() { return *m_look; }
    ExperimentFiles &files() { return *m_files; }
    PictureExport &pictures() { return *m_pictures; }
    NetworkExport &networks() { return *m_networks; }
    RecentFiles &recentFiles() { return *m_recentFiles; }
    ExplorePlace &explore() { return *m_explore; }
    TrainPlace &train() { return *m_train; }
    ComparePlace &compare() { return *m_compare; }
    Learner &learner() { return *m_learner; }
    LearnPlace &learn() { return *m_learn; }
    QuizPlace &quiz() { return *m_quiz; }

    Presenter &presenter() { return *m_presenter; }

    /// Shows a place, by its row in the table of places.
    void goTo(int place);

    void showKeys();
    void chooseLanguage();
    void showMenu();
    /// Moves jump to their end, or move again.
    void turnMotion();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    void makeMenus();
    void fillOpenMenu();
    void connectParts();
    void connectFiles();
    void connectExplore();
    void connectPlaces();
    void followDocument();
    void openBeside(const Experiment &second);
    void shareDigits();
    void restyle();
    void retitle();
    QString documentTitle() const;
    QString placeTitle() const;
    void entitleTop();
    bool mayEndTraining();
    bool isClassLooking() const;
    void present(bool presenting);
    void restore();

    Document &m_document;
    Playhead &m_playhead;
    Player &m_player;
    Settings *m_settings;
    Look *m_look;
    ExperimentFiles *m_files;
    Exchange *m_exchange;
    RecentFiles *m_recentFiles;
    ClassPhones *m_phones;
    ExplorePlace *m_explore;
    PictureExport *m_pictures;
    NetworkExport *m_networks;
    Training *m_training;
    TrainPlace *m_train;
    Learner *m_learner;
    ComparePlace *m_compare;
    LearnPlace *m_learn;
    QuizPlace *m_quiz;
    Presenter *m_presenter;
    bool m_isPresenting = false;
    bool m_wasFullScreen = false; ///< before a class looked on
    Rail *m_rail = nullptr;
    TopBar *m_top = nullptr;
    PlaceStack *m_places;
    QList<QAction *> m_actions;
    QMenu *m_openMenu;
    QMenu *m_mainMenu;
    QMenu *m_askMenu = nullptr;
};

} // namespace gatescope
