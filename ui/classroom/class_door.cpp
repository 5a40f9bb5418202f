// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/class_door.h"

#include <QTcpSocket>
#include <QTimer>
#include <QWebSocket>
#include <QWebSocketCorsAuthenticator>
#include <QWebSocketServer>

namespace gatescope {

namespace {

constexpr int backlog = 1024; ///< a whole class knocks at once
constexpr int portsToTry = 10;
constexpr auto deadlineName = "deadline";

} // namespace

ClassDoor::ClassDoor(const DoorLimits &limits, QObject *parent)
    : QTcpServer(parent), m_limits(limits),
      m_lines(new QWebSocketServer(QStringLiteral("Gatescope"), QWebSocketServer::NonSecureMode, this))
{
    setListenBacklogSize(backlog);
    setMaxPendingConnections(backlog);
    m_lines->setMaxPendingConnections(backlog);
    connect(m_lines, &QWebSocketServer::originAuthenticationRequired, this,
            [this](QWebSocketCorsAuthenticator *asking) {
                asking->setAllowed(asking->origin() == QStringLiteral("http://") + host());
            });
    connect(m_lines, &QWebSocketServer::newConnection, this, [this] {
        while (QWebSocket *line = m_lines->nextPendingConnection()) {
            giveAway(*line);
            emit lineOpened(line);
        }
    });
}

ClassDoor::~ClassDoor()
{
    shut();
}

Result<void> ClassDoor::open(const QHostAddress &address, quint16 port)
{
    shut();
    m_pages = std::make_unique<ClassPages>();
    for (int i = 0; i < portsToTry && port > 0; ++i)
        if (listen(address, quint16(port + i)))
            return {};
    if (listen(address, 0))
        return {};
    return error("Phones cannot be let in at %1: %2.", {address.toString().toStdString(), errorString().toStdString()});
}

void ClassDoor::shut()
{
    close();
    for (QTcpSocket *socket : findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly)) {
        socket->disconnect(this);
        delete socket;
    }
    m_all = 0;
    m_of.clear();
}

QString ClassDoor::host() const
{
    return QStringLiteral("%1:%2").arg(serverAddress().toString()).arg(serverPort());
}

void ClassDoor::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    socket->setReadBufferSize(m_limits.requestBytes);
    if (!socket->setSocketDescriptor(descriptor)) {
        delete socket;
        return;
    }
    const QHostAddress from = socket->peerAddress();
    if (m_all >= m_limits.connections || m_of.value(from) >= m_limits.connectionsOfAnAddress) {
        socket->abort();
        delete socket;
        return;
    }
    ++m_all;
    ++m_of[from];
    // A WebSocket that ends disconnects every signal of the socket under it, so the count hangs on something in it.
    connect(new QObject(socket), &QObject::destroyed, this, [this, from] {
        --m_all;
        if (--m_of[from] <= 0)
            m_of.remove(from);
    });
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { hear(*socket); });
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    giveDeadline(*socket, m_limits.millisecondsToAsk);
}

void ClassDoor::giveDeadline(QTcpSocket &socket, int milliseconds)
{
    auto *deadline = socket.findChild<QTimer *>(QLatin1String(deadlineName));
    if (!deadline) {
        deadline = new QTimer(&socket);
        deadline->setObjectName(QLatin1String(deadlineName));
        deadline->setSingleShot(true);
        connect(deadline, &QTimer::timeout, &socket, &QTcpSocket::abort);
    }
    deadline->start(milliseconds);
}

void ClassDoor::hear(QTcpSocket &socket)
{
    const QByteArray bytes = socket.peek(m_limits.requestBytes);
    RequestHead head;
    switch (readRequestHead({bytes.constData(), std::size_t(bytes.size())}, head)) {
    case HeadState::unfinished:
        if (bytes.size() >= m_limits.requestBytes)
            answer(socket, ClassPages::refusal("431 Request Header Fields Too Large"));
        return;
    case HeadState::broken:
        return answer(socket, ClassPages::refusal("400 Bad Request"));
    case HeadState::complete:
        break;
    }
    if (!isCalledByItsName(head))
        return answer(socket, ClassPages::refusal("403 Forbidden"));
    if (!head.wantsLine()) {
        if (head.target == "/" && head.method == "GET")
            emit pageRead();
        return answer(socket, m_pages->answerTo(head, host()));
    }
    if (head.target != "/line" || head.method != "GET")
        return answer(socket, ClassPages::refusal("404 Not Found"));
    if (!comesFromOurPage(head))
        return answer(socket, ClassPages::refusal("403 Forbidden"));
    handOn(socket);
}

void ClassDoor::answer(QTcpSocket &socket, const QByteArray &bytes)
{
    disconnect(&socket, &QTcpSocket::readyRead, this, nullptr);
    socket.readAll();
    giveDeadline(socket, m_limits.millisecondsToRead);
    socket.write(bytes);
    socket.disconnectFromHost(); // once all is written
}

/// The head is still unread: the WebSocket server reads it again and answers it.
void ClassDoor::handOn(QTcpSocket &socket)
{
    disconnect(&socket, &QTcpSocket::readyRead, this, nullptr);
    m_lines->handleConnection(&socket);
}

/// The line lives on the socket that was handed on for it, so it has to outlive it.
void ClassDoor::giveAway(QWebSocket &line)
{
    for (QTcpSocket *socket : findChildren<QTcpSocket *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (socket->peerPort() != line.peerPort() || socket->peerAddress() != line.peerAddress())
            continue;
        delete socket->findChild<QTimer *>(QLatin1String(deadlineName));
        disconnect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        socket->setParent(&line);
    }
}

/// A page from elsewhere whose name was made to lead here (DNS rebinding) calls us by that name.
bool ClassDoor::isCalledByItsName(const RequestHead &head) const
{
    return head.field("host") == host().toStdString();
}

bool ClassDoor::comesFromOurPage(const RequestHead &head) const
{
    return head.field("origin") == "http://" + host().toStdString();
}

} // namespace gatescope
