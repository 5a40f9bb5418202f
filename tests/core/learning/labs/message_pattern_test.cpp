// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learning/labs/known_errors.h"
#include "core/learning/labs/message_pattern.h"

#include <QTest>

using namespace gatescope;

namespace {

using Places = std::vector<std::string>;

std::string repeated(const std::string &text, std::size_t size)
{
    std::string result;
    while (result.size() < size)
        result += text;
    return result;
}

} // namespace

/// Where the numbers and names of a message stand.
class MessagePatternTest : public QObject
{
    Q_OBJECT
private slots:
    void whatStandsAtAPlaceIsTold()
    {
        QCOMPARE(placesIn("it had (12, 7) of float32 here", "had (%n, %n) of %w"), Places({"12", "7", "float32"}));
        QCOMPARE(placesIn("no key gru.weight_l0: bad", "key %p:"), Places{"gru.weight_l0"});
        QCOMPARE(placesIn("Size([3, 4, 5]) is", "Size([%l])"), Places{"3, 4, 5"});
        QCOMPARE(placesIn("got 2.5. Received", "got %s"), Places{"2.5"});
        QCOMPARE(placesIn("got -1", "got %s"), Places{"-1"});
        QCOMPARE(placesIn("nothing here", "nothing"), Places());
        QVERIFY(!placesIn("it had (12; 7)", "had (%n, %n)"));
        QVERIFY(!placesIn("key : bad", "key %p:"));
        QVERIFY(!placesIn("", "key"));
    }

    void aPatternIsFoundWhereItFitsNotWhereItBegins()
    {
        QCOMPARE(placesIn("got a, got b, got 3", "got %n"), Places{"3"});
        QCOMPARE(placesIn("size (2, 2), size (2, 3)", "size (%n, %1)"), Places({"2", "3"}));
        QVERIFY(!placesIn("size (2, 2)", "size (%n, %1)"));
        QCOMPARE(placesIn("size (2, 21)", "size (%n, %1)"), Places({"2", "21"}));
    }

    void ofSomePlacesNothingIsTold()
    {
        for (const char *text : {"got [1, 2]", "got (1, 2)", "got (1, 2,)"})
            QCOMPARE(placesIn(text, "got %(%n, %n%)"), Places({"1", "2"}));
        QVERIFY(!placesIn("got 1, 2)", "got %(%n, %n%)"));
        for (const char *text : {"shape (None, 15)", "shape (15,)", "shape (15)", "shape (None, 7, 15)"})
            QCOMPARE(placesIn(text, "shape (%,%n%)"), Places{"15"});
        QVERIFY(!placesIn("shape (2, None)", "shape (%,%n%)"));
        QCOMPARE(placesIn("call() a b: (3x4", "call()%*: (%nx%n"), Places({"3", "4"}));
        for (const char *text : {"key weight_ih_l2.", "key rnn_l3.weight_ih_l2.", "key _l2."})
            QCOMPARE(placesIn(text, "key %._l%N"), Places{"2"});
        QVERIFY(!placesIn("key weight_ih_l0", "key %._l%N"));
    }

    void oneOfTwoWordingsIsEnough()
    {
        constexpr const char *pattern = "got %w only|but received %n";
        QCOMPARE(placesIn("got 3D only", pattern), Places{"3D"});
        QCOMPARE(placesIn("but received 3", pattern), Places{"3"});
        QVERIFY(!placesIn("got 3", pattern));
    }

    // Its first wording begins it, and each sign has a meaning.
    void everyRowsPatternIsOne()
    {
        for (const KnownError &known : knownErrors()) {
            const QString pattern = QString::fromStdString(known.pattern);
            for (const QString &wording : pattern.split('|'))
                QVERIFY2(!wording.isEmpty() && wording[0] != '%', qPrintable(pattern));
            for (qsizetype at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', at + 2))
                QVERIFY2(QStringLiteral("nNwpls(),.*123456789").contains(pattern[at + 1]), qPrintable(pattern));
        }
    }

    void aMegabyteIsSearchedWithoutAStackOfItsSize()
    {
        constexpr std::size_t megabyte = 1 << 20;
        const std::string message = "Missing key(s) in state_dict: \"";
        QVERIFY(!placesIn(message + std::string(megabyte, 'a'), message + "%._l%N"));
        QCOMPARE(placesIn(message + std::string(megabyte, 'a') + "_l7", message + "%._l%N"), Places{"7"});
        QCOMPARE(placesIn("got " + std::string(megabyte, '7') + "!", "got %n!")->front().size(), megabyte);
        QVERIFY(placesIn("from" + std::string(megabyte, ' ') + "to", "from%*to"));
        QVERIFY(!placesIn(repeated("got 7 ", megabyte), "got %n!"));
        QCOMPARE(placesIn(repeated("got 7 ", megabyte) + "got 8!", "got %n!"), Places{"8"});
    }

    void aMegabyteOfTracebackEndsInItsMessage()
    {
        const std::string before = repeated("  File \"train.py\", line 7, in <module>\n", 1 << 20);
        const auto reading
            = readErrorMessage(before + "RuntimeError: Expected hidden size (2, 3, 5), got [1, 3, 5]", {});
        QVERIFY(reading);
        QCOMPARE(reading->name, std::string("hidden states"));
        for (const KnownError &known : knownErrors()) {
            const std::string words = known.pattern.substr(0, known.pattern.find('%'));
            const auto read = readErrorMessage(repeated(words, 1 << 20), {});
            QVERIFY2(read || words.size() < known.pattern.size(), known.name.c_str()); // a wording without places
        }
    }
};

QTEST_GUILESS_MAIN(MessagePatternTest)
#include "message_pattern_test.moc"
