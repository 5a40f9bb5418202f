// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/classroom/roster.h"
#include "ui/classroom/class_door.h"
#include "ui/classroom/phone_line.h"

#include <QTimer>

namespace gatescope {

/// The phones of a class: while it is open they join, come back, and answer; whoever asks the class hears of it by
/// signals and tells each phone what to show. Closed, all of it is forgotten.
class ClassPhones : public QObject
{
    Q_OBJECT
public:
    static constexpr quint16 usualPort = 8642;

    explicit ClassPhones(const DoorLimits &door = {}, const LineLimits &line = {}, QObject *parent = nullptr);
    ~ClassPhones() override;

    /// Opens the door at this address of the computer. Where phones may come from the whole internet it refuses, unless
    /// that is wanted.
    Result<void> open(const QHostAddress &address, bool evenIfPublic = false, quint16 port = usualPort);
    void close();
    bool isOpen() const { return m_door.isListening(); }
    /// "http://192.168.1.20:8642"; empty while it is closed.
    QString address() const;

    const Roster &roster() const { return m_roster; }
    int present() const { return m_roster.present(); }
    /// How often the page was fetched: phones may get as far as that and no further.
    int pagesRead() const { return m_pagesRead; }

    void setLocked(bool locked);
    void setNicknamesGiven(bool given);
    /// False where the name is none or another phone has it.
    bool rename(int phone, const QString &name);
    void remove(int phone);
    void letInAgain(int phone);

    /// Who asks the class just now; nobody else tells phones anything. Who leaves it lets them wait.
    void takeFloor(const QObject *asker) { m_floor = asker; }
    void leaveFloor(const QObject *asker) { m_floor = m_floor == asker ? nullptr : m_floor; }
    bool hasFloor(const QObject *asker) const { return m_floor == asker; }
    /// What this phone is to show, as phone_page.h writes it.
    void show(int phone, const std::string &page);

signals:
    void openChanged();
    void rosterChanged();    ///< a moment after somebody came, went or was renamed
    void arrived(int phone); ///< joined or came back, and is to be shown something
    void removed(int phone);
    void answered(int phone, int ask, const gatescope::PhoneAnswer &answer);

private:
    void takeLine(QWebSocket *socket);
    void dropLine(PhoneLine *line);
    void hear(PhoneLine &line, const PhoneMessage &message);
    void greet(PhoneLine &line, const PhoneMessage &message);
    void keepNewest(const PhoneLine &newest);
    void sayName(PhoneLine &line);
    void sendOut(PhoneLine &line, const char *why);

    LineLimits m_lineLimits;
    int m_most; ///< phones: as many as the door takes connections
    ClassDoor m_door;
    Roster m_roster;
    QList<PhoneLine *> m_lines; ///< in the order in which they came
    int m_pagesRead = 0;
    const QObject *m_floor = nullptr; ///< whose turn it is; only compared
    QTimer m_minding, m_telling;
};

} // namespace gatescope
