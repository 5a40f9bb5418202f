// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/open_window.h"
#include "tests/ui/window/shown_texts.h"

#include "core/base/program_files.h"
#include "core/experiment/files/experiment_file.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/lessons/translation.h"
#include "core/training/contestants.h"
#include "core/training/network_name.h"
#include "core/training/sweep.h"
#include "core/training/verdict.h"
#include "ui/common/languages.h"
#include "ui/common/translate.h"
#include "ui/learn/card_panel.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/labs/labs.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/lesson_view.h"
#include "ui/plots/network_name.h"
#include "ui/window/places.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QProcess>
#include <QRegularExpression>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <algorithm>
#include <array>

using namespace gatescope;

namespace {

const QString sources = GATESCOPE_SOURCE_DIR;
const QString file = sources + "/resources/translations/gatescope_de.ts";

/// %1, %2, %n of a text, in their order.
QStringList placesIn(const QString &text)
{
    static const QRegularExpression place("%[0-9n]");
    QStringList found;
    for (auto each = place.globalMatch(text); each.hasNext();)
        found += each.next().captured();
    found.sort();
    return found;
}

/// The cards of all lessons that do not fit into a panel as large as that of the window before their guess, "3.1", or
/// answered are too wide for it, "3.1 answered".
QStringList cardsThatDoNotFit(const std::vector<Lesson> &lessons, const std::vector<Question> &questions,
                              const QSize &size, double pixels)
{
    CardPanel panel;
    panel.setLook(theme(ThemeName::light), pixels);
    panel.resize(size);
    panel.QWidget::show();
    panel.offerList(true);
    const QScrollBar &down = *panel.findChild<QScrollArea *>()->verticalScrollBar();
    const QScrollBar &across = *panel.findChild<QScrollArea *>()->horizontalScrollBar();
    QStringList found;
    for (const Lesson &lesson : lessons)
        for (int card = 0; card < int(lesson.cards.size()); ++card) {
            const LessonCard &shown = lesson.cards[std::size_t(card)];
            const auto asked = std::ranges::find(questions, shown.commitment, &Question::id);
            panel.show({lesson, card, asked == questions.end() ? nullptr : &*asked});
            QCoreApplication::processEvents();
            const QString name = QStringLiteral("%1.%2").arg(lesson.number).arg(card + 1);
            if (down.maximum() > 0)
                found += name;
            if (panel.commitment().question())
                panel.commitment().reveal();
            panel.reveal(shown, {});
            QCoreApplication::processEvents();
            if (across.maximum() > 0)
                found += name + " answered";
        }
    return found;
}

} // namespace

/// The program speaks German: all of it, in the places that English words have.
class GermanTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<SpokenLanguage> m_german;

private slots:
    void initTestCase()
    {
        m_german = std::make_unique<SpokenLanguage>(
            "de", QStringList{QString::fromStdString(resourceFolder().string()) + "/translations"});
        QVERIFY(m_german->refused().empty());
    }

    void everyTextOfTheSourcesIsThere()
    {
        const QTemporaryDir folder;
        QVERIFY(QFile::copy(file, folder.filePath("gatescope_de.ts")));
        QProcess update;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert("TS_FOLDER", folder.path());
        update.setProcessEnvironment(environment);
        update.start(sources + "/resources/translations/update", {"de"});
        QVERIFY(update.waitForFinished(300'000));
        const QString said = QString::fromUtf8(update.readAllStandardOutput() + update.readAllStandardError());
        QVERIFY2(update.exitCode() == 0, qPrintable(said));
        const auto updated = Language::read(folder.filePath("gatescope_de.ts"));
        QVERIFY(updated.ok());
        QVERIFY2((*updated)->missing() == 0, qPrintable(said));
    }

    void whatAFileShouldHoldIsSaidInGerman_data()
    {
        QTest::addColumn<QString>("version");
        QTest::addColumn<QString>("says");
        const QString expected = "erwartet wird eine ganze Zahl von 1 bis 2147483647.";
        QTest::newRow("a number") << "0"
                                  << "version ist 0, " + expected;
        QTest::newRow("a list") << "[]"
                                << "version ist eine Liste, " + expected;
        QTest::newRow("an object") << "{}"
                                   << "version ist ein Objekt, " + expected;
    }
    void whatAFileShouldHoldIsSaidInGerman()
    {
        QFETCH(QString, version);
        const QString text = QStringLiteral("{\"format\": \"gatescope-experiment\", \"version\": %1}").arg(version);
        const auto read = readExperiment(text.toStdString());
        QVERIFY(!read);
        QTEST(said(read.error().sentence), "says");
    }

    void anErrorWithinAnErrorIsSaidInGerman_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("says");
        QTest::newRow("a cell of a table")
            << "bad.csv" << QByteArray("1,2\n3,x\n") << "%1: Zeile 2, Spalte 2: „x“ ist keine Zahl.";
        QTest::newRow("a list of numbers") << "bad.json" << QByteArray("[[1, 2], [3, null]]")
                                           << "%1: Die Liste[1][1] ist null, erwartet wird eine Zahl.";
        QTest::newRow("no JSON")
            << "cut.json" << QByteArray("[[1, 2], [3,")
            << "%1: Zeile 1, Spalte 13: unerwartet: das Ende der Eingabe; erwartet wird '[', '{' oder "
               "ein Literal.";
        QTest::newRow("no file") << "nowhere.csv" << QByteArray()
                                 << "%1 lässt sich nicht lesen: Es gibt keine solche Datei.";
    }
    void anErrorWithinAnErrorIsSaidInGerman()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, content);
        QFETCH(QString, says);
        const QTemporaryDir folder;
        const QString path = folder.filePath(name);
        if (!content.isEmpty()) {
            QFile written(path);
            QVERIFY(written.open(QIODevice::WriteOnly) && written.write(content) == content.size());
        }
        OpenWindow open;
        QSignalSpy refused(&open.window.files(), &ExperimentFiles::refused);
        whenDialogOpens(&open.window, [](QDialog &dialog) { dialog.reject(); }); // Train would learn such a table
        QVERIFY(!open.opens(path));
        QCOMPARE(refused.count(), 1);
        QCOMPARE(refused[0][0].toString(), says.arg(path));
    }

    void translationsHaveTheSamePlaceholders()
    {
        QFile in(file);
        QVERIFY(in.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&in);
        QString source;
        int texts = 0;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() == u"source")
                source = xml.readElementText();
            const bool isText = xml.isStartElement() && (xml.name() == u"translation" || xml.name() == u"numerusform");
            if (!isText)
                continue;
            if (xml.attributes().isEmpty() && xml.name() == u"translation" && source.contains("%n"))
                continue; // its forms follow
            const QString text = xml.readElementText();
            QVERIFY2(placesIn(text) == placesIn(source), qPrintable(source + " → " + text));
            ++texts;
        }
        QVERIFY2(texts > 2000, qPrintable(QString::number(texts)));
    }

    /// Also in a sentence about them, with a size behind them and with a race's letter before them.
    void theNetworksOfARaceHaveGermanNames()
    {
        RacePlan plan;
        std::vector<RaceRun> runs;
        for (const std::string key : {"gru", "gru-before", "lstm-2", "gru-open"}) {
            plan.entries.push_back(entryOf(*std::ranges::find(contestants(), key, &Contestant::key), 4));
            for (const int update : {300, 310, 320}) {
                RaceRun &run = runs.emplace_back();
                run.entry = plan.entries.size() - 1;
                run.updates = update;
                run.solvedAt = update;
                run.isOver = true;
            }
        }
        plan.entries.back().name = "GRU of mine"; // is not for us to translate
        runs.back().solvedAt.reset();
        runs.back().updates = plan.updates;
        const Verdict made = verdict(plan, runs);
        const QString headline = said(made.headline);
        QVERIFY2(headline.contains("löste GRU sie in jedem Lauf, GRU Reset davor und LSTM mit 2 Schichten auch"),
                 qPrintable(headline));
        const QString failed = said(made.notes.front());
        QVERIFY2(failed.contains("GRU of mine 2/3"), qPrintable(failed));
        QCOMPARE(networkName("B: GRU reset before"), "B: GRU Reset davor");
        QCOMPARE(networkName("GRU of 2 layers"), "GRU mit 2 Schichten");
        const RacePlan units = sweepPlan(plan, plan.entries[1], SweepOver::units);
        QCOMPARE(networkName(units.entries[3].name), "GRU Reset davor mit 8");
        const RacePlan layers = sweepPlan(plan, plan.entries[0], SweepOver::layers);
        QCOMPARE(networkName("A: " + layers.entries[1].name), "A: GRU, Schichten: 2");
        RaceEntry built{.name = "", .spec = {.layers = 2, .bidirectional = true}, .keepsAtFirst = -2.5};
        built.spec.reset = ResetPlacement::before;
        built.name = usualName(built);
        QCOMPARE(built.name, std::string("GRU of 2 layers ⇄ bias −2.5 reset before"));
        QCOMPARE(networkName(built.name), "GRU mit 2 Schichten ⇄ Bias −2.5 Reset davor");
        for (const char *given : {"GRU reset", "GRU of mine", "LSTM norm it all", "Close"})
            QCOMPARE(networkName(given), given);
    }

    void noMnemonicIsTwiceInAMenu()
    {
        OpenWindow open;
        for (const QMenu *menu : open.window.findChildren<QMenu *>()) {
            QStringList taken;
            for (const QAction *action : menu->actions())
                if (const QString key = QKeySequence::mnemonic(action->text()).toString(); !key.isEmpty()) {
                    QVERIFY2(!taken.contains(key), qPrintable(menu->title() + ": " + action->text()));
                    taken += key;
                }
        }
    }

    void noTextIsCutInASmallWindow_data()
    {
        QTest::addColumn<QString>("place");
        for (const PlaceRow &row : placeTable())
            QTest::newRow(row.name) << QString(row.name);
        QTest::newRow("lesson") << "lesson";
        QTest::newRow("labs") << "labs";
    }
    void noTextIsCutInASmallWindow()
    {
        QFETCH(const QString, place);
        OpenWindow open;
        const bool isLearn = place == "lesson" || place == "labs";
        open.window.goTo(
            placeNamed(isLearn ? std::string_view("learn") : std::string_view(place.toUtf8().constData())));
        QTest::qWait(50);
        QStringList cut;
        // The last three have sliders.
        static constexpr std::array cards{std::pair(2, 5), std::pair(2, 4), std::pair(3, 6), std::pair(5, 5)};
        const int pages = place == "labs" ? int(labs().size()) : place == "lesson" ? int(cards.size()) : 1;
        for (int page = 0; page < pages; ++page) {
            if (place == "lesson")
                open.window.learn().openLesson(cards[std::size_t(page)].first, cards[std::size_t(page)].second);
            if (place == "labs")
                open.window.learn().openLab(page);
            QTest::qWait(50);
            cut += cutTexts(open.window);
        }
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join('\n')));
    }

    void everyCardFitsInBothLanguages()
    {
        QSize size;
        double pixels = 0;
        {
            OpenWindow open;
            open.window.goTo(placeNamed("learn"));
            open.window.learn().openLesson(1, 0);
            QTest::qWait(50);
            const CardPanel &panel = open.window.learn().lesson()->panel();
            size = panel.size();
            for (const QLabel *label : panel.findChildren<QLabel *>())
                pixels = std::max(pixels, label->font().pixelSize() / 1.55); // the title's
        }
        std::vector<Lesson> lessons = readLessonFolder(resourceFolder()).lessons;
        std::vector<Question> questions = readQuestionFolder(resourceFolder(), lessons).questions;
        m_german.reset();
        QStringList longer = cardsThatDoNotFit(lessons, questions, size, pixels);
        initTestCase();
        const Translations from{"de", {resourceFolder()}, resourceFolder()};
        (void)translate(lessons, from);
        (void)translate(questions, from);
        for (const QString &card : cardsThatDoNotFit(lessons, questions, size, pixels))
            longer += "de " + card;
        QVERIFY2(longer.isEmpty(), qPrintable(longer.join('\n')));
    }
};

QTEST_MAIN(GermanTest)
#include "german_test.moc"
