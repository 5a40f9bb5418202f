// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/base/program_files.h"
#include "ui/classroom/class_phones.h"
#include "ui/common/fonts.h"
#include "ui/common/settings.h"
#include "ui/common/translate.h"
#include "ui/compare/compare_place.h"
#include "ui/compare/races.h"
#include "ui/document/document.h"
#include "ui/document/file_reading.h"
#include "ui/document/learner.h"
#include "ui/document/playing/player.h"
#include "ui/document/training/training.h"
#include "ui/explore/explore_place.h"
#include "ui/explore/stage/stage_panel.h"
#include "ui/learn/learn_place.h"
#include "ui/quiz/quiz_place.h"
#include "ui/train/train_place.h"
#include "ui/window/actions.h"
#include "ui/window/demos.h"
#include "ui/window/exchange.h"
#include "ui/window/experiment_files.h"
#include "ui/window/file_questions.h"
#include "ui/window/key_guard.h"
#include "ui/window/keys_dialog.h"
#include "ui/window/language_dialog.h"
#include "ui/window/lesson_bridge.h"
#include "ui/window/logo.h"
#include "ui/window/look.h"
#include "ui/window/network_export.h"
#include "ui/window/picture_export.h"
#include "ui/window/pill_button.h"
#include "ui/window/place_stack.h"
#include "ui/window/places.h"
#include "ui/window/presenter.h"
#include "ui/window/rail.h"
#include "ui/window/reading_bar.h"
#include "ui/window/recent_files.h"
#include "ui/window/top_bar.h"

#include <QApplication>
#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

namespace gatescope {

namespace {

/// QMenu's own sections lose their words under a style sheet.
void addHeading(QMenu &menu, const QString &text)
{
    menu.addSeparator();
    menu.addAction(text)->setEnabled(false);
}

/// Where a teacher's own lessons and questions lie, beside the learners' profiles; without settings nowhere.
std::filesystem::path ownFolder(const Settings *settings)
{
    return settings ? std::filesystem::path(settings->dataFolder().toStdString()) : std::filesystem::path();
}

std::filesystem::path ownQuestionsFolder(const Settings *settings)
{
    return settings ? ownFolder(settings) / "questions" : std::filesystem::path();
}

std::filesystem::path classFolder(const Settings *settings)
{
    return settings ? ownFolder(settings) / "class" : std::filesystem::path();
}

} // namespace

MainWindow::MainWindow(Document &document, Playhead &playhead, Player &player, Settings *settings, QWidget *parent)
    : QMainWindow(parent), m_document(document), m_playhead(playhead), m_player(player), m_settings(settings),
      m_look(new Look(this)), m_files(new ExperimentFiles(document, playhead, *this)),
      m_exchange(new Exchange(*m_files, *this)), m_recentFiles(new RecentFiles(settings, this)),
      m_phones(new ClassPhones({}, {}, this)), m_explore(new ExplorePlace(document, playhead, player, m_phones)),
      m_pictures(new PictureExport(document, playhead, *m_explore, *m_look, *this)),
      m_networks(new NetworkExport(document, *this)), m_training(new Training(this)),
      m_train(new TrainPlace(*m_training)), m_learner(new Learner(settings, this)),
      m_compare(new ComparePlace(m_learner)),
      m_learn(new LearnPlace(*m_learner, resourceFolder(), ownFolder(settings))),
      m_quiz(new QuizPlace(document, player, *m_learner, *m_phones, resourceFolder(), ownQuestionsFolder(settings),
                           classFolder(settings))),
      m_presenter(new Presenter(*this, {document, playhead, *m_explore, *m_look, m_actions})), m_places(new PlaceStack),
      m_openMenu(new QMenu(this)), m_mainMenu(new QMenu(this))
{
    m_actions
        = makeActions(*this,
                      actionTable({*this, document, playhead, player, *m_explore, *m_files, *m_exchange, *m_pictures,
                                   *m_networks, *m_look, *m_training, *m_train, *m_compare, *m_learn, *m_quiz}));
    makeMenus();
    layOut();
    connectParts();
    new KeyGuard(*this);
    new LessonBridge(*this);
    setMinimumSize(960, 600); // also while its contents still want the room of a large window
    setWindowIcon(logoIcon());
    restore();
    restyle();
    retitle();
    goTo(0);
}

void MainWindow::layOut()
{
    auto *top = m_top = new TopBar(m_document, *m_look);
    top->addButton(tr("Open…"), tr("Open a file or a demo"), m_openMenu);
    PillButton *build = top->addButton(tr("Build"), findChild<QAction *>(QStringLiteral("build")));
    build->setCheckable(true);
    connect(m_explore, &ExplorePlace::builderOpenChanged, build, &PillButton::setChecked);
    PillButton *ask = top->addButton(
        tr("Ask"), tr("Ask the network: predict, what if, what stands out, a second one beside it"), m_askMenu);
    connect(m_askMenu->menuAction(), &QAction::visibleChanged, ask,
            [this, ask] { ask->setVisible(m_askMenu->menuAction()->isVisible()); });
    auto *present = findChild<QAction *>(QStringLiteral("present"));
    top->addButton(tr("Present"), present)->setDrawing(easel());
    top->addButton(tr("Export picture"), findChild<QAction *>(QStringLiteral("exportPicture")));
    auto *theme = findChild<QAction *>(QStringLiteral("theme"));
    PillButton *look = top->addButton(QStringLiteral("◐"), theme);
    const auto nameTheme = [this, look, theme] {
        look->setAccessibleName(tr("Theme: %1").arg(labelOf(m_look->theme().name)));
        look->setToolTip(QStringLiteral("%1 (%2)").arg(look->accessibleName(),
                                                       theme->shortcut().toString(QKeySequence::NativeText)));
    };
    nameTheme();
    connect(m_look, &Look::changed, look, nameTheme);
    top->addButton(QStringLiteral("≡"), tr("Menu"), m_mainMenu);

    auto *rail = m_rail = new Rail(*m_look);
    connect(rail, &Rail::placeChosen, this, [this](int place) {
        if (m_places->currentIndex() == place && m_places->currentWidget() == m_learn)
            m_learn->showStart(); // one is there: its beginning is meant
        goTo(place);
    });
    m_places->addWidget(m_explore);
    m_places->addWidget(m_train);
    m_places->addWidget(m_compare);
    m_places->addWidget(m_learn);
    m_places->addWidget(m_quiz);

    auto *centre = new QWidget;
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(top);
    column->addWidget(new ReadingBar(m_files->reading(), *m_look));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(rail);
    row->addWidget(m_places, 1);
    column->addLayout(row, 1);
    column->addWidget(&m_presenter->strip());
    setCentralWidget(centre);
}

void MainWindow::goTo(int place)
{
    if (m_places->widget(place) != m_explore)
        m_presenter->setOn(false);
    m_places->setCurrentIndex(place);
    m_rail->setPlace(place);
    offerActionsOf(QLatin1String(placeTable()[std::size_t(place)].name), m_actions);
    for (QMenu *group : m_mainMenu->findChildren<QMenu *>())
        group->menuAction()->setVisible(std::ranges::any_of(group->actions(), &QAction::isVisible));
    entitleTop();
    present(isClassLooking());
    m_places->currentWidget() == m_explore ? m_explore->stage().setFocus(Qt::OtherFocusReason)
                                           : m_places->currentWidget()->setFocus(Qt::OtherFocusReason);
}

/// The bar over all says what is open in the place that is shown.
void MainWindow::entitleTop()
{
    if (m_places->currentWidget() == m_train)
        m_top->setTitle(m_train->title(), m_train->networkInWords());
    else if (m_places->currentWidget() == m_compare)
        m_top->setTitle(m_compare->title(), {tr("same task, same batches, same optimizer")});
    else if (m_places->currentWidget() == m_learn)
        m_top->setTitle(m_learn->title(), m_learn->words());
    else if (m_places->currentWidget() == m_quiz)
        m_top->setTitle(m_quiz->title(), m_quiz->words());
    else
        m_top->setTitle({}, {});
    retitle();
}

bool MainWindow::isClassLooking() const
{
    return m_presenter->isOn() || (m_places->currentWidget() == m_quiz && m_quiz->isPresenting());
}

/// While a class looks on there is nothing but the question, or the stage, over the whole screen.
void MainWindow::present(bool presenting)
{
    if (presenting == m_isPresenting)
        return;
    m_isPresenting = presenting;
    m_rail->setVisible(!presenting);
    m_top->setVisible(!presenting);
    if (presenting)
        m_wasFullScreen = windowState().testFlag(Qt::WindowFullScreen);
    setWindowState(windowState().setFlag(Qt::WindowFullScreen, presenting || m_wasFullScreen));
}

void MainWindow::makeMenus()
{
    connect(m_openMenu, &QMenu::aboutToShow, this, &MainWindow::fillOpenMenu);
    fillOpenMenu();
    QMenu *group = nullptr;
    for (QAction *action : m_actions) {
        if (!group || group->title() != groupOf(*action))
            group = m_mainMenu->addMenu(groupOf(*action));
        group->setToolTipsVisible(true); // only an action that says more than its name has a tip
        group->addAction(action);
        if (action->objectName() == QLatin1String("present"))
            m_presenter->tellScreens(*action);
        if (action->objectName() == QLatin1String("predict"))
            m_askMenu = group; // has a button of its own
    }
}

void MainWindow::fillOpenMenu()
{
    m_openMenu->clear();
    m_openMenu->addAction(findChild<QAction *>(QStringLiteral("open")));
    addHeading(*m_openMenu, tr("Demos"));
    for (const Demo &demo : demos())
        connect(m_openMenu->addAction(demo.title), &QAction::triggered, this,
                [this, demo] { m_files->openDemo(demo.name); });
    addHeading(*m_openMenu, tr("Recent files"));
    m_recentFiles->addTo(*m_openMenu);
}

void MainWindow::restyle()
{
    const Theme &theme = m_look->theme();
    // Of the whole program, because dialogs and menus do not inherit from the window.
    QApplication::setFont(interfaceFont(m_look->isClassroom() ? 18 : 14));
    QApplication::setPalette(widgetPalette(theme));
    qApp->setStyleSheet(widgetStyleSheet(theme));
    m_explore->setTheme(theme);
    m_explore->setClassroom(m_look->isClassroom());
    m_train->setTheme(theme);
    m_train->setClassroom(m_look->isClassroom());
    m_compare->setTheme(theme);
    m_compare->setClassroom(m_look->isClassroom());
    m_learn->setTheme(theme);
    m_learn->setClassroom(m_look->isClassroom());
    m_quiz->setTheme(theme);
    m_quiz->setClassroom(m_look->isClassroom());
}

/// The window is called as what is studied in the place that is shown; Explore shows the document.
void MainWindow::retitle()
{
    const bool isDocument = m_places->currentWidget() == m_explore;
    setWindowTitle(isDocument ? documentTitle() : placeTitle());
    setWindowModified(isDocument && m_document.isModified());
    setWindowFilePath(isDocument ? m_document.path() : QString());
}

QString MainWindow::documentTitle() const
{
    const QString named = QString::fromStdString(m_document.experiment().title);
    const QString title = named.isEmpty() ? tr("Untitled") : named;
    const QString file = QFileInfo(m_document.path()).fileName();
    return file.isEmpty() ? tr("%1[*] – Gatescope").arg(title) : tr("%1[*] – %2 – Gatescope").arg(file, title);
}

/// What is studied, then the place; a place that has nothing open is called by its own name alone.
QString MainWindow::placeTitle() const
{
    const QString place = translated(placeTable()[std::size_t(m_places->currentIndex())].label);
    QString studied;
    if (m_places->currentWidget() == m_train)
        studied = m_train->title();
    else if (m_places->currentWidget() == m_compare)
        studied = tr("%1: %2").arg(m_compare->race(), m_compare->title());
    else if (m_places->currentWidget() == m_learn)
        studied = m_learn->title();
    else if (m_places->currentWidget() == m_quiz)
        studied = m_quiz->title();
    studied.replace(QLatin1String("[*]"), QLatin1String("[*][*]")); // a name may hold what Qt takes for its mark
    return studied.isEmpty() || studied == place ? tr("%1 – Gatescope").arg(place)
                                                 : tr("%1 – %2 – Gatescope").arg(studied, place);
}

void MainWindow::restore()
{
    resize(1600, 900);
    if (!m_settings)
        return;
    restoreGeometry(m_settings->windowGeometry());
    m_look->setTheme(m_settings->theme());
    m_player.setReducedMotion(m_settings->hasReducedMotion());
    m_learn->setReducedMotion(m_player.hasReducedMotion());
    connect(m_look, &Look::changed, this, [this] { m_settings->setTheme(m_look->theme().name); });
}

void MainWindow::showKeys()
{
    (new KeysDialog(m_actions, this))->show();
}

void MainWindow::chooseLanguage()
{
    if (m_settings)
        (new LanguageDialog(*m_settings, this))->open();
}

void MainWindow::showMenu()
{
    m_mainMenu->popup(mapToGlobal(QPoint(width() - m_mainMenu->sizeHint().width() - 16, 48)));
}

void MainWindow::turnMotion()
{
    m_player.setReducedMotion(!m_player.hasReducedMotion());
    m_learn->setReducedMotion(m_player.hasReducedMotion());
    m_quiz->setReducedMotion(m_player.hasReducedMotion());
    if (m_settings)
        m_settings->setReducedMotion(m_player.hasReducedMotion());
}

/// It is asked what shall become of a run that is going on, or that no file keeps.
bool MainWindow::mayEndTraining()
{
    if (!m_training->isRunning() && m_training->isKept())
        return true;
    switch (askAboutTraining(*this, m_train->title(), m_training->isRunning())) {
    case RunningAnswer::keep:
        return m_train->keepRun();
    case RunningAnswer::end:
        return true;
    case RunningAnswer::cancel:
        break;
    }
    return false;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Races &races = m_compare->races();
    const auto mayLose = [this, &races] {
        if (races.wouldBeLost().isEmpty())
            return true;
        races.tryAgain();
        return races.wouldBeLost().isEmpty() || mayLoseRaces(*this, races.wouldBeLost());
    };
    const bool mayEnd = mayEndTraining() && (!races.isRunning() || mayEndRace(*this, races.areKept()));
    event->setAccepted(mayEnd && mayLose() && m_files->mayLeave());
    if (event->isAccepted()) {
        m_files->reading().cancel(); // nothing is opened, nor asked, behind a window that is closed
        m_presenter->setOn(false);
        present(false); // what is remembered is the window's own size
    }
    if (event->isAccepted() && m_settings)
        m_settings->setWindowGeometry(saveGeometry());
}

} // namespace gatescope
