// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include "core/base/json.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

class CommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void helpAndVersionNeedNoDisplay_data();
    void helpAndVersionNeedNoDisplay();
    void listsNameFirst();
    void listsAsJson_data();
    void listsAsJson();
    void checkSaysWhatAFileIs_data();
    void checkSaysWhatAFileIs();
    void exportedNetworkComputesTheSame();
    void qtsOwnOptionsPassThrough();
    void aFileMayBeNamedLikeAnOption();
    void aClosedPipeIsNoCrash();

private:
    QTemporaryDir m_folder;
};

void CommandLineTest::helpAndVersionNeedNoDisplay_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("says");
    QTest::newRow("help") << QStringList{"--help"} << QByteArray("render");
    QTest::newRow("h") << QStringList{"-h"} << QByteArray("trace");
    QTest::newRow("version") << QStringList{"--version"} << QByteArray("gatescope 0.");
    QTest::newRow("help of a verb") << QStringList{"trace", "--help"} << QByteArray("--layer-prefix");
    QTest::newRow("help of bench ui") << QStringList{"bench", "ui", "--help"} << QByteArray("--hidden");
    QTest::newRow("help beside Qt's options") << QStringList{"-platform", "xcb", "--help"} << QByteArray("render");
}

void CommandLineTest::helpAndVersionNeedNoDisplay()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, says);
    const Outcome outcome = runProgram(arguments);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.contains(says), outcome.out.constData());
    QVERIFY(outcome.err.isEmpty());
}

void CommandLineTest::listsNameFirst()
{
    const Outcome demos = runProgram({"list", "demos"});
    QCOMPARE(demos.code, 0);
    QVERIFY2(demos.out.startsWith("hello-world "), demos.out.constData());
    const Outcome backends = runProgram({"list", "backends"});
    QCOMPARE(backends.code, 0);
    QVERIFY(backends.out.startsWith("reference "));
}

void CommandLineTest::listsAsJson_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"demos", "tasks", "lessons", "backends", "topics"})
        QTest::newRow(what) << what;
}

void CommandLineTest::listsAsJson()
{
    QFETCH(QString, what);
    const Outcome lines = runProgram({"list", what});
    const Outcome outcome = runProgram({"list", what, "--json"});
    QCOMPARE(outcome.code, 0);
    const auto json = parseJson(outcome.out.toStdString());
    QVERIFY(json.ok() && json->is_array());
    QCOMPARE(int(json->size()), int(lines.out.count('\n')));
    for (const Json &entry : *json)
        QVERIFY(entry.contains("name") && entry.contains("description"));
}

void CommandLineTest::checkSaysWhatAFileIs_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QStringList>("says");
    const QString golden = GATESCOPE_SOURCE_DIR "/tests/golden/safetensors/";
    QTest::newRow("experiment") << GATESCOPE_SOURCE_DIR "/resources/experiments/hello-world.gatescope"
                                << QStringList{"experiment", "GRU 27 → 8", "1131 (888 recurrent, 243 head)", "PyTorch", "cross entropy"};
    QTest::newRow("classifier") << golden + "classifier.safetensors"
                                << QStringList{"gru.", "GRU 4 → 3, 2 layers, both directions", "embedding", "head"};
    QTest::newRow("two modules") << golden + "two_modules.safetensors" << QStringList{"encoder.gru.", "decoder.gru."};
    QTest::newRow("F16") << golden + "gru_f16.safetensors" << QStringList{"F16", "assumed PyTorch's"};
    QTest::newRow("counter") << golden + "with_counter.safetensors" << QStringList{"not used"};
    QTest::newRow("LSTM") << golden + "lstm.safetensors" << QStringList{"LSTM"};

    const auto write = [this](const QString &name, const QByteArray &bytes) {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test cannot write its files.");
        return file.fileName();
    };
    QTest::newRow("numbers") << write("wind.csv", "speed;gust\n1,5;2\n3;4\n5;6\n") << QStringList{"numbers", "features: 2: speed, gust", "up to 3"};
    QTest::newRow("text") << write("poem.txt", "so much depends\nupon\n") << QStringList{"text: 21 characters"};
}

void CommandLineTest::checkSaysWhatAFileIs()
{
    QFETCH(QString, file);
    QFETCH(QStringList, says);
    const Outcome outcome = runProgram({"check", file});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    for (const QString &words : says)
        QVERIFY2(QString::fromUtf8(outcome.out).contains(words), outcome.out.constData());
}

void CommandLineTest::exportedNetworkComputesTheSame()
{
    const QString demo = GATESCOPE_SOURCE_DIR "/resources/experiments/bidirectional.gatescope";
    const QString exported = m_folder.filePath("exported.safetensors");
    QCOMPARE(runProgram({"export", "--model", demo, "--to", "safetensors", "--out", exported}).code, 0);
    const QByteArray says = runProgram({"check", demo}).out;
    const int inputs = says.mid(says.indexOf("GRU ") + 4).split(' ').first().toInt();
    QVERIFY(inputs > 0);

    Json step = Json::array();
    for (int i = 0; i < inputs; ++i)
        step.push_back(0.25 * i - 0.5);
    QFile input(m_folder.filePath("input.json"));
    QVERIFY(input.open(QIODevice::WriteOnly));
    input.write(QByteArray::fromStdString(writeJson({{"x", Json::array({Json::array({step, step, step})})}})));
    input.close();
    const Outcome before = runProgram({"trace", "--model", demo, "--input", input.fileName(), "--gradients"});
    const Outcome after = runProgram({"trace", "--model", exported, "--input", input.fileName(), "--gradients"});
    QCOMPARE(before.code, 0);
    QCOMPARE(after.out, before.out);
}

void CommandLineTest::qtsOwnOptionsPassThrough()
{
    // Qt 6 lists its platforms when it does not know one: so it was Qt that read the option.
    const Outcome unknown = runProgram({"-platform", "abacus", "-style", "fusion"});
    QCOMPARE(unknown.code, 4);
    const Outcome wrong = runProgram({"-platform", "offscreen", "--nonsense"});
    QCOMPARE(wrong.code, 2);
}

void CommandLineTest::aFileMayBeNamedLikeAnOption()
{
    const Outcome outcome = runProgram({"--", "-platform"});
    QCOMPARE(outcome.code, 3);
    QVERIFY(outcome.err.contains("-platform"));
}

void CommandLineTest::aClosedPipeIsNoCrash()
{
    QProcess shell;
    shell.start("/bin/bash", {"-c", "{ sleep 1; '" GATESCOPE_BINARY "' list demos; echo $? >&2; } | true"});
    QVERIFY(shell.waitForFinished());
    QVERIFY(shell.readAllStandardError().endsWith("\n5\n"));
}

QTEST_GUILESS_MAIN(CommandLineTest)
#include "command_line_test.moc"
