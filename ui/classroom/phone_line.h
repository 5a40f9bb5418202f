// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/classroom/phone_message.h"

#include <QElapsedTimer>
#include <QObject>

class QWebSocket;

namespace gatescope {

/// How much a phone may say and leave unread.
struct LineLimits {
    double messagesASecond = 20;
    double messagesAtOnce = 40;
    qint64 unreadBytes = 1 << 20;
    int millisecondsToGreet = 5000;    ///< and say who it is
    int millisecondsOfSilence = 45000; ///< the page says that it is there every ten seconds
};

/// The line to one page on one phone: takes nothing but messages of ours, not too many, not too large, and hangs up on
/// whoever sends anything else.
class PhoneLine : public QObject
{
    Q_OBJECT
public:
    /// Takes the socket.
    PhoneLine(QWebSocket *socket, const LineLimits &limits, QObject *parent = nullptr);

    void say(const std::string &json);
    /// Once it has been told what was said.
    void hangUp();
    /// Hangs up on one that says nothing.
    void mind();

    /// The phone at its other end, once it has said so; 0: not yet.
    int phone() const { return m_phone; }
    void setPhone(int phone) { m_phone = phone; }

signals:
    void heard(const gatescope::PhoneMessage &message);
    void closed();

private:
    void hear(const QString &text);
    bool isTooMuch();

    QWebSocket *m_socket;
    LineLimits m_limits;
    int m_phone = 0;
    bool m_hasGreeted = false, m_isClosing = false;
    double m_allowed;             ///< messages
    QElapsedTimer m_sinceCounted; ///< when that was counted
    QElapsedTimer m_sinceHeard;
};

} // namespace gatescope
