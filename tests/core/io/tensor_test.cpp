// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/random.h"
#include "core/io/tensor.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <limits>

using namespace gatescope;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

std::uint16_t encode16(StoredType type, double value)
{
    const std::string bytes = encodeValues(type, {value});
    return static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[0]) | static_cast<unsigned char>(bytes[1]) << 8);
}

double decode16(StoredType type, int bits)
{
    const char bytes[2]{static_cast<char>(bits & 0xFF), static_cast<char>(bits >> 8)};
    return decodeValues(type, {bytes, 2})[0];
}

int infinityBits(StoredType type)
{
    return type == StoredType::f16 ? 0x7C00 : 0x7F80;
}

std::string refusal(const std::string &json)
{
    const Result<Tensor> tensor = tensorFromJson("weight", parseJson(json).value());
    return tensor ? "accepted" : tensor.error().english();
}

} // namespace

class TensorTest : public QObject
{
    Q_OBJECT

private slots:
    void sixteenBitsDecodeAsTheirFormatsSay_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<int>("bits");
        QTest::addColumn<double>("value");
        const auto row = [](const char *name, StoredType type, int bits, double value) {
            QTest::newRow(name) << static_cast<int>(type) << bits << value;
        };
        row("half 1", StoredType::f16, 0x3C00, 1.0);
        row("half -2", StoredType::f16, 0xC000, -2.0);
        row("half largest", StoredType::f16, 0x7BFF, 65504.0);
        row("half smallest normal", StoredType::f16, 0x0400, std::ldexp(1, -14));
        row("half largest subnormal", StoredType::f16, 0x03FF, std::ldexp(1023, -24));
        row("half smallest subnormal", StoredType::f16, 0x0001, std::ldexp(1, -24));
        row("half third", StoredType::f16, 0x3555, 0.333251953125);
        row("half infinity", StoredType::f16, 0x7C00, infinity);
        row("half -infinity", StoredType::f16, 0xFC00, -infinity);
        row("bf16 1", StoredType::bf16, 0x3F80, 1.0);
        row("bf16 pi", StoredType::bf16, 0x4049, 3.140625);
        row("bf16 largest", StoredType::bf16, 0x7F7F, std::ldexp(1.9921875, 127));
        row("bf16 smallest normal", StoredType::bf16, 0x0080, std::ldexp(1, -126));
        row("bf16 smallest subnormal", StoredType::bf16, 0x0001, std::ldexp(1, -133));
        row("bf16 -infinity", StoredType::bf16, 0xFF80, -infinity);
    }
    void sixteenBitsDecodeAsTheirFormatsSay()
    {
        QFETCH(int, type);
        QFETCH(int, bits);
        QFETCH(double, value);
        QVERIFY(decode16(static_cast<StoredType>(type), bits) == value);
    }

    void everyPatternOfSixteenBitsSurvives()
    {
        for (const StoredType type : {StoredType::f16, StoredType::bf16}) {
            for (int bits = 0; bits < 0x10000; ++bits) {
                const double value = decode16(type, bits);
                if ((bits & 0x7FFF) > infinityBits(type))
                    QVERIFY(std::isnan(value) && std::isnan(decode16(type, encode16(type, value))));
                else
                    QCOMPARE(static_cast<int>(encode16(type, value)), bits);
            }
        }
    }

    void aBrainFloatIsTheUpperHalfOfAFloat()
    {
        for (unsigned bits = 0; bits < 0x7F80; ++bits)
            QVERIFY(decode16(StoredType::bf16, static_cast<int>(bits)) == double{std::bit_cast<float>(bits << 16)});
    }

    void halfwayBetweenNeighboursGoesToTheEvenOne()
    {
        for (const StoredType type : {StoredType::f16, StoredType::bf16}) {
            for (int bits = 0; bits + 1 < infinityBits(type); ++bits) {
                const double low = decode16(type, bits);
                const double high = decode16(type, bits + 1);
                const double middle = (low + high) / 2; // exact in a double
                QCOMPARE(static_cast<int>(encode16(type, middle)), bits % 2 == 0 ? bits : bits + 1);
                QCOMPARE(static_cast<int>(encode16(type, std::nextafter(middle, 0))), bits);
                QCOMPARE(static_cast<int>(encode16(type, std::nextafter(middle, infinity))), bits + 1);
                QCOMPARE(static_cast<int>(encode16(type, -middle)), 0x8000 | (bits % 2 == 0 ? bits : bits + 1));
            }
        }
    }

    void whatIsTooLargeBecomesInfinity()
    {
        QCOMPARE(encode16(StoredType::f16, 65519.99), std::uint16_t(0x7BFF));
        QCOMPARE(encode16(StoredType::f16, 65520.0), std::uint16_t(0x7C00));
        QCOMPARE(encode16(StoredType::f16, 1e300), std::uint16_t(0x7C00));
        QCOMPARE(encode16(StoredType::bf16, -1e300), std::uint16_t(0xFF80));
        QCOMPARE(encode16(StoredType::bf16, infinity), std::uint16_t(0x7F80));
        QCOMPARE(encode16(StoredType::f16, 5e-324), std::uint16_t(0));
        QCOMPARE(encode16(StoredType::f16, -0.0), std::uint16_t(0x8000));
    }

    void floatsAndDoublesKeepTheirBits()
    {
        Random random(2);
        for (int i = 0; i < 10'000; ++i) {
            std::string bytes(8, '\0');
            for (char &byte : bytes)
                byte = static_cast<char>(random.next());
            for (const StoredType type : {StoredType::f64, StoredType::f32}) {
                const std::vector<double> values = decodeValues(type, bytes);
                if (std::ranges::none_of(values, [](double value) { return std::isnan(value); }))
                    QCOMPARE(encodeValues(type, values), bytes);
            }
        }
        QCOMPARE(encodeValues(StoredType::f64, {1.0}), std::string("\0\0\0\0\0\0\xF0\x3F", 8));
        QCOMPARE(encodeValues(StoredType::f32, {-1.0}), std::string("\0\0\x80\xBF", 4));
    }

    void aMatrixIsStoredRowByRow()
    {
        const Matrix matrix{{1, 2, 3}, {4, 5, 6}};
        const Tensor tensor = toTensor("W", matrix, false);
        QCOMPARE(tensor.shapeText(), std::string("[2, 3]"));
        QVERIFY((tensor.values == std::vector<double>{1, 2, 3, 4, 5, 6}));
        QVERIFY(toMatrix(tensor) == matrix);
        const Tensor bias = toTensor("b", matrix.col(0), true);
        QCOMPARE(bias.shapeText(), std::string("[2]"));
        QVERIFY(toMatrix(bias) == Matrix(matrix.col(0)));
        QCOMPARE((Tensor{"s", "F64", StoredType::f64, {}, {1}}.shapeText()), std::string("[]"));
    }

    void valuesAreCountedWithoutOverflow()
    {
        QCOMPARE(valueCount({}).value(), std::int64_t(1));
        QCOMPARE(valueCount({3, 0, 5}).value(), std::int64_t(0));
        QVERIFY(!valueCount({std::int64_t(1) << 32, std::int64_t(1) << 32}));
        QVERIFY(!valueCount({std::int64_t(1) << 62, 2}));
        QVERIFY(!valueCount({-1}));
    }

    void theFirstValueThatIsNotFiniteIsNamed()
    {
        Tensor tensor{"U", "F64", StoredType::f64, {2, 3}, {1, 2, 3, 4, std::nan(""), infinity}};
        QCOMPARE(firstNotFinite(tensor).value(), std::string("U[1, 1]"));
        tensor.values = {1, 2, 3, 4, 5, 6};
        QVERIFY(!firstNotFinite(tensor));
    }

    void tensorsSurviveJson()
    {
        for (const StoredType type : {StoredType::f64, StoredType::f32, StoredType::f16, StoredType::bf16}) {
            const Tensor tensor{"W", std::string(dtypeName(type)), type, {2, 2}, {0.5, -1.25, 0, 3}};
            const Result<Tensor> read = tensorFromJson("W", parseJson(writeJson(tensorToJson(tensor))).value());
            QVERIFY(read.ok());
            QCOMPARE(read->dtype, tensor.dtype);
            QVERIFY(read->shape == tensor.shape && read->values == tensor.values);
        }
    }

    void aDamagedTensorIsRefusedByName_data()
    {
        QTest::addColumn<std::string>("json");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const std::string &json, const std::string &says) {
            QTest::newRow(name) << json << says;
        };
        row("no object", "[1]", "expected {\"dtype\"");
        row("no dtype", R"({"shape": [1], "data": "AACAPw=="})", "\"dtype\" must be");
        row("foreign dtype", R"({"dtype": "I64", "shape": [0], "data": ""})", "\"dtype\" must be");
        row("no shape", R"({"dtype": "F32", "data": "AACAPw=="})", "\"shape\" must be");
        row("negative size", R"({"dtype": "F32", "shape": [-1], "data": "AACAPw=="})", "holds -1");
        row("size no whole number", R"({"dtype": "F32", "shape": [1.0], "data": "AACAPw=="})", "holds 1.0");
        row("overflow", R"({"dtype": "F32", "shape": [4294967296, 4294967296], "data": ""})", "does not fit");
        row("overflow to the right size", R"({"dtype": "F32", "shape": [4611686018427387905], "data": "AACAPw=="})",
            "does not fit");
        row("too few values", R"({"dtype": "F32", "shape": [2], "data": "AACAPw=="})", "does not fit the 4 bytes");
        row("half a value", R"({"dtype": "F64", "shape": [0], "data": "AACAPw=="})", "does not fit the 4 bytes");
        row("no base64", R"({"dtype": "F32", "shape": [1], "data": "AAC!Pw=="})", "place 3 is not base64");
        row("data no text", R"({"dtype": "F32", "shape": [1], "data": [1]})", "\"data\" must be");
        row("NaN", R"({"dtype": "F32", "shape": [1], "data": "AADAfw=="})", "weight[0] is not a finite number");
    }
    void aDamagedTensorIsRefusedByName()
    {
        QFETCH(std::string, json);
        QFETCH(std::string, says);
        const std::string said = refusal(json);
        QVERIFY2(said.starts_with("weight"), said.c_str());
        QVERIFY2(said.find(says) != std::string::npos, said.c_str());
    }
};

QTEST_GUILESS_MAIN(TensorTest)
#include "tensor_test.moc"
