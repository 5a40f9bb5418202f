// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/chosen_table.h"
#include "core/io/csv_cells.h"
#include "core/io/table_preview.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace gatescope;

namespace {

const std::string some = "day,place,level,rain\n2024-01-01,here,1,0.5\n2024-01-02,here,,0.5\n2024-01-03,here,3,0."
                         "5\n2024-01-04,here,4,NA\n";

std::string refusal(const std::string &text, const TableChoice &choice = {})
{
    const auto table = readChosenCsv(text, choice);
    return table ? "accepted" : table.error().english();
}

} // namespace

class ChosenTableTest : public QObject
{
    Q_OBJECT
private slots:
    void datesAreToldFromNumbersAndWords()
    {
        for (const char *date : {"2024-01-31", "2024/1/31", "31.01.2024", "1/31/2024", "2024-01",
                                 "2024-01-31T12:30:05Z", "2024-01-31 12:30", "12:30", "09:05:59.25", " 2024-01-31 "})
            QVERIFY2(isDate(date), date);
        for (const char *other : {"", "2024", "1.5", "-3", "2024-13-01", "2024-01-32", "31.01.24x", "a-b-c", "1-2",
                                  "2024-01-31 noon", "1:2", "12:3a"})
            QVERIFY2(!isDate(other), other);
    }

    void aPreviewSaysWhatEachColumnHolds()
    {
        const TablePreview preview = previewTable(some, 2).value();
        QCOMPARE(preview.rows, 4);
        QVERIFY(preview.format.header);
        QCOMPARE(preview.firstRows.size(), std::size_t(2));
        QCOMPARE(preview.firstRows[1][2], std::string());
        QCOMPARE(preview.columns.size(), std::size_t(4));
        const auto is = [&](std::size_t column, const char *name, ColumnKind kind, int missing, bool constant) {
            const ColumnPreview &each = preview.columns[column];
            return each.name == name && each.kind == kind && each.missing == missing && each.isConstant == constant;
        };
        QVERIFY(is(0, "day", ColumnKind::date, 0, false));
        QVERIFY(is(1, "place", ColumnKind::text, 0, true));
        QVERIFY(is(2, "level", ColumnKind::number, 1, false));
        QVERIFY(is(3, "rain", ColumnKind::number, 1, true));
    }

    void aRowOfADateAndANumberIsNoHeader()
    {
        const TablePreview preview = previewTable("2024-01-01;5\n2024-01-02;6\n").value();
        QVERIFY(!preview.format.header);
        QCOMPARE(preview.rows, 2);
        QCOMPARE(preview.columns[1].name, std::string("2"));
        QVERIFY((readChosenCsv("2024-01-01;5\n2024-01-02;6\n", {})->values == Matrix{{5}, {6}}));
    }

    void columnsComeInTheOrderInWhichTheyAreChosen()
    {
        const auto table = readChosenCsv("a,b,c\n1,2,3\n4,5,6\n", {.columns = {"c", "1"}});
        QVERIFY((table->values == Matrix{{3, 1}, {6, 4}}));
        QVERIFY((table->columns == std::vector<std::string>{"c", "a"}));
        // A name goes before a number.
        QVERIFY((readChosenCsv("x,1\n7,8\n", {.columns = {"1"}})->values == Matrix{{8}}));
    }

    void columnsOfOneNameAreToldApart()
    {
        const std::string twins = "rain,2,rain,rain (2nd),rain\n1,2,3,4,5\n6,7,8,9,10\n";
        std::vector<std::string> names;
        for (const ColumnPreview &column : previewTable(twins).value().columns)
            names.push_back(column.name);
        QVERIFY((names == std::vector<std::string>{"rain", "2", "rain (3rd)", "rain (2nd)", "rain (4th)"}));
        for (std::size_t column = 0; column < names.size(); ++column) {
            const auto table = readChosenCsv(twins, {.columns = {names[column]}});
            QCOMPARE(table->values(0, 0), double(column + 1));
            QCOMPARE(table->columns.front(), names[column]);
        }
        const std::string many = "a,a,a,a,a,a,a,a,a,a,a,a\n0,1,2,3,4,5,6,7,8,9,10,11\n";
        QCOMPARE(previewTable(many).value().columns[10].name, std::string("a (11th)"));
    }

    void rowsWithoutAValueAreDroppedFilledOrRefused()
    {
        const std::vector<std::string> columns{"rain", "level"};
        QVERIFY((readChosenCsv(some, {columns, MissingValues::dropRow})->values == Matrix{{0.5, 1}, {0.5, 3}}));
        QVERIFY((readChosenCsv(some, {columns, MissingValues::lastValue})->values
                 == Matrix{{0.5, 1}, {0.5, 1}, {0.5, 3}, {0.5, 4}}));
        const std::string said = refusal(some, {columns});
        QVERIFY2(said.find("Line 3, column 3 (level) has no value") != std::string::npos, said.c_str());
        // Before the first value there is no last one.
        QVERIFY(
            (readChosenCsv("a,b\n1,\n2,5\n3,\n", {{}, MissingValues::lastValue})->values == Matrix{{2, 5}, {3, 5}}));
    }

    void whatCannotBeReadIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::vector<std::string>>("columns");
        QTest::addColumn<std::string>("says");
        using Names = std::vector<std::string>;
        QTest::newRow("empty") << std::string() << Names{} << std::string("no row of numbers");
        QTest::newRow("header alone") << std::string("a,b\n") << Names{} << std::string("no row of numbers");
        QTest::newRow("no such column") << some << Names{"depth"}
                                        << std::string("no column \"depth\"; it has day, place, level, rain");
        QTest::newRow("no such number") << some << Names{"5"} << std::string("no column \"5\"");
        QTest::newRow("twice") << some << Names{"rain", "4"} << std::string("chosen twice");
        QTest::newRow("text") << some << Names{} << std::string("Column 2 (place) holds text");
        QTest::newRow("dates") << some << Names{"day"} << std::string("Column 1 (day) holds dates");
        QTest::newRow("nothing but dates")
            << std::string("day\n2024-01-01\n2024-01-02\n") << Names{} << std::string("nothing but dates");
        QTest::newRow("no number at all")
            << std::string("a,b\n1,\n2,NA\n") << Names{} << std::string("Column 2 (b) holds no number");
        QTest::newRow("a word among numbers")
            << std::string("a\n1\n2\nmany\n") << Names{} << std::string("Line 4, column 1: \"many\"");
        QTest::newRow("ragged") << std::string("a,b\n1,2\n3\n") << Names{"a"} << std::string("Line 3 has 1 values");
    }
    void whatCannotBeReadIsRefusedWithItsPlace()
    {
        QFETCH(std::string, text);
        QFETCH(std::vector<std::string>, columns);
        QFETCH(std::string, says);
        const std::string said = refusal(text, {columns});
        QVERIFY2(said.find(says) != std::string::npos, said.c_str());
    }

    void aChoiceThatLeavesNoRowIsRefused()
    {
        const std::string said = refusal("a,b\n1,\n,2\n", {{}, MissingValues::dropRow});
        QVERIFY2(said.find("In each of the 2 rows a value is missing") != std::string::npos, said.c_str());
    }

    void anythingThatReadCsvTakesIsReadTheSameWay()
    {
        for (const char *text : {"a,b\n1.5,-2\n3,4e1\n", "1,5;2\n3;4\n", "7", "\"a\"\t\"b\"\n1,5\t-2\n"}) {
            const auto plain = readCsv(text), chosen = readChosenTable(written(text), {});
            QVERIFY(plain.ok() && chosen.ok());
            QVERIFY(plain->values == chosen->values && plain->columns == chosen->columns);
        }
    }

    void aFileOfTooManyBytesIsRefusedBeforeItIsRead()
    {
        QFile file(m_folder.filePath("large.csv"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.resize(qint64(300) << 20)); // of nothing
        const auto table = readChosenTable(file.fileName().toStdString(), {});
        QVERIFY(!table.ok());
        QVERIFY2(table.error().english().find("larger than 200000000 bytes") != std::string::npos,
                 table.error().english().c_str());
        QVERIFY(!previewTableFile(file.fileName().toStdString()).ok());
    }

private:
    std::string written(const char *text)
    {
        QFile file(m_folder.filePath("some.csv"));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qFatal("cannot write the table");
        return file.fileName().toStdString();
    }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(ChosenTableTest)
#include "chosen_table_test.moc"
