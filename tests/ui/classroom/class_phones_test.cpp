// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/classroom/loopback_phone.h"

#include <QElapsedTimer>
#include <QSet>
#include <QSignalSpy>

using namespace gatescope;

/// Phones of a class over a real network of one computer.
class ClassPhonesTest : public QObject
{
    Q_OBJECT
private slots:
    void sixtyPhonesJoinAtOnce();
    void aPhoneThatWasCutOffComesBackAsItself();
    void whoIsTakenOutIsToldAndStaysOut();
    void aLockedClassSaysSo();
    void namesAreAskedForWhereTheyAreBrought();
    void aNewNameReachesThePhone();
    void whatIsNoMessageEndsTheLine_data();
    void whatIsNoMessageEndsTheLine();
    void aFloodEndsTheLine();
    void whoNeverGreetsIsCutOff();
    void whoDoesNotListenIsCutOff();
    void aPhoneHasFewLines();
    void closingForgetsAllWithManyLinesOpen();
    void honestPhonesPlayOnAmongHostileOnes();
};

namespace {

void openFor(ClassPhones &phones)
{
    const auto opened = phones.open(loopback, false, 0);
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().english().c_str());
}

DoorLimits forMany()
{
    DoorLimits limits;
    limits.connectionsOfAnAddress = 1000; // here all come from one
    return limits;
}

} // namespace

void ClassPhonesTest::sixtyPhonesJoinAtOnce()
{
    ClassPhones phones(forMany());
    openFor(phones);
    QSignalSpy arrived(&phones, &ClassPhones::arrived);
    const Phones all = phonesJoining(phones, 60);
    QVERIFY(soon([&] { return std::ranges::all_of(all, [](const auto &phone) { return phone->isIn(); }); }));
    QCOMPARE(phones.present(), 60);
    QCOMPARE(arrived.size(), 60);
    QSet<QString> names;
    for (const auto &phone : all)
        names += phone->name;
    QCOMPARE(names.size(), 60);
}

void ClassPhonesTest::aPhoneThatWasCutOffComesBackAsItself()
{
    ClassPhones phones;
    openFor(phones);
    LoopbackPhone phone(phones, 1), other(phones, 2);
    QVERIFY(soon([&] { return phone.isIn() && other.isIn(); }));
    const QString name = std::exchange(phone.name, {});
    phone.socket.abort();
    QVERIFY(soon([&] { return phones.present() == 1; }));
    phone.open(phones);
    QVERIFY(soon([&] { return phone.isIn(); }));
    QCOMPARE(phone.name, name);
    QCOMPARE(phones.roster().phones().size(), std::size_t(2));
}

void ClassPhonesTest::whoIsTakenOutIsToldAndStaysOut()
{
    ClassPhones phones;
    openFor(phones);
    LoopbackPhone phone(phones, 1);
    QVERIFY(soon([&] { return phone.isIn(); }));
    phones.remove(1);
    QVERIFY(soon([&] { return phone.isClosed; }));
    QCOMPARE(phone.out, QStringLiteral("removed"));
    phone.open(phones);
    QVERIFY(soon([&] { return phone.isClosed; }));
    QCOMPARE(phone.out, QStringLiteral("removed"));
    QCOMPARE(phones.present(), 0);
    phones.letInAgain(1);
    phone.name.clear();
    phone.open(phones);
    QVERIFY(soon([&] { return phone.isIn(); }));
}

void ClassPhonesTest::aLockedClassSaysSo()
{
    ClassPhones phones;
    openFor(phones);
    phones.setLocked(true);
    LoopbackPhone phone(phones, 1);
    QVERIFY(soon([&] { return phone.isClosed; }));
    QCOMPARE(phone.out, QStringLiteral("locked"));
}

void ClassPhonesTest::namesAreAskedForWhereTheyAreBrought()
{
    ClassPhones phones;
    openFor(phones);
    phones.setNicknamesGiven(false);
    LoopbackPhone nameless(phones, 1), ada(phones, 2, QStringLiteral("<b>Ada\u202E</b>"));
    QVERIFY(soon([&] { return nameless.isAskedForName && ada.isIn(); }));
    QCOMPARE(ada.name, QStringLiteral("<b>Ada</b>")); // to the letter; who shows it shows text
    nameless.greet("<B>ADA</B>");
    QVERIFY(soon([&] { return nameless.heard.size() == 2; }));
    QVERIFY(nameless.heard.back()["taken"].toBool());
    nameless.greet(QStringLiteral("\u200B\u202E")); // nothing to be seen
    QVERIFY(soon([&] { return nameless.heard.size() == 3; }));
    nameless.greet("Bob");
    QVERIFY(soon([&] { return nameless.isIn(); }));
    QCOMPARE(nameless.name, QStringLiteral("Bob"));
}

void ClassPhonesTest::aNewNameReachesThePhone()
{
    ClassPhones phones;
    openFor(phones);
    LoopbackPhone phone(phones, 1), other(phones, 2);
    QVERIFY(soon([&] { return phone.isIn() && other.isIn(); }));
    QVERIFY(!phones.rename(1, other.name));
    QVERIFY(!phones.rename(1, " "));
    QVERIFY(phones.rename(1, "Ada"));
    QVERIFY(soon([&] { return phone.name == "Ada"; }));
}

void ClassPhonesTest::whatIsNoMessageEndsTheLine_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("no JSON") << QByteArray("hello");
    QTest::newRow("another kind") << QByteArray(R"({"t":"teacher"})");
    QTest::newRow("a second greeting") << json({{"t", "hello"}, {"token", QString(32, 'f')}});
    QTest::newRow("too large") << QByteArray(5000, 'x');
    QTest::newRow("much too large") << QByteArray(3'000'000, 'x');
}

void ClassPhonesTest::whatIsNoMessageEndsTheLine()
{
    QFETCH(QByteArray, text);
    ClassPhones phones;
    openFor(phones);
    LoopbackPhone phone(phones, 1), other(phones, 2);
    QVERIFY(soon([&] { return phone.isIn() && other.isIn(); }));
    phone.say(text);
    QVERIFY(soon([&] { return phone.isClosed; }));
    QVERIFY(soon([&] { return phones.present() == 1; }));
    QVERIFY(!other.isClosed);
}

void ClassPhonesTest::aFloodEndsTheLine()
{
    ClassPhones phones;
    openFor(phones);
    LoopbackPhone phone(phones, 1);
    QVERIFY(soon([&] { return phone.isIn(); }));
    for (int i = 0; i < 30; ++i) // as many as a nervous thumb
        phone.say(R"({"t":"here"})");
    QVERIFY(soon([&] { return phone.heard.size() >= 31; }));
    QVERIFY(!phone.isClosed);
    for (int i = 0; i < 300; ++i)
        phone.say(R"({"t":"here"})");
    QVERIFY(soon([&] { return phone.isClosed; }));
}

void ClassPhonesTest::whoNeverGreetsIsCutOff()
{
    LineLimits limits;
    limits.millisecondsToGreet = 300;
    limits.millisecondsOfSilence = 1500;
    ClassPhones phones({}, limits);
    openFor(phones);
    LoopbackPhone honest(phones, 1);
    QWebSocket dumb(phones.address());
    bool isClosed = false;
    connect(&dumb, &QWebSocket::disconnected, this, [&] { isClosed = true; });
    dumb.open(QUrl("ws://" + hostOf(phones) + "/line"));
    QVERIFY(soon([&] { return isClosed; }));
    QVERIFY(!honest.isClosed);
    QVERIFY(soon([&] { return honest.isClosed; })); // who has fallen asleep is away
    QCOMPARE(phones.present(), 0);
}

void ClassPhonesTest::whoDoesNotListenIsCutOff()
{
    LineLimits limits;
    limits.unreadBytes = 100'000;
    ClassPhones phones({}, limits);
    openFor(phones);
    const QUrl url(phones.address());
    QTcpSocket deaf; // shakes hands, greets, and reads no more
    deaf.setReadBufferSize(1024);
    deaf.connectToHost(url.host(), quint16(url.port()));
    QVERIFY(deaf.waitForConnected());
    deaf.write("GET /line HTTP/1.1\r\nHost: " + hostOf(phones) + "\r\nOrigin: " + phones.address().toLatin1()
               + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"
                 "Sec-WebSocket-Version: 13\r\n\r\n");
    QVERIFY(soon([&] { return deaf.bytesAvailable() > 0; }));
    const QByteArray hello = json({{"t", "hello"}, {"token", QString(32, 'a')}});
    deaf.write(QByteArray::fromHex("81") + char(0x80 | hello.size()) + QByteArray(4, '\0') + hello);
    QVERIFY(soon([&] { return phones.present() == 1; }));
    for (int i = 0; i < 2000 && phones.present() == 1; ++i) {
        phones.show(1, std::string(20'000, 'x'));
        QCoreApplication::processEvents();
    }
    QVERIFY(soon([&] { return phones.present() == 0; }));
}

void ClassPhonesTest::aPhoneHasFewLines()
{
    ClassPhones phones;
    openFor(phones);
    Phones same;
    for (int i = 0; i < 6; ++i) {
        same.push_back(std::make_unique<LoopbackPhone>(phones, 1));
        QVERIFY(soon([&] { return same.back()->isIn(); }));
    }
    QVERIFY(soon([&] { return same[0]->isClosed && same[1]->isClosed; }));
    QVERIFY(soon([&] { return phones.roster().phone(1)->lines == 4; }));
    QCOMPARE(phones.roster().phones().size(), std::size_t(1));
    QVERIFY(!same[5]->isClosed);
}

void ClassPhonesTest::closingForgetsAllWithManyLinesOpen()
{
    auto phones = std::make_unique<ClassPhones>(forMany());
    openFor(*phones);
    Phones all = phonesJoining(*phones, 60);
    QVERIFY(soon([&] { return phones->present() == 60; }));
    phones->close();
    QVERIFY(!phones->isOpen() && phones->roster().phones().empty() && phones->address().isEmpty());
    QVERIFY(soon([&] { return std::ranges::all_of(all, [](const auto &phone) { return phone->isClosed; }); }));
    for (const auto &phone : all)
        QCOMPARE(phone->out, QStringLiteral("ended"));
    openFor(*phones); // and once more, closed in the middle of joining
    all = phonesJoining(*phones, 60);
    QVERIFY(soon([&] { return phones->present() > 5; }));
    phones.reset();
    QVERIFY(soon([&] { return std::ranges::all_of(all, [](const auto &phone) { return phone->isClosed; }); }));
}

void ClassPhonesTest::honestPhonesPlayOnAmongHostileOnes()
{
    DoorLimits limits = forMany();
    limits.millisecondsToAsk = 1000;
    ClassPhones phones(limits);
    openFor(phones);
    const Phones honest = phonesJoining(phones, 30);
    QVERIFY(soon([&] { return phones.present() == 30; }));
    QSignalSpy answered(&phones, &ClassPhones::answered);
    connect(&phones, &ClassPhones::answered, &phones,
            [&](int phone) { phones.show(phone, R"({"t":"page","kind":"kept"})"); });
    const Phones hostile = phonesJoining(phones, 30, 1000);
    for (const auto &phone : hostile)
        connect(&phone->socket, &QWebSocket::connected, &phone->socket, [&phone] {
            for (int i = 0; i < 200; ++i)
                phone->say(i % 2 ? QByteArray(4000, 'x') : QByteArray(R"({"t":"answer","ask":1,"rows":[99]})"));
        });
    std::vector<std::unique_ptr<QTcpSocket>> slow;
    const QUrl url(phones.address());
    for (int i = 0; i < 30; ++i) {
        slow.push_back(std::make_unique<QTcpSocket>());
        slow.back()->connectToHost(url.host(), quint16(url.port()));
        slow.back()->write("GET / HTTP/1.1\r\nHost: ");
    }
    QElapsedTimer clock;
    qint64 longest = 0;
    for (int round = 0; round < 10; ++round) {
        clock.start();
        for (const auto &phone : honest) {
            phone->page = {};
            phone->answer(1, {round % 3});
        }
        QVERIFY(soon(
            [&] { return std::ranges::all_of(honest, [](const auto &phone) { return !phone->page.isEmpty(); }); }));
        longest = std::max(longest, clock.elapsed());
        QTest::qWait(60); // a tap after the other
    }
    qInfo("the slowest answer of thirty honest phones took %lld ms", longest);
    for (const auto &phone : honest)
        QVERIFY(!phone->isClosed);
    QVERIFY(soon([&] {
        return std::ranges::all_of(
            slow, [](const auto &socket) { return socket->state() == QAbstractSocket::UnconnectedState; });
    }));
    QVERIFY(soon([&] { return phones.present() == 30; }));
}

QTEST_MAIN(ClassPhonesTest)
#include "class_phones_test.moc"
