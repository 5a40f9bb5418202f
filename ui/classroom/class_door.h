// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "ui/classroom/class_pages.h"

#include <QHash>
#include <QHostAddress>
#include <QTcpServer>

class QTcpSocket;
class QWebSocket;
class QWebSocketServer;

namespace gatescope {

/// How much the door takes from anybody.
struct DoorLimits {
    int connections = 600;            ///< at once
    int connectionsOfAnAddress = 128; ///< behind one address there may be a whole class
    int requestBytes = 16 * 1024;
    int millisecondsToAsk = 5000;   ///< for a complete request
    int millisecondsToRead = 15000; ///< for all of an answer
};

/// The one door of the class to its network, before the WebSocket server and the pages, which know no limits. It looks
/// at the head of a request without taking it: who asks for a page gets it and is shown out, who asks for a line is
/// handed on. Whoever is slow, large, many, or comes by another name than ours is turned away.
class ClassDoor : public QTcpServer
{
    Q_OBJECT
public:
    explicit ClassDoor(const DoorLimits &limits = {}, QObject *parent = nullptr);
    ~ClassDoor() override;

    /// Opens at this address, at the port or, where that is taken, at one of the next; 0: at any.
    Result<void> open(const QHostAddress &address, quint16 port);
    void shut();
    /// "192.168.1.20:8642", what browsers have to call it.
    QString host() const;
    int connections() const { return m_all; }

signals:
    void pageRead(); ///< somebody has got the page
    /// A line to a phone; whoever hears of it owns it.
    void lineOpened(QWebSocket *line);

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void hear(QTcpSocket &socket);
    void answer(QTcpSocket &socket, const QByteArray &bytes);
    void handOn(QTcpSocket &socket);
    void giveAway(QWebSocket &line);
    bool isCalledByItsName(const RequestHead &head) const;
    bool comesFromOurPage(const RequestHead &head) const;
    void giveDeadline(QTcpSocket &socket, int milliseconds);

    DoorLimits m_limits;
    std::unique_ptr<ClassPages> m_pages;
    QWebSocketServer *m_lines;
    int m_all = 0;
    QHash<QHostAddress, int> m_of; ///< connections of each address
};

} // namespace gatescope
