// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"
#include "tests/ui/window/screens.h"

#include "ui/compare/compare_place.h"
#include "ui/compare/race_strip.h"
#include "ui/compare/races.h"
#include "ui/document/edits/edits.h"
#include "ui/document/training/training.h"
#include "ui/explore/beside/second_network.h"
#include "ui/train/story_dialog.h"
#include "ui/train/train_place.h"
#include "ui/window/places.h"

#include <QDir>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <array>

// What one looks at after a change to Explore, Train or Compare: each view of the smallest, a usual and the largest
// network in both passes, with what can stand beside it; a run and a race before, during and after.
//     place_pictures FOLDER light|dark|contrast 1280x800 [explore|train|compare]

using namespace gatescope;

namespace {

int placeRow(std::string_view name)
{
    return int(std::ranges::find(placeTable(), name, &PlaceRow::name) - placeTable().begin());
}

/// The opening demo in a network of another size, reading other letters.
Experiment demoOf(int units, const QString &text)
{
    Experiment demo = *openingExperiment();
    NetworkSpec spec = demo.spec;
    spec.hiddenSize = units;
    return *withText(*withSpec(demo, spec, 1), 0, text);
}

/// With everything that is called something called at length.
Experiment longNamed()
{
    Experiment demo = *openDemo(QStringLiteral("bidirectional"));
    demo.title = "Both directions over the word that was heard on the telephone on a Thursday afternoon, second try";
    return demo;
}

struct Pictures : OpenWindow {
    QDir folder;

    void take(const QString &name, QWidget *of = nullptr)
    {
        QTest::qWait(60);
        document.waitForRecord();
        QTest::qWait(60);
        if (!(of ? of : &window)->grab().save(folder.filePath(name + ".png")))
            qFatal("The picture cannot be written.");
    }

    void show(const Experiment &experiment)
    {
        document.undoStack().setClean();
        window.files().show(experiment);
        document.waitForRecord();
        window.explore().dismissOpeningCard();
    }

    void takeViews(const QString &name)
    {
        const int middle = document.record().trace->length(0) / 2;
        for (const Pass pass : {Pass::forward, Pass::backward})
            for (const auto &[level, view] : {std::pair{0.0, "network"}, {1.0, "cell"}, {2.0, "unit"}}) {
                PlayheadState state = playhead.state();
                state.pass = pass;
                state.level = level;
                state.step = middle;
                state.part = pass == Pass::forward ? 3 : 1;
                state.progress = 1;
                playhead.moveTo(state);
                take(
                    QStringLiteral("explore-%1-%2-%3").arg(name, view, pass == Pass::forward ? "forward" : "backward"));
            }
    }

    void takeExplore()
    {
        window.goTo(placeRow("explore"));
        take("explore-opening");
        show(demoOf(1, "h"));
        takeViews("smallest");
        show(*openingExperiment());
        takeViews("usual");
        show(longNamed());
        takeViews("long-names");
        show(demoOf(1024, QStringLiteral("hello world ").repeated(9)));
        takeViews("largest");
        show(*openingExperiment());
        takeTools();
    }

    void takeTools()
    {
        ExplorePlace &explore = window.explore();
        PlayheadState state = playhead.state();
        state.pass = Pass::forward;
        state.level = 1;
        state.step = 3;
        playhead.moveTo(state);
        explore.setBuilderOpen(true);
        take("explore-builder");
        explore.setBuilderOpen(false);
        explore.turnMemory();
        take("explore-memory");
        explore.turnMemory();
        explore.turnInfluences();
        take("explore-influences");
        explore.turnInfluences();
        explore.turnLit();
        take("explore-lit");
        explore.turnLit();
        explore.showReport();
        explore.showItemised();
        explore.showStops();
        for (QDialog *dialog : window.findChildren<QDialog *>())
            if (dialog->isVisible()) {
                take(QStringLiteral("explore-window-%1").arg(dialog->windowTitle().toLower().replace(' ', '-')),
                     dialog);
                dialog->close();
            }
    }

    bool runTo(Training &training, int update)
    {
        training.start();
        const bool came = QTest::qWaitFor([&] { return training.updates() >= update; }, 300'000);
        training.pause();
        QTest::qWait(200);
        return came;
    }

    void takeTrain()
    {
        window.goTo(placeRow("train"));
        take("train-ready");
        takeLargerDemo();
        Training &training = window.train().training();
        training.setPace(0);
        (void)runTo(training, 60);
        take("train-begun");
        window.train().showBefore(true);
        take("train-before");
        window.train().showBefore(false);
        StoryDialog &story = window.train().tellOfOneWeight();
        (void)QTest::qWaitFor([&] { return story.story().has_value(); }, 20'000);
        take("train-one-weight", &story);
        story.close();
        training.start();
        (void)QTest::qWaitFor([&] { return !training.isRunning(); }, 600'000);
        take("train-finished");
        training.reset();
    }

    /// Of its dialog, which is open until it is closed.
    void takeLargerDemo()
    {
        QTimer::singleShot(300, &window, [this] {
            auto *dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
            if (!dialog)
                qFatal("The larger demo has no dialog.");
            take("train-larger-demo", dialog);
            dialog->reject();
        });
        const auto buttons = window.train().findChildren<QPushButton *>();
        (*std::ranges::find(buttons, u"What it takes…"_qs, &QPushButton::text))->click();
    }

    void takeRace(const RacePlan &plan, const QString &name)
    {
        Races &races = window.compare().races();
        if (!races.begin(plan, true))
            qFatal("The race does not begin.");
        (void)QTest::qWaitFor([&] { return races.progress() > 0.4; }, 600'000);
        take(name + "-running");
        (void)QTest::qWaitFor([&] { return !races.isRunning(); }, 1'800'000);
        QTest::qWait(300);
        take(name + "-finished");
    }

    void takeCompare()
    {
        window.goTo(placeRow("compare"));
        take("compare-none");
        RaceStrip &strip = window.compare().strip();
        RacePlan plan = strip.plan();
        plan.options.length = 12;
        plan.seeds = 3;
        plan.updates = 300;
        takeRace(plan, "compare-race");
        strip.chooseSweep(SweepOver::units);
        plan = strip.plan();
        plan.seeds = 2;
        plan.updates = 60;
        takeRace(plan, "compare-sweep");
    }
};

} // namespace

int main(int argc, char **argv)
{
    const QList<QByteArray> given(argv + 1, argv + argc);
    const QList<QByteArray> sides = given.value(2).split('x');
    const auto theme = given.size() >= 3 ? themeNamed(QString::fromLocal8Bit(given[1])) : std::nullopt;
    if (!theme || sides.size() != 2 || !QDir().mkpath(QString::fromLocal8Bit(given[0]))) {
        qInfo("place_pictures FOLDER light|dark|contrast WIDTHxHEIGHT [explore|train|compare]");
        return 2;
    }
    const QSize size(sides[0].toInt(), sides[1].toInt());
    const Screens screens({size});
    QApplication app(argc, argv);
    Pictures pictures;
    pictures.folder.setPath(QString::fromLocal8Bit(given[0]));
    pictures.window.look().setTheme(*theme);
    pictures.window.resize(size);
    const QByteArray only = given.value(3);
    if (only.isEmpty() || only == "explore")
        pictures.takeExplore();
    if (only.isEmpty() || only == "train")
        pictures.takeTrain();
    if (only.isEmpty() || only == "compare")
        pictures.takeCompare();
    return 0;
}
