// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/controls.h"
#include "core/base/result.h"
#include "core/base/unicode.h"
#include "core/base/within_memory.h"

#include <QTest>

using namespace gatescope;

class TextTest : public QObject
{
    Q_OBJECT

private slots:
    void aSentencePutsItsArgumentsInPlace()
    {
        QCOMPARE(sentence("Expected %2 values, got %1.", {"3", "4"}).english(),
                 std::string("Expected 4 values, got 3."));
    }

    void anArgumentThatLooksLikeAPlaceStaysAsItIs()
    {
        QCOMPARE(sentence("%1 and %2, 100 % of %3", {"%2", "b"}).english(), std::string("%2 and b, 100 % of %3"));
    }

    void anArgumentThatIsASentenceHasItsOwnPlaces()
    {
        const Error inner = error("%1 is %2, expected %3.", {"x[%2]", "null", sentence("a number")});
        const Error outer = error("Line %1: %2", {"3", inner});
        QCOMPARE(outer.english(), std::string("Line 3: x[%2] is null, expected a number."));
        QVERIFY(!outer.sentence.arguments[0].sentence());
        QCOMPARE(outer.sentence.arguments[1].sentence()->text, inner.sentence.text);
        QCOMPARE(joined({"z", sentence("a number"), "h"}, " → ").english(), std::string("z → a number → h"));
        QCOMPARE(joined({}, ", ").english(), std::string());
    }

    void theOuterPlaceStandsBeforeTheInner()
    {
        QCOMPARE(inPlace("model.safetensors", error("%1 is missing.", {"x"})).english(),
                 std::string("model.safetensors: x is missing."));
    }

    void tooLittleMemoryBecomesASentence()
    {
        const auto greedy = []() -> Result<int> { throw std::bad_alloc(); };
        QVERIFY(withinMemory(greedy).error().english().starts_with("There is not enough memory"));
        QCOMPARE(*withinMemory([]() -> Result<int> { return 3; }), 3);
    }

    void whatOthersWroteFitsOnOneLine()
    {
        QCOMPARE(printable("a\nb\x1B[31m\x7F"), std::string("a?b?[31m?"));
        QCOMPARE(printable("h\xC3\xA4\xFFx"), std::string("h\xC3\xA4?x"));
        QCOMPARE(printable(std::string(81, 'a')), std::string(80, 'a') + "…");
        QCOMPARE(printable(std::string(80, 'a')), std::string(80, 'a'));
        QCOMPARE(printable("a\u009B31mb\u00A0c"), std::string("a?31mb\u00A0c")); // C1: CSI in one sign
        QCOMPARE(printable("x\u202Ey\u2066z\u2028–\u200F"), std::string("x?y?z?–?"));
        QCOMPARE(withoutControls(std::string(100, 'a') + "\x1B]0;title\x07ä"), std::string(100, 'a') + "?]0;title?ä");
    }

    void utf8IsCheckedAsUnicodeDefinesIt_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<int>("length");
        QTest::newRow("ascii") << std::string("a") << 1;
        QTest::newRow("two bytes") << std::string("\xC3\xA4") << 2;
        QTest::newRow("three bytes") << std::string("\xE2\x82\xAC") << 3;
        QTest::newRow("four bytes") << std::string("\xF0\x9F\x98\x80") << 4;
        QTest::newRow("last code point") << std::string("\xF4\x8F\xBF\xBF") << 4;
        QTest::newRow("past the last") << std::string("\xF4\x90\x80\x80") << 0;
        QTest::newRow("overlong slash") << std::string("\xC0\xAF") << 0;
        QTest::newRow("overlong in three") << std::string("\xE0\x80\xAF") << 0;
        QTest::newRow("overlong in four") << std::string("\xF0\x80\x80\xAF") << 0;
        QTest::newRow("surrogate") << std::string("\xED\xA0\x80") << 0;
        QTest::newRow("continuation alone") << std::string("\x80") << 0;
        QTest::newRow("cut off") << std::string("\xE2\x82") << 0;
        QTest::newRow("empty") << std::string() << 0;
    }
    void utf8IsCheckedAsUnicodeDefinesIt()
    {
        QFETCH(std::string, text);
        QFETCH(int, length);
        QCOMPARE(utf8CharacterLength(text), static_cast<std::size_t>(length));
    }

    void everyCodePointIsWrittenAsOneCharacter()
    {
        for (char32_t codePoint = 0; codePoint <= 0x10FFFF; ++codePoint) {
            if (codePoint >= 0xD800 && codePoint < 0xE000)
                continue;
            std::string text;
            appendUtf8(text, codePoint);
            QCOMPARE(utf8CharacterLength(text), text.size());
        }
    }

    void linesAndColumnsCountCharactersFromOne()
    {
        const std::string text = "ab\n\xC3\xA4x\n";
        QVERIFY((placeIn(text, 0) == TextPlace{1, 1}));
        QVERIFY((placeIn(text, 2) == TextPlace{1, 3}));
        QVERIFY((placeIn(text, 3) == TextPlace{2, 1}));
        QVERIFY((placeIn(text, 5) == TextPlace{2, 2}));
        QVERIFY((placeIn(text, 100) == TextPlace{3, 1}));
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "text_test.moc"
