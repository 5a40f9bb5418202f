// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/lessons/question_file.h"
#include "core/learning/lessons/translation.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <regex>

using namespace gatescope;

namespace {

const std::filesystem::path resources = GATESCOPE_SOURCE_DIR "/resources";

/// What the program has, with folders of translations laid over it.
struct Taught {
    std::vector<Lesson> lessons = readLessonFolder(resources).lessons;
    std::vector<Question> questions = readQuestionFolder(resources, lessons).questions;
    std::vector<Myth> myths = readMythFile(resources, lessons).myths;
    std::vector<Pitfall> pitfalls = readPitfallFile(resources, lessons).pitfalls;
    std::vector<Source> sources = readSourceFile(resources).sources;

    std::vector<Error> read(const std::vector<std::filesystem::path> &folders)
    {
        const Translations from{"de", folders, resources};
        std::vector<Error> refused = translate(lessons, from);
        std::ranges::move(translate(questions, from), std::back_inserter(refused));
        std::ranges::move(translate(myths, from), std::back_inserter(refused));
        std::ranges::move(translate(pitfalls, from), std::back_inserter(refused));
        std::ranges::move(translate(sources, from), std::back_inserter(refused));
        return refused;
    }
};

/// Somebody's own folder of resources with one translation in it.
struct OwnFolder {
    QTemporaryDir folder;

    void write(const QString &kind, const QString &name, const QByteArray &text)
    {
        QDir(folder.path()).mkpath(kind + "/de");
        QFile file(folder.filePath(kind + "/de/" + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
    }
    std::filesystem::path path() const { return folder.path().toStdString(); }
};

const Lesson &loop(const Taught &taught)
{
    return *std::ranges::find(taught.lessons, "the-loop-that-forgets", &Lesson::name);
}

/// What is pointed at in a card's words: terms of the equations and formulas.
std::vector<std::string> linksOf(const LessonCard &card)
{
    static const std::regex link(R"x(\]\(([^)]*)\))x");
    const std::string text = card.text + card.after;
    std::vector<std::string> found;
    for (std::sregex_iterator each(text.begin(), text.end(), link), end; each != end; ++each)
        found.push_back((*each)[1]);
    std::ranges::sort(found);
    return found;
}

} // namespace

class TranslationTest : public QObject
{
    Q_OBJECT

private slots:
    void theGermanFilesFitTheEnglishOnes()
    {
        Taught german;
        for (const Error &refused : german.read({resources}))
            QFAIL(refused.english().c_str());
        QCOMPARE(loop(german).title, std::string("Die Schleife, die vergisst"));
    }

    void everyLessonQuestionAndMythIsThereInGerman()
    {
        const Taught english;
        for (const Lesson &lesson : english.lessons) {
            const std::string file = std::to_string(lesson.number);
            const auto path
                = resources / "lessons/de" / (std::string(2 - file.size(), '0') + file + "-" + lesson.name + ".json");
            QVERIFY2(std::filesystem::exists(path), path.c_str());
        }
        Taught german;
        (void)german.read({resources});
        for (std::size_t i = 0; i < english.questions.size(); ++i)
            QVERIFY2(english.questions[i].text.text != german.questions[i].text.text, english.questions[i].id.c_str());
        for (std::size_t i = 0; i < english.myths.size(); ++i)
            QVERIFY2(english.myths[i].question.text.text != german.myths[i].question.text.text,
                     english.myths[i].id.c_str());
        for (std::size_t i = 0; i < english.sources.size(); ++i)
            QVERIFY2(english.sources[i].says.text != german.sources[i].says.text, english.sources[i].id.c_str());
    }

    /// The code stays; every word about it is German.
    void everyPitfallIsThereInGerman()
    {
        const Taught english;
        Taught german;
        (void)german.read({resources});
        QVERIFY(!english.pitfalls.empty());
        for (std::size_t i = 0; i < english.pitfalls.size(); ++i) {
            const Pitfall &here = english.pitfalls[i], &there = german.pitfalls[i];
            QCOMPARE(here.code, there.code);
            QVERIFY2(here.task.text != there.task.text, here.id.c_str());
            QVERIFY2(here.symptom.text.empty() || here.symptom.text != there.symptom.text, here.id.c_str());
            QVERIFY2(here.line.solution[0].text.text != there.line.solution[0].text.text, here.id.c_str());
            QVERIFY2(here.mend.solution[0].text.text != there.mend.solution[0].text.text, here.id.c_str());
            for (std::size_t k = 0; k < 2; ++k)
                QVERIFY2(here.mend.misconceptions[k].why.text != there.mend.misconceptions[k].why.text,
                         here.id.c_str());
        }
    }

    void everyCardPointsAtWhatTheEnglishOnePointsAt()
    {
        const Taught english;
        Taught german;
        (void)german.read({resources});
        for (std::size_t i = 0; i < english.lessons.size(); ++i)
            for (std::size_t card = 0; card < english.lessons[i].cards.size(); ++card)
                QVERIFY2(linksOf(english.lessons[i].cards[card]) == linksOf(german.lessons[i].cards[card]),
                         (english.lessons[i].name + ", card " + std::to_string(card)).c_str());
    }

    void ownCorrectionOfACardWinsAndTheOthersStay()
    {
        OwnFolder own;
        own.write("lessons", "loop.json",
                  R"({"name": "the-loop-that-forgets", "cards": [{"title": "Mein Titel"}, {}, {}, {}, {}, {}, {}]})");
        Taught taught;
        QVERIFY(taught.read({resources, own.path()}).empty());
        QCOMPARE(loop(taught).cards[0].title, std::string("Mein Titel"));
        QVERIFY(loop(taught).cards[0].text.starts_with("Dieselbe Zelle"));
        QCOMPARE(loop(taught).cards[1].title, std::string("Was ein einfaches RNN rechnet"));
    }

    void whatIsMissingStaysEnglish()
    {
        OwnFolder own;
        own.write("questions", "one.json", R"([{"id": "loop-what-is-a-state", "text": "Was ist das?"}])");
        Taught taught;
        QVERIFY(taught.read({own.path()}).empty());
        const auto question = std::ranges::find(taught.questions, "loop-what-is-a-state", &Question::id);
        QCOMPARE(question->text.text, std::string("Was ist das?"));
        QVERIFY(question->hint.text.starts_with("It has the same size"));
        QCOMPARE(loop(taught).title, std::string("The loop that forgets"));
    }

    void whatDoesNotFitIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("says");
        QTest::newRow("cards") << "lessons" << QByteArray("{\"name\": \"the-loop-that-forgets\",\n\"cards\": [{}, {}]}")
                               << "de/x.json: line 2: cards: the lesson has 7 cards, its translation 2.";
        QTest::newRow("no such lesson") << "lessons" << QByteArray(R"({"name": "no", "cards": []})")
                                        << "there is no lesson";
        QTest::newRow("a misspelt field")
            << "lessons"
            << QByteArray(R"({"name": "the-loop-that-forgets", "cards": [{"titel": "A"}, {}, {}, {}, {}, {}, {}]})")
            << "cards[0].titel: a translation has no such field";
        QTest::newRow("no such formula") << "lessons"
                                         << QByteArray(R"x({"name": "the-loop-that-forgets", "cards": )x"
                                                       R"x([{"text": "![f](formula:no)"}, {}, {}, {}, {}, {}, {}]})x")
                                         << "there is no formula";
        QTest::newRow("options") << "questions"
                                 << QByteArray("[\n{\"id\": \"loop-what-is-a-state\",\n \"options\": [\"a\", \"b\"]}]")
                                 << "de/x.json: line 3: [0].options is ";
        QTest::newRow("an answer that is not said")
            << "questions"
            << QByteArray(R"([{"id": "loop-what-is-a-state", "solution": ["So.", "Also: nichts davon."]}])")
            << "does not say the answer";
        QTest::newRow("no such question")
            << "questions" << QByteArray(R"([{"id": "no", "text": "a"}])") << "there is no \"no\" to be translated";
        QTest::newRow("no list") << "myths" << QByteArray("{}") << "a translation is a JSON list";
        QTest::newRow("no JSON") << "myths" << QByteArray("[") << "de/x.json: ";
    }
    void whatDoesNotFitIsRefusedWithItsLine()
    {
        QFETCH(const QString, kind);
        QFETCH(const QByteArray, text);
        QFETCH(const QString, says);
        OwnFolder own;
        own.write(kind, "x.json", text);
        own.write("lessons", "y.json",
                  R"({"name": "order-matters", "title": "Gelesen", "cards": [{}, {}, {}, {}, {}, {}, {}, {}]})");
        Taught taught;
        const std::vector<Error> refused = taught.read({own.path()});
        QCOMPARE(refused.size(), std::size_t(1));
        QVERIFY2(refused.front().english().find(says.toStdString()) != std::string::npos,
                 refused.front().english().c_str());
        QCOMPARE(loop(taught).title, std::string("The loop that forgets"));
        QCOMPARE(taught.lessons.front().title, std::string("Gelesen"));
    }
};

QTEST_GUILESS_MAIN(TranslationTest)
#include "translation_test.moc"
