// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/classroom/class_phones.h"

#include "core/base/json.h"
#include "core/learning/classroom/phone_page.h"
#include "ui/classroom/addresses.h"
#include "ui/classroom/class_name.h"

#include <QRandomGenerator>
#include <QWebSocket>

namespace gatescope {

namespace {

constexpr int linesOfAPhone = 4; ///< a page that was reloaded may still have its old one
constexpr int millisecondsBetweenNews = 100;

} // namespace

ClassPhones::ClassPhones(const DoorLimits &door, const LineLimits &line, QObject *parent)
    : QObject(parent), m_lineLimits(line), m_most(door.connections), m_door(door)
{
    m_minding.setInterval(1000);
    m_telling.setInterval(millisecondsBetweenNews);
    m_telling.setSingleShot(true);
    connect(&m_telling, &QTimer::timeout, this, &ClassPhones::rosterChanged);
    connect(&m_minding, &QTimer::timeout, this, [this] {
        for (PhoneLine *each : QList(m_lines))
            each->mind();
    });
    connect(&m_door, &ClassDoor::lineOpened, this, &ClassPhones::takeLine);
    connect(&m_door, &ClassDoor::pageRead, this, [this] {
        ++m_pagesRead;
        m_telling.start();
    });
}

ClassPhones::~ClassPhones()
{
    disconnect();
    close();
}

Result<void> ClassPhones::open(const QHostAddress &address, bool evenIfPublic, quint16 port)
{
    close();
    if (isPublic(address) && !evenIfPublic)
        return error("The whole internet may find %1; phones are not let in there.",
                     {address.toString().toStdString()});
    m_roster = Roster(mixedNicknames(QRandomGenerator::global()->generate()), m_most);
    m_pagesRead = 0;
    if (const auto opened = m_door.open(address, port); !opened)
        return opened;
    m_minding.start();
    emit openChanged();
    return {};
}

void ClassPhones::close()
{
    const bool wasOpen = isOpen();
    for (PhoneLine *line : QList(m_lines)) {
        line->disconnect(this);
        sendOut(*line, "ended");
        delete line;
    }
    m_lines.clear();
    m_door.shut();
    m_minding.stop();
    m_telling.stop();
    m_roster = Roster();
    if (wasOpen)
        emit openChanged();
}

QString ClassPhones::address() const
{
    return isOpen() ? QStringLiteral("http://") + m_door.host() : QString();
}

void ClassPhones::takeLine(QWebSocket *socket)
{
    auto *line = new PhoneLine(socket, m_lineLimits, this);
    m_lines.append(line);
    connect(line, &PhoneLine::heard, this, [this, line](const PhoneMessage &message) { hear(*line, message); });
    connect(line, &PhoneLine::closed, this, [this, line] { dropLine(line); });
}

void ClassPhones::dropLine(PhoneLine *line)
{
    if (!m_lines.removeOne(line))
        return;
    if (line->phone() > 0)
        m_roster.leave(line->phone());
    line->disconnect(this);
    line->deleteLater();
    m_telling.start();
}

void ClassPhones::hear(PhoneLine &line, const PhoneMessage &message)
{
    switch (message.kind) {
    case PhoneMessage::Kind::here:
        return line.say(R"({"t":"here"})");
    case PhoneMessage::Kind::hello:
        return line.phone() > 0 ? line.hangUp() : greet(line, message);
    case PhoneMessage::Kind::answer:
        break;
    }
    if (line.phone() <= 0)
        return line.hangUp();
    m_roster.noteAnswer(line.phone());
    emit answered(line.phone(), message.ask, message.answer);
}

void ClassPhones::greet(PhoneLine &line, const PhoneMessage &message)
{
    const auto name = message.name ? classNameTyped(QString::fromStdString(*message.name)) : std::nullopt;
    const Roster::Admission admission = m_roster.enter(message.token, name);
    switch (admission.entry) {
    case Entry::wantsName:
        return line.say(R"({"t":"name"})");
    case Entry::nameTaken:
        return line.say(R"({"t":"name","taken":true})");
    case Entry::locked:
        return sendOut(line, "locked");
    case Entry::full:
        return sendOut(line, "full");
    case Entry::removed:
        return sendOut(line, "removed");
    case Entry::joined:
    case Entry::cameBack:
        break;
    }
    line.setPhone(admission.phone);
    keepNewest(line);
    sayName(line);
    m_telling.start();
    if (!m_floor)
        line.say(writePhonePage({}, {})); // it waits
    emit arrived(admission.phone);
}

/// Of the lines of a phone.
void ClassPhones::keepNewest(const PhoneLine &newest)
{
    QList<PhoneLine *> same;
    for (PhoneLine *line : std::as_const(m_lines))
        if (line->phone() == newest.phone())
            same.append(line);
    for (qsizetype i = 0; i + linesOfAPhone < same.size(); ++i)
        same[i]->hangUp();
}

void ClassPhones::sayName(PhoneLine &line)
{
    line.say(writeJson({{"t", "in"}, {"name", m_roster.phone(line.phone())->name.shown}}));
}

void ClassPhones::sendOut(PhoneLine &line, const char *why)
{
    line.say(writeJson({{"t", "out"}, {"why", why}}));
    line.hangUp();
}

void ClassPhones::setLocked(bool locked)
{
    m_roster.setLocked(locked);
}

void ClassPhones::setNicknamesGiven(bool given)
{
    m_roster.setNicknamesGiven(given);
}

bool ClassPhones::rename(int phone, const QString &name)
{
    const auto typed = classNameTyped(name);
    if (!typed || !m_roster.rename(phone, *typed))
        return false;
    for (PhoneLine *line : std::as_const(m_lines))
        if (line->phone() == phone)
            sayName(*line);
    m_telling.start();
    return true;
}

void ClassPhones::remove(int phone)
{
    m_roster.remove(phone);
    emit removed(phone);
    for (PhoneLine *line : QList(m_lines))
        if (line->phone() == phone)
            sendOut(*line, "removed");
    m_telling.start();
}

void ClassPhones::letInAgain(int phone)
{
    m_roster.letInAgain(phone);
    m_telling.start();
}

void ClassPhones::show(int phone, const std::string &page)
{
    for (PhoneLine *line : QList(m_lines))
        if (line->phone() == phone)
            line->say(page);
}

} // namespace gatescope
