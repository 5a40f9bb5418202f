// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "tests/app/program.h"

#include <QTest>

using namespace gatescope;

namespace {

constexpr auto fields = {"median_ms", "p10_ms", "runs", "tokens_per_s", "gflops", "backend", "threads", "kernels"};

/// What a small and short bench says.
Json bench(const QStringList &arguments)
{
    const ProgramOutcome outcome = runProgram(
        QStringList{"bench"} + arguments + QStringList{"--input", "3", "--hidden", "5", "--seconds", "0.01", "--json"});
    const auto json = parseJson(outcome.out.toStdString());
    return outcome.code == 0 && json ? *json : Json();
}

} // namespace

/// That the benches measure and say what they measured; never how fast it was.
class BenchTest : public QObject
{
    Q_OBJECT
private slots:
    void benchSaysWhatItMeasured_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("backend");
        const QStringList batch{"--batch", "3", "--length", "4"};
        QTest::newRow("training") << QStringList{"train"} + batch << "cpu";
        QTest::newRow("two threads") << QStringList{"train", "--threads", "2"} + batch << "cpu";
        QTest::newRow("two layers of an LSTM")
            << QStringList{"train", "--layers", "2", "--cell", "lstm"} + batch << "cpu";
        QTest::newRow("layer alone") << QStringList{"train", "--layer-only", "--threads", "2"} + batch << "cpu";
        QTest::newRow("portable kernels") << QStringList{"train", "--kernels", "portable"} + batch << "cpu";
        QTest::newRow("reference") << QStringList{"train", "--backend", "reference"} + batch << "reference";
        QTest::newRow("forward") << QStringList{"forward"} + batch << "cpu";
        QTest::newRow("step") << QStringList{"step"} << "cpu";
        QTest::newRow("step of the reference") << QStringList{"step", "--backend", "reference"} << "reference";
    }

    void benchSaysWhatItMeasured()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, backend);
        const Json said = bench(arguments);
        for (const char *field : fields)
            QVERIFY2(said.contains(field), field);
        QCOMPARE(QString::fromStdString(said["backend"]), backend);
        QVERIFY(said["p10_ms"].get<double>() > 0 && said["p10_ms"].get<double>() <= said["median_ms"].get<double>());
        QVERIFY(said["runs"].get<int>() >= 7);
    }

    // 3 · 2·3H(I + H) for each token of a training step
    void operationsAreCountedAsTheyArePublished()
    {
        const Json train = bench({"train", "--batch", "3", "--length", "4"});
        const double seconds = train["median_ms"].get<double>() * 1e-3;
        QVERIFY(std::abs(train["tokens_per_s"].get<double>() * seconds - 12) < 1e-6);
        QVERIFY(std::abs(train["gflops"].get<double>() * 1e9 * seconds - 12 * 3 * 2 * 3 * 5 * (3 + 5)) < 1e-3);
    }

    void theWindowIsTimedWhileANetworkLearns()
    {
        const ProgramOutcome outcome
            = runProgram({"bench", "train-ui", "--offscreen", "--seconds", "1", "--hidden", "4", "--length", "5",
                          "--size", "1280x800", "--threads", "1", "--json"});
        QCOMPARE(outcome.code, 0);
        const Json said = *parseJson(outcome.out.toStdString());
        QVERIFY(said["inputs"].get<int>() > 3);
        QVERIFY(said["updates"].get<int>() > 0);
        QVERIFY(said["p99_ms"].get<double>() >= said["median_ms"].get<double>());
        QVERIFY(said["longest_ms"].get<double>() > 0);
        QVERIFY(said["by_input"].contains("pointer over a chart"));
    }

    void whatCannotBeTimedIsRefused_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("cell that is not there") << QStringList{"train", "--cell", "abacus"} << 2;
        QTest::newRow("no units") << QStringList{"train", "--hidden", "0"} << 2;
        QTest::newRow("layer of the reference alone")
            << QStringList{"train", "--layer-only", "--backend", "reference"} << 2;
        QTest::newRow("products in bf16 on the cpu")
            << QStringList{"train", "--backend", "cpu", "--precision", "bf16"} << 4;
        QTest::newRow("double precision on the cpu")
            << QStringList{"train", "--backend", "cpu", "--precision", "f64"} << 4;
    }

    void whatCannotBeTimedIsRefused()
    {
        QFETCH(QStringList, arguments);
        QFETCH(int, code);
        const ProgramOutcome outcome = runProgram(QStringList{"bench"} + arguments);
        QCOMPARE(outcome.code, code);
        QCOMPARE(outcome.errorLines(), 1);
    }
};

QTEST_GUILESS_MAIN(BenchTest)
#include "bench_test.moc"
