// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/program_files.h"
#include "tests/ui/common/boxes.h"
#include "tests/ui/learn/lesson_desk.h"
#include "ui/document/learner.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/learn/card_panel.h"
#include "ui/learn/commitment_panel.h"
#include "ui/learn/learn_place.h"
#include "ui/learn/lesson_entry.h"
#include "ui/learn/lesson_view.h"
#include "ui/learn/own/lesson_form.h"
#include "ui/learn/own/own_lessons_window.h"
#include "ui/learn/own/place_fields.h"
#include "ui/learn/start_page.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <algorithm>

using namespace gatescope;

/// A teacher writes lessons of their own, and Learn shows them.
class MyLessonsTest : public LessonDesk
{
    Q_OBJECT

    Learner m_learner;

private slots:
    void init() { makeFolder(); }

    void whatIsSavedIsALessonOfLearnAndCanBePlayed()
    {
        LearnPlace place(m_learner, resourceFolder(), m_own);
        place.setReducedMotion(true);
        place.resize(1280, 760);
        place.show();
        const std::size_t shipped = place.lessons().size();
        place.openOwnLessons();
        auto *window = place.findChild<OwnLessonsWindow *>();
        QVERIFY(window);
        typeLesson(*window);
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
        QVERIFY(!window->isChanged());
        QCOMPARE(place.lessons().size(), shipped + 1); // under the window, the list has it already
        window->close();
        const Lesson &mine = place.lessons().back();
        QCOMPARE(mine.name, std::string("my-hour"));
        const auto entries = place.start()->findChildren<LessonEntry *>();
        QVERIFY(std::ranges::any_of(entries, [](const LessonEntry *entry) { return entry->text() == "My hour"; }));
        const auto labels = place.start()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) { return label->text() == "My lessons"; }));

        place.openLesson(int(shipped), 0);
        LessonView &view = *place.lesson();
        QCOMPARE(view.stage().playhead().state().step, 4);
        QCOMPARE(view.stage().playhead().state().unit, 3);
        QVERIFY(view.panel().inWords().contains("See the update gate z."));
        place.goOn();
        QCOMPARE(view.card(), 1);
        CommitmentPanel &asked = view.panel().commitment();
        QVERIFY(asked.question());
        QVERIFY(!view.panel().inWords().contains("So it is."));
        asked.reveal();
        asked.answer("0.9");
        place.goOn();
        QVERIFY(!place.isInLesson());
        QVERIFY(m_learner.progress().lesson("my-hour").finished);
    }

    void filesThatAppearAreThereWhenTheListIsShownAgain()
    {
        LearnPlace place(m_learner, resourceFolder(), m_own);
        place.resize(1280, 760);
        place.show();
        const std::size_t shipped = place.lessons().size();
        const std::string good = "{\"title\": \"Dropped in\", \"experiment\": {\"demo\": \"latch\"},\n"
                                 " \"cards\": [{\"title\": \"A\", \"text\": \"B\"}]}";
        QVERIFY(writeFileAtomically(m_own / "lessons" / "good.json", good).ok());
        QVERIFY(writeFileAtomically(m_own / "lessons" / "bad.json", "{\"title\": \"Bad\",\n \"cards\": []}").ok());
        place.openLesson(0, 0);
        QCOMPARE(place.lessons().size(), shipped); // no lesson changes under its reader
        place.showStart();
        QCOMPARE(place.lessons().size(), shipped + 1);
        QVERIFY2(place.start()->refusals().contains("bad.json: experiment is missing"),
                 qPrintable(place.start()->refusals()));
        QVERIFY(place.openLesson(LessonPlace{"good", 0}));
        place.hide();
        std::filesystem::remove(m_own / "lessons" / "good.json");
        place.showStart();
        QCOMPARE(place.lessons().size(), shipped);
    }

    void withoutAFolderNothingIsOffered()
    {
        LearnPlace place(m_learner);
        place.show();
        QVERIFY(buttonOf(*place.start(), "My lessons…")->isHidden());
    }

    void whatIsWrongIsSaidAtItsFieldAndOnItsCard()
    {
        const auto window = this->window();
        QVERIFY(!window->save());
        QCOMPARE(problemAt(*window, "title"), QString("Title is empty."));
        typeLesson(*window);
        window->form().showCard(0);
        field<QLineEdit>(*window, "card_title").clear();
        window->form().showCard(1);
        QVERIFY(!window->save());
        QCOMPARE(window->form().card(), 0); // where it is to be mended
        QCOMPARE(problemAt(*window, "card_title"), QString("Title is empty."));
        QTest::keyClicks(&field<QLineEdit>(*window, "card_title"), "Look");
        field<QPlainTextEdit>(*window, "card_text").setPlainText("1 < 2");
        QVERIFY(!window->save());
        QVERIFY2(problemAt(*window, "card_text").contains("HTML"), qPrintable(problemAt(*window, "card_text")));
        QCOMPARE(field<QPlainTextEdit>(*window, "card_text").accessibleDescription(), problemAt(*window, "card_text"));
        field<QPlainTextEdit>(*window, "card_text").setPlainText("![a](formula:none)");
        QVERIFY(!window->save());
        QVERIFY(problemAt(*window, "card_text").contains("no formula"));
        field<QPlainTextEdit>(*window, "card_text").setPlainText("Good.");
        field<PlaceFields>(*window, "card_place").setPlace({.step = 99}, std::nullopt);
        QVERIFY(!window->save());
        QVERIFY2(problemAt(*window, "card_place").contains("step 99"), qPrintable(problemAt(*window, "card_place")));
        field<PlaceFields>(*window, "card_place").setPlace({.step = 9}, std::nullopt);
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
        QVERIFY(window->message().contains("Saved"));
        QVERIFY(problemAt(*window, "card_place").isEmpty());
    }

    void whatIsSavedComesBackAsItWas()
    {
        const auto window = this->window();
        typeLesson(*window);
        field<QSpinBox>(*window, "minutes").setValue(17);
        auto &measured = field<QComboBox>(*window, "card_evidence");
        measured.setCurrentIndex(measured.findData(QStringList{"order-matters"}));
        const QString written = window->form().state();
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
        const auto again = this->window();
        QCOMPARE(again->list().count(), 1);
        const LessonDraft draft = again->form().draft();
        QCOMPARE(draft.title, std::string("My hour"));
        QCOMPARE(draft.minutes, 17);
        QCOMPARE(draft.cards.size(), std::size_t(2));
        QCOMPARE(draft.cards[0].card.place.step, 4);
        QCOMPARE(draft.cards[1].card.commitment, std::string("update-share"));
        QCOMPARE(draft.cards[1].card.after, std::string("So it is."));
        QCOMPARE(draft.cards[1].card.evidence, std::vector<std::string>{"order-matters"});
        QVERIFY(!again->isChanged());
        QVERIFY(written.contains("\"minutes\":17"));
    }

    /// A slider, a deed, a field of another program: what the form does not show.
    void fieldsThatTheFormDoesNotKnowStay()
    {
        const auto shipped = resourceFolder() / "lessons" / "06-a-game-of-keep-and-erase.json";
        std::string text = readFile(shipped, 1 << 20).value();
        text.replace(text.find("\"a-game-of-keep-and-erase\""), 26, "\"my-game\", \"colour\": \"green\"");
        QVERIFY(writeFileAtomically(m_own / "lessons" / "game.json", text).ok());
        const auto window = this->window();
        QCOMPARE(window->list().count(), 1);
        QVERIFY(!window->isChanged());
        for (int card = 0; card < window->form().cards().count(); ++card)
            window->form().showCard(card);
        QVERIFY(!window->isChanged()); // looking changes nothing
        QTest::keyClicks(&field<QLineEdit>(*window, "title"), "!");
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
        const auto before = parseJson(text),
                   now = parseJson(readFile(m_own / "lessons" / "game.json", 1 << 20).value());
        QCOMPARE((*now)["colour"].get<std::string>(), std::string("green"));
        QVERIFY((*now)["title"] != (*before)["title"]);
        for (std::size_t i = 0; i < (*before)["cards"].size(); ++i)
            for (const auto &[name, value] : (*before)["cards"][i].items())
                QVERIFY2(nlohmann::json::parse(writeJson((*now)["cards"][i][name]))
                             == nlohmann::json::parse(writeJson(value)),
                         name.c_str());
    }

    void cardsAreAddedMovedAndRemoved()
    {
        const auto window = this->window();
        typeLesson(*window);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        buttonOf(*window, "Add a card")->setFocus();
        QTest::keyClick(buttonOf(*window, "Add a card"), Qt::Key_Space);
        QCOMPARE(QApplication::focusWidget(), &field<QLineEdit>(*window, "card_title")); // one goes on writing
        buttonOf(*window, "Remove it")->click();
        buttonOf(*window, "Earlier")->click();
        QCOMPARE(window->form().card(), 0);
        QCOMPARE(window->form().cards().item(0)->text(), QString("1  Guess"));
        QCOMPARE(window->form().draft().cards[1].card.title, std::string("Look"));
        buttonOf(*window, "Later")->click();
        buttonOf(*window, "Remove it")->click();
        QCOMPARE(window->form().draft().cards.size(), std::size_t(1));
        QVERIFY(!buttonOf(*window, "Remove it")->isEnabled());
        QCOMPARE(window->form().draft().cards[0].card.title, std::string("Look"));
        window->hide();
    }

    void aCopyAndADeletedOneAreAskedAbout()
    {
        const auto window = this->window();
        typeLesson(*window);
        QVERIFY(window->save());
        buttonOf(*window, "&Duplicate")->click();
        QVERIFY(window->isChanged());
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
        QCOMPARE(window->list().count(), 2);
        QVERIFY(std::filesystem::exists(m_own / "lessons" / "my-hour-2.json"));
        bool wasAsked = false;
        answerNextBox("Cancel", wasAsked);
        buttonOf(*window, "De&lete…")->click();
        QVERIFY(wasAsked);
        QCOMPARE(window->list().count(), 2);
        wasAsked = false;
        answerNextBox("Delete", wasAsked);
        buttonOf(*window, "De&lete…")->click();
        QVERIFY(wasAsked);
        QCOMPARE(window->list().count(), 1);
        QTest::keyClicks(&field<QLineEdit>(*window, "title"), "?");
        wasAsked = false;
        answerNextBox("Discard", wasAsked);
        window->close();
        QVERIFY(wasAsked);
    }

    void whatCannotBeReadIsNotWrittenOver()
    {
        QVERIFY(writeFileAtomically(m_own / "lessons" / "broken.json", "{\"title\": }").ok());
        const auto window = this->window();
        QCOMPARE(window->list().count(), 1);
        QVERIFY(window->list().item(0)->text().contains("broken.json"));
        QVERIFY(!buttonOf(*window, "&Save")->isEnabled());
        QVERIFY(window->message().contains("Mend it in the file"));
    }

    void thePreviewIsTheCardAsLearnShowsIt()
    {
        const auto window = this->window();
        window->show();
        auto *tabs = window->findChild<QTabWidget *>();
        tabs->setCurrentIndex(1);
        QVERIFY(!window->preview());
        tabs->setCurrentIndex(0);
        typeLesson(*window);
        window->form().showCard(0);
        tabs->setCurrentIndex(1);
        QVERIFY(window->preview());
        QCOMPARE(window->preview()->card(), 0);
        QVERIFY(window->preview()->panel().accessibleName().endsWith("Look"));
        QCOMPARE(window->preview()->stage().playhead().state().step, 4);
        window->preview()->goOn();
        QCOMPARE(window->preview()->card(), 1);
        QVERIFY(!std::filesystem::exists(m_own / "lessons" / "my-hour.json")); // nothing was saved
        bool wasAsked = false;
        answerNextBox("Discard", wasAsked);
        window->close();
    }

    void aHeadlineLowersTheIndexOfAWeight()
    {
        const auto window = this->window();
        typeLesson(*window);
        field<QLineEdit>(*window, "card_title").setText("1 < U_n");
        emit field<QLineEdit>(*window, "card_title").textEdited("1 < U_n");
        window->show();
        window->findChild<QTabWidget *>()->setCurrentIndex(1);
        QVERIFY(window->preview());
        QVERIFY(window->preview()->panel().accessibleName().endsWith(": 1 < U_n"));
        const auto labels = window->preview()->panel().findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->text().startsWith("1 &lt; <span") && label->text().endsWith("U<sub>n</sub></span>");
        }));
        window->hide();
    }

    void aNetworkOfOnesOwnIsTakenBesideTheLessons()
    {
        const auto window = this->window();
        typeLesson(*window);
        const auto latch = resourceFolder() / "experiments" / "latch.gatescope";
        QVERIFY(window->form().takeNetwork(QString::fromStdString(latch.string())).ok());
        window->form().showCard(0);
        field<PlaceFields>(*window, "card_place").setPlace({.step = 1}, std::nullopt);
        window->form().showCard(1);
        field<PlaceFields>(*window, "card_place").setPlace({.step = 1}, std::nullopt);
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
        QVERIFY(std::filesystem::exists(m_own / "lessons" / "latch.gatescope"));
        QVERIFY(!window->form().takeNetwork("/nowhere.gatescope").ok());
    }

    void aNetworkOfALessonThatIsThrownAwayGoesWithIt()
    {
        const QString latch = QString::fromStdString((resourceFolder() / "experiments" / "latch.gatescope").string());
        const auto network = m_own / "lessons" / "latch.gatescope";
        const auto window = this->window();
        QVERIFY(window->form().takeNetwork(latch).ok());
        QVERIFY(std::filesystem::exists(network));
        bool wasAsked = false;
        answerNextBox("Discard", wasAsked);
        buttonOf(*window, "&New")->click();
        QVERIFY(wasAsked);
        QVERIFY(!std::filesystem::exists(network));
        QVERIFY(window->form().takeNetwork(latch).ok());
        wasAsked = false;
        answerNextBox("Discard", wasAsked);
        buttonOf(*window, "&Duplicate")->click(); // the copy is about it
        QVERIFY(std::filesystem::exists(network));
        answerNextBox("Discard", wasAsked);
        window->close();
        {
            const auto other = this->window();
            QVERIFY(other->form().takeNetwork(latch).ok());
        }
        QVERIFY(!std::filesystem::exists(m_own / "lessons" / "latch-2.gatescope"));
    }
};

QTEST_MAIN(MyLessonsTest)
#include "my_lessons_test.moc"
