// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/base/program_files.h"
#include "core/experiment/files/experiment_file.h"
#include "core/learning/lessons/chapters.h"
#include "core/learning/lessons/question_file.h"
#include "core/learning/own/lesson_draft.h"
#include "core/learning/own/own_lessons.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

const LessonSurroundings &around()
{
    static const LessonSurroundings all = [] {
        LessonSurroundings made{resourceFolder(), readLessonFolder(resourceFolder()).lessons, {}};
        made.questions = readQuestionFolder(resourceFolder(), made.lessons).questions;
        return made;
    }();
    return all;
}

const std::string good = R"({"name": "mine", "title": "My hour", "minutes": 9,
 "experiment": {"demo": "hello-world"},
 "cards": [{"title": "One", "text": "See **z**.", "place": {"step": 3, "part": "update", "unit": 2}},
  {"title": "Two", "text": "And now?", "commitment": "update-share", "after": "So it is."}]})";

/// Without the order of its fields.
nlohmann::json unordered(const Json &json)
{
    return nlohmann::json::parse(writeJson(json));
}

std::string with(std::string text, const std::string &part, const std::string &instead)
{
    const auto at = text.find(part);
    return at == std::string::npos ? std::string() : text.replace(at, part.size(), instead);
}

} // namespace

/// Lessons that a teacher writes lie in a folder of their own, a file each.
class OwnLessonsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_all;
    std::filesystem::path m_folder;

    void put(const std::string &name, const std::string &text)
    {
        QVERIFY(writeFileAtomically(m_folder / name, text).ok());
    }
    OwnLessons read() const { return readOwnLessons(m_folder, around()); }
    std::string refusalOf(const std::string &text)
    {
        put("mine.json", text);
        const OwnLessons found = read();
        return found.refused().empty() ? "read" : found.refused().front().english();
    }

private slots:
    void init()
    {
        m_folder = std::filesystem::path(m_all.path().toStdString()) / QTest::currentTestFunction();
        std::filesystem::create_directories(m_folder);
    }

    void withoutAFolderThereAreNone()
    {
        QVERIFY(readOwnLessons({}, around()).all.empty());
        QVERIFY(readOwnLessons(m_folder / "nowhere", around()).all.empty());
    }

    void aFileIsALessonBehindTheProgramsOwn()
    {
        put("mine.json", good);
        const std::vector<Lesson> shown = read().shown();
        QCOMPARE(shown.size(), std::size_t(1));
        QVERIFY(shown[0].isOwn);
        QCOMPARE(shown[0].number, around().lessons.back().number + 1);
        QCOMPARE(shown[0].number, ownChapter().firstLesson);
        QCOMPARE(shown[0].cards.size(), std::size_t(2));
        const Experiment stage = shownOn(shown[0].cards[0], shown[0]);
        QCOMPARE(stage.view.step, 3);
        QCOMPARE(stage.view.unit, 2);
    }

    /// One file for both forms: what ships can be copied and changed.
    void aShippedLessonCanBeCopied()
    {
        const auto text = readFile(resourceFolder() / "lessons" / "06-a-game-of-keep-and-erase.json", 1 << 20);
        put("copy.json", with(*text, "\"a-game-of-keep-and-erase\"", "\"my-game\""));
        QCOMPARE(read().shown().size(), std::size_t(1));
        QVERIFY(refusalOf(*text).find("another lesson has the name") != std::string::npos);
    }

    void numbersOrderThem()
    {
        put("a.json", with(good, "\"mine\"", "\"a\""));
        put("b.json", with(good, "\"mine\"", "\"b\", \"number\": 2"));
        put("c.json", with(good, "\"mine\"", "\"c\", \"number\": 1"));
        const std::vector<Lesson> shown = read().shown();
        QCOMPARE(shown.size(), std::size_t(3));
        QCOMPARE(shown[0].name + shown[1].name + shown[2].name, std::string("cba"));
        QCOMPARE(shown[2].number, ownChapter().firstLesson + 2);
    }

    void aBrokenOneIsRefusedWithFileLineAndReasonAndTheOthersAreRead()
    {
        put("good.json", with(good, "\"mine\"", "\"good\""));
        QCOMPARE(refusalOf(with(good, "\"See **z**.\"", "\"\"")), "mine.json: line 3: cards[0].text is empty.");
        QCOMPARE(read().shown().size(), std::size_t(1));
        QCOMPARE(refusalOf(with(good, "\"step\": 3", "\"step\": 99")),
                 "mine.json: line 3: cards[0].place: The view looks at step 99, but there are only 0 to 10.");
        QCOMPARE(refusalOf(with(good, "\"update\"", "\"upbeat\"")),
                 "mine.json: line 3: cards[0].place: there is no part \"upbeat\".");
        QCOMPARE(refusalOf(with(good, "update-share", "no-such-question")),
                 "mine.json: line 4: cards[1].commitment: there is no question \"no-such-question\".");
        QVERIFY(refusalOf(with(good, "hello-world", "no-such-demo")).starts_with("mine.json: line 2: experiment: "));
        QVERIFY(refusalOf(with(good, "hello-world", "../lessons/x")).find("there is no demo") != std::string::npos);
        QVERIFY(
            refusalOf(with(good, "\"demo\": \"hello-world\"", "\"file\": \"../a.gatescope\"")).find("beside the lesson")
            != std::string::npos);
        QVERIFY(refusalOf(with(good, "\"title\": \"My hour\",", "")).find("title is missing") != std::string::npos);
        QVERIFY(refusalOf("{").starts_with("mine.json: "));
        QVERIFY(refusalOf("[]").starts_with("mine.json: "));
        QCOMPARE(read().shown().size(), std::size_t(1));
        put("zz.json", with(good, "\"mine\"", "\"good\""));
        put("mine.json", good);
        QCOMPARE(read().refused().front().english(), "zz.json: name: another lesson has the name \"good\".");
    }

    void whatIsWrittenIsReadBack()
    {
        const auto json = parseJson(good);
        const auto draft = draftOf(*json);
        QVERIFY(draft.ok());
        QCOMPARE(draft->cards.size(), std::size_t(2));
        const auto file = addOwnLesson(m_folder, "mine", toJson(*draft));
        QVERIFY(file.ok());
        QCOMPARE(file->filename().string(), "mine.json");
        const OwnLessons read = this->read();
        QVERIFY2(read.refused().empty(), read.refused().empty() ? "" : read.refused()[0].english().c_str());
        QCOMPARE(writeJson(toJson(*draftOf(read.all[0].json))), writeJson(toJson(*draft)));
        QCOMPARE(read.all[0].lesson->cards[1].after, "So it is.");
        QCOMPARE(addOwnLesson(m_folder, "mine", toJson(*draft))->filename().string(), "mine-2.json");
    }

    /// Of the program's lessons too: a form that shows a few fields loses none of the others.
    void everyShippedLessonSurvivesTheForm()
    {
        for (const auto &entry : std::filesystem::directory_iterator(resourceFolder() / "lessons")) {
            if (entry.path().extension() != ".json")
                continue;
            const auto json = parseJson(readFile(entry.path(), 1 << 20).value());
            const auto draft = draftOf(*json);
            QVERIFY2(draft.ok(), entry.path().c_str());
            const Json again = toJson(*draft);
            for (const auto &[field, value] : json->items())
                if (field != "cards")
                    QVERIFY2(unordered(again[field]) == unordered(value), field.c_str());
            QCOMPARE(again["cards"].size(), (*json)["cards"].size());
            for (std::size_t i = 0; i < again["cards"].size(); ++i)
                for (const auto &[field, value] : (*json)["cards"][i].items())
                    QVERIFY2(unordered(again["cards"][i][field]) == unordered(value),
                             (entry.path().string() + ": " + field).c_str());
        }
    }

    void whatAnotherProgramChangedIsNotWrittenOver()
    {
        put("mine.json", good);
        const OwnLesson own = read().all[0];
        put("mine.json", good + "\n");
        QVERIFY(!replaceOwnLesson(own, own.json).ok());
        QVERIFY(!removeOwnLesson(own).ok());
        QCOMPARE(readFile(m_folder / "mine.json", 1 << 20).value(), good + "\n");
        QVERIFY(removeOwnLesson(read().all[0]).ok());
        QVERIFY(read().all.empty());
    }

    void anExperimentOfOnesOwnIsCopiedBesideTheLessons()
    {
        const auto latch = resourceFolder() / "experiments" / "latch.gatescope";
        QCOMPARE(takeExperiment(latch, m_folder).value(), "latch.gatescope");
        QCOMPARE(takeExperiment(latch, m_folder).value(), "latch-2.gatescope");
        put("no.gatescope", "no");
        QVERIFY(!takeExperiment(m_folder / "no.gatescope", m_folder).ok());
        put("mine.json",
            with(with(good, "\"demo\": \"hello-world\"", "\"file\": \"latch.gatescope\""), "\"unit\": 2",
                 "\"unit\": 1"));
        const OwnLessons read = this->read();
        QVERIFY2(read.refused().empty(), read.refused().empty() ? "" : read.refused()[0].english().c_str());
        const auto offered = offeredNetworks(m_folder, resourceFolder());
        const auto demos
            = std::ranges::count_if(offered, [](const auto &one) { return one.experiment.contains("demo"); });
        const QDir shipped(QString::fromStdString((resourceFolder() / "experiments").string()));
        QVERIFY(demos >= 4);
        QCOMPARE(qsizetype(demos), shipped.entryList({QStringLiteral("*.gatescope")}).size());
        QCOMPARE(offered.back().experiment["file"].get<std::string>(), std::string("no.gatescope"));
    }

    void whatIsOpenIsTakenInOnceAndUnderItsName()
    {
        Experiment open = readExperimentFile(resourceFolder() / "experiments" / "latch.gatescope").value();
        open.title = "My latch";
        QCOMPARE(takeOpenExperiment(open, m_folder).value(), "my-latch.gatescope");
        QCOMPARE(takeOpenExperiment(open, m_folder).value(), "my-latch.gatescope");
        QVERIFY(*readExperimentFile(m_folder / "my-latch.gatescope") == open);
        open.parameters.layers[0].W(0, 0) += 1;
        QCOMPARE(takeOpenExperiment(open, m_folder).value(), "my-latch-2.gatescope");
        open.title = ".hidden";
        QCOMPARE(takeOpenExperiment(open, m_folder).value(), "network.gatescope");
        open.parameters.layers.clear();
        QVERIFY(!takeOpenExperiment(open, m_folder).ok());
    }

    void aNetworkGoesWithTheLastLessonThatIsAboutIt()
    {
        const auto latch = resourceFolder() / "experiments" / "latch.gatescope";
        const std::string network = takeExperiment(latch, m_folder).value();
        const std::string about = with(good, R"("demo": "hello-world")", R"("file": ")" + network + R"(")");
        put("one.json", about);
        put("two.json", with(about, R"("mine")", R"("other")"));
        QVERIFY(removeOwnLesson(read().all[0]).ok());
        QVERIFY(std::filesystem::exists(m_folder / network));
        put("broken.json", "{");
        QVERIFY(removeUnusedNetwork(network, m_folder).ok());
        QVERIFY(std::filesystem::exists(m_folder / network)); // two.json is about it
        const OwnLessons left = read();
        const auto two = std::ranges::find(left.all, m_folder / "two.json", &OwnLesson::file);
        QVERIFY(removeOwnLesson(*two).ok());
        QVERIFY(!std::filesystem::exists(m_folder / network));
        put("kept.json", good);
        QVERIFY(removeUnusedNetwork("../" + m_folder.filename().string() + "/kept.json", m_folder).ok());
        const std::filesystem::path beside = m_folder.parent_path() / "not-of-a-lesson.gatescope";
        std::filesystem::copy_file(latch, beside, std::filesystem::copy_options::overwrite_existing);
        QVERIFY(removeUnusedNetwork("../not-of-a-lesson.gatescope", m_folder).ok());
        QVERIFY(std::filesystem::remove(beside)); // it was still there
        QVERIFY(removeUnusedNetwork("kept.json", m_folder).ok());
        QVERIFY(std::filesystem::exists(m_folder / "kept.json"));
    }

    void aNameIsMadeOfTheTitle()
    {
        QCOMPARE(freeLessonName("Gates, once more!", {}), "gates-once-more");
        QCOMPARE(freeLessonName("Gates", {"gates", "gates-2"}), "gates-3");
        QVERIFY(!freeLessonName("…", {}).empty());
    }
};

QTEST_GUILESS_MAIN(OwnLessonsTest)
#include "own_lessons_test.moc"
