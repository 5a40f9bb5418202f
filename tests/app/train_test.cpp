// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/tasks/task.h"
#include "tests/app/program.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

namespace {

/// The lines of a log without what the clock says.
QList<Json> logLines(const QString &path)
{
    QFile file(path);
    QList<Json> lines;
    if (!file.open(QIODevice::ReadOnly))
        return lines;
    while (!file.atEnd()) {
        auto line = parseJson(file.readLine().toStdString());
        if (!line)
            return {};
        line->erase("seconds");
        line->erase("tokens_per_s");
        lines.push_back(*line);
    }
    return lines;
}

} // namespace

/// `gatescope train`, `list tasks` and `generate`, as a script would use them.
class TrainTest : public QObject
{
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QString at(const char *name) const { return m_folder.filePath(name); }

private slots:
    void onlyTheCudaBackendHasOtherPrecisions()
    {
        for (const QString &verb : {QStringLiteral("train"), QStringLiteral("race")}) {
            const ProgramOutcome refused
                = runProgram({verb, "--task", "adding", "--backend", "cpu", "--precision", "tf32"});
            QCOMPARE(refused.code, 4);
            QVERIFY2(refused.err.contains("The cpu backend has no products in tf32"), refused.err);
        }
    }
    void everyTaskIsListedAndCanBeTrained_data()
    {
        QTest::addColumn<QString>("task");
        for (const TaskDescription &task : tasks())
            QTest::newRow(task.name.data()) << QString::fromUtf8(task.name.data(), qsizetype(task.name.size()));
    }
    void everyTaskIsListedAndCanBeTrained()
    {
        QFETCH(QString, task);
        const ProgramOutcome listed = runProgram({"list", "tasks"});
        QVERIFY(QString(listed.out).contains(task + " "));
        const ProgramOutcome trained
            = runProgram({"train", "--task", task, "--updates", "3", "--hidden", "5", "--log", at("each.jsonl")});
        QVERIFY2(trained.code == 0, trained.err);
        QCOMPARE(logLines(at("each.jsonl")).size(), 4);
        for (const char *said : {"not solved in 3 updates", "last 20 updates", "loss"})
            QVERIFY2(trained.out.contains(said), trained.out);
    }

    /// Names of files are somebody else's text: a terminal must not obey them.
    void noNameSpeaksToTheTerminal()
    {
        const QString wicked = QStringLiteral("a\x1B]0;owned\x07\u009B31m");
        const QList<QStringList> commands{{"--data", at(qPrintable(wicked + ".csv")), "--task", "table"},
                                          {"--log", at(qPrintable(wicked + "/x/log.jsonl")), "--task", "adding"},
                                          {"--save", at(qPrintable(wicked + "/x.gatescope")), "--task", "adding"},
                                          {"--task", wicked},
                                          {"--resume", at(qPrintable(wicked))}};
        for (const QStringList &each : commands) {
            const ProgramOutcome refused = runProgram(QStringList{"train", "--updates", "2"} + each);
            QVERIFY(refused.code != 0);
            const QString said = QString::fromUtf8(refused.out + refused.err);
            QVERIFY2(said.contains("owned"), qPrintable(said));
            for (const QChar sign : said)
                QVERIFY2(sign == u'\n' || (sign >= u' ' && (sign < QChar(0x7F) || sign > QChar(0x9F))),
                         qPrintable(each.join(u' ')));
        }
    }

    void theLogSaysHowEachUpdateWent()
    {
        const ProgramOutcome trained
            = runProgram({"train", "--task", "adding", "--length", "8", "--updates", "5", "--log", at("log.jsonl")});
        QVERIFY2(trained.code == 0, trained.err);
        QFile file(at("log.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto first = parseJson(file.readLine().toStdString());
        for (const char *field : {"update", "loss", "score", "grad_norm", "seconds", "tokens_per_s"})
            QVERIFY2(first->contains(field) && (*first)[field].is_number(), field);
        const QList<Json> lines = logLines(at("log.jsonl"));
        QCOMPARE(lines.size(), 6);
        QVERIFY(lines.back()["solved_at"].is_null() && lines.back()["updates"] == 5);
    }

    void theSameSeedMakesTheSameLog()
    {
        const auto run = [&](const char *log, const char *seed) {
            runProgram({"train", "--task", "temporal-order", "--length", "15", "--updates", "8", "--threads", "2",
                        "--seed", seed, "--log", at(log)});
            return logLines(at(log));
        };
        const QList<Json> once = run("a.jsonl", "5");
        QCOMPARE(once.size(), 9);
        QVERIFY(once == run("b.jsonl", "5"));
        QVERIFY(once != run("c.jsonl", "6"));
    }

    void aTrainingThatIsResumedMakesTheLogOfOneThatWasNot_data()
    {
        QTest::addColumn<QStringList>("task");
        QTest::newRow("adding") << QStringList{"--task", "adding", "--length", "12"};
        QTest::newRow("text, state carried on")
            << QStringList{"--task", "text", "--carry-state", "--length", "20", "--optimizer", "rmsprop"};
        QTest::newRow("words, held out") << QStringList{"--task", "words", "--cell", "lstm", "--schedule", "cosine"};
        QTest::newRow("reference, dropout")
            << QStringList{"--task", "parity", "--length", "6", "--layers", "2", "--dropout", "0.3"};
    }
    void aTrainingThatIsResumedMakesTheLogOfOneThatWasNot()
    {
        QFETCH(QStringList, task);
        const QStringList common = QStringList{"train", "--hidden", "6", "--seed", "3"} + task;
        // The schedule counts on all updates, so both say how many there will be; the first half is made by stopping
        // early.
        QFile::remove(at("second.jsonl")); // a resumed training goes on with its log
        QVERIFY(runProgram(common + QStringList{"--updates", "40", "--log", at("whole.jsonl")}).code == 0);
        const QStringList half{"--stop-after", "26", "--log", at("first.jsonl"), "--checkpoint", at("half.json")};
        QVERIFY(runProgram(common + QStringList{"--updates", "40"} + half).code == 0);
        const ProgramOutcome second
            = runProgram({"train", "--resume", at("half.json"), "--updates", "40", "--log", at("second.jsonl")});
        QVERIFY2(second.code == 0, second.err);
        QList<Json> parts = logLines(at("first.jsonl"));
        QCOMPARE(parts.size(), 27);
        parts.removeLast();
        QVERIFY(parts + logLines(at("second.jsonl")) == logLines(at("whole.jsonl")));
    }

    void whenUntilSolvedTheAnswerIsInTheExitCode()
    {
        const QStringList common{"train",    "--task", "adding", "--length", "6",
                                 "--hidden", "16",     "--lr",   "0.01",     "--until-solved"};
        const ProgramOutcome solved
            = runProgram(common + QStringList{"--updates", "2000", "--log", at("solved.jsonl")});
        QVERIFY2(solved.code == 0 && solved.out.contains("solved at update"), solved.out + solved.err);
        const Json last = logLines(at("solved.jsonl")).back();
        QVERIFY(last["solved_at"].is_number() && last["solved_at"] == last["updates"]);
        QCOMPARE(runProgram(common + QStringList{"--updates", "25"}).code, 1);
    }

    void whatWasLearnedIsSavedAndWritesText()
    {
        QVERIFY(
            runProgram({"train", "--task", "text", "--length", "20", "--updates", "5", "--save", at("text.gatescope")})
                .code
            == 0);
        QVERIFY(runProgram({"check", at("text.gatescope")}).code == 0);
        const QStringList write{"generate", "--model", at("text.gatescope"), "--prompt", "Alice", "--length", "30",
                                "--seed",   "1"};
        const ProgramOutcome text = runProgram(write);
        QVERIFY2(text.code == 0, text.err);
        QVERIFY(text.out.startsWith("Alice"));
        QCOMPARE(QString(text.out).trimmed().isEmpty(), false);
        QCOMPARE(runProgram(write).out, text.out);
        QCOMPARE(runProgram({"generate", "--model", at("text.gatescope"), "--prompt", "\u4e16"}).code, 2);
    }

    void chosenColumnsOfATableAreForecastAndResumed()
    {
        const QString river = GATESCOPE_SOURCE_DIR "/tests/core/tasks/data/river.csv";
        const ProgramOutcome begun
            = runProgram({"train", "--data", river, "--columns", "rain_mm,level_cm", "--missing", "last", "--updates",
                          "8", "--stop-after", "5", "--checkpoint", at("river.json")});
        QVERIFY2(begun.code == 0, begun.err);
        QVERIFY(begun.out.contains("persistence"));
        const ProgramOutcome resumed = runProgram({"train", "--resume", at("river.json")});
        QVERIFY2(resumed.code == 0, resumed.err);
        QVERIFY(resumed.out.contains("8 updates"));
    }

    void aTablesChangesAreLearnedAndResumed()
    {
        const QString river = GATESCOPE_SOURCE_DIR "/tests/core/tasks/data/river.csv";
        const QStringList common{"train",     "--data", river,       "--columns", "level_cm",
                                 "--missing", "last",   "--updates", "8"};
        const ProgramOutcome begun = runProgram(
            common + QStringList{"--differences", "--stop-after", "5", "--checkpoint", at("changes.json")});
        QVERIFY2(begun.code == 0, begun.err);
        QVERIFY2(begun.out.contains("mean change") && begun.out.contains("persistence"), begun.out);
        const ProgramOutcome resumed = runProgram({"train", "--resume", at("changes.json")});
        QVERIFY2(resumed.code == 0 && resumed.out.contains("mean change"), resumed.out + resumed.err);
        QVERIFY(!runProgram(common).out.contains("mean change")); // values, unless it is asked for
    }

    void aRaceSaysWhatCameOfIt()
    {
        const QStringList race{"race", "--task",    "parity", "--length",   "6",      "--seeds",
                               "2",    "--updates", "15",     "--networks", "gru,rnn"};
        const ProgramOutcome told = runProgram(race);
        QVERIFY2(told.code == 0, told.err);
        QVERIFY(told.out.contains("On this task, with this learning rate, no network solved it within 15 updates"));
        const auto json = parseJson(runProgram(race + QStringList{"--json"}).out.toStdString());
        QVERIFY(json.ok());
        QCOMPARE((*json)["rows"].size(), std::size_t(2));
        QCOMPARE((*json)["rows"][1]["runs"].size(), std::size_t(2));
        QCOMPARE(runProgram({"race", "--task", "chess"}).code, 2);
    }

    void badCommandLinesAndFilesAreOneSentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("no task") << QStringList{} << 2;
        QTest::newRow("unknown task") << QStringList{"--task", "chess"} << 2;
        QTest::newRow("length") << QStringList{"--task", "adding", "--length", "1000000000"} << 2;
        QTest::newRow("no units") << QStringList{"--task", "adding", "--hidden", "0"} << 2;
        QTest::newRow("no such file") << QStringList{"--data", "/nowhere/data.csv"} << 3;
        QTest::newRow("no checkpoint") << QStringList{"--resume", "/nowhere/run.json"} << 3;
        QTest::newRow("no such backend") << QStringList{"--task", "adding", "--backend", "abacus"} << 4;
        QTest::newRow("log cannot be written") << QStringList{"--task", "adding", "--log", "/nowhere/log.jsonl"} << 5;
        QTest::newRow("no units for a file")
            << QStringList{"--data", GATESCOPE_SOURCE_DIR "/README.md", "--hidden", "0"} << 2;
        QTest::newRow("data for a task without") << QStringList{"--task", "adding", "--data", "/etc/passwd"} << 2;
        const QString river = GATESCOPE_SOURCE_DIR "/tests/core/tasks/data/river.csv";
        QTest::newRow("columns of no table") << QStringList{"--task", "adding", "--columns", "a"} << 2;
        QTest::newRow("differences of no table") << QStringList{"--task", "adding", "--differences"} << 2;
        QTest::newRow("a column that is not there") << QStringList{"--data", river, "--columns", "depth"} << 3;
        QTest::newRow("values that are missing") << QStringList{"--data", river, "--columns", "rain_mm,level_cm"} << 3;
        QTest::newRow("momentum of Adam") << QStringList{"--task", "adding", "--momentum", "0.5"} << 2;
        QTest::newRow("dropout of one layer") << QStringList{"--task", "adding", "--dropout", "0.5"} << 2;
        QTest::newRow("rate that is none") << QStringList{"--task", "adding", "--lr", "nan"} << 2;
        QTest::newRow("reads the answer") << QStringList{"--task", "text", "--bidirectional"} << 2;
        QTest::newRow("dropout on the cpu")
            << QStringList{"--task", "adding", "--input-dropout", "0.5", "--backend", "cpu"} << 4;
        QTest::newRow("resumed otherwise") << QStringList{"--resume", "run.json", "--lr", "7"} << 2;
        QTest::newRow("save cannot be written")
            << QStringList{"--task", "adding", "--save", "/nowhere/x.gatescope"} << 5;
        QTest::newRow("bias of an RNN") << QStringList{"--task", "adding", "--cell", "rnn", "--update-bias", "2"} << 2;
    }
    void badCommandLinesAndFilesAreOneSentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const ProgramOutcome outcome = runProgram(QStringList{"train", "--updates", "1"} + arguments);
        QVERIFY2(outcome.code == code, (QByteArray::number(outcome.code) + ": " + outcome.err));
        QCOMPARE(outcome.errorLines(), 1);
    }
};

QTEST_GUILESS_MAIN(TrainTest)
#include "train_test.moc"
