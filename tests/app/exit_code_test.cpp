// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/program.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

namespace {

const QString golden = QStringLiteral(GATESCOPE_SOURCE_DIR "/tests/golden/safetensors/");

} // namespace

/// Whoever calls the program wrongly, or gives it a broken file, gets the right number, one line that
/// names the file, and no output file.
class ExitCodeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void wrongCommandLinesAreTwo_data();
    void wrongCommandLinesAreTwo();
    void wrongFilesAreThree_data();
    void wrongFilesAreThree();
    void whatIsNotThereIsFour_data();
    void whatIsNotThereIsFour();
    void whatCannotBeWrittenIsFive_data();
    void whatCannotBeWrittenIsFive();
    void anExportThatWouldLieIsOne();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString write(const QString &name, const QByteArray &bytes) const;
    QStringList trace(const QString &model, const QString &input) const;
    QByteArray changed(const QByteArray &before, const QByteArray &after) const;

    QTemporaryDir m_folder;
    QByteArray m_model;
    QByteArray m_input;
    QByteArray m_experiment;
};

QString ExitCodeTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("The test cannot write its files.");
    return file.fileName();
}

QStringList ExitCodeTest::trace(const QString &model, const QString &input) const
{
    return {"trace", "--model", model, "--input", input, "--out", path("out")};
}

QByteArray ExitCodeTest::changed(const QByteArray &before, const QByteArray &after) const
{
    QByteArray bytes = m_experiment;
    if (!bytes.contains(before))
        qFatal("The test's experiment has no %s", before.constData());
    return bytes.replace(before, after);
}

void ExitCodeTest::initTestCase()
{
    const auto bytesOf = [](const QString &name) {
        QFile file(name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    m_model = bytesOf(golden + "gru_f64.safetensors");
    m_input = bytesOf(golden + "gru_f64.input.json");
    m_experiment = bytesOf(QStringLiteral(GATESCOPE_SOURCE_DIR "/resources/experiments/hello-world.gatescope"));
    QVERIFY(!m_model.isEmpty() && !m_input.isEmpty() && !m_experiment.isEmpty());
    write("good.safetensors", m_model);
    write("good.json", m_input);
    write("good.gatescope", m_experiment);
    QCOMPARE(runProgram(trace(path("good.safetensors"), path("good.json"))).code, 0);
    QFile::remove(path("out"));
}

void ExitCodeTest::wrongCommandLinesAreTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names"); // what the line must name
    const QStringList draw{"render", "--demo", "hello-world", "--out", path("out.png"), "--view"};
    QTest::newRow("unknown option") << QStringList{"--nonsense"} << "--nonsense";
    QTest::newRow("verb misspelt, with options") << QStringList{"tarce", "--model", "x"} << "--model";
    QTest::newRow("trace without model") << QStringList{"trace", "--input", path("good.json")} << "--model";
    QTest::newRow("trace without input") << QStringList{"trace", "--model", path("good.safetensors")} << "--input";
    QTest::newRow("unknown precision") << trace(path("good.safetensors"), path("good.json"))
            + QStringList{"--precision", "f8"}
                                       << "f8";
    QTest::newRow("unknown reset") << trace(path("good.safetensors"), path("good.json"))
            + QStringList{"--reset", "maybe"}
                                   << "maybe";
    QTest::newRow("check without a file") << QStringList{"check"} << "FILE";
    QTest::newRow("unknown list") << QStringList{"list", "pets"} << "pets";
    QTest::newRow("unknown format") << QStringList{"export", "--model",  path("good.gatescope"), "--to", "abacus",
                                                   "--out",  path("out")}
                                    << "safetensors";
    QTest::newRow("unknown view") << draw + QStringList{"kitchen"} << "timeline";
    QTest::newRow("unknown demo") << QStringList{"render", "--demo", "goodbye",      "--view",
                                                 "cell",   "--out",  path("out.png")}
                                  << "hello-world";
    QTest::newRow("unknown part") << draw + QStringList{"cell", "--part", "heart"}
                                  << "inputs, reset, update, candidate, blend";
    QTest::newRow("step past the end") << draw + QStringList{"cell", "--step", "11"} << "0 … 10";
    QTest::newRow("negative step") << draw + QStringList{"cell", "--step", "-1"} << "0 … 10";
    QTest::newRow("unit past the end") << draw + QStringList{"cell", "--unit", "8"} << "0 … 7";
    QTest::newRow("layer past the end") << draw + QStringList{"cell", "--layer", "1"} << "0 … 0";
    QTest::newRow("sequence past the end") << draw + QStringList{"cell", "--sequence", "1"} << "0 … 0";
    QTest::newRow("row past the end") << draw + QStringList{"unit", "--part", "reset", "--row", "999"}
                                      << "--row 999 is outside 0 … ";
    QTest::newRow("row where there is none")
        << draw + QStringList{"unit", "--part", "inputs", "--row", "0"} << "has no rows";
    QTest::newRow("direction that is not there")
        << draw + QStringList{"cell", "--direction", "backward"} << "direction";
    QTest::newRow("level nearer than a unit") << draw + QStringList{"stage", "--level", "2.5"} << "--level";
    QTest::newRow("progress past the end") << draw + QStringList{"cell", "--progress", "1.5"} << "--progress";
    QTest::newRow("no size") << draw + QStringList{"cell", "--size", "big"} << "1920x1080";
    QTest::newRow("size of nothing") << draw + QStringList{"cell", "--size", "0x0"} << "1920x1080";
    QTest::newRow("unknown theme") << draw + QStringList{"cell", "--theme", "pink"} << "pink";
    QTest::newRow("ending that says nothing")
        << QStringList{"render", "--demo", "hello-world", "--view", "cell", "--out", path("out.bmp")} << ".svg";
    QTest::newRow("experiment and demo") << draw + QStringList{"cell", "--experiment", path("good.gatescope")}
                                         << "--demo";
    QTest::newRow("steps for one picture") << draw + QStringList{"cell", "--from", "1"} << ".gif";
    const QStringList animation{"render", "--demo", "hello-world", "--view", "cell", "--out", path("out.gif")};
    QTest::newRow("animation past the end") << animation + QStringList{"--to", "11"} << "0 … 10";
    QTest::newRow("animation that runs backwards") << animation + QStringList{"--from", "3", "--to", "1"} << "--from 3";
    QTest::newRow("bench of nothing") << QStringList{"bench"} << "subcommand";
}

void ExitCodeTest::wrongCommandLinesAreTwo()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);
    const ProgramOutcome outcome = runProgram(arguments);
    QCOMPARE(outcome.code, 2);
    QCOMPARE(outcome.errorLines(), 1);
    QVERIFY2(QString::fromUtf8(outcome.err).contains(names), outcome.err.constData());
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(QDir(m_folder.path()).entryList({"out*", ".*"}, QDir::Files | QDir::Hidden).isEmpty());
}

void ExitCodeTest::wrongFilesAreThree_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("names");
    const QString good = path("good.safetensors");
    const auto model = [&](const char *row, const QString &name, const QByteArray &bytes) {
        QTest::newRow(row) << trace(write(name, bytes), path("good.json")) << name;
    };
    QByteArray nothing = m_model;
    model("empty model", "empty.safetensors", {});
    model("model cut short", "cut.safetensors", m_model.chopped(8));
    model("model with bytes left over", "long.safetensors", m_model + "more");
    model("header length of a giant", "giant.safetensors", QByteArray(8, '\xff') + m_model.mid(8));
    model("header that is not JSON", "header.safetensors", nothing.replace("{", "["));
    model("PyTorch's own format", "model.pt", QByteArray("PK\x03\x04", 4) + QByteArray(100, 'x'));
    QTest::newRow("model that is not there")
        << trace(path("nowhere.safetensors"), path("good.json")) << "nowhere.safetensors";
    QTest::newRow("model that is a folder") << trace(m_folder.path(), path("good.json")) << m_folder.path();
    QTest::newRow("several modules, none named")
        << trace(golden + "two_modules.safetensors", path("good.json")) << "encoder";
    QTest::newRow("module that is not there")
        << trace(golden + "two_modules.safetensors", path("good.json")) + QStringList{"--layer-prefix", "brain"}
        << "brain";

    const auto input = [&](const char *row, const QString &name, const QByteArray &bytes) {
        QTest::newRow(row) << trace(good, write(name, bytes)) << name;
    };
    input("empty input", "empty.json", {});
    input("input that is not JSON", "words.json", "hello");
    input("input that is nested too deeply", "deep.json", QByteArray(5000, '[') + QByteArray(5000, ']'));
    input("input without x", "nox.json", "{}");
    input("x with too few levels", "flat.json", R"({"x": [1, 2, 3]})");
    input("x with too few features", "narrow.json", R"({"x": [[[1]]]})");
    input("x with a word in it", "word.json", R"({"x": [[[1, "two", 3]]]})");
    input("x with nothing in it", "nothing.json", R"({"x": []})");
    input("x with ragged rows", "ragged.json", R"({"x": [[[1, 2, 3], [1, 2]]]})");
    input("a number too large", "huge.json", R"({"x": [[[1e999, 2, 3]]]})");
    input("a key twice", "twice.json", R"({"x": [[[1,2,3]]], "x": [[[1,2,3]]]})");
    input("numbers with too few columns", "narrow.csv", "1,2\n3,4\n");
    input("a text for an input", "poem.txt", "so much depends\nupon\n");
    QTest::newRow("a text in Latin-1 for an input") << trace(good,
                                                             write("latin.txt",
                                                                   "Gr\xfc\xdf"
                                                                   "e"))
                                                    << "in UTF-8";
    input("PyTorch's own format for an input", "input.pt", QByteArray("PK\x03\x04", 4) + QByteArray(100, 'x'));
    QTest::newRow("an experiment for an input") << trace(good, path("good.gatescope")) << "an experiment";
    QTest::newRow("a model for an input") << trace(good, good) << ".npy";
    QTest::newRow("NaN in JSON") << trace(good, write("nan.json", R"({"x": [[[1, 2, NaN]]]})"))
                                 << "NaN is no number in JSON (x[0][0][2])";
    QTest::newRow("input that is not there") << trace(good, path("nowhere.json")) << "nowhere.json";

    const auto check = [&](const char *row, const QString &name, const QByteArray &bytes) {
        QTest::newRow(row) << QStringList{"check", write(name, bytes)} << name;
    };
    check("experiment cut short", "cut.gatescope", m_experiment.left(m_experiment.size() / 2));
    check("experiment of tomorrow", "tomorrow.gatescope", changed("\"version\": 1", "\"version\": 999"));
    check("experiment whose sizes lie", "sizes.gatescope", changed("\"hidden_size\": 8", "\"hidden_size\": 9"));
    check("experiment with an unknown cell", "cell.gatescope",
          changed("\"cell\": \"gru\"", "\"cell\": \"transistor\""));
    check("experiment with letters it does not know", "letters.gatescope", changed("\"hello world\"", "\"HELLO\""));
    check("experiment of a million layers", "layers.gatescope", changed("\"layers\": 1", "\"layers\": 1000000"));
    check("bytes without sense", "noise.bin", QByteArray("\x00\x01\x02\xfe\xff\x00", 6));
    check("ragged numbers", "ragged.csv", "1,2\n3\n");
    QTest::newRow("a text in Latin-1") << QStringList{"check", path("latin.txt")} << "a text in UTF-8";
    QTest::newRow("a text in UTF-16") << QStringList{"check", write("wide.txt", QByteArray("\xff\xfeG\0r\0", 6))}
                                      << "a text in UTF-8";
    QTest::newRow("file that is not there") << QStringList{"check", path("nowhere")} << "nowhere";
    QTest::newRow("rendering a broken experiment")
        << QStringList{"render", "--experiment", path("cut.gatescope"), "--view", "cell", "--out", path("out.png")}
        << "cut.gatescope";
    QTest::newRow("exporting numbers") << QStringList{"export",   "--model",     write("n.csv", "1,2\n"),
                                                      "--to",     "safetensors", "--out",
                                                      path("out")}
                                       << "n.csv";
    QTest::newRow("window with a broken experiment") << QStringList{path("cut.gatescope")} << "cut.gatescope";
    QTest::newRow("window with a verb misspelt") << QStringList{"tarce"} << "gatescope --help";
}

void ExitCodeTest::wrongFilesAreThree()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, names);
    const ProgramOutcome outcome = runProgram(arguments);
    QVERIFY2(outcome.code == 3, outcome.err.constData());
    QCOMPARE(outcome.errorLines(), 1);
    QVERIFY2(QString::fromUtf8(outcome.err).contains(names), outcome.err.constData());
    QVERIFY(outcome.out.isEmpty());
    QVERIFY(QDir(m_folder.path()).entryList({"out*", ".*"}, QDir::Files | QDir::Hidden).isEmpty());
}

void ExitCodeTest::whatIsNotThereIsFour_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("display");
    const QStringList good = trace(path("good.safetensors"), path("good.json"));
    QTest::newRow("reference in single precision")
        << good + QStringList{"--precision", "f32", "--backend", "reference"} << QString();
    QTest::newRow("cpu in double precision")
        << good + QStringList{"--precision", "f64", "--backend", "cpu"} << QString();
    QTest::newRow("kernels that are not there") << QStringList{"bench", "train", "--kernels", "abacus"} << QString();
    QTest::newRow("backend that is not there") << good + QStringList{"--backend", "abacus"} << QString();
    QTest::newRow("no display") << QStringList{} << QString();
    QTest::newRow("no display, with a file") << QStringList{path("good.gatescope")} << QString();
    QTest::newRow("a display where nothing answers") << QStringList{} << ":4711";
    QTest::newRow("a platform that is not there") << QStringList{"-platform", "abacus"} << QString();
}

void ExitCodeTest::whatIsNotThereIsFour()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, display);
    const ProgramOutcome outcome
        = runProgram(arguments, display.isEmpty() ? withoutDisplay() : withoutDisplay({{"DISPLAY", display}}));
    QVERIFY2(outcome.code == 4, outcome.err.constData());
    QCOMPARE(outcome.errorLines(), 1);
    QVERIFY(outcome.out.isEmpty());
}

void ExitCodeTest::whatCannotBeWrittenIsFive_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString out = path("no/such/folder/out");
    QTest::newRow("trace") << QStringList{"trace", "--model", path("good.safetensors"), "--input", path("good.json"),
                                          "--out", out};
    QTest::newRow("trace onto a folder") << QStringList{
        "trace", "--model", path("good.safetensors"), "--input", path("good.json"), "--out", m_folder.path()};
    QTest::newRow("export") << QStringList{"export", "--model", path("good.gatescope"), "--to", "safetensors",
                                           "--out",  out};
    QTest::newRow("render") << QStringList{"render", "--demo",  "hello-world", "--view",    "timeline",
                                           "--size", "200x100", "--out",       out + ".png"};
    QTest::newRow("a full disk") << QStringList{
        "trace", "--model", path("good.safetensors"), "--input", path("good.json"), "--out", "/dev/full"};
}

void ExitCodeTest::whatCannotBeWrittenIsFive()
{
    QFETCH(QStringList, arguments);
    const ProgramOutcome outcome = runProgram(arguments);
    QVERIFY2(outcome.code == 5, outcome.err.constData());
    QCOMPARE(outcome.errorLines(), 1);
}

void ExitCodeTest::anExportThatWouldLieIsOne()
{
    // A GRU whose reset acts before U has no equal among PyTorch's.
    const QString before = write("before.gatescope", changed("\"reset\": \"after\"", "\"reset\": \"before\""));
    const QStringList arguments{
        "export", "--model", before, "--to", "safetensors", "--out", path("exported.safetensors")};
    const ProgramOutcome refused = runProgram(arguments);
    QCOMPARE(refused.code, 1);
    QCOMPARE(refused.errorLines(), 1);
    QVERIFY(!QFile::exists(path("exported.safetensors")));
}

QTEST_GUILESS_MAIN(ExitCodeTest)
#include "exit_code_test.moc"
