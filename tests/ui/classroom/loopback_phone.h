// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/classroom/class_phones.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>
#include <QTest>
#include <QWebSocket>

#include <memory>
#include <vector>

namespace gatescope {

inline QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// A phone on this computer, as its page behaves.
struct LoopbackPhone {
    QWebSocket socket;
    QString token;
    std::vector<QJsonObject> heard;
    QJsonObject page; ///< that it was shown last
    QString name, out;
    bool isAskedForName = false, isClosed = false;

    /// `origin`: the page's; empty: the class's own.
    explicit LoopbackPhone(const ClassPhones &phones, int number, const QString &typedName = {},
                           const QString &origin = {})
        : socket(origin.isEmpty() ? phones.address() : origin),
          token(QStringLiteral("%1").arg(number, 32, 16, QLatin1Char('0')))
    {
        QObject::connect(&socket, &QWebSocket::connected, &socket, [this, typedName] { greet(typedName); });
        QObject::connect(&socket, &QWebSocket::disconnected, &socket, [this] { isClosed = true; });
        QObject::connect(&socket, &QWebSocket::textMessageReceived, &socket,
                         [this](const QString &text) { take(QJsonDocument::fromJson(text.toUtf8()).object()); });
        if (phones.isOpen())
            open(phones);
    }
    void open(const ClassPhones &phones)
    {
        isClosed = false;
        out.clear();
        socket.open(QUrl(QString(phones.address()).replace(QStringLiteral("http"), QStringLiteral("ws"))
                         + QStringLiteral("/line")));
    }
    void greet(const QString &typedName = {})
    {
        QJsonObject hello{{"t", "hello"}, {"token", token}};
        if (!typedName.isEmpty())
            hello["name"] = typedName;
        say(json(hello));
    }
    void say(const QByteArray &text) { socket.sendTextMessage(QString::fromUtf8(text)); }
    void answer(int ask, const QJsonArray &rows) { say(json({{"t", "answer"}, {"ask", ask}, {"rows", rows}})); }
    void type(int ask, const QString &typed) { say(json({{"t", "answer"}, {"ask", ask}, {"typed", typed}})); }
    bool isIn() const { return !name.isEmpty(); }
    bool hasKept(const QJsonArray &rows) const
    {
        return page["mine"].toObject()["rows"].toArray() == rows && !rows.isEmpty();
    }

private:
    void take(const QJsonObject &message)
    {
        heard.push_back(message);
        const QString kind = message["t"].toString();
        if (kind == "in")
            name = message["name"].toString();
        else if (kind == "page")
            page = message;
        else if (kind == "name")
            isAskedForName = true;
        else if (kind == "out")
            out = message["why"].toString();
    }
};

using Phones = std::vector<std::unique_ptr<LoopbackPhone>>;

/// So many of them at once, each with a token of its own.
inline Phones phonesJoining(const ClassPhones &phones, int count, int from = 1)
{
    Phones all;
    for (int i = 0; i < count; ++i)
        all.push_back(std::make_unique<LoopbackPhone>(phones, from + i));
    return all;
}

template<typename Fact>
bool soon(Fact fact, int milliseconds = 5000)
{
    return QTest::qWaitFor(fact, milliseconds);
}

/// Sends bytes to the class's door and returns all that comes back until it is closed; what stands unanswered is cut by
/// a time limit.
inline QByteArray answerTo(const ClassPhones &phones, const QByteArray &request, int milliseconds = 3000)
{
    const QUrl url(phones.address());
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    QByteArray all;
    QObject::connect(&socket, &QTcpSocket::connected, &socket, [&] { socket.write(request); });
    QObject::connect(&socket, &QTcpSocket::readyRead, &socket, [&] { all += socket.readAll(); });
    bool isClosed = false;
    QObject::connect(&socket, &QTcpSocket::disconnected, &socket, [&] { isClosed = true; });
    (void)QTest::qWaitFor([&] { return isClosed; }, milliseconds);
    all += socket.readAll();
    return isClosed ? all : all + "[still open]";
}

inline QByteArray hostOf(const ClassPhones &phones)
{
    return phones.address().mid(7).toLatin1();
}

inline const QHostAddress loopback(QHostAddress::LocalHost);

} // namespace gatescope
