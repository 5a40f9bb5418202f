// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learning/classroom/phone_page.h"

#include <QObject>
#include <QTimer>

namespace gatescope {

class ClassPhones;
class ClassRound;

/// What the phones of a class see of its quiz: the same answers in the same order as on the projector, and, once they
/// are shown there, whether one's own was right and why not. What phones answer goes into the round as a key of the
/// teacher does.
class PhoneShow : public QObject
{
    Q_OBJECT
public:
    /// Both outlive it.
    PhoneShow(ClassRound &round, ClassPhones &phones, QObject *parent = nullptr);

    /// Whether the class sees its quiz; while it does not, phones see nothing of it either and wait.
    void setSeen(bool seen);
    /// Of this moment, for all.
    PhonePage page() const;

private:
    void follow();
    void tell(int phone, const QString &problem = {});
    void take(int phone, int asking, const PhoneAnswer &answer);
    PhoneOwn ownOf(int phone) const;
    void fillQuestion(PhonePage &page) const;

    ClassRound &m_round;
    ClassPhones &m_phones;
    bool m_isSeen = false;
    PhonePage m_page;  ///< that phones were last told
    QTimer m_patience; ///< how long phones stay in while nothing is asked
};

} // namespace gatescope
