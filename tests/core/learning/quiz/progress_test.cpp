// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/quiz/progress.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cmath>

using namespace gatescope;

namespace {

Question asked(const std::string &id, const std::string &topic = "gates")
{
    Question question;
    question.id = id;
    question.topic = topic;
    return question;
}

} // namespace

class ProgressTest : public QObject
{
    Q_OBJECT

private slots:
    /// Files of questions come from anywhere; what they call a question must not make the progress unreadable.
    void whatIsWrittenCanBeReadAgain()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("progress.json").toStdString();
        Progress progress;
        progress.note(asked("good"), false);
        progress.note(asked(std::string(3'000'000, 'x')), false);
        progress.note(asked("not \xff UTF-8"), false);
        progress.note(asked("line\nbreak"), true);
        for (int i = 0; i < 25'000; ++i)
            progress.note(asked("a question with a rather long name of its own, number " + std::to_string(i)),
                          i % 2 == 0);
        QVERIFY(writeProgress(file, progress).ok());
        const auto again = readProgress(file);
        QVERIFY2(again.ok(), again ? "" : again.error().english().c_str());
        QCOMPARE(writeJson(again->toJson()), writeJson(progress.toJson()));
        QCOMPARE(again->answered(), 25'004);
        QVERIFY(again->hasAnswered("good"));
        QCOMPARE(again->returning().front().size() < 100, true);
    }

    void aMissedQuestionReturnsAfterAWhileAndEachTimeLater()
    {
        Progress progress;
        progress.note(asked("blend-by-hand:7"), false);
        QVERIFY(progress.due().empty());
        std::vector<int> returns;
        for (int i = 1; i <= 60; ++i) {
            if (progress.due() == std::vector<std::string>{"blend-by-hand"}) {
                returns.push_back(progress.answered());
                progress.note(asked("blend-by-hand:" + std::to_string(i)), true); // with new numbers
            } else {
                QVERIFY(progress.due().empty());
                progress.note(asked("other" + std::to_string(i)), true);
            }
        }
        QCOMPARE(returns, (std::vector{4, 11, 24, 49})); // 3, 6, 12, 24 others between
    }

    void missedAgainItReturnsSoon()
    {
        Progress progress;
        progress.note(asked("q"), false);
        for (int i = 0; i < 3; ++i)
            progress.note(asked("other"), true);
        progress.note(asked("q"), false);
        QVERIFY(progress.due().empty());
        for (int i = 0; i < 3; ++i)
            progress.note(asked("other"), true);
        QCOMPARE(progress.due(), std::vector<std::string>{"q"});
    }

    void theLadderGoesUpAndDown()
    {
        Progress progress;
        const auto level = [&] { return progress.topic("gates").level; };
        for (int i = 0; i < 3; ++i)
            progress.note(asked("q"), true);
        QCOMPARE(level(), Level::medium);
        progress.note(asked("q"), false);
        QCOMPARE(level(), Level::medium);
        progress.note(asked("q"), false);
        QCOMPARE(level(), Level::easy);
        for (int i = 0; i < 12; ++i)
            progress.note(asked("q"), true);
        QCOMPARE(level(), Level::hard);
        QCOMPARE(progress.topic("gates").right, 15);
        QCOMPARE(progress.topic("gates").wrong, 2);
        QCOMPARE(progress.topic("order").right, 0);
    }

    void itIsKeptInAFileAndErased()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("anna.json").toStdString();
        QCOMPARE(readProgress(file)->answered(), 0);
        QVERIFY(!std::filesystem::exists(file)); // who only looks leaves nothing
        Progress progress;
        progress.note(asked("a"), false);
        progress.note(asked("b", "order"), true);
        progress.reachCard("order-matters", 4);
        progress.finishCard("order-matters", 2);
        QVERIFY(writeProgress(file, progress).ok());
        const auto back = readProgress(file);
        QVERIFY(back.ok());
        QVERIFY(back->hasAnswered("a") && back->hasAnswered("b") && !back->hasAnswered("c"));
        QVERIFY(back->toJson() == progress.toJson());
        QVERIFY((back->lesson("order-matters") == Progress::LessonResult{4, {2}, false}));
        QCOMPARE(back->lastLesson(), std::string("order-matters"));
        QVERIFY(eraseProgress(file).ok());
        QVERIFY(!std::filesystem::exists(file));
        QVERIFY(eraseProgress(file).ok());
    }

    void whatACardWasAnsweredIsKept()
    {
        const QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("anna.json").toStdString();
        const Sentence option{"an option", {}};
        const std::vector<std::pair<QuestionKind, Answer>> answers{{QuestionKind::choice, 1},
                                                                   {QuestionKind::choices, std::vector{0, 2}},
                                                                   {QuestionKind::numeric, 1 / 3.0},
                                                                   {QuestionKind::shape, std::vector{4, 7, 3}},
                                                                   {QuestionKind::order, std::vector{2, 0, 1}},
                                                                   {QuestionKind::point, PointAnswer{{}, 3, {}}},
                                                                   {QuestionKind::point, PointAnswer{"reset", {}, {}}}};
        Progress progress;
        std::vector<Question> questions;
        for (const auto &[kind, answer] : answers) {
            Question &question = questions.emplace_back(asked("q" + std::to_string(questions.size())));
            question.kind = kind;
            question.options = {option, option, option};
            QVERIFY(!progress.answerTo(question));
            progress.keepAnswer(question, answer);
        }
        QVERIFY(writeProgress(file, progress).ok());
        const auto back = readProgress(file);
        QVERIFY2(back.ok(), back ? "" : back.error().english().c_str());
        for (std::size_t i = 0; i < questions.size(); ++i)
            QVERIFY2(back->answerTo(questions[i]) == answers[i].second, questions[i].id.c_str());
        QVERIFY(back->toJson() == progress.toJson());

        // Another release may ask otherwise under the same name.
        questions[0].options.resize(1);
        QVERIFY(!back->answerTo(questions[0]));
        questions[2].kind = QuestionKind::choice;
        QVERIFY(!back->answerTo(questions[2]));
        progress.keepAnswer(questions[0], 5); // is none of its options
        progress.keepAnswer(questions[3], std::nan(""));
        QVERIFY(progress.toJson() == back->toJson());

        Json json = progress.toJson();
        json["card_answers"][0]["kind"] = "riddle";
        const auto refused = Progress::fromJson(json);
        QVERIFY(!refused.ok());
        QVERIFY(refused.error().english().find("card_answers[0].kind") != std::string::npos);
    }

    void theLongestChallengeIsKept()
    {
        Progress progress;
        progress.noteChallenge(4);
        progress.noteChallenge(2);
        const auto back = Progress::fromJson(progress.toJson());
        QVERIFY(back.ok());
        QCOMPARE(back->longestChallenge(), 4);
    }

    void aFileFromBeforeTheLessonsIsStillRead()
    {
        Json json = Progress().toJson();
        json.erase("lessons");
        json.erase("last_lesson");
        json.erase("card_answers");
        json.erase("longest_challenge");
        json["answered"] = 7;
        const auto read = Progress::fromJson(json);
        QVERIFY(read.ok());
        QCOMPARE(read->answered(), 7);
        QVERIFY(read->lastLesson().empty());
    }

    void aBrokenFileIsRefusedWithItsPlace()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath("anna.json");
        Json json = Progress().toJson();
        json["answered"] = -1;
        for (const std::string &text : {std::string("{"), writeJson(json)}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(QByteArray::fromStdString(text));
            file.close();
            const auto read = readProgress(path.toStdString());
            QVERIFY(!read.ok());
            QVERIFY(read.error().english().find("anna.json") != std::string::npos);
        }
    }
};

QTEST_GUILESS_MAIN(ProgressTest)
#include "progress_test.moc"
