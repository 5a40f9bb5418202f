// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/torch/pickle.h"

#include <QTest>

using namespace gatescope;
using namespace std::string_literals;

namespace {

/// A pickle of protocol 2 around its instructions.
std::string pickleOf(const std::string &instructions)
{
    return "\x80\x02"s + instructions + ".";
}

std::string refusal(const std::string &bytes)
{
    const auto pickle = readPickle(bytes);
    return pickle ? "" : pickle.error().english();
}

const PickleNode &root(const Result<Pickle> &pickle)
{
    return pickle->node(pickle->root);
}

} // namespace

class PickleTest : public QObject
{
    Q_OBJECT
private slots:
    void plainValuesAreRead_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<qint64>("integer");
        QTest::newRow("one byte") << "K\xff"s << qint64(255);
        QTest::newRow("two bytes") << "M\x01\x02"s << qint64(0x201);
        QTest::newRow("four bytes, negative") << "J\xfe\xff\xff\xff"s << qint64(-2);
        QTest::newRow("long, negative") << "\x8a\x01\xff"s << qint64(-1);
        QTest::newRow("long of eight bytes") << "\x8a\x08\0\0\0\0\0\0\0\x80"s << std::numeric_limits<qint64>::min();
        QTest::newRow("long of no byte") << "\x8a\0"s << qint64(0);
        QTest::newRow("True") << "\x88"s << qint64(1);
    }
    void plainValuesAreRead()
    {
        QFETCH(std::string, bytes);
        QFETCH(qint64, integer);
        const auto pickle = readPickle(pickleOf(bytes));
        QVERIFY2(pickle, refusal(pickleOf(bytes)).c_str());
        QVERIFY(root(pickle).kind == PickleKind::integer);
        QCOMPARE(root(pickle).integer, integer);
    }

    void aNumberBeyondSixtyFourBitsIsNone()
    {
        const auto pickle = readPickle(pickleOf("\x8a\x09\0\0\0\0\0\0\0\0\x01"s));
        QVERIFY(pickle);
        QVERIFY(root(pickle).kind == PickleKind::none);
    }

    void aRealHasItsGreatestByteFirst()
    {
        const auto pickle = readPickle(pickleOf("G\x40\x09\x21\xfb\x54\x44\x2d\x18"s));
        QVERIFY(pickle);
        QCOMPARE(root(pickle).real, 3.141592653589793);
    }

    void aDictKeepsItsOrderAndItsLists()
    {
        // {"b": [1, 2], "a": None}, the list recalled from the memo as it is filled
        const auto pickle = readPickle(pickleOf("}(X\1\0\0\0b]q\0(K\1K\2eX\1\0\0\0aNu"s));
        QVERIFY(pickle);
        const PickleNode &dict = root(pickle);
        QVERIFY(dict.kind == PickleKind::dict);
        QCOMPARE(dict.entries.size(), std::size_t(2));
        QCOMPARE(pickle->node(dict.entries[0].first).text, "b"s);
        QCOMPARE(pickle->node(dict.entries[0].second).elements.size(), std::size_t(2));
        QCOMPARE(pickle->node(dict.entries[1].first).text, "a"s);
    }

    void aClassIsNamedAndNeverMade()
    {
        // os.system("rm -rf /"), as a hostile file has it
        const auto pickle = readPickle(pickleOf("cos\nsystem\nX\x08\0\0\0rm -rf /\x85R"s));
        QVERIFY(pickle);
        QVERIFY(root(pickle).kind == PickleKind::object);
        QCOMPARE(pickle->node(root(pickle).elements[0]).text, "os.system"s);
    }

    void itsLengthIsThatOfThePickleAlone()
    {
        const auto pickle = readPickle(pickleOf("N") + "what follows");
        QVERIFY(pickle);
        QCOMPARE(pickle->length, pickleOf("N").size());
    }

    void whatCannotBeIsRefused_data()
    {
        QTest::addColumn<std::string>("bytes");
        QTest::addColumn<std::string>("says");
        const auto row = [](const char *name, const std::string &bytes, const std::string &says) {
            QTest::newRow(name) << bytes << says;
        };
        row("nothing", "", "ends too early");
        row("no end", "\x80\x02N", "ends too early");
        row("a text that is cut", "\x80\x02X\xff\xff\xff\xffshort", "ends too early");
        row("a text as long as memory", "\x80\x02\x8d\xff\xff\xff\xff\xff\xff\xff\xffx", "ends too early");
        row("a line without end",
            "\x80\x02"
            "cos",
            "ends too early");
        row("an instruction of protocol 0", pickleOf("I1\n"), "instruction 73 at byte 2");
        row("an empty stack", pickleOf(""), "has not put down");
        row("a tuple of too few", pickleOf("N\x86"), "has not put down");
        row("a mark that is not there", pickleOf("t"), "has not put down");
        row("behind a mark", pickleOf("N(0t"), "has not put down");
        row("a memo that is empty", pickleOf("h\7"), "recalls");
        row("entries of a number", pickleOf("K\1NNs"), "no dict");
        row("a key without a value", pickleOf("}(Nu"), "no dict");
        row("an element of a number", pickleOf("K\1Na"), "no list");
    }
    void whatCannotBeIsRefused()
    {
        QFETCH(std::string, bytes);
        QFETCH(std::string, says);
        const std::string said = refusal(bytes);
        QVERIFY2(said.find(says) != std::string::npos, said.c_str());
    }

    void moreThanAMillionValuesAreRefused()
    {
        QVERIFY(refusal(pickleOf("(" + std::string(1'000'001, 'N') + "t")).find("more than") != std::string::npos);
    }

    void neitherTheStackNorTheMemoGrowsWithoutEnd()
    {
        QVERIFY(refusal(pickleOf("N" + std::string(1'000'001, '2'))).find("more than") != std::string::npos);
        QVERIFY(refusal(pickleOf("N" + std::string(1'000'001, '\x94'))).find("more than") != std::string::npos);
    }

    void aPickleThatHoldsItselfIsRead()
    {
        // l = []; l.append(l)
        const auto pickle = readPickle(pickleOf("]q\0h\0a"s));
        QVERIFY(pickle);
        QCOMPARE(root(pickle).elements.at(0), pickle->root);
    }
};

QTEST_GUILESS_MAIN(PickleTest)
#include "pickle_test.moc"
