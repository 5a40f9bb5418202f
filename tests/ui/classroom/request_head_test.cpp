// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/request_head.h"

#include <QRandomGenerator>
#include <QTest>

using namespace gatescope;

/// Anybody in the network writes requests.
class RequestHeadTest : public QObject
{
    Q_OBJECT
private slots:
    void aBrowsersRequestIsRead();
    void whatIsNotFinishedIsWaitedFor();
    void whatHttpDoesNotAllowIsBroken_data();
    void whatHttpDoesNotAllowIsBroken();
    void noBytesBreakTheReader();
};

void RequestHeadTest::aBrowsersRequestIsRead()
{
    RequestHead head;
    QVERIFY(
        readRequestHead("GET /line?x=1 HTTP/1.1\r\nHost: 10.0.0.1:80\r\nOrigin:http://10.0.0.1:80 \r\n"
                        "CONNECTION: keep-alive, Upgrade\r\nUpgrade: WebSocket\r\nX-Twice: 1\r\nX-Twice: 2\r\n\r\nrest",
                        head)
        == HeadState::complete);
    QCOMPARE(head.method, std::string("GET"));
    QCOMPARE(head.target, std::string("/line?x=1"));
    QVERIFY(head.field("host") == "10.0.0.1:80");
    QVERIFY(head.field("origin") == "http://10.0.0.1:80");
    QVERIFY(head.field("nothing").empty());
    QVERIFY(head.wantsLine());
}

void RequestHeadTest::whatIsNotFinishedIsWaitedFor()
{
    RequestHead head;
    const std::string whole = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";
    for (std::size_t length = 0; length < whole.size(); ++length)
        QVERIFY(readRequestHead(whole.substr(0, length), head) == HeadState::unfinished);
    QVERIFY(readRequestHead(whole, head) == HeadState::complete);
    QVERIFY(!head.wantsLine());
}

void RequestHeadTest::whatHttpDoesNotAllowIsBroken_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no request") << QByteArray("\r\n\r\n");
    QTest::newRow("one word") << QByteArray("GET\r\n\r\n");
    QTest::newRow("no version") << QByteArray("GET /\r\n\r\n");
    QTest::newRow("another version") << QByteArray("GET / HTTP/2.0\r\n\r\n");
    QTest::newRow("no path") << QByteArray("GET http://a/ HTTP/1.1\r\n\r\n");
    QTest::newRow("blanks in the path") << QByteArray("GET /a b HTTP/1.1\r\n\r\n");
    QTest::newRow("an odd method") << QByteArray("G(T / HTTP/1.1\r\n\r\n");
    QTest::newRow("a null in the path") << QByteArray("GET /\0 HTTP/1.1\r\n\r\n", 20);
    QTest::newRow("no colon") << QByteArray("GET / HTTP/1.1\r\nHost\r\n\r\n");
    QTest::newRow("a blank before the colon") << QByteArray("GET / HTTP/1.1\r\nHost : a\r\n\r\n");
    QTest::newRow("a folded line") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\n b\r\n\r\n");
    QTest::newRow("two hosts") << QByteArray("GET / HTTP/1.1\r\nHost: a\r\nhost: b\r\n\r\n");
    QTest::newRow("two origins") << QByteArray("GET / HTTP/1.1\r\nOrigin: a\r\nOrigin: a\r\n\r\n");
    QTest::newRow("a bare line feed") << QByteArray("GET / HTTP/1.1\r\nHost: a\nX: b\r\n\r\n");
    QTest::newRow("many fields") << "GET / HTTP/1.1\r\n" + QByteArray("X: 1\r\n").repeated(100) + "\r\n";
}

void RequestHeadTest::whatHttpDoesNotAllowIsBroken()
{
    QFETCH(QByteArray, bytes);
    RequestHead head;
    QVERIFY(readRequestHead({bytes.constData(), std::size_t(bytes.size())}, head) == HeadState::broken);
}

void RequestHeadTest::noBytesBreakTheReader()
{
    QRandomGenerator random(7);
    const QByteArray seed
        = "GET /line HTTP/1.1\r\nHost: 10.0.0.1:80\r\nOrigin: http://10.0.0.1:80\r\nUpgrade: websocket\r\n\r\n";
    for (int round = 0; round < 20'000; ++round) {
        QByteArray bytes = seed;
        for (int change = 0; change < 4; ++change)
            switch (const auto at = qsizetype(random.bounded(quint32(bytes.size()))); random.bounded(3)) {
            case 0:
                bytes[at] = char(random.bounded(256));
                break;
            case 1:
                bytes.remove(at, 1);
                break;
            default:
                bytes.insert(at, bytes.mid(qsizetype(random.bounded(quint32(bytes.size()))), 5));
            }
        RequestHead head;
        const HeadState state = readRequestHead({bytes.constData(), std::size_t(bytes.size())}, head);
        QVERIFY(state != HeadState::complete || head.target.starts_with('/'));
    }
}

QTEST_APPLESS_MAIN(RequestHeadTest)
#include "request_head_test.moc"
