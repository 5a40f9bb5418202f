// SPDX-License-Identifier: GPL-3.0-or-later
#include "gpu/recurrence/exchange.h"
#include "gpu/recurrence/quad.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <random>
#include <set>
#include <utility>

namespace gatescope::gpu {

// Words in which blocks of a kernel tell each other numbers, and how lanes hold them.

class ExchangeOfBlocksTest : public QObject
{
    Q_OBJECT
private slots:
    void aTagTellsAMessageFromItsNeighboursAndFromEmptyMemory()
    {
        using Word = ExchangeWord<ProductPrecision::tf32>;
        for (int message = 0; message < 40000; ++message) {
            QVERIFY(Word::tag(message) != 0 && Word::tag(message) <= Word::tagBits);
            QVERIFY(Word::tag(message) != Word::tag(message + 1));
            QVERIFY(Word::tag(message) != Word::tag(message + 2));
        }
    }

    void aWordHasItsNumberAndItsMessage()
    {
        hasBoth<ProductPrecision::float32>();
        hasBoth<ProductPrecision::tf32>();
        hasBoth<ProductPrecision::bf16>();
    }

    void twoWordsHaveRoomForAThirdNumber()
    {
        haveRoom<ProductPrecision::float32>();
        haveRoom<ProductPrecision::tf32>();
        haveRoom<ProductPrecision::bf16>();
    }

    /// A thread reads 16 bytes at once; what the lanes of a warp read with one instruction stands side by side.
    void whatIsReadAtOnceIsWhatAQuadHas()
    {
        areWhereTheyAreRead<ProductPrecision::float32>();
        areWhereTheyAreRead<ProductPrecision::tf32>();
    }

    void eachNumberOfAFactorHasAPlaceOfItsOwn()
    {
        for (const int rows : {8, 16})
            for (const int H : {4, 16, 20, 132}) {
                const FactorLayout layout{rows, H};
                std::set<int> places;
                for (int row = 0; row < rows; ++row)
                    for (int column = 0; column < layout.columns(); ++column)
                        places.insert(layout.number(row, column));
                QCOMPARE(int(places.size()), rows * layout.columns());
                QCOMPARE(layout.numbers(), rows * layout.columns());
                QCOMPARE(*places.begin(), 0);
                QCOMPARE(*places.rbegin(), layout.numbers() - 1);
                QVERIFY(layout.columns() >= H && layout.columns() < H + FactorLayout::chunk);
                // four columns that a lane multiplies are neighbours
                QCOMPARE(layout.number(rows - 1, 3), layout.number(rows - 1, 0) + 3);
            }
    }

    void fourNumbersStayFourNumbers()
    {
        const float v[4] = {1.0f, -0.5f, 3.25f, 1e-3f};
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(numberOf(quadOf<ProductPrecision::tf32>(v), i), inTf32(v[i]));
            QCOMPARE(numberOf(quadOf<ProductPrecision::bf16>(v), i), inBf16(v[i]));
        }
        std::vector<int> written(128);
        for (int lane = 0; lane < 32; ++lane)
            for (int i = 0; i < 4; ++i)
                ++written[std::size_t(sequenceOfSum(lane, i) * 16 + unitOfSum(lane, i))];
        QCOMPARE(written, std::vector<int>(128, 1));
    }

private:
    static std::vector<float> someNumbers(std::mt19937 &random)
    {
        std::vector<float> numbers{0.0f,
                                   -0.0f,
                                   1.0f,
                                   -1.5f,
                                   1e-39f,
                                   INFINITY,
                                   -INFINITY,
                                   3.4e38f,
                                   std::numeric_limits<float>::max(),
                                   std::numeric_limits<float>::denorm_min()};
        for (int i = 0; i < 10000; ++i)
            numbers.push_back(floatOf(random()));
        return numbers;
    }
    static bool isRounded(ProductPrecision precision, std::uint32_t bits, float x)
    {
        return std::isnan(x) ? std::isnan(floatOf(bits)) : bits == bitsOf(roundedTo(precision, x));
    }

    template<ProductPrecision precision>
    static void hasBoth()
    {
        using Word = ExchangeWord<precision>;
        std::mt19937 random(3);
        for (const float x : someNumbers(random)) {
            const int message = int(random() % 100000);
            const auto word = Word::of(x, message);
            QCOMPARE(Word::differs(word, message) & Word::tagBits, 0u);
            QVERIFY((Word::differs(word, message + 2) & Word::tagBits) != 0);
            QVERIFY((Word::differs(0, message) & Word::tagBits) != 0);
            QVERIFY(isRounded(precision, Word::number(word), x));
        }
        for (const std::uint32_t bits : {0x7f800001u, 0xff801fffu, 0x7fc00000u}) // NaN
            QVERIFY(std::isnan(floatOf(Word::number(Word::of(floatOf(bits), 8190)))));
    }

    template<ProductPrecision precision>
    static void haveRoom()
    {
        using Word = ExchangeWord<precision>;
        std::mt19937 random(5);
        float a = 1, b = 1;
        for (const float x : someNumbers(random)) {
            const int message = int(random() % 100000);
            const auto first = Word::of(a, message) | Word::half(x, true),
                       second = Word::of(b, message) | Word::half(x, false);
            for (const auto word : {first, second})
                QCOMPARE(Word::differs(word, message) & Word::tagBits, 0u);
            QVERIFY(isRounded(precision, Word::number(first), a) && isRounded(precision, Word::number(second), b));
            QVERIFY(isRounded(precision, Word::number(first, second), x));
            b = std::exchange(a, x);
        }
    }

    template<ProductPrecision precision>
    static void areWhereTheyAreRead()
    {
        using Word = ExchangeWord<precision>;
        constexpr int quads = 12;
        for (int number = 0; number < 4 * quads; ++number)
            QCOMPARE(Word::place(quads, number),
                     Word::place(quads, number / 4, number % 4 / Word::units) + number % Word::units);
        for (int read = 0; read < Word::reads; ++read)
            for (int quad = 0; quad < quads; ++quad)
                QCOMPARE(Word::place(quads, quad, read), (read * quads + quad) * Word::units);
        QCOMPARE(Word::units * int(sizeof(typename Word::Bits)), 16);
    }
};

} // namespace gatescope::gpu

using gatescope::gpu::ExchangeOfBlocksTest;
QTEST_APPLESS_MAIN(ExchangeOfBlocksTest)
#include "exchange_of_blocks_test.moc"
