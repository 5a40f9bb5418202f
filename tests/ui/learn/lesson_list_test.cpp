// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/learn/open_learn.h"
#include "ui/common/languages.h"
#include "ui/learn/claim_picture.h"
#include "ui/learn/lesson_entry.h"
#include "ui/learn/start_page.h"

#include <QDir>
#include <QFile>
#include <QLayout>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace gatescope;

namespace {

void copyResources(const QString &folder)
{
    const QDir from(GATESCOPE_SOURCE_DIR "/resources");
    for (const char *name : {"lessons", "questions", "experiments", "formulas", "texts"}) {
        QVERIFY(QDir().mkpath(folder + '/' + name));
        for (const QString &file : QDir(from.filePath(name)).entryList({"*.json", "*.gatescope", "*.svg", "*.txt"}))
            QVERIFY(QFile::copy(from.filePath(name) + '/' + file, folder + '/' + name + '/' + file));
    }
}

} // namespace

/// The list of lessons: where one goes on, what is left out, what leads where.
class LessonListTest : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase() { QVERIFY(QDir(GATESCOPE_SOURCE_DIR).exists()); }

    void aFinishedLessonOpensAtItsFirstCard()
    {
        OpenLearn open;
        open.place.openLesson(0);
        while (open.view().lesson() == 0) {
            open.doWhatIsAsked();
            open.place.goOn();
        }
        open.place.showStart();
        const auto entries = open.place.start()->findChildren<LessonEntry *>();
        const auto first
            = std::ranges::find(entries, QString::fromStdString(open.place.lessons()[0].title), &LessonEntry::text);
        QVERIFY(first != entries.end());
        (*first)->click();
        QCOMPARE(open.view().lesson(), 0);
        QCOMPARE(open.view().card(), 0);
    }

    void aLessonIsFinishedWithTheLastOfItsCards()
    {
        OpenLearn open;
        open.place.openLesson(5);
        const int cards = int(open.lesson().cards.size());
        for (int card = 0; card < cards; ++card) {
            QVERIFY(!open.learner.progress().lesson(open.lesson().name).finished);
            if (card > 0)
                open.place.goOn();
            open.doWhatIsAsked();
        }
        QCOMPARE(open.view().card(), cards - 1);
        QVERIFY(open.learner.progress().lesson(open.lesson().name).finished);
    }

    /// Where the window has no room for the list beside the card.
    void theListOfLessonsIsAlwaysOneClickAway()
    {
        for (const QSize size : {QSize(1200, 740), QSize(1520, 840)}) {
            OpenLearn open(size);
            open.place.openLesson(5, 0);
            open.view().goBack();
            QVERIFY(!open.place.isInLesson());
            const auto listed = open.view().findChildren<QPushButton *>();
            QCOMPARE(std::ranges::count_if(listed,
                                           [&](const QPushButton *each) {
                                               return each->isVisibleTo(&open.view())
                                                   && (each->text() == "Back" || each->text() == "← All lessons");
                                           }),
                     size.width() > 1400 ? 2 : 1); // the outline's and the card's, or the one over the card
            QCOMPARE(std::ranges::count_if(listed,
                                           [&](const QPushButton *each) {
                                               return each->isVisibleTo(&open.view()) && each->text() == "Back";
                                           }),
                     0);
            open.place.openLesson(5, 2);
            const auto buttons = open.view().findChildren<QPushButton *>();
            const auto isSeen
                = [](const QPushButton *each) { return each->isVisible() && each->text() == "← All lessons"; };
            QCOMPARE(std::ranges::count_if(buttons, isSeen), 1);
            (*std::ranges::find_if(buttons, isSeen))->click();
            QVERIFY(!open.place.isInLesson());
        }
    }

    void whereOneStoppedIsWhereOneGoesOn()
    {
        QTemporaryDir folder;
        Learner learner;
        {
            LearnPlace place(learner);
            place.show();
            QCOMPARE(place.start()->nextLesson(), 0);
            place.openLesson(3, 4);
        }
        LearnPlace place(learner);
        place.resize(1280, 760);
        place.show();
        QVERIFY(!place.isInLesson());
        QCOMPARE(place.start()->nextLesson(), 3);
        QCOMPARE(place.start()->nextCard(), 4);
        place.goOn();
        QVERIFY(place.isInLesson());
        QCOMPARE(place.lesson()->card(), 4);
        place.showStart();
        for (const LessonEntry *entry : place.start()->findChildren<LessonEntry *>())
            QCOMPARE(entry->state() == LessonEntry::State::begun, entry->text() == "What the update gate keeps");
    }

    void theShortPathLeavesOutWhatIsNotEssential()
    {
        OpenLearn open;
        auto *path = open.place.start()->findChild<QPushButton *>("essentials");
        QVERIFY(path && path->text().contains("20 minutes"));
        path->click();
        QCOMPARE(open.place.start()->nextLesson(), 1);
        open.place.openLesson(1, int(open.place.lessons()[1].cards.size()) - 1);
        open.place.goOn();
        QCOMPARE(open.view().lesson(), 3);
        open.place.openLesson(7, int(open.place.lessons()[7].cards.size()) - 1);
        for (int i = 0; i < 3; ++i)
            open.place.goOn(); // past its question, unanswered
        QVERIFY(!open.place.isInLesson());
        path->click();
        QCOMPARE(open.place.start()->nextLesson(), 8);
    }

    void whatTheListMeasuresLeadsToItsCard()
    {
        OpenLearn open({1844, 1028});
        const auto pictures = open.place.start()->findChildren<ClaimPicture *>();
        QVERIFY(pictures.size() >= 3);
        for (ClaimPicture *picture : pictures) {
            QVERIFY(picture->isVisible());
            QVERIFY(QTest::qWaitFor([&] { return picture->width() > 200 && picture->height() > 120; }));
            picture->grab();
            QVERIFY(!picture->accessibleDescription().isEmpty());
            picture->click();
            const auto &measured = open.view().shownCard().evidence;
            QVERIFY(std::ranges::find(measured, open.lesson().claim) != measured.end());
            open.place.showStart();
        }
    }

    /// Chapters that are not written are not offered.
    void onlyLessonsThatAreThereCanBeChosen()
    {
        OpenLearn open;
        QCOMPARE(open.place.start()->findChildren<LessonEntry *>().size(), qsizetype(26));
    }

    void noTitleIsCut_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QSize>("size");
        for (const QString language : {"en", "de"})
            for (const QSize size : {QSize(1204, 756), QSize(1844, 1040), QSize(2484, 1400)})
                QTest::addRow("%s, %d wide", qPrintable(language), size.width()) << language << size;
    }
    void noTitleIsCut()
    {
        QFETCH(QString, language);
        QFETCH(QSize, size);
        std::optional<SpokenLanguage> spoken;
        if (language != "en")
            spoken.emplace(language, QStringList{GATESCOPE_SOURCE_DIR "/resources/translations"});
        OpenLearn open(size);
        open.place.grab();
        for (const LessonEntry *entry : open.place.start()->findChildren<LessonEntry *>())
            QVERIFY2(entry->width() >= entry->sizeHint().width(),
                     qPrintable(QStringLiteral("%1: %2 of %3 pixels")
                                    .arg(entry->text())
                                    .arg(entry->width())
                                    .arg(entry->sizeHint().width())));
    }

    void aBrokenLessonIsSaidAndTheOthersAreThere()
    {
        QTemporaryDir folder;
        copyResources(folder.path());
        QFile file(folder.filePath("lessons/02-the-loop-that-forgets.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray text = file.readAll();
        file.close();
        text.replace("\"minutes\": 7", "\"minutes\": 700");
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        Learner learner;
        LearnPlace place(learner, folder.path().toStdString());
        place.show();
        QCOMPARE(place.lessons().size(), std::size_t(25));
        const QString said = place.start()->refusals();
        QVERIFY2(said.contains("02-the-loop-that-forgets.json: line 5: minutes is 700"), qPrintable(said));
    }
};

QTEST_MAIN(LessonListTest)
#include "lesson_list_test.moc"
