// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/number_table.h"

#include <QElapsedTimer>
#include <QTest>

#include <clocale>

using namespace gatescope;

namespace {

/// UTF-16 with its byte order mark.
std::string utf16(std::u16string_view text, bool bigEndian)
{
    std::string bytes;
    const auto put = [&](char16_t unit) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    };
    put(0xFEFF);
    for (const char16_t unit : text)
        put(unit);
    return bytes;
}

std::string refusal(std::string_view text)
{
    const Result<NumberTable> table = readCsv(text);
    return table ? "accepted" : table.error().english();
}

} // namespace

class CsvTest : public QObject
{
    Q_OBJECT

private slots:
    void theSameTableIsReadFromManySpellings_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<char>("separator");
        QTest::addColumn<char>("decimal");
        const auto row = [](const char *name, const std::string &text, char separator, char decimal) {
            QTest::newRow(name) << text << separator << decimal;
        };
        row("plain", "a,b\n1.5,-2\n3,4e1\n", ',', '.');
        row("no last line end", "a,b\n1.5,-2\n3,4e1", ',', '.');
        row("empty last lines", "a,b\n1.5,-2\n3,4e1\n\n\n", ',', '.');
        row("Windows line ends", "a,b\r\n1.5,-2\r\n3,4e1\r\n", ',', '.');
        row("old Macintosh line ends", "a,b\r1.5,-2\r3,4e1\r", ',', '.');
        row("semicolon", "a;b\n1.5;-2\n3;4e1\n", ';', '.');
        row("tab", "a\tb\n1.5\t-2\n3\t4e1\n", '\t', '.');
        row("decimal comma with semicolon", "a;b\n1,5;-2\n3;4e1\n", ';', ',');
        row("decimal comma with tab", "a\tb\n1,5\t-2\n3\t4e1\n", '\t', ',');
        row("every number with a decimal comma", "a;b\n1,5;-2,0\n3,0;40,0\n", ';', ',');
        row("quotes", "\"a\",\"b\"\n\"1.5\",\"-2\"\n3,\"4e1\"\n", ',', '.');
        row("quoted decimal comma", "a,b\n1.5,-2\n\"3\",4e1\n", ',', '.');
        row("spaces", "a,b\n 1.5 ,\t-2\n3 , 4e1\n", ',', '.');
        row("plus signs", "a,b\n+1.5,-2\n+3,+4e+1\n", ',', '.');
        row("UTF-8 byte order mark",
            "\xEF\xBB\xBF"
            "a,b\n1.5,-2\n3,4e1\n",
            ',', '.');
        row("UTF-16 little endian", utf16(u"a,b\r\n1.5,-2\r\n3,4e1\r\n", false), ',', '.');
        row("UTF-16 big endian", utf16(u"a;b\n1,5;-2\n3;4e1\n", true), ';', ',');
    }
    void theSameTableIsReadFromManySpellings()
    {
        QFETCH(std::string, text);
        QFETCH(char, separator);
        QFETCH(char, decimal);
        CsvFormat format;
        const Result<NumberTable> table = readCsv(text, &format);
        QVERIFY2(table.ok(), table ? "" : table.error().english().c_str());
        QVERIFY((table->columns == std::vector<std::string>{"a", "b"}));
        QVERIFY((table->values == Matrix{{1.5, -2}, {3, 40}}));
        QCOMPARE(format.separator, separator);
        QCOMPARE(format.decimal, decimal);
        QVERIFY(format.header);
    }

    void aTableNeedsNoHeader()
    {
        CsvFormat format;
        const Result<NumberTable> table = readCsv("1,2\n3,4\n", &format);
        QVERIFY((table->values == Matrix{{1, 2}, {3, 4}}));
        QVERIFY(table->columns.empty());
        QVERIFY(!format.header);
        QVERIFY((readCsv("1,5;2\n3;4\n")->values == Matrix{{1.5, 2}, {3, 4}}));
        QVERIFY((readCsv("1,5;2")->values == Matrix{{1.5, 2}}));
        QVERIFY((readCsv("7")->values == Matrix{{7}}));
    }

    void aHeaderMayHoldAnything()
    {
        const Result<NumberTable> table = readCsv("\"speed, m/s\";\"say \"\"x\"\"\";\"two\nlines\"\n1.5;2;3\n");
        QVERIFY2(table.ok(), table ? "" : table.error().english().c_str());
        QVERIFY((table->columns == std::vector<std::string>{"speed, m/s", "say \"x\"", "two\nlines"}));
        QVERIFY((table->values == Matrix{{1.5, 2, 3}}));
        QVERIFY((readCsv("year,2019,x\n1,2,3\n")->columns == std::vector<std::string>{"year", "2019", "x"}));
        QVERIFY((readCsv(",a\n0,5\n")->columns == std::vector<std::string>{"", "a"}));
    }

    void oneColumnIsATable()
    {
        const Result<NumberTable> table = readCsv("sunspots\n5\n11\n16\n");
        QVERIFY((table->values == Matrix{{5}, {11}, {16}}));
        QCOMPARE(table->columns.front(), std::string("sunspots"));
    }

    void lettersAreReadInEveryEncoding()
    {
        const std::string expected = "Gr\xC3\xB6\xC3\x9F"
                                     "e";
        QCOMPARE(readCsv("Gr\xC3\xB6\xC3\x9F"
                         "e\n1\n")
                     ->columns.front(),
                 expected);
        QCOMPARE(readCsv("Gr\xF6\xDF"
                         "e\n1\n")
                     ->columns.front(),
                 expected); // Latin-1
        QCOMPARE(readCsv(utf16(u"Gr\u00F6\u00DFe\n1\n", false))->columns.front(), expected);
        QCOMPARE(readCsv(utf16(u"\U0001F600\n1\n", true))->columns.front(), std::string("\xF0\x9F\x98\x80"));
    }

    void theLocaleChangesNothing()
    {
        const std::string before = std::setlocale(LC_ALL, nullptr);
        std::setlocale(LC_ALL, "");
        for (const char *name : {"de_DE.UTF-8", "fr_FR.UTF-8"})
            std::setlocale(LC_NUMERIC, name);
        const Result<NumberTable> table = readCsv("1.5,2\n");
        std::setlocale(LC_ALL, before.c_str());
        QVERIFY((table->values == Matrix{{1.5, 2}}));
    }

    void faultsAreRefusedWithLineAndColumn_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const std::string &text, const std::string &says) {
            QTest::newRow(name) << text << says;
        };
        row("empty", "", "no row of numbers");
        row("only line ends", "\n\r\n\n", "no row of numbers");
        row("only a header", "a,b\n", "no row of numbers");
        row("short row", "a,b\n1,2\n3\n", "Line 3 has 1 values, expected 2");
        row("long row", "1,2\n3,4,5\n", "Line 2 has 3 values, expected 2");
        row("row longer than the header", "a,b\n1,2,3\n", "Line 2 has 3 values, expected 2");
        row("empty line in the middle", "1,2\n\n3,4\n", "Line 2 has 1 values, expected 2");
        row("text", "a,b\n1,2\n3,blue\n", "Line 3, column 2: \"blue\" is not a number");
        row("text in the first of many numbers", "1,x,3\n4,5,6\n", "Line 1, column 2: \"x\" is not a number");
        row("number and unit", "a\n5 kg\n", "Line 2, column 1: \"5 kg\" is not a number");
        row("two signs", "1,2\n+-3,4\n", "Line 2, column 1: \"+-3\" is not a number");
        row("hexadecimal", "1,2\n0x10,4\n", "Line 2, column 1: \"0x10\" is not a number");
        row("thousands and decimals", "1,5;2\n1.234,5;3\n",
            "Line 2, column 1: \"1.234,5\" is not a number with a decimal comma");
        row("both decimal signs", "1,5;2\n2.5;3\n", "Line 1, column 1: \"1,5\" is not a number");
        row("both decimal signs in the rows", "a;b\n1,5;2\n2.5;3\n",
            "Line 3, column 1: \"2.5\" is not a number with a decimal comma");
        row("two decimal commas", "1,5;2\n1,2,3;3\n", "Line 2, column 1: \"1,2,3\" is not a number");
        row("empty cell", "1,2\n3,\n", "Line 2, column 2 is empty");
        row("blank cell", "1,2\n  ,4\n", "Line 2, column 1 is empty");
        row("NaN", "1,2\n3,NaN\n", "Line 2, column 2: NaN is not a finite number");
        row("NaN in the first line", "nan,2\n3,4\n", "Line 1, column 1: nan is not a finite number");
        row("infinity", "1,2\n-inf,4\n", "Line 2, column 1: -inf is not a finite number");
        row("too large", "1,2\n3,1e999\n", "Line 2, column 2: 1e999 is too large");
        row("quote never closed", "a,b\n1,\"2\n3,4\n", "Line 2, column 2: the quote is never closed");
        row("text behind a quote", "a,b\n1,\"2\"3\n", "Line 2, column 2: there is text behind the closing quote");
        row("lines inside quotes are counted", "\"a\nb\",c\n1,2\n3,x\n", "Line 4, column 2");
        row("Windows lines inside quotes are counted", "\"a\r\nb\",c\r\n1,2\r\n3,x\r\n", "Line 4, column 2");
        row("byte of 0", std::string("1,2\n3,\0\n", 8), "Line 2, column 3 holds a byte of 0");
        row("UTF-16 without mark",
            std::string("1\0,\0"
                        "2\0",
                        6),
            "holds a byte of 0");
        row("half a UTF-16 unit", utf16(u"1,2\n", false) + "x", "odd number of bytes");
        row("half a UTF-16 character", utf16(std::u16string_view(u"a\xD800", 2), false), "half a character");
        row("separated by spaces", "1 2 3\n4 5 6\n", "Line 2, column 1: \"4 5 6\" is not a number");
        row("too many columns", std::string(100'001, ','), "Line 1 has more than 100000 columns");
        row("control characters", "1\n\x1B[31m\n", "Line 2, column 1: \"?[31m\" is not a number");
        row("too large a file", std::string(200'000'001, '1'), "200000001 bytes; at most 200000000");
    }
    void faultsAreRefusedWithLineAndColumn()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, says);
        const std::string said = refusal(text);
        QVERIFY2(said.find(says) != std::string::npos, said.c_str());
        QVERIFY2(said.find('\n') == std::string::npos, said.c_str());
    }

    void tenMillionNumbersAreTheMost()
    {
        std::string text;
        const std::string line = "1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1\n"; // 20 numbers
        text.reserve(line.size() * 500'001);
        for (int i = 0; i < 500'000; ++i)
            text += line;
        const Result<NumberTable> most = readCsv(text);
        QVERIFY(most.ok());
        QCOMPARE(most->values.size(), Eigen::Index(10'000'000));
        const std::string said = refusal(text + line);
        QVERIFY2(said.find("Line 500001: the table has more than 10000000 numbers") != std::string::npos, said.c_str());
    }

    void everyPrefixIsReadOrRefused()
    {
        const std::string text = utf16(u"\"a\"\"\";b\r\n1,5;-2e3\r\n\"3\";4\r\n", false);
        for (std::size_t length = 0; length < text.size(); ++length) {
            const Result<NumberTable> table = readCsv(std::string_view(text).substr(0, length));
            QVERIFY(table ? table->values.allFinite() && table->values.size() > 0 : !table.error().english().empty());
        }
    }
};

QTEST_GUILESS_MAIN(CsvTest)
#include "csv_test.moc"
