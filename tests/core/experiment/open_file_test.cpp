// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/files/open_file.h"

#include "core/base/file.h"
#include "core/experiment/files/experiment_file.h"
#include "some_experiments.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

class OpenFileTest : public QObject
{
    Q_OBJECT

private slots:
    void filesAreRecognisedByContentThenName_data();
    void filesAreRecognisedByContentThenName();
    void safetensorsIsRecognisedUnderAnyName();
    void whatIsNoFileIsUnknown();
    void experimentOpensUnderAnyName();
    void modelOpensWithAnInputThatFits_data();
    void modelOpensWithAnInputThatFits();
    void modelTakesItsConventionFromTheOptions();
    void otherFilesHoldNoNetwork_data();
    void otherFilesHoldNoNetwork();
    void textFileBecomesTheInput();
    void lastNewLineIsNoLetter_data();
    void lastNewLineIsNoLetter();
    void eachLineIsASequence();
    void newLineInTheAlphabetMakesOneText();
    void capitalLetterIsRefusedWithItsPlace();
    void digitsAreATextForANetworkOfLetters();
    void tableBecomesTheInput();
    void tableOfAnotherWidthIsRefused();
    void columnOfWholeNumbersIsRowsOfTheEmbedding();
    void textNeedsAnAlphabet();
    void networkIsNoInput();

private:
    std::filesystem::path write(const char *name, const std::string &bytes);
    QString refusal(const Experiment &experiment, const std::filesystem::path &path);

    QTemporaryDir m_folder;
};

std::filesystem::path OpenFileTest::write(const char *name, const std::string &bytes)
{
    const std::filesystem::path path = m_folder.filePath(name).toStdString();
    if (!writeFileAtomically(path, bytes))
        qFatal("cannot write %s", path.c_str());
    return path;
}

/// Why the file cannot be the input, without the folder's name.
QString OpenFileTest::refusal(const Experiment &experiment, const std::filesystem::path &path)
{
    const auto changed = withInputFrom(experiment, path);
    if (changed)
        return "accepted";
    return QString::fromStdString(changed.error().english()).replace(QString::fromStdString(path.string()), "FILE");
}

void OpenFileTest::filesAreRecognisedByContentThenName_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<FileKind>("kind");
    const auto row = [](const char *name, QByteArray bytes, FileKind kind) {
        QTest::addRow("%s, %s", name, bytes.left(12).toPercentEncoding().constData())
            << QByteArray(name) << bytes << kind;
    };
    row("a.gatescope", "{}", FileKind::experiment);
    row("a.gatescope", "", FileKind::experiment);
    row("a.json", R"({"format": "gatescope-experiment"})", FileKind::experiment);
    row("a", R"( {"format": "gatescope-experiment"})", FileKind::experiment);
    row("a.json", R"({"x": [[[1]]]})", FileKind::numbers);
    row("a", "[[1, 2], [3, 4]]", FileKind::numbers);
    row("a.csv", "a,b\n1,2\n", FileKind::numbers);
    row("a.csv", "not,numbers\nat,all\n", FileKind::numbers);
    row("a.txt", "1;2\n3;4\n", FileKind::numbers);
    row("a.dat", "1\t2\n3\t4\n", FileKind::numbers);
    row("a.csv",
        QByteArray("\xFF\xFE"
                   "1\0,\0"
                   "2\0",
                   8),
        FileKind::numbers);
    row("a.txt",
        QByteArray("\xFE\xFF\0"
                   "1",
                   4),
        FileKind::numbers);
    row("a.txt",
        QByteArray("\xFF\xFE"
                   "a\0",
                   4),
        FileKind::unknown);
    QByteArray wide("\xFF\xFE", 2); // longer than what is looked at, which ends in the middle of a row
    for (int i = 0; i < 40'000; ++i)
        wide += QByteArray(i % 4 == 3 ? "\n\0" : i % 2 == 1 ? ",\0" : "1\0", 2);
    row("a.txt", wide, FileKind::numbers);
    row("a.txt", "hello world\n", FileKind::text);
    row("a", "hello\nworld", FileKind::text);
    row("a.txt", "ü", FileKind::text);
    row("a.txt", QByteArray("ü").repeated(50'000), FileKind::text);
    row("a.txt", "", FileKind::text);
    row("a.txt", QByteArray("a\0b", 3), FileKind::unknown);
    row("a.txt", "a\xFF", FileKind::unknown);
    row("a.npy", "\x93NUMPY\x01", FileKind::numbers);
    row("a", "\x93NUMPY\x01", FileKind::numbers);
    row("a.pt", "PK\x03\x04", FileKind::model);
    row("a.pkl", "\x80\x02}", FileKind::model);
    row("a.safetensors", "", FileKind::model);
    row("a.png", "\x89PNG\r\n", FileKind::unknown);
}

void OpenFileTest::filesAreRecognisedByContentThenName()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(FileKind, kind);
    QCOMPARE(recogniseFile(write(name, bytes.toStdString())), kind);
}

void OpenFileTest::safetensorsIsRecognisedUnderAnyName()
{
    const std::filesystem::path path = m_folder.filePath("weights.txt").toStdString();
    const Experiment experiment = letterExperiment();
    QVERIFY(writeModelFile(path, experiment.spec, experiment.parameters));
    QCOMPARE(recogniseFile(path), FileKind::model);
}

void OpenFileTest::whatIsNoFileIsUnknown()
{
    QCOMPARE(recogniseFile(m_folder.filePath("nothing.csv").toStdString()), FileKind::unknown);
    QCOMPARE(recogniseFile(m_folder.path().toStdString()), FileKind::unknown);
    QCOMPARE(recogniseFile("/dev/zero"), FileKind::unknown);
    const auto opened = openNetwork(m_folder.filePath("nothing.csv").toStdString());
    QVERIFY(opened.error().english().find("nothing.csv") != std::string::npos);
}

void OpenFileTest::experimentOpensUnderAnyName()
{
    const auto path = write("renamed.json", writeExperiment(numberExperiment()));
    QVERIFY(openNetwork(path).value() == numberExperiment());
}

void OpenFileTest::modelOpensWithAnInputThatFits_data()
{
    QTest::addColumn<int>("which");
    QTest::newRow("letters") << 0;
    QTest::newRow("tokens") << 1;
    QTest::newRow("numbers") << 2;
}

void OpenFileTest::modelOpensWithAnInputThatFits()
{
    QFETCH(int, which);
    Experiment written = which == 0 ? letterExperiment() : which == 1 ? tokenExperiment() : numberExperiment();
    written.spec.reset = ResetPlacement::after;
    written.spec.update = UpdateMeaning::keeps;
    const std::filesystem::path path = m_folder.filePath("My weights.safetensors").toStdString();
    QVERIFY(writeModelFile(path, written.spec, written.parameters));

    const auto opened = openNetwork(path);
    QVERIFY2(opened.ok(), opened ? "" : opened.error().english().c_str());
    QVERIFY(check(*opened));
    QCOMPARE(opened->title, "My weights");
    QVERIFY(opened->spec == written.spec);
    QVERIFY(opened->parameters == written.parameters);
    QCOMPARE(opened->input.sequences(), 1);
    QCOMPARE(std::holds_alternative<TokenInput>(opened->input.source), which == 1);
}

void OpenFileTest::modelTakesItsConventionFromTheOptions()
{
    const std::filesystem::path path = m_folder.filePath("convention.safetensors").toStdString();
    QVERIFY(writeModelFile(path, letterExperiment().spec, letterExperiment().parameters));
    const auto opened = openNetwork(path, {std::nullopt, ResetPlacement::before, UpdateMeaning::overwrites});
    QVERIFY(opened);
    QCOMPARE(opened->spec.reset, ResetPlacement::before);
    QCOMPARE(opened->spec.update, UpdateMeaning::overwrites);
    QVERIFY(!openNetwork(path, {"decoder", ResetPlacement::after, UpdateMeaning::keeps}));
}

void OpenFileTest::otherFilesHoldNoNetwork_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("says");
    QTest::newRow("table") << QByteArray("a.csv") << QByteArray("1,2\n") << "holds numbers, not a network";
    QTest::newRow("text") << QByteArray("a.txt") << QByteArray("hello") << "holds a text, not a network";
    QTest::newRow("picture") << QByteArray("a.png") << QByteArray("\x89PNG") << "is no file that Gatescope knows";
    QTest::newRow("zip") << QByteArray("a.pt") << QByteArray("PK\x03\x04 and so on") << "zip archive";
    QTest::newRow("empty model") << QByteArray("a.safetensors") << QByteArray() << "a.safetensors";
    QTest::newRow("empty experiment") << QByteArray("a.gatescope") << QByteArray() << "a.gatescope";
}

void OpenFileTest::otherFilesHoldNoNetwork()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, bytes);
    QFETCH(QString, says);
    const auto path = write(name, bytes.toStdString());
    const auto opened = openNetwork(path);
    QVERIFY(!opened);
    const QString sentence = QString::fromStdString(opened.error().english());
    QVERIFY2(sentence.contains(says), qPrintable(sentence));
    QVERIFY2(sentence.count(QString::fromStdString(path.string())) == 1, qPrintable(sentence));
}

void OpenFileTest::textFileBecomesTheInput()
{
    Experiment before = letterExperiment();
    before.pins = {{.unit = 1, .lastStep = 4, .value = 1}, {.unit = 2, .sequence = 1, .value = 1}};
    const auto after = withInputFrom(before, write("a.txt", "who lüll"));
    QVERIFY2(after.ok(), after ? "" : after.error().english().c_str());
    QVERIFY(check(*after));
    const auto &input = std::get<CharacterInput>(after->input.source);
    QCOMPARE(input.texts, std::vector<std::string>{"who lüll"});
    QCOMPARE(input.alphabet, std::get<CharacterInput>(before.input.source).alphabet);
    QCOMPARE(after->objective.classes[0], (std::vector{0, 3, 5, 2, 6, 2, 2, -1}));
    QVERIFY(after->parameters == before.parameters);
    QVERIFY(after->pins == std::vector{before.pins[0]}); // there is no sequence 1 any more
    QCOMPARE(after->view.step, 0);
    QCOMPARE(after->view.sequence, 0);
}

void OpenFileTest::lastNewLineIsNoLetter_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("none") << QByteArray("hello");
    QTest::newRow("one") << QByteArray("hello\n");
    QTest::newRow("of Windows") << QByteArray("hello\r\n");
    QTest::newRow("with a byte order mark") << QByteArray("\xEF\xBB\xBFhello\n");
}

void OpenFileTest::lastNewLineIsNoLetter()
{
    QFETCH(QByteArray, bytes);
    const auto after = withInputFrom(letterExperiment(), write("a.txt", bytes.toStdString()));
    QVERIFY2(after.ok(), after ? "" : after.error().english().c_str());
    QCOMPARE(std::get<CharacterInput>(after->input.source).texts, std::vector<std::string>{"hello"});
}

void OpenFileTest::eachLineIsASequence()
{
    const auto after = withInputFrom(letterExperiment(), write("a.txt", "hello\n\nwow\nlow\n"));
    QVERIFY(after);
    QCOMPARE(std::get<CharacterInput>(after->input.source).texts, (std::vector<std::string>{"hello", "wow", "low"}));
    QVERIFY(refusal(letterExperiment(), write("a.txt", "\n\n")).startsWith("FILE holds no letters"));
    QVERIFY(refusal(letterExperiment(), write("a.txt", "")).startsWith("FILE holds no letters"));
}

void OpenFileTest::newLineInTheAlphabetMakesOneText()
{
    Experiment experiment = letterExperiment();
    std::get<CharacterInput>(experiment.input.source).alphabet[6] = "\n";
    const auto after = withInputFrom(experiment, write("a.txt", "hello\nwow\n"));
    QVERIFY(after);
    QCOMPARE(std::get<CharacterInput>(after->input.source).texts, std::vector<std::string>{"hello\nwow"});
}

void OpenFileTest::capitalLetterIsRefusedWithItsPlace()
{
    QCOMPARE(refusal(letterExperiment(), write("a.txt", "heLlo\n")),
             "FILE: Letter 2 of the text: “L” is not in the network's alphabet, which is h e l o w ␣ ü.");
}

void OpenFileTest::digitsAreATextForANetworkOfLetters()
{
    Experiment experiment = letterExperiment();
    std::get<CharacterInput>(experiment.input.source).alphabet[5] = "1";
    const auto after = withInputFrom(experiment, write("a.txt", "11\n1\n"));
    QVERIFY(after);
    QCOMPARE(std::get<CharacterInput>(after->input.source).texts, (std::vector<std::string>{"11", "1"}));
}

void OpenFileTest::tableBecomesTheInput()
{
    Experiment before = numberExperiment();
    const auto after = withInputFrom(before, write("a.csv", "warm;cold\n1,5;2\n3;4\n5;6\n"));
    QVERIFY2(after.ok(), after ? "" : after.error().english().c_str());
    const auto &input = std::get<NumberInput>(after->input.source);
    QCOMPARE(input.features, (std::vector<std::string>{"warm", "cold"}));
    QVERIFY(input.sequences[0] == (Matrix{{1.5, 2}, {3, 4}, {5, 6}}));
    QVERIFY(after->objective == Objective()); // the old targets were for other steps
    QVERIFY(check(*after));

    const auto letters = withInputFrom(letterExperiment(), write("b.csv", "1,2,3,4,5,6,7\n"));
    QVERIFY(letters);
    QVERIFY(std::holds_alternative<NumberInput>(letters->input.source));
}

void OpenFileTest::tableOfAnotherWidthIsRefused()
{
    QCOMPARE(refusal(numberExperiment(), write("a.csv", "1,2,3\n")),
             "FILE has 3 columns, but the network reads 2 numbers at each step.");
    QVERIFY(refusal(numberExperiment(), write("a.csv", "1,2\n3\n")).contains("FILE: Line 2"));
}

void OpenFileTest::columnOfWholeNumbersIsRowsOfTheEmbedding()
{
    const auto after = withInputFrom(tokenExperiment(), write("a.csv", "3\n0\n5\n"));
    QVERIFY2(after.ok(), after ? "" : after.error().english().c_str());
    QCOMPARE(std::get<TokenInput>(after->input.source).sequences, (std::vector<std::vector<int>>{{3, 0, 5}}));
    QVERIFY(after->input.h0.empty()); // it was for two sequences
    QVERIFY(refusal(tokenExperiment(), write("a.csv", "3\n6\n")).contains("step 1: token 6 is not a row"));
    QVERIFY(
        refusal(tokenExperiment(), write("a.csv", "3\n0.5\n")).contains("1 columns, but the network reads rows 0 to"));
}

void OpenFileTest::textNeedsAnAlphabet()
{
    QCOMPARE(refusal(numberExperiment(), write("a.txt", "hello")),
             "FILE is a text, but this network has no alphabet: it reads 2 numbers at each step.");
}

void OpenFileTest::networkIsNoInput()
{
    QVERIFY(refusal(numberExperiment(), write("a.gatescope", writeExperiment(numberExperiment())))
                .startsWith("FILE holds a network, not an input"));
    QVERIFY(refusal(numberExperiment(), write("a.png", "\x89PNG")).startsWith("FILE is no input that Gatescope knows"));
    QVERIFY(refusal(numberExperiment(), m_folder.filePath("none").toStdString()).contains("FILE"));
}

QTEST_GUILESS_MAIN(OpenFileTest)
#include "open_file_test.moc"
