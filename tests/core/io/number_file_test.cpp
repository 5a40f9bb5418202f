// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/file.h"
#include "core/io/number_table.h"

#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

namespace {

std::string refusal(std::string_view text)
{
    const Result<std::vector<NumberTable>> tables = readNumberJson(text);
    return tables ? "accepted" : tables.error().english();
}

} // namespace

class NumberFileTest : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    std::filesystem::path write(const char *name, std::string_view bytes)
    {
        const auto path = std::filesystem::path(m_folder.path().toStdString()) / name;
        if (!writeFileAtomically(path, bytes))
            qFatal("the test's folder cannot be written");
        return path;
    }

private slots:
    void listsOfNumbersAreTables()
    {
        QVERIFY((readNumberJson("[[1,2],[3,4.5]]")->front().values == Matrix{{1, 2}, {3, 4.5}}));
        QVERIFY((readNumberJson("[1,2,3]")->front().values == Matrix{{1}, {2}, {3}}));
        QVERIFY((readNumberJson(R"({"x": [[1,2],[3,4]]})")->front().values == Matrix{{1, 2}, {3, 4}}));
    }

    void sequencesMayDifferInLength()
    {
        const auto tables = readNumberJson("[[[1,2],[3,4]],[[5,6]]]");
        QCOMPARE(tables->size(), std::size_t(2));
        QVERIFY(((*tables)[0].values == Matrix{{1, 2}, {3, 4}}));
        QVERIFY(((*tables)[1].values == Matrix{{5, 6}}));
    }

    void paddingPastALengthIsCutOff()
    {
        const auto tables = readNumberJson(R"({"x": [[[1],[2],[3]],[[4],[0],[0]]], "lengths": [3, 1], "h0": []})");
        QVERIFY(((*tables)[0].values == Matrix{{1}, {2}, {3}}));
        QVERIFY(((*tables)[1].values == Matrix{{4}}));
    }

    void faultsAreRefusedWithThePlace_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const std::string &text, const std::string &says) {
            QTest::newRow(name) << text << says;
        };
        row("no JSON", "[1,", "Line 1, column 4");
        row("number", "3", "Expected a list of rows");
        row("no x", R"({"y": [1]})", "object with \"x\"");
        row("x no list", R"({"x": 3})", "x is 3, expected a list");
        row("empty", "[]", "The list is empty");
        row("empty row", "[[]]", "The list[0] is empty");
        row("ragged", "[[1,2],[3]]", "The list[1] has 1 values, expected 2");
        row("text", R"([[1,"b"]])", "The list[0][1] is \"b\", expected a number");
        row("null", "[[1,null]]", "The list[0][1] is null");
        row("number among rows", "[[1],2]", "The list[1] is 2, expected a list");
        row("row among numbers", "[1,[2]]", "The list[1] is a list, expected a number");
        row("features differ between sequences", R"({"x": [[[1,2]],[[3]]]})", "x[1][0] has 1 values, expected 2");
        row("row among sequences", R"({"x": [[[1]],[2]]})", "x[1] is not a list of rows");
        row("four levels", R"({"x": [[[[1]]]]})", "x[0] is not a list of rows");
        row("too deep", std::string(100'000, '['), "nested more than 8 deep");
        row("lengths too few", R"({"x": [[[1]],[[2]]], "lengths": [1]})", "lengths must be a list of 2");
        row("length 0", R"({"x": [[[1]]], "lengths": [0]})", "lengths[0] is 0, expected 1 to 1");
        row("length past the end", R"({"x": [[[1]]], "lengths": [2]})", "lengths[0] is 2, expected 1 to 1");
    }
    void faultsAreRefusedWithThePlace()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, says);
        const std::string said = refusal(text);
        QVERIFY2(said.find(says) != std::string::npos, said.c_str());
    }

    void theFormatIsRecognisedByContentAndName()
    {
        QVERIFY((readNumberFile(write("a.csv", "1,2\n"))->front().values == Matrix{{1, 2}}));
        QVERIFY((readNumberFile(write("a.tsv", "1\t2\n"))->front().values == Matrix{{1, 2}}));
        QVERIFY((readNumberFile(write("a.txt", "1;2\n"))->front().values == Matrix{{1, 2}}));
        QVERIFY((readNumberFile(write("a.json", "[[1,2]]"))->front().values == Matrix{{1, 2}}));
        QVERIFY((readNumberFile(write("b.txt", " \n[[1,2]]"))->front().values == Matrix{{1, 2}}));
        const std::string npy = std::string("\x93NUMPY\x01\0", 8) + std::string("\x3B\0", 2)
            + "{'descr': '|u1', 'fortran_order': False, 'shape': (1, 2)}" + " \n" + "\x01\x02";
        QVERIFY((readNumberFile(write("a.NPY", npy))->front().values == Matrix{{1, 2}}));
        QVERIFY((readNumberFile(write("npy.txt", npy))->front().values == Matrix{{1, 2}}));
    }

    void theFileIsNamedInTheSentence()
    {
        const auto says = [&](const char *name, std::string_view bytes, const std::string &what) {
            const auto path = write(name, bytes);
            const Result<std::vector<NumberTable>> tables = readNumberFile(path);
            return !tables && tables.error().english().find(path.string() + ": " + what) == 0;
        };
        QVERIFY(says("bad.csv", "1,2\n3\n", "Line 2 has 1 values"));
        QVERIFY(says("bad.json", "1,2\n", "Line 1, column 2"));
        QVERIFY(says("bad.npy", "1,2\n", "This is no .npy file"));
        QVERIFY(says("bad.npz", "PK\x03\x04xxxx", "This is a zip archive"));
        QVERIFY(!readNumberFile("/nowhere/a.csv"));
    }
};

QTEST_GUILESS_MAIN(NumberFileTest)
#include "number_file_test.moc"
