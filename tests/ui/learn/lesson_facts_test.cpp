// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/learning/own/own_lessons.h"
#include "tests/ui/learn/lesson_desk.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/learn/lesson_view.h"
#include "ui/learn/own/network_field.h"
#include "ui/learn/own/source_ticks.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QDir>
#include <QTabWidget>
#include <QWheelEvent>

using namespace gatescope;

/// What is said of a lesson as a whole, by which keys, and what the wheel leaves alone.
class LessonFactsTest : public LessonDesk
{
    Q_OBJECT

private slots:
    void init() { makeFolder(); }

    void sourcesTheShortPathAndTheMainClaimAreWrittenInTheForm()
    {
        const auto window = this->window();
        typeCard(*window);
        auto &main = field<QComboBox>(*window, "evidence");
        QCOMPARE(main.count(), 1); // its cards measure nothing yet
        auto &measured = field<QComboBox>(*window, "card_evidence");
        measured.setCurrentIndex(measured.findData(QStringList{"order-matters"}));
        emit measured.activated(measured.currentIndex());
        QCOMPARE(main.count(), 2);
        choose(main, measured.currentText());
        field<QCheckBox>(*window, "essential").click();
        auto &sources = field<SourceTicks>(*window, "sources");
        QCOMPARE(sources.count(), 14);
        sources.setCurrentRow(0);
        QTest::keyClick(&sources, Qt::Key_Space);
        QTest::keyClick(&sources, Qt::Key_Down);
        QTest::keyClick(&sources, Qt::Key_Down);
        QTest::keyClick(&sources, Qt::Key_Space);
        QVERIFY2(window->save(), qPrintable(window->form().problem()));

        const Lesson lesson = readOwnLessons(m_own / "lessons", around()).all.at(0).lesson.value();
        QVERIFY(lesson.essential);
        QCOMPARE(lesson.claim, std::string("order-matters"));
        QCOMPARE(lesson.sources, (std::vector<std::string>{"hochreiter-1997", "chung-2014"}));
        const auto again = this->window();
        QVERIFY(!again->isChanged());
        choose(field<QComboBox>(*again, "card_evidence"), "nothing is measured");
        QVERIFY(field<QComboBox>(*again, "evidence").currentText().endsWith("(no card measures it)"));
        QCOMPARE(again->form().draft().claim, std::string("order-matters"));
        choose(field<QComboBox>(*again, "evidence"), "none");
        field<QCheckBox>(*again, "essential").click();
        auto &ticked = field<SourceTicks>(*again, "sources");
        for (int row : {0, 2})
            ticked.item(row)->setCheckState(Qt::Unchecked);
        QVERIFY2(again->save(), qPrintable(again->form().problem()));
        const Json json = parseJson(readFile(m_own / "lessons" / "an-hour.json", 1 << 20).value()).value();
        QVERIFY(!json.contains("evidence") && !json.contains("sources") && json["essential"] == false);
    }

    /// What a file of another hand names and nobody knows is said at its field, and not lost.
    void anUnknownClaimAndSourceStandAtTheirFields()
    {
        QVERIFY(writeFileAtomically(path("lessons/an-hour.json"),
                                    R"({"title": "An hour", "experiment": {"demo": "hello-world"},
 "evidence": "magic", "sources": ["a-book", "cho-2014"], "cards": [{"title": "A", "text": "B"}]})")
                    .ok());
        const auto window = this->window();
        QCOMPARE(problemAt(*window, "evidence"), QString("There is no claim \"magic\"."));
        auto &sources = field<SourceTicks>(*window, "sources");
        QCOMPARE(sources.count(), 15);
        QVERIFY2(sources.item(14)->text().startsWith("a-book ("), qPrintable(sources.item(14)->text()));
        QCOMPARE(window->form().draft().sources, (std::vector<std::string>{"a-book", "cho-2014"}));
        choose(field<QComboBox>(*window, "evidence"), "none");
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
    }

    void theNetworkThatIsOpenInExploreBecomesTheLessons()
    {
        QVERIFY(writeFileAtomically(path("lessons/an-hour.json"), R"({"title": "An hour", "experiment":
 {"spec": {"cell": "gru", "input_size": 1, "hidden_size": 3}, "seed": 4, "lengths": [7]},
 "cards": [{"title": "A", "text": "B"}]})")
                    .ok());
        Experiment open = demo("hello-world");
        const auto window = this->window([&] { return open; });
        QVERIFY2(window->form().problem().isEmpty(), qPrintable(window->form().problem()));
        NetworkField &network = window->form().network();
        const QString written = network.currentText();
        QCOMPARE(written, QString("written in the lesson's file: GRU, units: 3, steps: 7"));
        window->findChild<QTabWidget *>()->setCurrentIndex(1);
        window->show();
        QVERIFY(window->preview());
        choose(network, "the network that is open in Explore now");
        QTRY_COMPARE(window->preview()->stage().document().experiment().title, open.title);
        QCOMPARE(network.network().value().title, open.title);
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
        const auto saved = [&] { return readOwnLessons(m_own / "lessons", around()).all.at(0).lesson->experiment; };
        QCOMPARE(saved().parameters, open.parameters);
        const auto files = [&] { return QDir(qPath("lessons")).entryList({"*.gatescope"}).size(); };
        QCOMPARE(files(), qsizetype(1));
        choose(network, "the network that is open in Explore now"); // the very same one
        QCOMPARE(files(), qsizetype(1));
        QVERIFY(!window->isChanged());
        open = demo("latch");
        choose(network, "the network that is open in Explore now");
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
        QCOMPARE(saved().spec.hiddenSize, open.spec.hiddenSize);
        QCOMPARE(files(), qsizetype(2));
        QVERIFY(this->window()->form().network().findText("the network that is open in Explore now") < 0);
    }

    /// A key that would pass over "one that I write now…" opens the list; so does a letter that would jump to "a
    /// file…".
    void keysOpenAListBeforeTheyChoose()
    {
        const auto window = this->window();
        window->show();
        int requests = 0;
        connect(window.get(), &OwnLessonsWindow::questionRequested, this, [&] { ++requests; });
        for (const char *name : {"card_commitment", "experiment"})
            for (const Qt::Key key : {Qt::Key_Down, Qt::Key_A, Qt::Key_End}) {
                auto &box = field<QComboBox>(*window, name);
                const int before = box.currentIndex();
                QTest::keyClick(&box, key);
                QVERIFY(box.view()->isVisible());
                QCOMPARE(box.currentIndex(), before);
                box.hidePopup();
            }
        QCOMPARE(requests, 0);
    }

    void theWheelChangesNoFieldThatNobodyWorksIn()
    {
        const auto window = this->window();
        window->show();
        field<QLineEdit>(*window, "title").setFocus();
        for (const char *name : {"minutes", "experiment", "card_evidence"}) {
            auto &passed = field<QWidget>(*window, name);
            const QString before = window->form().state();
            QWheelEvent down(QPointF(5, 5), passed.mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
                             Qt::NoModifier, Qt::NoScrollPhase, false);
            QApplication::sendEvent(&passed, &down);
            QCOMPARE(window->form().state(), before);
        }
    }
};

QTEST_MAIN(LessonFactsTest)
#include "lesson_facts_test.moc"
