// SPDX-License-Identifier: GPL-3.0-or-later
// Holds `gatescope trace` against the numbers in tests/golden, which PyTorch made.
#include "tests/app/program.h"

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/io/safetensors.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

namespace {

constexpr std::size_t largestFile = 64u << 20;
const QString golden = QStringLiteral(GATESCOPE_SOURCE_DIR "/tests/golden/");

Json readJson(const QString &path)
{
    const auto text = readFile(path.toStdString(), largestFile);
    if (!text)
        return {};
    const auto json = parseJson(*text, {.bytes = largestFile});
    return json ? *json : Json();
}

Tensor tensorOf(const std::string &name, const Json &rows)
{
    Tensor tensor;
    tensor.name = name;
    tensor.dtype = "F64";
    tensor.shape = {std::int64_t(rows.size())};
    if (rows.front().is_array())
        tensor.shape.push_back(std::int64_t(rows.front().size()));
    for (const Json &row : rows) {
        if (!row.is_array())
            tensor.values.push_back(row.get<double>());
        for (const Json &value : row.is_array() ? row : Json::array())
            tensor.values.push_back(value.get<double>());
    }
    return tensor;
}

/// The first place where two traces differ by more than the tolerance, relative for large numbers; empty when there
/// is none. Counts the numbers that it compared.
QString difference(const Json &got, const Json &wanted, double tolerance, const QString &place, int &compared)
{
    if (wanted.is_number()) {
        ++compared;
        const double scale = std::max(1.0, std::abs(wanted.get<double>()));
        if (got.is_number() && std::abs(got.get<double>() - wanted.get<double>()) <= tolerance * scale)
            return {};
    } else if (wanted.is_object()) {
        for (const auto &field : wanted.items()) {
            const QString inside = place + QLatin1Char('.') + QString::fromStdString(field.key());
            if (!got.is_object() || !got.contains(field.key()))
                return inside + QStringLiteral(" is missing");
            if (const QString found = difference(got[field.key()], field.value(), tolerance, inside, compared);
                !found.isEmpty())
                return found;
        }
        return {};
    } else if (wanted.is_array() && got.is_array() && got.size() == wanted.size()) {
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            const QString found
                = difference(got[i], wanted[i], tolerance, QStringLiteral("%1[%2]").arg(place).arg(i), compared);
            if (!found.isEmpty())
                return found;
        }
        return {};
    } else if (got == wanted) {
        return {};
    }
    return QStringLiteral("%1 is %2, not %3")
        .arg(place, QString::fromStdString(got.dump()), QString::fromStdString(wanted.dump()));
}

} // namespace

class GoldenTraceTest : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithPyTorch_data();
    void agreesWithPyTorch();
    void readsSafetensors_data();
    void readsSafetensors();
    void writesNumbersThatReadBack();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void compare(const QStringList &arguments, const Json &expected, double tolerance = 1e-9);

    QTemporaryDir m_folder;
};

void GoldenTraceTest::compare(const QStringList &arguments, const Json &expected, double tolerance)
{
    const ProgramOutcome outcome = runProgram(arguments);
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    const auto got = parseJson(outcome.out.toStdString(), {.bytes = largestFile});
    QVERIFY(got.ok());
    int compared = 0;
    const QString found = difference(*got, expected, tolerance, QStringLiteral("trace"), compared);
    QVERIFY2(found.isEmpty(), qPrintable(found));
    QVERIFY(compared > 10);
}

void GoldenTraceTest::agreesWithPyTorch_data()
{
    QTest::addColumn<QString>("file");
    for (const QString folder : {"pytorch/", "conventions/", "a9/"}) {
        const QStringList files = QDir(golden + folder).entryList({QStringLiteral("*.json")});
        QVERIFY2(!files.isEmpty(), qPrintable(golden + folder + " is empty"));
        for (const QString &file : files)
            QTest::newRow(qPrintable(folder + file)) << golden + folder + file;
    }
}

void GoldenTraceTest::agreesWithPyTorch()
{
    QFETCH(QString, file);
    const Json test = readJson(file);
    SafetensorsFile model;
    for (const auto &parameter : test["parameters"].items())
        model.tensors.push_back(tensorOf(parameter.key(), parameter.value()));
    QVERIFY(writeFileAtomically(path("model.safetensors").toStdString(), writeSafetensors(model)).ok());
    QVERIFY(writeFileAtomically(path("input.json").toStdString(), writeJson(test["input"])).ok());
    const QStringList arguments{"trace",
                                "--model",
                                path("model.safetensors"),
                                "--input",
                                path("input.json"),
                                "--gradients",
                                "--reset",
                                QString::fromStdString(test["spec"]["reset"]),
                                "--update",
                                QString::fromStdString(test["spec"]["update"])};
    compare(arguments, test["expected"]);
    compare(arguments + QStringList{"--precision", "f32"}, test["expected"], 2e-5);
}

void GoldenTraceTest::readsSafetensors_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(golden + "safetensors").entryList({QStringLiteral("*.safetensors")});
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << golden + "safetensors/" + file.chopped(int(qstrlen(".safetensors")));
}

void GoldenTraceTest::readsSafetensors()
{
    QFETCH(QString, name);
    QStringList arguments{"trace", "--model", name + ".safetensors", "--input", name + ".input.json", "--gradients"};
    if (name.endsWith("two_modules"))
        arguments << "--layer-prefix"
                  << "decoder.gru";
    compare(arguments, readJson(name + ".expected.json"));
}

void GoldenTraceTest::writesNumbersThatReadBack()
{
    const QString name = golden + "safetensors/gru_f64";
    const QStringList arguments{"trace",      "--model", name + ".safetensors", "--input", name + ".input.json",
                                "--gradients"};
    const ProgramOutcome printed = runProgram(arguments);
    QCOMPARE(printed.code, 0);
    const ProgramOutcome written = runProgram(arguments + QStringList{"--out", path("trace.json")});
    QCOMPARE(written.code, 0);
    QVERIFY(written.out.isEmpty());
    const auto text = readFile(path("trace.json").toStdString(), largestFile);
    QVERIFY(text.ok());
    QCOMPARE(QByteArray::fromStdString(*text), printed.out);
    const auto json = parseJson(*text);
    QVERIFY(json.ok());
    QCOMPARE(QByteArray::fromStdString(writeJson(*json) + "\n"), printed.out);
}

QTEST_GUILESS_MAIN(GoldenTraceTest)
#include "golden_trace_test.moc"
