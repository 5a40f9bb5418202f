// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include "core/base/json.h"
#include "core/experiment/files/experiment_file.h"
#include "core/model/initialisation.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace gatescope;

namespace {

const QString golden = QStringLiteral(GATESCOPE_SOURCE_DIR "/tests/golden/safetensors/");
const QString demo = QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/experiments/hello-world.gatescope");

Json findingsOf(const QStringList &arguments)
{
    const ProgramOutcome outcome = runProgram(QStringList{"report", "--json"} + arguments);
    if (outcome.code != 0)
        qFatal("%s", outcome.err.constData());
    return parseJson(outcome.out.toStdString()).value();
}

/// The first finding of a kind; null if there is none.
Json ofKind(const Json &findings, const char *kind)
{
    const auto found = std::ranges::find_if(findings, [=](const Json &finding) { return finding["kind"] == kind; });
    return found == findings.end() ? Json() : *found;
}

} // namespace

class ReportTest : public QObject
{
    Q_OBJECT

private slots:
    void everyLineSaysHowGraveItIsAndWhereToLook();
    void jsonHoldsThePlaceAndTheNumbers();
    void aHealthyNetworkHasNoProblem();
    void whatBecomesOfTheFirstLetterIsSaid();
    void aStuckGateInAFileIsFound();
    void theInputOfTheCommandLineIsTheOneThatIsRead();
    void aModelWithoutAnInputSaysThatItsInputIsMadeUp();
    void whatIsWrongHasTheUsualNumbers_data();
    void whatIsWrongHasTheUsualNumbers();

private:
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("The test cannot write its files.");
        return file.fileName();
    }

    QTemporaryDir m_folder;
};

void ReportTest::everyLineSaysHowGraveItIsAndWhereToLook()
{
    const ProgramOutcome outcome = runProgram({"report", "--model", demo});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.err.isEmpty(), outcome.err.constData());
    const QList<QByteArray> lines = outcome.out.trimmed().split('\n');
    QVERIFY(lines.size() >= 2 && lines.size() % 2 == 0);
    for (qsizetype i = 0; i < lines.size(); i += 2) {
        const bool isGrave
            = lines[i].startsWith("problem: ") || lines[i].startsWith("remark: ") || lines[i].startsWith("note: ");
        QVERIFY2(isGrave, lines[i].constData());
        QVERIFY2(lines[i + 1].startsWith("  see layer 0, forward, step "), lines[i + 1].constData());
    }
}

void ReportTest::jsonHoldsThePlaceAndTheNumbers()
{
    const Json findings = findingsOf({"--model", demo});
    QVERIFY(ofKind(findings, "convention")["sentence"].get<std::string>().find("PyTorch") != std::string::npos);
    const Json memory = ofKind(findings, "memory_length");
    QVERIFY(memory["part"] == "update" && memory["layer"] == 0 && memory["direction"] == "forward");
    QCOMPARE(int(memory["units"].size()), 8);
    QCOMPARE(int(memory["numbers"].size()), 8);
    for (const Json &share : memory["numbers"])
        QVERIFY(share.get<double>() > 0 && share.get<double>() < 1);
    QVERIFY(memory["step"].get<int>() < 11 && memory["sequence"] == 0);
}

void ReportTest::aHealthyNetworkHasNoProblem()
{
    const Json findings = findingsOf({"--model", demo});
    QVERIFY(std::ranges::none_of(findings, [](const Json &finding) { return finding["severity"] == "problem"; }));
    QVERIFY(ofKind(findings, "gradient_reaches").is_object());
}

void ReportTest::whatBecomesOfTheFirstLetterIsSaid()
{
    const Json forgotten = ofKind(findingsOf({"--model", demo}), "forgotten");
    QVERIFY(forgotten.is_object());
    QVERIFY(forgotten["sentence"].get<std::string>().find("“h”, read at step 0") != std::string::npos);
    QVERIFY(forgotten["numbers"]["left_before"].get<double>() > forgotten["numbers"]["left_after"].get<double>());
}

void ReportTest::aStuckGateInAFileIsFound()
{
    Experiment experiment = readExperimentFile(demo.toStdString()).value();
    QVERIFY(setUpdateBias(experiment.spec, experiment.parameters, 30));
    const QString file = m_folder.filePath("stuck.gatescope");
    QVERIFY(writeExperimentFile(file.toStdString(), experiment));
    const Json findings = findingsOf({"--model", file});
    QVERIFY(findings[0]["severity"] == "problem");
    const Json stuck = ofKind(findings, "gate_saturated");
    QVERIFY(stuck["part"] == "update" && stuck["units"].size() == 8);
    QVERIFY(stuck["numbers"]["smallest_share"] == 1.0);
    QVERIFY(ofKind(findings, "unit_still").is_object()); // what is always kept is h0, all zeros
}

void ReportTest::theInputOfTheCommandLineIsTheOneThatIsRead()
{
    // Five steps of zeros and no initial state: what a unit says then depends on biases alone.
    const QString zeros = write("zeros.csv", "0,0,0\n0,0,0\n0,0,0\n0,0,0\n0,0,0\n0,0,0\n");
    const QString waves = write("waves.csv", "1,-2,0\n-3,1,2\n4,0,-1\n0,-3,1\n2,2,2\n-2,0,3\n");
    const QString model = golden + "gru_f64.safetensors";
    const Json still = findingsOf({"--model", model, "--input", zeros});
    const Json moving = findingsOf({"--model", model, "--input", waves});
    QVERIFY(ofKind(still, "memory_length")["numbers"] != ofKind(moving, "memory_length")["numbers"]);

    const ProgramOutcome letters
        = runProgram({"report", "--model", demo, "--input", write("held.txt", "held low\n"), "--json"});
    QVERIFY2(letters.code == 0, letters.err.constData());
    const Json read = parseJson(letters.out.toStdString()).value();
    QVERIFY(ofKind(read, "gradient_reaches")["step"] == 0);
    QVERIFY(read != findingsOf({"--model", demo}));
}

void ReportTest::aModelWithoutAnInputSaysThatItsInputIsMadeUp()
{
    const ProgramOutcome outcome = runProgram({"report", "--model", golden + "lstm.safetensors"});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.err.contains("made-up") && outcome.errorLines() == 1, outcome.err.constData());
    QVERIFY(outcome.out.contains("forget gate"));
}

void ReportTest::whatIsWrongHasTheUsualNumbers_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("names");
    QTest::newRow("no model") << QStringList{} << 2 << QByteArray("--model");
    QTest::newRow("no such file") << QStringList{"--model", "nowhere.gatescope"} << 3
                                  << QByteArray("nowhere.gatescope");
    QTest::newRow("a text") << QStringList{"--model", write("poem.txt", "so much depends\n")} << 3
                            << QByteArray("poem.txt");
    QTest::newRow("letters it does not know")
        << QStringList{"--model", demo, "--input", write("digits.txt", "hello 7!\n")} << 3 << QByteArray("digits.txt");
    QTest::newRow("another width") << QStringList{"--model", golden + "gru_f64.safetensors", "--input",
                                                  write("two.csv", "1,2\n3,4\n")}
                                   << 3 << QByteArray("two.csv");
    QTest::newRow("a convention that it contradicts")
        << QStringList{"--model", demo, "--update", "overwrites"} << 3 << QByteArray("--update");
    QTest::newRow("nowhere to write") << QStringList{"--model", demo, "--out", "/nowhere/at/all.txt"} << 5
                                      << QByteArray("/nowhere");
}

void ReportTest::whatIsWrongHasTheUsualNumbers()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QByteArray, names);
    const ProgramOutcome outcome = runProgram(QStringList{"report"} + arguments);
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.errorLines(), 1);
    QVERIFY2(outcome.err.contains(names), outcome.err.constData());
    QVERIFY(outcome.out.isEmpty());
}

QTEST_GUILESS_MAIN(ReportTest)
#include "report_test.moc"
