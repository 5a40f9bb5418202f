// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/classroom/loopback_phone.h"

#include "core/base/program_files.h"
#include "ui/common/languages.h"

#include <QElapsedTimer>
#include <QRegularExpression>

using namespace gatescope;

/// Who may come in from the network, and how far.
class ClassDoorTest : public QObject
{
    Q_OBJECT
private slots:
    void thePageIsSmallAndBringsNothingFromElsewhere();
    void thePageSpeaksTheLanguageOfTheWindow();
    void onlyFixedPagesAreReadAndNothingIsTaken_data();
    void onlyFixedPagesAreReadAndNothingIsTaken();
    void whoCallsUsByAnotherNameIsTurnedAway();
    void aLineFromAnotherPageIsTurnedAway();
    void whoTakesItsTimeIsCutOff();
    void aHeadWithoutEndIsCutOff();
    void connectionsAreCounted();
    void aTakenPortIsNoHindrance();
    void anAddressOfTheInternetIsRefused();
};

namespace {

QByteArray get(const ClassPhones &phones, const QByteArray &path, const QByteArray &method = "GET")
{
    return answerTo(phones, method + ' ' + path + " HTTP/1.1\r\nHost: " + hostOf(phones) + "\r\n\r\n");
}

QByteArray upgrade(const QByteArray &host, const QByteArray &origin)
{
    return "GET /line HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        + (origin.isEmpty() ? QByteArray() : "Origin: " + origin + "\r\n")
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
}

} // namespace

void ClassDoorTest::thePageIsSmallAndBringsNothingFromElsewhere()
{
    ClassPhones phones;
    QVERIFY(phones.open(loopback, false, 0).ok());
    qsizetype bytes = 0;
    for (const char *path : {"/", "/class.css", "/class.js"}) {
        const QByteArray page = get(phones, path);
        QVERIFY2(page.startsWith("HTTP/1.1 200 OK\r\n"), page.left(200).constData());
        QVERIFY(page.contains("\r\nContent-Security-Policy: default-src 'none'; script-src 'self'; style-src 'self'; "
                              "connect-src 'self' ws://"
                              + hostOf(phones) + ";"));
        for (const char *field : {"nosniff", "no-referrer", "no-store"})
            QVERIFY2(page.contains(field), field);
        const QByteArray body = page.mid(page.indexOf("\r\n\r\n") + 4);
        QVERIFY(page.contains("Content-Length: " + QByteArray::number(body.size()) + "\r\n"));
        QVERIFY(!body.contains("http://") && !body.contains("https://") && !body.contains("{{"));
        QVERIFY2(!body.contains("innerHTML") && !body.contains("eval("), "what came over the line is text");
        bytes += page.size();
    }
    QVERIFY2(bytes <= 40'000, qPrintable(QString::number(bytes)));
    QCOMPARE(phones.pagesRead(), 1);
}

void ClassDoorTest::thePageSpeaksTheLanguageOfTheWindow()
{
    const SpokenLanguage german("de",
                                {QString::fromStdString(resourceFolder().string()) + QStringLiteral("/translations")});
    ClassPhones phones;
    QVERIFY(phones.open(loopback, false, 0).ok());
    const QByteArray page = get(phones, "/");
    QVERIFY(page.contains("<html lang=\"de\">"));
    QVERIFY(page.contains("Antwort"));
    QVERIFY(!page.contains("Your answer"));
}

void ClassDoorTest::onlyFixedPagesAreReadAndNothingIsTaken_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("status");
    QTest::newRow("another page") << QByteArray("GET") << QByteArray("/names.txt") << QByteArray("404");
    QTest::newRow("a path upwards") << QByteArray("GET") << QByteArray("/../../etc/passwd") << QByteArray("404");
    QTest::newRow("a path in percent") << QByteArray("GET") << QByteArray("/%2e%2e/class.js") << QByteArray("404");
    QTest::newRow("the line without asking for one") << QByteArray("GET") << QByteArray("/line") << QByteArray("404");
    QTest::newRow("a post") << QByteArray("POST") << QByteArray("/") << QByteArray("405");
    QTest::newRow("a put") << QByteArray("PUT") << QByteArray("/class.js") << QByteArray("405");
    QTest::newRow("options") << QByteArray("OPTIONS") << QByteArray("/") << QByteArray("405");
    QTest::newRow("the head alone") << QByteArray("HEAD") << QByteArray("/") << QByteArray("200");
    QTest::newRow("with a question") << QByteArray("GET") << QByteArray("/?from=code") << QByteArray("200");
}

void ClassDoorTest::onlyFixedPagesAreReadAndNothingIsTaken()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(QByteArray, status);
    ClassPhones phones;
    QVERIFY(phones.open(loopback, false, 0).ok());
    const QByteArray answer = get(phones, path, method);
    QVERIFY2(answer.startsWith("HTTP/1.1 " + status), answer.left(100).constData());
    if (method == "HEAD")
        QVERIFY(answer.endsWith("\r\n\r\n"));
}

void ClassDoorTest::whoCallsUsByAnotherNameIsTurnedAway()
{
    ClassPhones phones;
    QVERIFY(phones.open(loopback, false, 0).ok());
    for (const QByteArray &host : {QByteArray("evil.example"), QByteArray("127.0.0.1"), QByteArray("localhost")})
        QVERIFY(answerTo(phones, "GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n").startsWith("HTTP/1.1 403"));
    QVERIFY(answerTo(phones, "GET / HTTP/1.1\r\n\r\n").startsWith("HTTP/1.1 403"));
    QVERIFY(answerTo(phones, upgrade("evil.example", phones.address().toLatin1())).startsWith("HTTP/1.1 403"));
    QVERIFY(answerTo(phones, "nonsense\r\n\r\n").startsWith("HTTP/1.1 400"));
}

void ClassDoorTest::aLineFromAnotherPageIsTurnedAway()
{
    ClassPhones phones;
    QVERIFY(phones.open(loopback, false, 0).ok());
    for (const QByteArray &origin : {QByteArray(), QByteArray("http://evil.example"), QByteArray("null"),
                                     "https://" + hostOf(phones), "http://" + hostOf(phones) + ".evil.example"})
        QVERIFY2(answerTo(phones, upgrade(hostOf(phones), origin)).startsWith("HTTP/1.1 403"), origin.constData());
    LoopbackPhone foreign(phones, 1, {}, "http://evil.example"), own(phones, 2);
    QVERIFY(soon([&] { return own.isIn(); }));
    QVERIFY(!foreign.isIn());
    QCOMPARE(phones.present(), 1);
}

void ClassDoorTest::whoTakesItsTimeIsCutOff()
{
    DoorLimits limits;
    limits.millisecondsToAsk = 300;
    ClassPhones phones(limits);
    QVERIFY(phones.open(loopback, false, 0).ok());
    QElapsedTimer clock;
    clock.start();
    const QByteArray silent = answerTo(phones, {}), half = answerTo(phones, "GET / HT");
    QCOMPARE(silent, QByteArray()); // closed without a word
    QCOMPARE(half, QByteArray());
    QVERIFY2(clock.elapsed() < 2500, qPrintable(QString::number(clock.elapsed())));
    const QUrl url(phones.address()); // a letter now and then is no request either
    QTcpSocket slow;
    slow.connectToHost(url.host(), quint16(url.port()));
    QVERIFY(slow.waitForConnected());
    QTimer dripping;
    connect(&dripping, &QTimer::timeout, &slow, [&] { slow.write("G"); });
    dripping.start(50);
    QVERIFY(soon([&] { return slow.state() == QAbstractSocket::UnconnectedState; }, 2500));
}

void ClassDoorTest::aHeadWithoutEndIsCutOff()
{
    ClassPhones phones;
    QVERIFY(phones.open(loopback, false, 0).ok());
    const QByteArray answer = answerTo(phones, "GET / HTTP/1.1\r\n" + QByteArray("X: y\r\n").repeated(500'000));
    QVERIFY2(answer.isEmpty() || answer.startsWith("HTTP/1.1 431"), answer.left(100).constData());
    QVERIFY(!answer.endsWith("[still open]"));
    QVERIFY(get(phones, "/").startsWith("HTTP/1.1 200"));
}

void ClassDoorTest::connectionsAreCounted()
{
    DoorLimits limits;
    limits.connectionsOfAnAddress = 5;
    ClassPhones phones(limits);
    QVERIFY(phones.open(loopback, false, 0).ok());
    auto first = phonesJoining(phones, 5);
    QVERIFY(soon([&] { return phones.present() == 5; }));
    const auto more = phonesJoining(phones, 5, 100);
    QTest::qWait(200);
    QCOMPARE(phones.present(), 5);
    first.clear(); // they go, and others may come
    QVERIFY(soon([&] { return phones.present() == 0; }));
    QTest::qWait(100);
    const auto others = phonesJoining(phones, 5, 200);
    QVERIFY(soon([&] { return phones.present() == 5; }));
}

void ClassDoorTest::aTakenPortIsNoHindrance()
{
    QTcpServer other;
    QVERIFY(other.listen(loopback));
    ClassPhones phones, second;
    QVERIFY(phones.open(loopback, false, other.serverPort()).ok());
    QVERIFY(second.open(loopback, false, other.serverPort()).ok());
    QVERIFY(phones.address() != second.address());
    LoopbackPhone phone(phones, 1);
    QVERIFY(soon([&] { return phone.isIn(); }));
    const auto nowhere = second.open(QHostAddress("10.255.255.254"), false); // no network of this computer
    QVERIFY(!nowhere.ok());
    QVERIFY2(nowhere.error().english().find("10.255.255.254") != std::string::npos, nowhere.error().english().c_str());
    QVERIFY(!second.isOpen() && second.address().isEmpty());
}

void ClassDoorTest::anAddressOfTheInternetIsRefused()
{
    ClassPhones phones;
    const auto opened = phones.open(QHostAddress("8.8.8.8"), false, 0);
    QVERIFY(!opened.ok() && !phones.isOpen());
    QVERIFY2(opened.error().english().find("internet") != std::string::npos, opened.error().english().c_str());
}

QTEST_MAIN(ClassDoorTest)
#include "class_door_test.moc"
