// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/term.h"

#include <QObject>
#include <QTimer>

namespace gatescope {

/// The one shared place that knows what is lit: what the pointer rests on, in whatever panel, or else what a key holds.
/// It is lit when the pointer has rested for a moment, and goes out a moment after the pointer has left.
class Pointing : public QObject
{
    Q_OBJECT
public:
    explicit Pointing(QObject *parent = nullptr);

    static constexpr int restMilliseconds = 400;
    static constexpr int leaveMilliseconds = 200;

    /// What is lit, with its inputs and its consumers; nothing: all is as usual.
    const Term &lit() const { return m_rested ? m_rested : m_held; }
    /// Whether the pointer has rested on something and not left since; on its way to the next it has not left.
    bool isResting() const { return m_resting; }
    const Term &held() const { return m_held; }

    /// The pointer has come to this; nothing: it has left all of them.
    void pointAt(const Term &term);
    /// Lit without a pointer, until it is let go by holding nothing.
    void hold(const Term &term);

signals:
    void litChanged(const gatescope::Term &lit);
    void restingChanged(bool resting);

private:
    void rest(const Term &term);

    QTimer m_in;
    QTimer m_out;
    Term m_pointed; ///< where the pointer is
    Term m_rested;  ///< where it has rested
    Term m_held;
    bool m_resting = false;
};

} // namespace gatescope
