// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/program_files.h"
#include "core/experiment/files/experiment_file.h"
#include "core/learning/lessons/lesson.h"
#include "core/learning/own/own_questions.h"
#include "tests/ui/common/boxes.h"
#include "tests/ui/learn/lesson_desk.h"
#include "ui/drawing/stage/played_stage.h"
#include "ui/learn/card_panel.h"
#include "ui/learn/lesson_view.h"
#include "ui/learn/own/deed_fields.h"
#include "ui/learn/own/lesson_form.h"
#include "ui/learn/own/own_lessons_window.h"
#include "ui/learn/own/stage_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
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

namespace {

/// Without the order of its fields.
nlohmann::json unordered(const Json &json)
{
    return nlohmann::json::parse(writeJson(json));
}

/// A box to tick, or a button, with these words.
QCheckBox *boxOf(QWidget &fields, const QString &words)
{
    for (QCheckBox *box : fields.findChildren<QCheckBox *>())
        if (box->text() == words)
            return box;
    return nullptr;
}

template<typename Field>
Field *calledField(QWidget &fields, const QString &accessibleName)
{
    for (Field *field : fields.findChildren<Field *>())
        if (field->accessibleName() == accessibleName)
            return field;
    return nullptr;
}

} // namespace

/// What a card can have beside its words is written in the form, and nowhere else.
class LessonFieldsTest : public LessonDesk
{
    Q_OBJECT

private slots:
    void init() { makeFolder(); }

    /// All that the program's own lessons hold can be shown in the form, and comes out of it as it was.
    void everyShippedLessonPassesThroughTheFormUnchanged()
    {
        LessonForm form(around(), m_own / "lessons");
        int cards = 0;
        for (const auto &entry : std::filesystem::directory_iterator(resourceFolder() / "lessons")) {
            if (entry.path().extension() != ".json")
                continue;
            const Json json = parseJson(readFile(entry.path(), 1 << 20).value()).value();
            form.setDraft(draftOf(json).value());
            for (int card = 0; card < form.cards().count(); ++card)
                form.showCard(card);
            const Json again = toJson(form.draft());
            for (std::size_t i = 0; i < json["cards"].size(); ++i, ++cards)
                QVERIFY2(unordered(again["cards"][i]) == unordered(json["cards"][i]),
                         (entry.path().filename().string() + "\n" + writeJson(again["cards"][i], 1) + "\n"
                          + writeJson(json["cards"][i], 1))
                             .c_str());
            QVERIFY(unordered(again) == unordered(json));
        }
        QVERIFY(cards > 200);
    }

    void slidersBiasLightAndWaitingAreWrittenInTheForm()
    {
        const auto window = this->window();
        typeCard(*window);
        QWidget &sliders = field<QWidget>(*window, "card_controls");
        boxOf(sliders, "Update-gate bias")->click();
        QWidget &bias = field<QWidget>(*window, "card_update_bias");
        boxOf(bias, "the card sets it to")->click();
        bias.findChild<QDoubleSpinBox *>()->setValue(1.5);
        auto &lit = field<QComboBox>(*window, "card_highlight");
        lit.setCurrentIndex(lit.findText("z"));
        auto &asked = field<QComboBox>(*window, "card_commitment");
        asked.setCurrentIndex(asked.findData("update-share"));
        emit asked.activated(asked.currentIndex());
        QWidget &waiting = field<QWidget>(*window, "card_before");
        waiting.findChild<QCheckBox *>()->click();
        calledField<QSpinBox>(waiting, "step")->setValue(2);
        auto &measured = field<QComboBox>(*window, "card_evidence");
        measured.setCurrentIndex(1);
        auto &more = field<QComboBox>(*window, "card_more_evidence");
        QVERIFY(more.isVisibleTo(&window->form()));
        more.setCurrentIndex(2);
        field<QSpinBox>(*window, "number").setValue(3);
        QVERIFY2(window->save(), qPrintable(window->form().problem()));

        const OwnLessons read = readOwnLessons(m_own / "lessons", around());
        QVERIFY(read.refused().empty());
        const LessonCard &card = read.all.at(0).lesson->cards.at(0);
        QCOMPARE(card.controls, std::vector<std::string>{"update-bias"});
        QCOMPARE(card.updateBias, std::optional(1.5));
        QCOMPARE(card.highlight, std::string("z"));
        QCOMPARE(card.before.value().step, 2);
        QCOMPARE(card.evidence.size(), std::size_t(2));
        QCOMPARE(read.all[0].lesson->number, 3);
        const auto again = this->window();
        QVERIFY(again->form().draft().cards[0].card.before == card.before);
        QVERIFY(!again->isChanged());
        boxOf(field<QWidget>(*again, "card_controls"), "Update-gate bias")->click();
        boxOf(field<QWidget>(*again, "card_update_bias"), "the card sets it to")->click();
        QVERIFY(again->isChanged());
        QVERIFY(again->save());
        const Json json = parseJson(readFile(m_own / "lessons" / "an-hour.json", 1 << 20).value()).value();
        QVERIFY(!json["cards"][0].contains("controls") && !json["cards"][0].contains("update_bias"));
    }

    void everyKindOfTaskIsWrittenInTheForm_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("deed");
        QTest::newRow("survive") << "a state must survive"
                                 << R"({"survive": {"unit": 1, "from": 2, "steps": 7, "share": 1.0}})";
        QTest::newRow("point") << "a step must be found"
                               << R"({"point": {"part": "update", "unit": 1, "where": "largest"}})";
        QTest::newRow("reach") << "a value must be reached"
                               << R"({"reach": {"part": "update", "unit": 1, "step": 2, "most": 0.01}})";
        QTest::newRow("gradient") << "the gradient must survive"
                                  << R"({"gradient": {"steps": 7, "share": 0.9}})";
    }

    void everyKindOfTaskIsWrittenInTheForm()
    {
        QFETCH(QString, kind);
        QFETCH(QString, deed);
        const auto window = this->window();
        typeCard(*window);
        auto &fields = field<DeedFields>(*window, "card_deed");
        auto *kinds = calledField<QComboBox>(fields, "What is to be done");
        kinds->setCurrentIndex(kinds->findText(kind));
        const auto set = [&](const char *name, double value) {
            if (auto *number = calledField<QSpinBox>(fields, name); number && number->isVisibleTo(&fields))
                number->setValue(int(value));
            if (auto *number = calledField<QDoubleSpinBox>(fields, name); number && number->isVisibleTo(&fields))
                number->setValue(value);
        };
        const auto choose = [&](const char *name, const QString &item) {
            if (auto *box = calledField<QComboBox>(fields, name); box && box->isVisibleTo(&fields))
                box->setCurrentIndex(box->findText(item));
        };
        set("unit", 1);
        set("step", 2);
        set("for so many steps", 7);
        set("keeping at least", kind.contains("gradient") ? 90 : 100);
        set("value", 0.01);
        choose("part", "update gate");
        choose("where it is", "largest");
        choose("must be", "at most");
        QVERIFY(!window->save());
        QCOMPARE(problemAt(*window, "card_deed"), QString("Say in words what is to be done."));
        QTest::keyClicks(calledField<QLineEdit>(fields, "In words"), "Do it.");
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
        const Json json = parseJson(readFile(m_own / "lessons" / "an-hour.json", 1 << 20).value()).value();
        Json expected = parseJson(deed.toStdString()).value();
        expected["asks"] = "Do it.";
        QVERIFY2(unordered(json["cards"][0]["deed"]) == unordered(expected), writeJson(json["cards"][0]).c_str());
        QCOMPARE(readOwnLessons(m_own / "lessons", around()).all.at(0).lesson->cards[0].asks, std::string("Do it."));

        auto *tabs = window->findChild<QTabWidget *>();
        tabs->setCurrentIndex(1);
        window->show();
        QVERIFY(window->preview());
        QVERIFY(window->preview()->panel().inWords().contains("Do it."));
        window->hide();
    }

    void aTaskThatIsDoneAlreadyOrCannotBeDoneIsRefusedAtItsField()
    {
        const auto window = this->window();
        typeCard(*window);
        auto &fields = field<DeedFields>(*window, "card_deed");
        const auto wanted = [&](const Deed &deed) {
            fields.setDeed(deed, "Do it.");
            const bool isSaved = window->save();
            return isSaved ? QString("saved") : problemAt(*window, "card_deed");
        };
        QCOMPARE(wanted(ValueReach{Part::update, 0, 1, 0.0, {}}),
                 QString("Deed is done before anybody has done anything."));
        QVERIFY2(wanted(Survival{0, 5, 90, 0.5, {}, 0.5}).contains("there are no 90 steps more"),
                 qPrintable(problemAt(*window, "card_deed")));
        QVERIFY2(wanted(ValueReach{Part::update, 500, 1, 0.5, {}}).contains("no unit 500"),
                 qPrintable(problemAt(*window, "card_deed")));
        QCOMPARE(wanted(ValueReach{Part::update, 0, 1, 0.9999, {}}), QString("saved"));
    }

    /// Written beside, in the window of questions: the list knows it, and the card that wanted it asks it.
    void aQuestionOfOnesOwnIsAskedOnTheCardThatWantedIt()
    {
        const auto window = this->window();
        typeCard(*window);
        auto &asked = field<QComboBox>(*window, "card_commitment");
        int requests = 0;
        connect(window.get(), &OwnLessonsWindow::questionRequested, this, [&] { ++requests; });
        asked.setCurrentIndex(asked.findText("one that I write now…"));
        emit asked.activated(asked.currentIndex());
        QCOMPARE(requests, 1);
        QCOMPARE(asked.currentText(), QString("nothing is asked"));
        Question mine = around().questions.front();
        mine.id = "mine";
        mine.text = {"Is this mine?", {}};
        QVERIFY(addOwnQuestions(m_own / "questions", {mine}).ok());
        window->followQuestions();
        QCOMPARE(asked.currentText(), QString("Is this mine?"));
        QVERIFY2(window->save(), qPrintable(window->form().problem()));
        const Json json = parseJson(readFile(m_own / "lessons" / "an-hour.json", 1 << 20).value()).value();
        QCOMPARE(json["cards"][0]["commitment"].get<std::string>(), std::string("mine"));
    }

    /// A teacher's lesson goes to a class as one file, with the network and the question that it stands on.
    void aLessonIsHandedOnAsOneFile()
    {
        Question mine = around().questions.front();
        mine.id = "mine";
        mine.text = {"Is this mine?", {}};
        QVERIFY(addOwnQuestions(m_own / "questions", {mine}).ok());
        {
            const auto teacher = this->window();
            typeCard(*teacher);
            const auto latch = resourceFolder() / "experiments" / "latch.gatescope";
            QVERIFY(teacher->form().takeNetwork(QString::fromStdString(latch.string())).ok());
            auto &asked = field<QComboBox>(*teacher, "card_commitment");
            asked.setCurrentIndex(asked.findData("mine"));
            emit asked.activated(asked.currentIndex());
            QVERIFY2(teacher->save(), qPrintable(teacher->form().problem()));
            teacher->exportTo(qPath("handed.json"));
            QVERIFY2(teacher->message().startsWith("Exported as handed.json."), qPrintable(teacher->message()));
        }
        const std::filesystem::path mineBefore = m_own;
        m_own = m_own / "student"; // another computer
        std::filesystem::create_directories(m_own / "lessons");
        const auto student = this->window();
        student->importFrom(QString::fromStdString((mineBefore / "handed.json").string()));
        QCOMPARE(student->message(), QString("“An hour” was imported, and with it 1 of its questions."));
        const OwnQuestions questions = readOwnQuestions(m_own / "questions", around().lessons, around().questions);
        QCOMPARE(questions.askable().size(), std::size_t(1));
        LessonSurroundings with = around();
        with.questions.push_back(questions.askable().front());
        const OwnLessons lessons = readOwnLessons(m_own / "lessons", with);
        QVERIFY2(lessons.refused().empty(), lessons.refused().empty() ? "" : lessons.refused()[0].english().c_str());
        QCOMPARE(lessons.all.at(0).lesson->cards[0].commitment, std::string("mine"));
        QVERIFY(std::filesystem::exists(m_own / "lessons" / "latch.gatescope"));

        student->importFrom(QString::fromStdString((mineBefore / "handed.json").string()));
        QCOMPARE(student->message(), QString("“An hour” was there already."));
        QCOMPARE(student->list().count(), 1);
        for (const char *bad : {"{}", "[", R"({"gatescope_lesson": 9, "lesson": {}})",
                                R"({"gatescope_lesson": 1, "lesson": {"title": "A", "cards": []}})"}) {
            QVERIFY(writeFileAtomically(path("bad.json"), bad).ok());
            student->importFrom(qPath("bad.json"));
            QVERIFY2(student->message().startsWith("bad.json: "), qPrintable(student->message()));
        }
        QCOMPARE(student->list().count(), 1);
    }
};

QTEST_MAIN(LessonFieldsTest)
#include "lesson_fields_test.moc"
