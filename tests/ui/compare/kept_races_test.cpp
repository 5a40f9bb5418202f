// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"

#include "core/base/file.h"
#include "ui/common/settings.h"
#include "ui/compare/compare_place.h"
#include "ui/compare/race_picker.h"
#include "ui/compare/race_strip.h"
#include "ui/compare/race_table.h"
#include "ui/compare/races.h"
#include "ui/compare/races_dialog.h"
#include "ui/document/learner.h"
#include "ui/plots/race_plot.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeWidget>

#include <algorithm>

using namespace gatescope;

namespace {

/// The place as it is opened by a learner of that name; an empty one is a guest.
struct OpenCompare {
    Settings settings;
    Learner learner{&settings};
    ComparePlace place{&learner};

    OpenCompare(const QTemporaryDir &folder, const QString &name)
        : settings(folder.filePath(QStringLiteral("gatescope.ini")))
    {
        learner.setProfile(name);
        place.resize(1400, 900);
        place.show();
        if (!QTest::qWaitFor([this] { return !races().isReading(); }, 60'000))
            qFatal("The races are not read.");
    }
    Races &races() { return place.races(); }
    /// Runs a short race with this learning rate to its end.
    bool race(double learningRate, int length = 8)
    {
        RacePlan plan = place.strip().plan();
        plan.options.length = length;
        plan.updates = 10;
        plan.seeds = 2;
        plan.entries.resize(2);
        plan.settings.training.optimizer.learningRate = learningRate;
        return races().begin(plan, true).ok() && QTest::qWaitFor([this] { return !races().isRunning(); }, 60'000);
    }
};

QStringList filesOf(const Learner &learner)
{
    return QDir(learner.racesFolder()).entryList(QDir::Files);
}

QTreeWidgetItem *itemNamed(const QTreeWidget &table, const QString &name)
{
    const auto found = table.findItems(name, Qt::MatchExactly, 0);
    return found.isEmpty() ? nullptr : found.constFirst();
}

QPushButton *buttonSaying(const QWidget &widget, const QString &text)
{
    for (QPushButton *button : widget.findChildren<QPushButton *>())
        if (button->text() == text)
            return button;
    return nullptr;
}

} // namespace

/// Races between sessions.
class KeptRacesTest : public QObject
{
    Q_OBJECT
private slots:
    void aLearnersRacesAreThereTheNextTime()
    {
        const QTemporaryDir folder;
        std::vector<RaceRun> runs;
        {
            OpenCompare open(folder, "Anna");
            QVERIFY(open.race(0.01) && open.race(0.02));
            runs = open.races().all().front().runs;
            QCOMPARE(filesOf(open.learner).size(), 2);
        }
        OpenCompare again(folder, "Anna");
        QCOMPARE(again.races().all().size(), std::size_t(2));
        const RaceShown &newest = *again.races().shown();
        QCOMPARE(newest.plan.settings.training.optimizer.learningRate, 0.02);
        QCOMPARE(newest.runs.size(), runs.size());
        for (std::size_t i = 0; i < runs.size(); ++i)
            QVERIFY(newest.runs[i].points == runs[i].points);
        QVERIFY2(again.place.headline().contains("within 10 updates"), qPrintable(again.place.headline()));
        QCOMPARE(again.place.findChild<RaceTable *>()->table().rows.size(), 2);
    }

    void aRaceThatGoesOnWhenTheWindowClosesIsKeptAsFarAsItCame()
    {
        const QTemporaryDir folder;
        {
            Settings settings(folder.filePath(QStringLiteral("gatescope.ini")));
            auto learner = std::make_unique<Learner>(&settings);
            learner->setProfile("Anna");
            ComparePlace place(learner.get());
            RacePlan plan = place.strip().plan();
            plan.updates = 1'000'000;
            QVERIFY(place.races().begin(plan, true).ok());
            const auto hasBegun = [&] { return place.races().all().front().runs.front().updates > 0; };
            QVERIFY(QTest::qWaitFor(hasBegun, 60'000));
            learner.reset(); // as in the window, where the places end last
        }
        OpenCompare again(folder, "Anna");
        QCOMPARE(again.races().all().size(), std::size_t(1));
        const std::vector<RaceRun> &runs = again.races().shown()->runs;
        QVERIFY(runs.front().updates > 0);
        QVERIFY(std::ranges::none_of(runs, [](const RaceRun &run) { return run.updates == 1'000'000; }));
    }

    void racesAreReadAsideWhileThePlaceIsUsed()
    {
        const QTemporaryDir folder;
        {
            OpenCompare open(folder, "Anna");
            QVERIFY(open.race(0.01));
        }
        Settings settings(folder.filePath(QStringLiteral("gatescope.ini")));
        Learner learner(&settings);
        Races races(&learner);
        races.open();
        QVERIFY(races.isReading() && races.all().empty());
        RacePlan plan = ComparePlace().strip().plan();
        plan.updates = 10;
        QVERIFY(races.begin(plan, true).ok());
        QTRY_VERIFY_WITH_TIMEOUT(!races.isReading() && !races.isRunning(), 60'000);
        QCOMPARE(races.all().size(), std::size_t(2));
        QCOMPARE(races.all().front().plan.updates, 10);
        QCOMPARE(races.all().back().plan.settings.training.optimizer.learningRate, 0.01);
    }

    void theMarkStaysWhereItIsWhenTheListIsFilledAgain()
    {
        const QTemporaryDir folder;
        OpenCompare open(folder, "Anna");
        QVERIFY(open.race(0.01) && open.race(0.02) && open.race(0.03));
        RacesDialog dialog(open.races(), &open.place);
        dialog.show();
        auto *table = dialog.findChild<QTreeWidget *>();
        const auto rateAt = [&](int row) { return table->topLevelItem(row)->text(4); };
        const auto markedRate = [&] { return table->currentItem()->text(4); };
        QCOMPARE(markedRate(), QStringLiteral("0.03")); // the one that is shown
        table->setCurrentItem(table->topLevelItem(1));
        QCOMPARE(markedRate(), QStringLiteral("0.02"));
        QVERIFY(open.races().rename(2, "old").ok());
        QTRY_VERIFY(itemNamed(*table, "old"));
        QCOMPARE(markedRate(), QStringLiteral("0.02"));
        QVERIFY(open.races().erase(0).ok());
        QTRY_COMPARE(table->topLevelItemCount(), 2);
        QCOMPARE(markedRate(), QStringLiteral("0.02"));
        QVERIFY(open.races().erase(0).ok()); // the marked one
        QTRY_COMPARE(table->topLevelItemCount(), 1);
        QCOMPARE(markedRate(), rateAt(0));
        QVERIFY(buttonSaying(dialog, "Rename")->isEnabled());
    }

    void aGuestLeavesNothing()
    {
        const QTemporaryDir folder;
        {
            OpenCompare open(folder, {});
            QVERIFY(open.race(0.01));
            QVERIFY(!open.races().areKept());
        }
        QVERIFY(!QDir(folder.filePath("profiles")).exists());
        OpenCompare again(folder, {});
        QVERIFY(again.races().all().empty());
    }

    void anotherLearnerSeesOnlyHisOwn()
    {
        const QTemporaryDir folder;
        OpenCompare open(folder, "Anna");
        QVERIFY(open.race(0.01));
        open.learner.setProfile("..");
        QVERIFY(open.races().all().empty());
        QVERIFY(open.place.headline().startsWith("Which network learns it"));
        QVERIFY(open.race(0.05));
        open.learner.setProfile("Anna");
        QTRY_COMPARE(open.races().all().size(), std::size_t(1));
        QCOMPARE(open.races().shown()->plan.settings.training.optimizer.learningRate, 0.01);
    }

    /// A file stands where the folder should be.
    void aRaceThatCannotBeWrittenWaitsAndIsWrittenLater()
    {
        const QTemporaryDir folder;
        {
            OpenCompare open(folder, "Anna");
            const QString races = open.learner.racesFolder();
            QVERIFY(QDir().mkpath(QFileInfo(races).path()));
            QVERIFY(writeFileAtomically(races.toStdString(), "in the way").ok());
            QVERIFY(open.race(0.01) && open.race(0.02));
            open.races().tryAgain();
            QCOMPARE(open.races().troubles().size(), 1); // one sentence, however many races and tries
            const auto isTold = [&] {
                const QList<QLabel *> labels = open.place.findChildren<QLabel *>();
                return std::ranges::any_of(labels, [&](const QLabel *label) {
                    return !open.races().unwritten().isEmpty() && label->text().contains(open.races().unwritten());
                });
            };
            QVERIFY(isTold());
            open.learner.setProfile("Ben");
            QVERIFY(open.races().all().empty());
            QVERIFY(open.races().troubles().isEmpty());
            open.learner.setProfile("Anna");
            QCOMPARE(open.races().all().size(), std::size_t(2));
            QCOMPARE(open.races().shown()->plan.settings.training.optimizer.learningRate, 0.02);
            QVERIFY(open.races().rename(0, "called later").ok());
            open.learner.setProfile("Ben");
            QVERIFY(QFile::remove(races));
            open.races().tryAgain();
            QCOMPARE(QDir(races).entryList(QDir::Files).size(), 2);
            open.learner.setProfile("Anna");
            QTRY_COMPARE(open.races().all().size(), std::size_t(2));
            QVERIFY(open.races().troubles().isEmpty());
            QVERIFY(!isTold());
            QCOMPARE(open.races().all()[0].name, std::string("called later"));
        }
        OpenCompare again(folder, "Anna");
        QCOMPARE(again.races().all().size(), std::size_t(2));
    }

    void closingAsksWhereARaceIsInNoFile()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(QStringLiteral("gatescope.ini")));
        Document document(std::make_unique<ReferenceBackend>());
        Playhead playhead;
        Player player(document, playhead);
        MainWindow window(document, playhead, player, &settings);
        window.show();
        window.learner().setProfile("Anna");
        const QString races = window.learner().racesFolder();
        QVERIFY(QDir().mkpath(QFileInfo(races).path()));
        QVERIFY(writeFileAtomically(races.toStdString(), "in the way").ok());
        RacePlan plan = window.compare().strip().plan();
        plan.options.length = 8;
        plan.updates = 10;
        plan.entries.resize(2);
        QVERIFY(window.compare().races().begin(plan, true).ok());
        QTRY_VERIFY_WITH_TIMEOUT(!window.compare().races().isRunning(), 60'000);
        QString told;
        whenDialogOpens(&window, [&told](QDialog &dialog) {
            told = qobject_cast<QMessageBox *>(&dialog)->text();
            dialog.reject();
        });
        QVERIFY(!window.close());
        QVERIFY2(told.contains("could not be written"), qPrintable(told));
        QVERIFY(QFile::remove(races));
        QVERIFY(window.close()); // it is written now
        QCOMPARE(filesOf(window.learner()).size(), 1);
    }

    void whoErasesEverythingForgetsWhatWaitsToo()
    {
        const QTemporaryDir folder;
        OpenCompare open(folder, "Anna");
        const QString races = open.learner.racesFolder();
        QVERIFY(QDir().mkpath(QFileInfo(races).path()));
        QVERIFY(writeFileAtomically(races.toStdString(), "in the way").ok());
        QVERIFY(open.race(0.01));
        QVERIFY(QFile::remove(races));
        QVERIFY(open.learner.erase().ok());
        open.races().tryAgain();
        QVERIFY(open.races().all().empty());
        QVERIFY(filesOf(open.learner).isEmpty());
    }

    void aLongNameEndsInDotsAndIsWholeInItsToolTip()
    {
        const QTemporaryDir folder;
        OpenCompare open(folder, "Anna");
        QVERIFY(open.race(0.01) && open.race(0.02));
        auto *picker = open.place.findChild<RacePicker *>();
        QTRY_VERIFY(picker->isVisible());
        QTRY_VERIFY2(picker->shownText().endsWith("seeds"), qPrintable(picker->shownText())); // the usual name is whole
        const QString name(120, u'm');
        QVERIFY(open.races().rename(0, name).ok());
        QVERIFY(picker->isVisible());
        QVERIFY2(picker->shownText().startsWith("2: mmm") && picker->shownText().endsWith(u'…'),
                 qPrintable(picker->shownText()));
        QVERIFY(picker->fontMetrics().horizontalAdvance(picker->shownText()) < picker->width());
        QVERIFY(picker->toolTip().contains(name));
        QVERIFY(picker->itemData(1, Qt::ToolTipRole).toString().contains("1: "));
        QVERIFY(open.races().rename(0, "short").ok());
        QCOMPARE(picker->shownText(), QStringLiteral("2: short"));
    }

    void aDateSaysOnlyWhatIsNotUnderstood()
    {
        QLocale::setDefault(QLocale::C);
        const QDateTime now({2026, 11, 29}, {15, 0});
        QCOMPARE(whenBegun(QDateTime({2026, 11, 29}, {14, 5}), now), QStringLiteral("14:05"));
        QCOMPARE(whenBegun(QDateTime({2026, 11, 28}, {23, 59}), now), QStringLiteral("28 Nov 23:59"));
        QCOMPARE(whenBegun(QDateTime({2025, 12, 31}, {14, 5}), now), QStringLiteral("31 Dec 2025"));
    }

    void whoErasesEverythingErasesTheRacesToo()
    {
        const QTemporaryDir folder;
        OpenCompare open(folder, "..");
        QVERIFY(open.race(0.01));
        QCOMPARE(filesOf(open.learner).size(), 1);
        QVERIFY(open.learner.erase().ok());
        QVERIFY(!QDir(open.learner.racesFolder()).exists());
        QVERIFY(open.races().all().empty());
        QVERIFY(QDir(folder.path()).exists());
    }

    void aBrokenFileIsToldInASentenceWhileTheOthersAreShown()
    {
        const QTemporaryDir folder;
        QString file;
        {
            OpenCompare open(folder, "Anna");
            QVERIFY(open.race(0.01) && open.race(0.02));
            file = QDir(open.learner.racesFolder()).filePath(filesOf(open.learner).constFirst());
        }
        QVERIFY(writeFileAtomically(file.toStdString(), "{\"format\": ").ok());
        OpenCompare again(folder, "Anna");
        QCOMPARE(again.races().all().size(), std::size_t(1));
        QCOMPARE(again.races().troubles().size(), 1);
        RacesDialog dialog(again.races());
        const QString said = dialog.findChild<QLabel *>(QStringLiteral("racesMessage"))->text();
        QVERIFY2(said.contains(".race: ") && !said.contains(u'\n'), qPrintable(said));
        QCOMPARE(readFile(file.toStdString(), 100).value(), std::string("{\"format\": ")); // left as it is
    }

    void aRaceIsRenamedAndErasedInItsFileToo()
    {
        const QTemporaryDir folder;
        {
            OpenCompare open(folder, "Anna");
            QVERIFY(open.race(0.01) && open.race(0.02));
            RacesDialog dialog(open.races(), &open.place);
            dialog.show();
            auto *table = dialog.findChild<QTreeWidget *>();
            QCOMPARE(table->topLevelItemCount(), 2);
            table->topLevelItem(0)->setText(0, QStringLiteral("  fast  one "));
            QTRY_VERIFY(itemNamed(*table, "fast one"));
            table->setCurrentItem(itemNamed(*table, "fast one"));
            QTimer::singleShot(50, [] {
                auto *asked = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
                QVERIFY(asked);
                asked->button(QMessageBox::No)->click();
            });
            buttonSaying(dialog, "Erase…")->click();
            QCOMPARE(open.races().all().size(), std::size_t(2));
        }
        OpenCompare again(folder, "Anna");
        QCOMPARE(again.races().all().front().name, std::string("fast one"));
        QVERIFY(again.races().erase(0).ok());
        QCOMPARE(again.races().all().size(), std::size_t(1));
        QCOMPARE(filesOf(again.learner).size(), 1);
        QCOMPARE(again.races().shown()->plan.settings.training.optimizer.learningRate, 0.01);
    }

    void theRaceThatGoesOnIsNotErased()
    {
        const QTemporaryDir folder;
        OpenCompare open(folder, "Anna");
        RacePlan plan = open.place.strip().plan();
        plan.updates = 100'000;
        QVERIFY(open.races().begin(plan, true).ok());
        QVERIFY(!open.races().erase(0).ok());
        open.learner.setProfile({}); // it goes on
        QVERIFY(open.races().isRunning());
        QCOMPARE(open.races().all().size(), std::size_t(1));
        open.races().stop();
        QTRY_VERIFY_WITH_TIMEOUT(!open.races().isRunning(), 60'000);
        QVERIFY(open.races().all().front().file.empty()); // it ended as a guest's
    }

    void theTableIsSortedByNumbersAsNumbers()
    {
        const QTemporaryDir folder;
        OpenCompare open(folder, {});
        QVERIFY(open.race(0.1) && open.race(0.00002) && open.race(0.003));
        RacesDialog dialog(open.races(), &open.place);
        dialog.show();
        auto *table = dialog.findChild<QTreeWidget *>();
        auto *sorting = dialog.findChild<QComboBox *>();
        sorting->setCurrentText("Learning rate");
        emit sorting->activated(sorting->currentIndex());
        table->sortByColumn(table->sortColumn(), Qt::AscendingOrder);
        QStringList rates;
        for (int row = 0; row < 3; ++row)
            rates += table->topLevelItem(row)->text(table->sortColumn());
        QCOMPARE(rates, (QStringList{"2e-05", "0.003", "0.1"}));
        table->sortByColumn(1, Qt::DescendingOrder); // when it was begun
        QCOMPARE(sorting->currentText(), QStringLiteral("Begun"));
        QCOMPARE(table->topLevelItem(0)->text(4), QStringLiteral("0.003"));
    }

    void oneRaceIsLaidOverAnother()
    {
        const QTemporaryDir folder;
        OpenCompare open(folder, {});
        QVERIFY(open.race(0.05, 9) && open.race(0.01) && open.race(0.02));
        QVERIFY(!open.races().layOver(2).ok()); // of another length
        QVERIFY(!open.races().layOver(0).ok()); // itself
        QVERIFY(!open.races().over());
        RacesDialog dialog(open.races(), &open.place);
        dialog.show();
        auto *table = dialog.findChild<QTreeWidget *>();
        table->setCurrentItem(table->topLevelItem(1)); // the newest comes first
        buttonSaying(dialog, "Lay over")->click();
        QVERIFY(!dialog.isVisible());
        QVERIFY(open.races().over());
        const PlotTable drawn = open.place.findChild<RacePlot *>()->table();
        QStringList networks;
        for (const QStringList &row : drawn.rows)
            if (!networks.contains(row[0]))
                networks += row[0];
        QCOMPARE(networks, (QStringList{"A: GRU", "A: LSTM", "B: GRU", "B: LSTM"}));
        QVERIFY(open.place.headline().contains("laid over"));
        const auto labels = open.place.findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().startsWith("A, Adding") || label->text().startsWith("A, Temporal order");
        }));
        open.races().choose(0); // and off again
        QVERIFY(!open.races().over());
        QVERIFY(open.place.headline().contains("within 10 updates"));
    }
};

QTEST_MAIN(KeptRacesTest)
#include "kept_races_test.moc"
