// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/json.h"
#include "core/base/random.h"

#include <QElapsedTimer>
#include <QTest>

#include <bit>
#include <cmath>

using namespace gatescope;

namespace {

std::string refusal(std::string_view text, const JsonLimits &limits = {})
{
    const Result<Json> json = parseJson(text, limits);
    return json ? "accepted" : json.error().english();
}

std::string nested(int depth, const std::string &opening, const std::string &middle, char closing)
{
    std::string text;
    for (int i = 0; i < depth; ++i)
        text += opening;
    return text + middle + std::string(static_cast<std::size_t>(depth), closing);
}

} // namespace

class JsonTest : public QObject
{
    Q_OBJECT

private slots:
    void readsEveryKindOfValueInOrder()
    {
        const std::string text = R"({"z":[1,-2,2.5,true,false,null,"ä\n"],"a":{"b":{}},"m":[]})";
        const Result<Json> json = parseJson(text);
        QVERIFY(json.ok());
        QCOMPARE(writeJson(*json), text);
        QCOMPARE((*json)["z"][1].get<int>(), -2);
        QCOMPARE((*json)["z"][6].get<std::string>(), std::string("ä\n"));
    }

    void aByteOrderMarkIsSkipped() { QCOMPARE((*parseJson("\xEF\xBB\xBF[7]"))[0].get<int>(), 7); }

    void refusesWithLineAndColumn_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const std::string &text, const std::string &says) {
            QTest::newRow(name) << text << says;
        };
        row("empty", "", "Line 1, column 1: unexpected end of input");
        row("cut off", "{\"a\": [1,", "Line 1, column 10: unexpected end of input");
        row("comma too many", "[1,\n 2,\n]", "Line 3, column 1: unexpected ']'");
        row("text behind the end", "[1] x", "Line 1, column 5: ");
        row("two documents", "{} {}", "Line 1, column 4: ");
        row("no quotes", "{a: 1}", "Line 1, column 2: ");
        row("comment", "// x\n1", "Line 1, column 1: ");
        row("NaN", "[NaN]", "Line 1, column 2: NaN is no number in JSON ([0]); expected a finite number");
        row("nan further in", "{\"x\": [[1, 2],\n [3, nan]]}", "Line 2, column 6: nan is no number in JSON (x[1][1])");
        row("Infinity", "[-Infinity]", "Line 1, column 2: -Infinity is no number");
        row("leading zero", "[01]", "Line 1, column 3: ");
        row("hexadecimal", "[0x1]", "Line 1, column 3: ");
        row("too large", "[1,\n1e400]", "Line 2, column 5: number overflow");
        row("too small", "-1e999", "number overflow");
        row("control character", "[\"a\nb\"]", "Line 1, column 4: invalid string: control character U+000A");
        row("not UTF-8", "[\"\xFF\"]", "Line 1, column 3: invalid string: ill-formed UTF-8");
        row("half a surrogate pair", "[\"\\uD800\"]", "invalid string: surrogate");
        row("key twice", "{\"a\": 1,\n \"a\": 2}", "Line 2, column 4: the key \"a\" stands twice");
        row("key twice, spelled differently", "{\"a\": 1, \"\\u0061\": 2}", "the key \"a\" stands twice");
        row("key twice further in", "[{\"b\": {\"c\": 1, \"d\": 2, \"c\": 3}}]", "the key \"c\" stands twice");
        row("byte of 0", std::string("[1\0]", 4), "Line 1, column 3: ");
    }
    void refusesWithLineAndColumn()
    {
        QFETCH(std::string, text);
        QFETCH(std::string, says);
        const std::string said = refusal(text);
        QVERIFY2(said.find(says) != std::string::npos, said.c_str());
        QVERIFY2(said.find('\n') == std::string::npos, said.c_str());
    }

    void theSameKeyInDifferentObjectsIsFine() { QVERIFY(parseJson(R"([{"a":1},{"a":{"a":2}}])").ok()); }

    void aDocumentNestedAHundredThousandDeepIsRefused()
    {
        for (const std::string &text :
             {nested(100'000, "[", "", ']'), nested(100'000, "{\"a\":", "1", '}'), std::string(100'000, '[')}) {
            const std::string said = refusal(text);
            QVERIFY2(said.find("nested more than 64 deep") != std::string::npos, said.c_str());
        }
        QVERIFY(refusal(nested(65, "[", "", ']')).starts_with("Line 1, column 65: nested"));
    }

    void theDepthLimitItselfIsAllowed()
    {
        const Result<Json> json = parseJson(nested(64, "[", "1", ']'));
        QVERIFY(json.ok());
        QCOMPARE(writeJson(*json), nested(64, "[", "1", ']'));
        QVERIFY(parseJson("1", {.depth = 0}).ok());
        QVERIFY(!parseJson("[1]", {.depth = 0}));
    }

    void bytesAndValuesAreLimited()
    {
        QVERIFY(parseJson("[1,2]", {.bytes = 5}).ok());
        QVERIFY(refusal("[1,2]", {.bytes = 4}).find("5 bytes; at most 4") != std::string::npos);
        QVERIFY(parseJson("[1,2]", {.values = 3}).ok());
        QVERIFY(refusal("[1,2]", {.values = 2}).find("more than 2 values") != std::string::npos);
    }

    void aHundredThousandKeysTakeNoTime()
    {
        std::string text = "{";
        for (int i = 0; i < 100'000; ++i)
            text += "\"" + std::to_string(i) + "\":" + std::to_string(i) + ",";
        text.back() = '}';
        QElapsedTimer timer;
        timer.start();
        const Result<Json> json = parseJson(text);
        QVERIFY(json.ok());
        QCOMPARE(json->size(), std::size_t(100'000));
        QVERIFY2(timer.elapsed() < 20'000, "the keys must not be compared with each other one by one");
    }

    void everyPrefixOfADocumentIsRefused()
    {
        const std::string text = R"({"a": [1.5, -2e3, "xä", true, null], "b": {"c": []}})";
        for (std::size_t length = 0; length < text.size(); ++length)
            QVERIFY2(!parseJson(std::string_view(text).substr(0, length)), std::to_string(length).c_str());
    }

    void numbersReadBackBitForBit()
    {
        Random random(1);
        for (int i = 0; i < 100'000; ++i) {
            const double value = std::bit_cast<double>(random.next());
            if (!std::isfinite(value))
                continue;
            const Result<Json> json = parseJson(writeJson(Json(value)));
            QVERIFY(json.ok());
            QCOMPARE(std::bit_cast<std::uint64_t>(json->get<double>()), std::bit_cast<std::uint64_t>(value));
        }
        for (const double value : {0.0, -0.0, 5e-324, -5e-324, 1.7976931348623157e308, 0.1, 1.0 / 3.0, 1e22, 1e23}) {
            const Result<Json> json = parseJson(writeJson(Json(value)));
            QCOMPARE(std::bit_cast<std::uint64_t>(json->get<double>()), std::bit_cast<std::uint64_t>(value));
        }
    }

    void bytesThatAreNoTextAreWrittenAsReplacementCharacters()
    {
        QCOMPARE(writeJson(Json("a\xFF")), std::string("\"a\xEF\xBF\xBD\""));
    }
};

QTEST_GUILESS_MAIN(JsonTest)
#include "json_test.moc"
