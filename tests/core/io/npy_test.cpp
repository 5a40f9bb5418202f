// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/number_table.h"
#include "core/io/tensor.h"

#include <QTest>

#include <algorithm>
#include <limits>

using namespace gatescope;

namespace {

std::string npy(const std::string &dictionary, const std::string &data, int version = 1)
{
    std::string header = dictionary;
    const std::size_t lead = version == 1 ? 10 : 12;
    while ((lead + header.size() + 1) % 64 != 0)
        header += ' ';
    header += '\n';
    std::string bytes = "\x93NUMPY";
    bytes += static_cast<char>(version);
    bytes += '\0';
    for (std::size_t i = 0; i < lead - 8; ++i)
        bytes += static_cast<char>(header.size() >> (8 * i));
    return bytes + header + data;
}

std::string dictionary(const std::string &descr, const std::string &shape, const std::string &fortran = "False")
{
    return "{'descr': '" + descr + "', 'fortran_order': " + fortran + ", 'shape': " + shape + ", }";
}

/// The numbers as integers of a width, least or most significant byte first.
std::string integers(const std::vector<std::int64_t> &values, int bytes, bool bigEndian = false)
{
    std::string data;
    for (const std::int64_t value : values) {
        std::string one;
        for (int i = 0; i < bytes; ++i)
            one += static_cast<char>(value >> (8 * i));
        if (bigEndian)
            std::ranges::reverse(one);
        data += one;
    }
    return data;
}

std::string doubles(const std::vector<double> &values)
{
    return encodeValues(StoredType::f64, values);
}

std::string reversedWords(std::string data, std::ptrdiff_t bytes)
{
    for (auto at = data.begin(); at != data.end(); at += bytes)
        std::reverse(at, at + bytes);
    return data;
}

std::string refusal(std::string_view bytes)
{
    const Result<std::vector<NumberTable>> tables = readNpy(bytes);
    return tables ? "accepted" : tables.error().english();
}

} // namespace

class NpyTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTypeOfNumberIsRead_data()
    {
        QTest::addColumn<std::string>("bytes");
        const std::string shape = "(2, 2)";
        const std::vector<double> values{1, 2, 3, 100};
        const std::vector<std::int64_t> whole{1, 2, 3, 100};
        const auto row = [&](const char *descr, const std::string &data) {
            QTest::newRow(descr) << npy(dictionary(descr, shape), data);
        };
        row("<f8", doubles(values));
        row("<f4", encodeValues(StoredType::f32, values));
        row("<f2", encodeValues(StoredType::f16, values));
        row(">f8", reversedWords(doubles(values), 8));
        row(">f4", reversedWords(encodeValues(StoredType::f32, values), 4));
        row(">f2", reversedWords(encodeValues(StoredType::f16, values), 2));
        row("|i1", integers(whole, 1));
        row("|u1", integers(whole, 1));
        row("<i2", integers(whole, 2));
        row(">i2", integers(whole, 2, true));
        row("<u2", integers(whole, 2));
        row("<i4", integers(whole, 4));
        row(">u4", integers(whole, 4, true));
        row("<i8", integers(whole, 8));
        row(">i8", integers(whole, 8, true));
        row("<u8", integers(whole, 8));
        QTest::newRow("version 2") << npy(dictionary("<f8", shape), doubles(values), 2);
        QTest::newRow("version 3") << npy(dictionary("<f8", shape), doubles(values), 3);
        QTest::newRow("Fortran order") << npy(dictionary("<f8", shape, "True"), doubles({1, 3, 2, 100}));
        QTest::newRow("other quotes and order")
            << npy("{\"shape\":(2,2),\"fortran_order\":False,\"descr\":\"<f8\"}", doubles(values));
    }
    void everyTypeOfNumberIsRead()
    {
        QFETCH(std::string, bytes);
        const Result<std::vector<NumberTable>> tables = readNpy(bytes);
        QVERIFY2(tables.ok(), tables ? "" : tables.error().english().c_str());
        QCOMPARE(tables->size(), std::size_t(1));
        QVERIFY((tables->front().values == Matrix{{1, 2}, {3, 100}}));
    }

    void negativeIntegersKeepTheirSign()
    {
        for (const int bytes : {1, 2, 4, 8}) {
            const std::string descr = "<i" + std::to_string(bytes);
            const auto tables = readNpy(npy(dictionary(descr, "(2,)"), integers({-1, -128}, bytes)));
            QVERIFY((tables->front().values == Matrix{{-1}, {-128}}));
        }
        const auto largest = readNpy(npy(dictionary("<u8", "(1,)"), std::string(8, '\xFF')));
        QCOMPARE(largest->front().values(0, 0), 18446744073709551616.0);
    }

    void oneDimensionIsAColumn()
    {
        const auto tables = readNpy(npy(dictionary("<f8", "(3,)"), doubles({1, 2, 3})));
        QVERIFY((tables->front().values == Matrix{{1}, {2}, {3}}));
    }

    void threeDimensionsAreSequences()
    {
        std::vector<double> values(12);
        for (std::size_t i = 0; i < 12; ++i)
            values[i] = static_cast<double>(i);
        const auto tables = readNpy(npy(dictionary("<f8", "(2, 3, 2)"), doubles(values)));
        QCOMPARE(tables->size(), std::size_t(2));
        QVERIFY(((*tables)[0].values == Matrix{{0, 1}, {2, 3}, {4, 5}}));
        QVERIFY(((*tables)[1].values == Matrix{{6, 7}, {8, 9}, {10, 11}}));

        // In Fortran's order the first index runs fastest: element (n, t, i) stands at n + 2 t + 6 i.
        const auto fortran = readNpy(npy(dictionary("<f8", "(2, 3, 2)", "True"), doubles(values)));
        QVERIFY(((*fortran)[0].values == Matrix{{0, 6}, {2, 8}, {4, 10}}));
        QVERIFY(((*fortran)[1].values == Matrix{{1, 7}, {3, 9}, {5, 11}}));
    }

    void faultsAreRefusedWithThePlace_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const std::string &bytes, const std::string &says) {
            QTest::newRow(name) << bytes << says;
        };
        const std::string good = npy(dictionary("<f8", "(1,)"), doubles({1}));
        row("empty", "", "no .npy file");
        row("other magic", "\x93NUMPX" + good.substr(6), "no .npy file");
        row("version 0", std::string(good).replace(6, 1, 1, '\0'), "version 0");
        row("version 4", std::string(good).replace(6, 1, 1, '\4'), "version 4");
        row("header past the end", std::string(good).replace(8, 2, "\xFF\xFF"),
            "Byte 8 announces a header of 65535 bytes");
        row("header of 4 GiB", npy(dictionary("<f8", "(1,)"), "", 2).replace(8, 4, "\xFF\xFF\xFF\xFF"),
            "Byte 8 announces a header of 4294967295 bytes");
        row("no dictionary", npy("[]", ""), "Character 0 of the header: expected {");
        row("dictionary not closed", npy("{'descr': '<f8',", ""), "of the header: expected a key");
        row("text not closed", npy("{'descr: 3", ""), "Character 1 of the header: expected a key");
        row("key missing", npy("{'descr': '<f8', 'shape': (1,)}", doubles({1})), "must have the keys");
        row("key twice", npy("{'descr': '<f8', 'descr': '<f4', 'fortran_order': False, 'shape': (1,)}", doubles({1})),
            "'descr' twice");
        row("key unknown", npy("{'descr': '<f8', 'colour': 3}", doubles({1})), "expected the value of");
        row("text behind the dictionary", npy(dictionary("<f8", "(1,)") + "x", doubles({1})), "expected nothing more");
        row("code for an order", npy(dictionary("<f8", "(1,)", "__import__('os')"), doubles({1})),
            "expected the value of");
        row("negative size", npy(dictionary("<f8", "(-1,)"), doubles({1})), "expected a size");
        row("size no number", npy(dictionary("<f8", "(a,)"), doubles({1})), "expected a size");
        row("size too large", npy(dictionary("<f8", "(99999999999999999999,)"), doubles({1})), "expected a size");
        row("shape overflows", npy(dictionary("<f8", "(4294967296, 4294967296)"), ""),
            "[4294967296, 4294967296], which is more than 10000000");
        row("more than ten million", npy(dictionary("|u1", "(10000001,)"), ""),
            "[10000001], which is more than 10000000");
        row("more than a hundred thousand sequences",
            npy(dictionary("|u1", "(100001, 1, 1)"), std::string(100'001, '1')), "more than 100000 sequences");
        row("no dimension", npy(dictionary("<f8", "()"), doubles({1})), "has 0 dimensions");
        row("four dimensions", npy(dictionary("<f8", "(1, 1, 1, 1)"), doubles({1})), "has 4 dimensions");
        row("no value", npy(dictionary("<f8", "(0, 3)"), ""), "[0, 3], which holds no number");
        row("values missing", npy(dictionary("<f8", "(2,)"), doubles({1})),
            "there are 8 bytes of values; the shape [2] in <f8 needs 16");
        row("values left over", npy(dictionary("<f8", "(1,)"), doubles({1, 2})), "there are 16 bytes of values");
        row("Python objects", npy(dictionary("|O", "(1,)"), "x"), "Python objects");
        row("records", npy("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,)}", doubles({1})),
            "named fields");
        row("complex numbers", npy(dictionary("<c16", "(1,)"), doubles({1, 2})), "dtype <c16 is not read here");
        row("text", npy(dictionary("<U3", "(1,)"), doubles({1, 2})), "dtype <U3 is not read here");
        row("dates", npy(dictionary("<M8[s]", "(1,)"), doubles({1})), "dtype <M8[s] is not read here");
        row("floats of 16 bytes", npy(dictionary("<f16", "(1,)"), doubles({1, 2})), "dtype <f16 is not read here");
        row("floats of 1 byte", npy(dictionary("<f1", "(1,)"), "x"), "dtype <f1 is not read here");
        row("NaN", npy(dictionary("<f8", "(2, 2)"), doubles({1, 2, 3, std::numeric_limits<double>::quiet_NaN()})),
            "The array[1, 1] is not a finite number");
        row("infinity in Fortran order",
            npy(dictionary("<f8", "(2, 2)", "True"), doubles({1, std::numeric_limits<double>::infinity(), 3, 4})),
            "The array[1, 0] is not a finite number");
    }
    void faultsAreRefusedWithThePlace()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, says);
        const std::string said = refusal(bytes);
        QVERIFY2(said.find(says) != std::string::npos, said.c_str());
        QVERIFY2(said.find('\n') == std::string::npos, said.c_str());
    }

    void everyPrefixIsRefused()
    {
        const std::string bytes = npy(dictionary("<f8", "(2, 2)"), doubles({1, 2, 3, 4}));
        for (std::size_t length = 0; length < bytes.size(); ++length)
            QVERIFY2(!readNpy(std::string_view(bytes).substr(0, length)), std::to_string(length).c_str());
    }
};

QTEST_GUILESS_MAIN(NpyTest)
#include "npy_test.moc"
