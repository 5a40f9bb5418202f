// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/phone_line.h"

#include <QTimer>
#include <QWebSocket>

#include <algorithm>

namespace gatescope {

namespace {
constexpr int millisecondsToClose = 2000;
}

PhoneLine::PhoneLine(QWebSocket *socket, const LineLimits &limits, QObject *parent)
    : QObject(parent), m_socket(socket), m_limits(limits), m_allowed(limits.messagesAtOnce)
{
    socket->setParent(this);
    socket->setMaxAllowedIncomingFrameSize(longestPhoneMessage);
    socket->setMaxAllowedIncomingMessageSize(longestPhoneMessage);
    connect(socket, &QWebSocket::textMessageReceived, this, &PhoneLine::hear);
    connect(socket, &QWebSocket::binaryMessageReceived, this, &PhoneLine::hangUp);
    connect(socket, &QWebSocket::disconnected, this, &PhoneLine::closed);
    m_sinceCounted.start();
    m_sinceHeard.start();
}

bool PhoneLine::isTooMuch()
{
    m_allowed = std::min(m_limits.messagesAtOnce,
                         m_allowed + m_limits.messagesASecond * double(m_sinceCounted.restart()) / 1000);
    m_allowed -= 1;
    return m_allowed < 0;
}

void PhoneLine::hear(const QString &text)
{
    if (m_isClosing)
        return;
    m_sinceHeard.restart();
    const auto message = isTooMuch() ? Result<PhoneMessage>(Error()) : readPhoneMessage(text.toStdString());
    if (!message)
        return hangUp();
    m_hasGreeted = m_hasGreeted || message->kind == PhoneMessage::Kind::hello;
    emit heard(*message);
}

void PhoneLine::say(const std::string &json)
{
    if (m_isClosing)
        return;
    if (m_socket->bytesToWrite() > m_limits.unreadBytes)
        return m_socket->abort(); // it does not listen
    m_socket->sendTextMessage(QString::fromStdString(json));
}

void PhoneLine::hangUp()
{
    if (m_isClosing)
        return;
    m_isClosing = true;
    QTimer::singleShot(millisecondsToClose, m_socket, &QWebSocket::abort); // of one that does not let go
    m_socket->close(QWebSocketProtocol::CloseCodePolicyViolated);
}

void PhoneLine::mind()
{
    if (m_sinceHeard.hasExpired(m_hasGreeted ? m_limits.millisecondsOfSilence : m_limits.millisecondsToGreet))
        hangUp();
}

} // namespace gatescope
