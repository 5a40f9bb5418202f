// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/document/errand.h"

#include <QString>

namespace gatescope {

/// Reads a file on a thread of its own, so that the window goes on meanwhile. The newest wish wins.
class FileReading : public QObject
{
    Q_OBJECT
public:
    /// What becomes of the file, in the thread that asked.
    using Taking = std::function<void()>;
    /// Reads it in the other thread; asked to stop it ends soon, and nobody takes what it answers.
    using Work = std::function<Taking(const std::stop_token &)>;

    explicit FileReading(QObject *parent = nullptr);

    /// What the work answers is called once, when no dialog or menu is open; not at all where somebody cancels or
    /// wishes for another file first. The work must hold what it reads.
    void read(const QString &path, Work work);
    void cancel();

    bool isBusy() const { return m_isWanted; }
    /// The file that is being read.
    const QString &path() const { return m_path; }

signals:
    void began();
    void ended(); ///< also by being cancelled

private:
    struct Answer {
        int wish = 0; ///< which one it answers
        Taking take;
    };
    void begin();
    void take(const Answer &answer);

    QString m_path;
    bool m_isWanted = false;
    int m_wish = 0;          ///< a late answer to another one is dropped
    Work m_next;             ///< waits until the one before is let go; null: there is none
    Errand<Answer> m_errand; ///< last: it ends before the rest does
};

} // namespace gatescope
