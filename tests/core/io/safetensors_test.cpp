// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/safetensors.h"

#include <QElapsedTimer>
#include <QTest>

using namespace gatescope;

namespace {

/// A file of any header and data, right or wrong.
std::string fileOf(const std::string &header, const std::string &data = "",
                   std::optional<std::uint64_t> length = std::nullopt)
{
    std::string bytes;
    for (int i = 0; i < 8; ++i)
        bytes += static_cast<char>(length.value_or(header.size()) >> (8 * i));
    return bytes + header + data;
}

std::string entry(const std::string &name, const std::string &dtype, const std::string &shape,
                  const std::string &offsets)
{
    return "\"" + name + "\":{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":" + offsets + "}";
}

std::string zeros(std::size_t count)
{
    return std::string(count, '\0');
}

/// "[1,1,1]"
std::string ones(int count)
{
    std::string list = "[1";
    for (int i = 1; i < count; ++i)
        list += ",1";
    return list + "]";
}

std::string refusal(std::string_view bytes)
{
    const Result<SafetensorsFile> file = readSafetensors(bytes);
    return file ? "accepted" : file.error().english();
}

SafetensorsFile example()
{
    SafetensorsFile file;
    file.metadata = {{"format", "pt"}, {"note", "ä \"quoted\""}};
    file.tensors = {{"a.weight", "F64", StoredType::f64, {2, 2}, {1, -2, 0.1, 1e300}},
                    {"scalar", "F32", StoredType::f32, {}, {0.5}},
                    {"empty", "F32", StoredType::f32, {0, 3}, {}},
                    {"half", "F16", StoredType::f16, {3}, {1, 65504, -0.0}},
                    {"brain", "BF16", StoredType::bf16, {1}, {3.140625}}};
    return file;
}

} // namespace

class SafetensorsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsRead()
    {
        const SafetensorsFile file = example();
        const Result<SafetensorsFile> read = readSafetensors(writeSafetensors(file));
        QVERIFY2(read.ok(), read ? "" : read.error().english().c_str());
        QVERIFY(read->metadata == file.metadata);
        QCOMPARE(read->tensors.size(), file.tensors.size());
        for (std::size_t i = 0; i < file.tensors.size(); ++i) {
            QCOMPARE(read->tensors[i].name, file.tensors[i].name);
            QCOMPARE(read->tensors[i].dtype, file.tensors[i].dtype);
            QVERIFY(read->tensors[i].shape == file.tensors[i].shape);
            QVERIFY(read->tensors[i].values == file.tensors[i].values);
        }
        QCOMPARE(writeSafetensors(*read), writeSafetensors(file));
    }

    void theValuesBeginAtAMultipleOfEight()
    {
        const std::string bytes = writeSafetensors(example());
        QCOMPARE(static_cast<unsigned char>(bytes[0]) % 8, 0);
    }

    void tensorsMayStandInAnyOrder()
    {
        const std::string header
            = "{" + entry("b", "F32", "[1]", "[4,8]") + "," + entry("a", "F32", "[1]", "[0,4]") + "}   ";
        const Result<SafetensorsFile> read = readSafetensors(fileOf(header, std::string("\0\0\x80\x3F\0\0\0\x40", 8)));
        QVERIFY(read.ok());
        QCOMPARE(read->tensors[0].name, std::string("b"));
        QCOMPARE(read->tensors[0].values[0], 2.0);
        QCOMPARE(read->tensors[1].values[0], 1.0);
    }

    void otherTypesAreMeasuredAndListed_data()
    {
        QTest::addColumn<std::string>("dtype");
        QTest::addColumn<int>("bytesOfFour");
        const std::pair<const char *, int> rows[]{{"I64", 32},    {"I32", 16},    {"I16", 8},     {"I8", 4},
                                                  {"U64", 32},    {"U32", 16},    {"U16", 8},     {"U8", 4},
                                                  {"BOOL", 4},    {"C64", 32},    {"F8_E4M3", 4}, {"F8_E5M2", 4},
                                                  {"F8_E8M0", 4}, {"F6_E2M3", 3}, {"F6_E3M2", 3}, {"F4", 2}};
        for (const auto &[dtype, bytes] : rows)
            QTest::newRow(dtype) << std::string(dtype) << bytes;
    }
    void otherTypesAreMeasuredAndListed()
    {
        QFETCH(std::string, dtype);
        QFETCH(int, bytesOfFour);
        const auto size = static_cast<std::size_t>(bytesOfFour);
        const std::string header = "{" + entry("t", dtype, "[2,2]", "[0," + std::to_string(size) + "]") + "}";
        const Result<SafetensorsFile> read = readSafetensors(fileOf(header, zeros(size)));
        QVERIFY2(read.ok(), read ? "" : read.error().english().c_str());
        QVERIFY(read->tensors[0].type == StoredType::other);
        QCOMPARE(read->tensors[0].dtype, dtype);
        QCOMPARE(read->tensors[0].shapeText(), std::string("[2, 2]"));
        QVERIFY(read->tensors[0].values.empty());
        const std::string wrong = "{" + entry("t", dtype, "[2,2]", "[0," + std::to_string(size + 1) + "]") + "}";
        QVERIFY(!readSafetensors(fileOf(wrong, zeros(size + 1))));
    }

    void valuesMayBeNaN() // whoever uses the tensor refuses them
    {
        QVERIFY(readSafetensors(fileOf("{" + entry("t", "F32", "[1]", "[0,4]") + "}", "\xFF\xFF\xFF\xFF")).ok());
    }

    void aFileWithoutTensorsIsAFile() { QVERIFY(readSafetensors(fileOf("{}")).ok()); }

    void hostileFilesAreRefusedWithThePlace_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const std::string &bytes, const std::string &says) {
            QTest::newRow(name) << bytes << says;
        };
        const auto one
            = [](const std::string &dtype, const std::string &shape, const std::string &offsets, std::size_t data) {
                  return fileOf("{" + entry("t", dtype, shape, offsets) + "}", zeros(data));
              };
        const auto two = [](const std::string &first, const std::string &second, std::size_t data) {
            return fileOf("{" + entry("a", "F32", "[1]", first) + "," + entry("b", "F32", "[1]", second) + "}",
                          zeros(data));
        };

        row("empty file", "", "0 bytes; a safetensors file begins with 8");
        row("seven bytes", zeros(7), "7 bytes");
        row("header of no bytes", fileOf(""), "The header: Line 1, column 1");
        row("header past the end", fileOf("{}", "", 3), "announce a header of 3 bytes, but only 2 follow");
        row("header of 2^64-1 bytes", fileOf("{}", "", ~std::uint64_t(0)), "18446744073709551615");
        row("header of 2^63 bytes", fileOf("{}", "", std::uint64_t(1) << 63), "9223372036854775808");
        row("header larger than 1 MiB", fileOf("{}" + std::string((1 << 20) - 1, ' ')),
            "has 1048577 bytes; at most 1048576");
        row("header cut in the middle", fileOf("{\"a\":", "1}", 5), "The header: Line 1, column 6");
        row("header no object", fileOf("[]"), "must be a JSON object");
        row("header with a space in front", fileOf(" {}"), "must be a JSON object that begins with its first byte");
        row("header not UTF-8", fileOf("{\"\xFF\":{}}"), "The header: Line 1, column 3");
        row("header 100,000 deep", fileOf(std::string(100'000, '[')), "nested more than 4 deep");
        row("header 5 deep", fileOf("{\"t\":{\"dtype\":\"F32\",\"shape\":[[[1]]],\"data_offsets\":[0,4]}}", zeros(4)),
            "nested more than 4 deep");
        row("name twice",
            fileOf("{" + entry("t", "F32", "[1]", "[0,4]") + "," + entry("t", "F32", "[1]", "[4,8]") + "}", zeros(8)),
            "the key \"t\" stands twice");
        row("metadata twice", fileOf("{\"__metadata__\":{},\"__metadata__\":{}}"),
            "the key \"__metadata__\" stands twice");
        row("metadata no object", fileOf("{\"__metadata__\":[]}"), "__metadata__ is a list");
        row("metadata no text", fileOf("{\"__metadata__\":{\"a\":1}}"), "__metadata__: \"a\" is 1");
        row("entry no object", fileOf("{\"t\":3}"), "t is 3");
        row("no dtype", fileOf("{\"t\":{\"shape\":[1],\"data_offsets\":[0,4]}}", zeros(4)),
            "t: \"dtype\" must be a text");
        row("dtype a number", fileOf("{\"t\":{\"dtype\":32,\"shape\":[1],\"data_offsets\":[0,4]}}", zeros(4)),
            "t: \"dtype\" must be a text");
        row("unknown dtype", one("F31", "[1]", "[0,4]", 4), "t: the dtype F31 is not known");
        row("dtype in small letters", one("f32", "[1]", "[0,4]", 4), "t: the dtype f32 is not known");
        row("no shape", fileOf("{\"t\":{\"dtype\":\"F32\",\"data_offsets\":[0,4]}}", zeros(4)),
            "t: \"shape\" must be a list");
        row("shape a number", one("F32", "1", "[0,4]", 4), "t: \"shape\" must be a list");
        row("negative size", one("F32", "[-1]", "[0,4]", 4), "t: \"shape\" holds -1");
        row("two negative sizes", one("F32", "[-1,-1]", "[0,4]", 4), "t: \"shape\" holds -1");
        row("size 1.0", one("F32", "[1.0]", "[0,4]", 4), "t: \"shape\" holds 1.0");
        row("size 2^64", one("F32", "[18446744073709551616]", "[0,4]", 4), "t: \"shape\" holds");
        row("size 2^63", one("F32", "[9223372036854775808]", "[0,4]", 4), "t: \"shape\" holds");
        row("size a text", one("F32", "[\"1\"]", "[0,4]", 4), "t: \"shape\" holds \"1\"");
        row("product overflows to 0", one("F32", "[4294967296,4294967296]", "[0,0]", 0),
            "t: the shape [4294967296, 4294967296] in F32 does not fit");
        row("product overflows to 1", one("F32", "[4294967297,4294967297,18446744065119617025]", "[0,4]", 4),
            "t: \"shape\" holds");
        row("bytes overflow to 4", one("F32", "[4611686018427387905]", "[0,4]", 4),
            "t: the shape [4611686018427387905] in F32 does not fit");
        row("65 dimensions", one("F32", ones(65), "[0,4]", 4), "t has 65 dimensions");
        row("no offsets", fileOf("{\"t\":{\"dtype\":\"F32\",\"shape\":[1]}}", zeros(4)),
            "t: \"data_offsets\" must be a list");
        row("one offset", one("F32", "[1]", "[0]", 4), "t: \"data_offsets\" must be a begin and an end");
        row("three offsets", one("F32", "[1]", "[0,4,8]", 4), "t: \"data_offsets\" must be a begin and an end");
        row("negative offset", one("F32", "[1]", "[-4,0]", 4), "t: \"data_offsets\" holds -4");
        row("reversed offsets", one("F32", "[1]", "[4,0]", 4),
            "t: \"data_offsets\" must be a begin and an end that is not before it");
        row("offsets past the file", one("F32", "[2]", "[0,8]", 4),
            "t ends at byte 8 of the data, but the file holds only 4");
        row("offsets far past the file", one("F32", "[1]", "[9223372036854775803,9223372036854775807]", 4),
            "t begins at byte 9223372036854775803");
        row("size does not fit the dtype", one("F64", "[1]", "[0,4]", 4),
            "t: the shape [1] in F64 does not fit the 4 bytes");
        row("size does not fill whole bytes", one("F4", "[3]", "[0,1]", 1), "t: the shape [3] in F4 does not fit");
        row("gap at the front", one("F32", "[1]", "[4,8]", 8),
            "t begins at byte 4 of the data, but nothing fills it from byte 0");
        row("gap in the middle", two("[0,4]", "[8,12]", 12),
            "b begins at byte 8 of the data, but nothing fills it from byte 4");
        row("gap at the end", one("F32", "[1]", "[0,4]", 5), "has 5 bytes, but the tensors fill only 4");
        row("data without tensors", fileOf("{}", "x"), "has 1 bytes, but the tensors fill only 0");
        row("overlap", two("[0,4]", "[2,6]", 6), "b begins at byte 2 of the data and overlaps");
        row("same place", two("[0,4]", "[0,4]", 4), "b begins at byte 0 of the data and overlaps");
        row("empty tensor inside another",
            fileOf("{" + entry("a", "F32", "[1]", "[0,4]") + "," + entry("z", "F32", "[0]", "[2,2]") + "}", zeros(4)),
            "z begins at byte 2 of the data and overlaps");
        row("name with a line break", fileOf("{" + entry("a\\nb", "F31", "[1]", "[0,4]") + "}", zeros(4)),
            "a?b: the dtype");
    }
    void hostileFilesAreRefusedWithThePlace()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, says);
        const std::string said = refusal(bytes);
        QVERIFY2(said.find(says) != std::string::npos, said.c_str());
        QVERIFY2(said.find('\n') == std::string::npos, said.c_str());
    }

    void everyPrefixOfAFileIsRefused()
    {
        const std::string bytes = writeSafetensors(example());
        for (std::size_t length = 0; length < bytes.size(); ++length)
            QVERIFY2(!readSafetensors(std::string_view(bytes).substr(0, length)), std::to_string(length).c_str());
        QVERIFY(!readSafetensors(bytes + '\0'));
    }

    void aChangedByteIsReadOrRefusedButNeverMore()
    {
        const std::string bytes = writeSafetensors(example());
        int refused = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            for (const char change : {'\x01', '\x80', '\x7F'}) {
                std::string changed = bytes;
                changed[i] = static_cast<char>(changed[i] ^ change);
                refused += readSafetensors(changed) ? 0 : 1;
            }
        }
        QVERIFY(refused > 300);
    }

    void tenThousandTensorsAreReadAndOneMoreIsNot()
    {
        const auto fileWith = [](int count) {
            std::string header = "{";
            for (int i = 0; i < count; ++i)
                header += (i > 0 ? "," : "") + entry(std::to_string(i), "U8", "[0]", "[0,0]");
            return fileOf(header + "}");
        };
        QVERIFY(readSafetensors(fileWith(10'000)).ok());
        const std::string said = refusal(fileWith(10'002));
        QVERIFY2(said.find("announces 10002 tensors; at most 10000") != std::string::npos, said.c_str());
    }

    void aHeaderOfAHundredThousandEntriesIsRefusedAtOnce()
    {
        std::string header = "{";
        for (int i = 0; i < 100'000; ++i)
            header += "\"" + std::to_string(i) + "\":0,";
        header.back() = '}';
        QElapsedTimer timer;
        timer.start();
        const std::string said = refusal(fileOf(header));
        QVERIFY2(said.find("at most") != std::string::npos, said.c_str());
        QVERIFY2(timer.elapsed() < 20'000, "the entries must not be compared with each other one by one");
    }
};

QTEST_GUILESS_MAIN(SafetensorsTest)
#include "safetensors_test.moc"
